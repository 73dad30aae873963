/** A host of videos that Intercom embeds: pages people copy the address of, and the address to embed. */
interface Host {
  readonly domain: RegExp;
  /** The address to embed; null when the page is no video. */
  readonly embed: (url: URL) => string | null;
}

const hosts: readonly Host[] = [
  { domain: /^(www\.|m\.|music\.)?(youtube\.com|youtube-nocookie\.com|youtu\.be)$/, embed: youtube },
  { domain: /^(www\.|player\.)?vimeo\.com$/, embed: vimeo },
  { domain: /^([\w-]+\.)?(wistia\.(com|net)|wi\.st)$/, embed: wistia },
  { domain: /^(www\.)?loom\.com$/, embed: loom },
  { domain: /^(share|play|video|embed)\.vidyard\.com$/, embed: vidyard },
  { domain: /^(www\.)?streamio\.com$/, embed: streamio },
];

/**
 * The address under which a video is embedded, from any form in which people paste it: the page, a short link,
 * a share link, the embed address, each with or without a start time.
 *
 * @param address as written
 * @returns null when it is no video of the six hosts
 */
export function videoAddress(address: string): string | null {
  const whole = address.startsWith('//') ? `https:${address}` : address;
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  const host = hosts.find(({ domain }) => domain.test(url.hostname));
  return host?.embed(url) ?? null;
}

/** Where the six hosts have their players; parameters and a start time may follow. */
const players = [
  /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/embed\/[\w-]+\/?$/,
  // A list of videos, or all of somebody, by parameters alone.
  /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/embed\/?\?(?:[^#]*&)?list=[\w-]/,
  /^player\.vimeo\.com\/video\/\d+(?:\/[\da-f]+)?\/?$/,
  /^vimeo\.com\/(?:event|showcase)\/\d+\/embed(?:\/[\w-]+)?\/?$/,
  /^fast\.wistia\.(?:net|com)\/embed\/(?:iframe|channel|playlists)\/\w+\/?$/,
  /^(?:www\.)?loom\.com\/embed\/(?:folder\/)?[\w-]+\/?$/,
  /^play\.vidyard\.com\/[\w-]+(?:\.html)?\/?$/,
  /^embed\.vidyard\.com\/share\/[\w-]+\/?$/,
];

/** Whether an address is that of a player, which may say more than a page of a video can: such a one stays as it is. */
export function isPlayerAddress(address: string): boolean {
  if (!address.startsWith('https:') || !URL.canParse(address)) return false;
  const { host, pathname, search, username, password } = new URL(address);
  const [path, whole] = [host + pathname, host + pathname + search];
  return username === '' && password === '' && players.some((player) => player.test(path) || player.test(whole));
}

/** The address under which what an address leads to is embedded: that of a player is itself. */
export function embeddedAs(address: string): string | null {
  return isPlayerAddress(address) ? address : videoAddress(address);
}

function youtube(url: URL): string | null {
  const short = url.hostname === 'youtu.be' ? url.pathname.slice(1) : null;
  const path = /^\/(?:embed|shorts|live|v)\/([^/]+)/.exec(url.pathname)?.[1];
  const list = url.searchParams.get('list');
  const watched = url.pathname === '/watch' ? url.searchParams.get('v') : null;
  const id = short ?? path ?? watched;
  if ((id === 'videoseries' || url.pathname === '/playlist') && list !== null) {
    return `https://www.youtube.com/embed/videoseries?list=${encodeURIComponent(list)}`;
  }
  if (id === null || !/^[\w-]{6,20}$/.test(id)) return null;
  const start = secondsOf(url.searchParams.get('start') ?? url.searchParams.get('t') ?? hashTime(url));
  return `https://www.youtube.com/embed/${id}?rel=0${start === null ? '' : `&start=${start}`}`;
}

function vimeo(url: URL): string | null {
  const match =
    /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/|showcase\/\d+\/video\/)?(\d+)(?:\/([\da-f]+))?\/?$/.exec(
      url.pathname,
    );
  if (match === null) return null;
  const hash = url.searchParams.get('h') ?? match[2];
  const start = secondsOf(hashTime(url));
  return `https://player.vimeo.com/video/${match[1]}${hash ? `?h=${hash}` : ''}${start === null ? '' : `#t=${start}s`}`;
}

function wistia(url: URL): string | null {
  const id = /^\/(?:medias|embed\/(?:iframe|medias))\/(\w{6,20})(?:\.jsonp)?\/?$/.exec(url.pathname)?.[1];
  if (id === undefined) return null;
  const start = secondsOf(url.searchParams.get('wtime') ?? url.searchParams.get('time'));
  return `https://fast.wistia.net/embed/iframe/${id}${start === null ? '' : `?time=${start}`}`;
}

/** A title may stand before 32 hexadecimal digits; other ids stand alone, and one of letters alone is a page of Loom's. */
const loomIds = [
  /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i,
  /^(?:[\w-]*-)?([\da-f]{16,40})$/,
  /^(?=[a-z]*\d)([\da-z]{6,64})$/i,
];

function loom(url: URL): string | null {
  const [, named] = /^\/(?:share|embed)\/([\w-]{6,200})\/?$/.exec(url.pathname) ?? [];
  const id = loomIds.map((form) => form.exec(named ?? '')?.[1]).find((found) => found !== undefined);
  if (id === undefined) return null;
  const start = secondsOf(url.searchParams.get('t'));
  return `https://www.loom.com/embed/${id}${start === null ? '' : `?t=${start}`}`;
}

function vidyard(url: URL): string | null {
  const [, watched, shared] = /^\/(?:watch\/([\w-]{6,64})|([\w-]{10,40}))(?:\.html)?\/?$/.exec(url.pathname) ?? [];
  const id = watched ?? shared;
  if (id === undefined) return null;
  const start = secondsOf(url.searchParams.get('second'));
  return `https://play.vidyard.com/${id}${start === null ? '' : `?second=${start}`}`;
}

/** Streamio has one form, which is the embed address. */
function streamio(url: URL): string | null {
  return /^\/api\/v1\/videos\/\w+\/public_show\/?$/.test(url.pathname)
    ? `https://streamio.com${url.pathname}${url.search}`
    : null;
}

function hashTime(url: URL): string | null {
  return /[#&]t=([\dhms]+)/.exec(url.hash)?.[1] ?? null;
}

/** `90`, `90s`, `1m30s` and `1h2m3s` as seconds; null for none. */
function secondsOf(written: string | null): number | null {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(written ?? '');
  if (match === null) return null;
  const seconds = Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return seconds > 0 ? seconds : null;
}

/**
 * The page of a video, as people copy its address: the inverse of `videoAddress`.
 *
 * @param embedded the address under which it is embedded
 * @returns null where the page cannot be told from it
 */
export function pageOf(embedded: string): string | null {
  if (!URL.canParse(embedded)) return null;
  const { hostname, pathname, searchParams, hash } = new URL(embedded);
  const id = /([^/]+)\/?$/.exec(pathname)?.[1] ?? '';
  const start = searchParams.get('start');
  switch (hostname) {
    case 'www.youtube.com':
      if (id === 'videoseries') return `https://www.youtube.com/playlist?list=${searchParams.get('list')}`;
      return `https://www.youtube.com/watch?v=${id}${start === null ? '' : `&t=${start}`}`;
    case 'player.vimeo.com': {
      const key = searchParams.get('h');
      return `https://vimeo.com/${id}${key === null ? '' : `/${key}`}${hash}`;
    }
    case 'www.loom.com':
      return embedded.replace('/embed/', '/share/');
    case 'play.vidyard.com': {
      const second = searchParams.get('second');
      return `https://share.vidyard.com/watch/${id}${second === null ? '' : `?second=${second}`}`;
    }
    default:
      return null;
  }
}
