import path from 'node:path';
import type { Settings } from '../model.ts';
import type { ImageHost } from '../publish/image-host.ts';
import { loopbackImages, noImages, templateImages } from '../publish/loopback-images.ts';
import { UsageError } from './usage-error.ts';

/**
 * How local images become reachable: towards an API on this machine they are served from here, whatever the
 * configuration says; else as `images` in the configuration says.
 */
export function imageHostFor(settings: Settings, folder: string, loopback: boolean): ImageHost {
  if (loopback) return loopbackImages(path.join(folder, settings.content));
  switch (settings.images.host) {
    case 'none':
      return noImages;
    case 'url':
      return templateImages(settings.images.template);
    default:
      throw new UsageError(
        'image-host',
        `images: { host: ${settings.images.host} } is not available in this version`,
        'Use host: url or none.',
      );
  }
}
