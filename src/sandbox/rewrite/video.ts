import { blocks, type Construct } from './context.ts';
import { attribute, element } from './node.ts';

/** Where embedded videos may come from: YouTube, Wistia, Vimeo, Loom, Vidyard and Streamio. */
const hosts = [
  /(^|\.)(youtube\.com|youtube-nocookie\.com|youtu\.be)$/,
  /(^|\.)(wistia\.com|wistia\.net)$/,
  /(^|\.)vimeo\.com$/,
  /(^|\.)loom\.com$/,
  /(^|\.)vidyard\.com$/,
  /(^|\.)streamio\.com$/,
];

/**
 * The address of an embedded video that Intercom can show; null for any other. Loom only plays `/embed/`.
 *
 * @param src the `src` attribute of an iframe; `//host/path` means https
 */
export function videoAddress(src: string | undefined): string | null {
  const address = (src ?? '').trim().replace(/^\/\//, 'https://');
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  if (!hosts.some((host) => host.test(hostname))) return null;
  return /(^|\.)loom\.com$/.test(hostname) && !pathname.startsWith('/embed/') ? null : address;
}

/** Rewrites `iframe` to a video block; unsupported ones were refused before. */
export const videoConstruct: Construct = (node) => {
  const frame = element(
    'iframe',
    {
      src: videoAddress(attribute(node, 'src')) ?? '',
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
