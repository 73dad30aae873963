import type { PictureLooker, PictureOptions } from '../links/look-at-pictures.ts';
import type { Settings } from '../model/settings.ts';
import { isLoopback } from '../net/loopback.ts';
import type { PictureCheck } from '../publish/picture-check.ts';
import { pictureType } from '../read/file-facts.ts';
import { version } from '../version.ts';
import type { Context } from './context.ts';

/**
 * How pictures are looked at before they are sent, as `images.check` says. Towards an API on this machine only those on
 * this machine are: whoever tries things out needs no network, and what stands in for Intercom there asks for no others
 * either.
 *
 * @param loopback whether the API is on this machine
 * @param looking what tests change
 * @returns null where nobody looks
 */
export function pictureCheckFor(
  { images }: Pick<Settings, 'images'>,
  { host }: Pick<Context, 'host'>,
  loopback: boolean,
  looking: Partial<Pick<PictureOptions, 'bounds' | 'web'>> = {},
): (PictureCheck & Pick<PictureLooker, 'close'>) | null {
  if (images.check === 'off') return null;
  // Most runs ask for no picture, and what asks takes as long to load as the whole plan.
  const open = async (): Promise<PictureLooker> =>
    (await import('../links/look-at-pictures.ts')).openPictures({
      userAgent: `helpcentre/${version} (looks at pictures before they are published)`,
      typeOf: pictureType,
      signal: host.signal,
      sleep: (milliseconds, signal) => host.sleep(milliseconds, signal),
      loopback,
      ...looking,
      // Writes wait for it: as many at once as a browser asks a host for, and faster as long as the host answers well.
      bounds: { perHost: 6, leastGapMs: 10, ...looking.bounds },
    });
  let looker: Promise<PictureLooker> | null = null;
  return {
    isStrict: images.check === 'strict',
    async look(url) {
      if (!isAskedFor(url, loopback)) return null;
      looker ??= open();
      return (await looker).look(url);
    },
    close: async () => (await looker)?.close(),
  };
}

function isAskedFor(url: string, loopback: boolean): boolean {
  return !loopback || (URL.canParse(url) && isLoopback(new URL(url)));
}
