import { isAskable } from '../../audit/checks/pictures.ts';
import { imageSources } from '../../body/references.ts';
import { openPictures, type PictureOptions, type PictureState } from '../../links/look-at-pictures.ts';
import type { AuditedPicture } from '../../model/audit.ts';
import type { Remote } from '../../model/remote.ts';
import { pictureType } from '../../read/file-facts.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';
import { startProgress } from '../progress.ts';

/** An hour: most pictures are on one host, which is asked slowly. */
const totalMs = 3_600_000;

/** Addresses of all pictures in a workspace that can be asked for, each once. */
export function picturesIn({ articles }: Pick<Remote, 'articles'>): readonly string[] {
  const bodies = articles.flatMap(({ locales }) => Object.values(locales).map(({ body }) => body));
  return [...new Set(bodies.flatMap(imageSources))].filter(isAskable);
}

/**
 * Asks for pictures at their addresses, a few at once of one host.
 *
 * @param looking what tests change, and whether pictures on this machine may be asked for
 */
export async function askForPictures(
  context: Context,
  addresses: readonly string[],
  looking: Pick<PictureOptions, 'bounds' | 'web' | 'loopback'> = {},
): Promise<ReadonlyMap<string, AuditedPicture>> {
  const { host } = context;
  const stop = AbortSignal.any([host.signal, AbortSignal.timeout(totalMs)]);
  const looker = openPictures({
    ...{ userAgent: `helpcentre/${version} (looks for broken pictures)`, typeOf: pictureType, signal: stop },
    sleep: host.sleep,
    ...looking,
  });
  const progress = startProgress(context, addresses.length, 'pictures');
  try {
    const asked = addresses.map(async (address): Promise<[string, AuditedPicture]> => {
      const state = await looker.look(address);
      progress.step(address.replace(/[?#].*$/s, ''));
      return [address, audited(state)];
    });
    return new Map(await Promise.all(asked));
  } finally {
    progress.end();
    await looker.close();
  }
}

/** What is certain of it: a server that is in trouble now may have the picture. */
function audited(state: PictureState): AuditedPicture {
  if (state.is !== 'broken') return state;
  // It is there, and too large even for Intercom.
  const [, megabytes] = /^has (\d+(?:\.\d+)?) MB/.exec(state.reason) ?? [];
  if (megabytes !== undefined) return { is: 'picture', bytes: Number(megabytes) * 1_000_000 };
  return state.mayPass === true ? { is: 'unknown', reason: state.reason } : state;
}
