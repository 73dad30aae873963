import { Agent, type Dispatcher } from 'undici';
import { withoutSignature } from '../../body/canonical/url.ts';
import { unsigned } from '../../import/address-book.ts';
import { isAllowed } from '../../import/images/allowed.ts';
import { type Downloaded, downloadImages, type FailedImage, usualLimits } from '../../import/images/download.ts';
import { type WantedImage, wantedImages } from '../../import/images/wanted.ts';
import type { ImportJournal } from '../../import/journal.ts';
import type { NewFiles } from '../../import/new-files.ts';
import { openWeb } from '../../links/web.ts';
import type { ContentPath, Fingerprint } from '../../model/article.ts';
import { largestImage } from '../../model/largest-image.ts';
import type { Recorded } from '../../model/recorded.ts';
import type { Repository } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import { openRoute } from '../../net/dispatcher.ts';
import { isLoopback } from '../../net/loopback.ts';
import { factsOf } from '../../read/file-facts.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';
import { startProgress } from '../progress.ts';
import type { ImagePlace } from './flavour.ts';

/** Largest image that is taken, in bytes: what is larger would not be published again either. */
/** Milliseconds for one image, and until a connection stands. */
const timeouts = { image: 60_000, connect: 10_000 };

/** What downloading needs to know. */
export interface ImagesInput {
  readonly texts: Iterable<{ readonly path: ContentPath; readonly body: string }>;
  readonly settings: Settings;
  readonly repository: Repository;
  readonly recorded: Recorded;
  readonly journal: ImportJournal;
  readonly files: NewFiles;
  /** Where they go. */
  readonly place: ImagePlace;
  /** Whether the API is on this machine. */
  readonly loopback: boolean;
}

/** The images of an import. */
export interface ImportedImages extends Pick<Downloaded, 'downloaded'> {
  /** By the key of their address. */
  readonly placed: ReadonlyMap<string, { readonly path: ContentPath; readonly sha256: Fingerprint }>;
  /** How many of them were there already. */
  readonly present: number;
  readonly failed: readonly FailedImage[];
  /** Intercom's own copy of each, without signature: for the lockfile. */
  readonly copies: Readonly<Record<Fingerprint, string>>;
}

/**
 * Gets the images that texts show into the content folder, each once. What already exists, from the lockfile or a run
 * that was cut off, is not downloaded again.
 */
export async function importImages(context: Context, input: ImagesInput): Promise<ImportedImages> {
  const wanted = wantedImages(input.texts);
  const present = presentImages(input);
  const missing = wanted.filter((image) => !present.byKey.has(image.key));
  const route = openImageRoute(context);
  const progress = startProgress(context, missing.length, 'images');
  try {
    const { configured, loopback } = { configured: input.settings.import.imageHosts, loopback: input.loopback };
    const { placed, failed, downloaded } = await downloadImages(missing, {
      fetching: {
        isAllowed: (url) => isAllowed(url, { configured, loopback }),
        dispatcher: route.dispatcher,
        userAgent: `helpcentre/${version}`,
        largest: largestImage,
        timeout: timeouts.image,
        signal: context.host.signal,
        sleep: context.host.sleep,
      },
      factsOf,
      present: present.bySha,
      folder: input.place.folder,
      taken: input.repository.files.keys(),
      write: (path, bytes) => writeImage(input, path, bytes),
      async onImage(image, made) {
        if (made !== null) await input.journal.append([{ image: image.key, path: made.path, sha256: made.sha256 }]);
        progress.step(image.name);
      },
      limits: usualLimits,
      now: context.host.now,
    });
    const all = new Map([...present.byKey, ...placed]);
    const shown = wanted.filter((image) => all.has(image.key)).length;
    return { placed: all, present: shown - downloaded, downloaded, failed, copies: copiesOf(wanted, all) };
  } finally {
    progress.end();
    await route.close();
  }
}

async function writeImage({ files, place }: ImagesInput, path: ContentPath, bytes: Uint8Array): Promise<string | null> {
  const written = await files.write(path.slice(place.prefix.length), bytes);
  return written.is === 'left' ? `${path} ${written.reason}` : null;
}

/** Images in the content folder, by content and, where it is known, by the address that Intercom has them at. */
function presentImages({ repository, recorded, journal }: ImagesInput) {
  const bySha = new Map<Fingerprint, ContentPath>();
  for (const facts of repository.files.values()) {
    if (facts.kind === 'image' && !bySha.has(facts.sha256)) bySha.set(facts.sha256, facts.path);
  }
  const byKey = new Map<string, { readonly path: ContentPath; readonly sha256: Fingerprint }>();
  const known: (readonly [string, Fingerprint])[] = [
    ...Object.entries(recorded.images).map(([sha256, url]) => [withoutSignature(url), sha256] as const),
    ...[...journal.soFar.images].map(([key, { sha256 }]) => [key, sha256] as const),
  ];
  for (const [key, sha256] of known) {
    const path = bySha.get(sha256);
    if (path !== undefined) byKey.set(key, { path, sha256 });
  }
  return { bySha, byKey };
}

/** Of two copies of one content the first counts. */
function copiesOf(
  wanted: readonly WantedImage[],
  placed: ReadonlyMap<string, { readonly sha256: Fingerprint }>,
): Readonly<Record<Fingerprint, string>> {
  const copies = new Map<Fingerprint, string>();
  for (const image of wanted) {
    const sha256 = placed.get(image.key)?.sha256;
    if (sha256 !== undefined && !copies.has(sha256)) copies.set(sha256, unsigned(image.source));
  }
  return Object.fromEntries(copies);
}

/**
 * The way to images: this machine directly, the web through the proxy of the environment, or else to public addresses
 * alone, whatever a name resolves to.
 */
function openImageRoute({ host }: Context): {
  readonly dispatcher: (url: URL) => Dispatcher;
  close(): Promise<void>;
} {
  const opened = new Map<'loopback' | 'web', Dispatcher>();
  const open = (kind: 'loopback' | 'web'): Dispatcher => {
    const there = opened.get(kind);
    if (there !== undefined) return there;
    const made = kind === 'loopback' ? new Agent({ connect: { timeout: timeouts.connect } }) : openToWeb(host.env);
    opened.set(kind, made);
    return made;
  };
  return {
    dispatcher: (url) => open(isLoopback(url) ? 'loopback' : 'web'),
    async close() {
      for (const one of opened.values()) await one.destroy();
    },
  };
}

function openToWeb(env: Readonly<Record<string, string | undefined>>): Dispatcher {
  const isProxied = (env.https_proxy || env.HTTPS_PROXY || '').trim() !== '';
  const bounds = { connections: usualLimits.atOnce, connectMs: timeouts.connect };
  const route = isProxied ? openRoute('https://downloads.intercomcdn.com', env, bounds) : null;
  return route?.ok === true ? route.dispatcher : openWeb(timeouts.connect);
}
