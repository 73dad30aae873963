import { isLoopback } from '../../net/loopback.ts';

/**
 * Addresses of images. A stored body holds `image:` and a path, since the sandbox's own address may differ
 * from run to run; the full, signed URL is put in at every read.
 */
const scheme = 'image:';

/** Hosts from which Intercom serves images that it keeps. */
const cdnHosts = [
  /^downloads\.(?:au\.)?intercomcdn\.com$/,
  /^downloads\.intercomcdn\.eu$/,
  /^(?:[a-z]+\.)?intercom-attachments-[1-9]\.com$/,
  /^(?:[a-z]+\.)?intercom-attachments\.eu$/,
  /^(?:[a-z]+\.)?au\.intercom-attachments\.com$/,
];

/** How a stored body refers to an image. */
export function storedAddress(path: string): string {
  return scheme + path;
}

/**
 * Puts full addresses into a stored body.
 *
 * @param html as stored: the image tags are the sandbox's own print, with `src` first, and `<` in text is
 *   escaped, so nothing else looks like them
 * @param addressOf makes the full address of a path
 */
export function withAddresses(html: string, addressOf: (path: string) => string): string {
  return html.replace(/<img src="image:([^"]*)"/g, (_, path: string) => {
    return `<img src="${addressOf(path.replaceAll('&amp;', '&')).replaceAll('&', '&amp;')}"`;
  });
}

/** The path under which an image may be kept already: of the sandbox on any port, or of Intercom's own hosts. */
export function keptPath(url: URL): string | null {
  if (!url.pathname.startsWith('/i/o/')) return null;
  return isLoopback(url) || isCdn(url.hostname) ? url.pathname : null;
}

/** Whether a host serves Intercom's own copies. */
function isCdn(hostname: string): boolean {
  return cdnHosts.some((host) => host.test(hostname));
}
