/** A host of videos: its player by the id of a video, and the id by the address of its player. */
interface Player {
  readonly address: (id: string) => string;
  readonly id: RegExp;
}

/** By the name that Intercom's Markdown has for the host. */
const players: Readonly<Record<string, Player>> = {
  youtube: {
    address: (id) => `https://www.youtube.com/embed/${id}?rel=0`,
    id: /^https:\/\/www\.youtube\.com\/embed\/([\w-]+)\?rel=0$/,
  },
  vimeo: {
    address: (id) => `https://player.vimeo.com/video/${id}`,
    id: /^https:\/\/player\.vimeo\.com\/video\/(\d+)$/,
  },
  wistia: {
    address: (id) => `https://fast.wistia.net/embed/iframe/${id}`,
    id: /^https:\/\/fast\.wistia\.net\/embed\/iframe\/(\w+)$/,
  },
  loom: {
    address: (id) => `https://www.loom.com/embed/${id}`,
    id: /^https:\/\/www\.loom\.com\/embed\/([\w-]+)$/,
  },
  vidyard: { address: (id) => `https://play.vidyard.com/${id}`, id: /^https:\/\/play\.vidyard\.com\/([\w-]+)$/ },
  streamio: {
    address: (id) => `https://streamio.com/api/v1/videos/${id}/public_show`,
    id: /^https:\/\/streamio\.com\/api\/v1\/videos\/(\w+)\/public_show$/,
  },
};

/**
 * The address of the player of a video.
 *
 * @param provider in any case
 * @returns null for a host that Intercom does not have, or an id that is none
 */
export function playerAddress(provider: string, id: string): string | null {
  const name = provider.toLowerCase();
  const player = Object.hasOwn(players, name) ? players[name] : undefined;
  const address = player?.address(id);
  return address !== undefined && player?.id.test(address) === true ? address : null;
}

/** The host and the id of a video by the address of its player; null where they do not say all that the address does. */
export function videoOf(address: string): { readonly provider: string; readonly id: string } | null {
  for (const [provider, player] of Object.entries(players)) {
    const id = player.id.exec(address)?.[1];
    if (id !== undefined) return { provider, id };
  }
  return null;
}
