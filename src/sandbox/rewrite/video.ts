import type { VideoForm } from '../../model/quirks.ts';
import { blocks, type Construct } from './context.ts';
import { attribute, element } from './node.ts';

/** Hosts of embedded videos, and the form that an address of one has. */
const hosts: readonly (readonly [RegExp, (pathname: string) => VideoForm])[] = [
  [/(^|\.)youtube\.com$/, (path) => (path.startsWith('/embed/') ? 'youtube-embed' : 'youtube-watch')],
  [/(^|\.)youtube-nocookie\.com$/, () => 'youtube-nocookie'],
  [/(^|\.)youtu\.be$/, () => 'youtube-short'],
  [/(^|\.)(wistia\.com|wistia\.net)$/, () => 'wistia'],
  [/^player\.vimeo\.com$/, () => 'vimeo-player'],
  [/(^|\.)vimeo\.com$/, () => 'vimeo-page'],
  [/(^|\.)loom\.com$/, (path) => (path.startsWith('/embed/') ? 'loom-embed' : 'loom-share')],
  [/(^|\.)vidyard\.com$/, () => 'vidyard'],
  [/(^|\.)streamio\.com$/, () => 'streamio'],
];

/**
 * The address of an embedded video that Intercom can show; null for any other.
 *
 * @param src the `src` attribute of an iframe; `//host/path` means https
 * @param taken forms that it can show
 */
export function videoAddress(src: string | undefined, taken: readonly VideoForm[]): string | null {
  const address = (src ?? '').trim().replace(/^\/\//, 'https://');
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  const form = hosts.find(([host]) => host.test(hostname))?.[1](pathname);
  return form !== undefined && taken.includes(form) ? address : null;
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
