import type { VideoForm } from '../../model/quirks.ts';
import { videoFormOf } from '../../model/video-form.ts';
import { blocks, type Construct } from './context.ts';
import { attribute, element } from './node.ts';

/**
 * The address of an embedded video that Intercom can show; null for any other.
 *
 * @param src the `src` attribute of an iframe; `//host/path` means https
 * @param taken forms that it can show
 */
export function videoAddress(src: string | undefined, taken: readonly VideoForm[]): string | null {
  const form = videoFormOf(src ?? '');
  return form !== null && taken.includes(form) ? (src ?? '').trim().replace(/^\/\//, 'https://') : null;
}

/** Rewrites `iframe` to a video block; unsupported ones were refused before. */
export const videoConstruct: Construct = (node, { context }) => {
  const frame = element(
    'iframe',
    {
      src: videoAddress(attribute(node, 'src'), context.quirks.videos) ?? '',
      frameborder: '0',
      webkitallowfullscreen: true,
      mozallowfullscreen: true,
      allowFullScreen: true,
      allow: attribute(node, 'allow'),
    },
    [],
  );
  return blocks(element('div', { className: ['intercom-h2b-video'] }, [frame]));
};
