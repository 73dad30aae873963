/**
 * Whether a URL points at this machine. A token may travel there over plain http, and such requests never go through a
 * proxy.
 *
 * @param url any URL; only its host is looked at
 */
export function isLoopback({ hostname }: Pick<URL, 'hostname'>): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
