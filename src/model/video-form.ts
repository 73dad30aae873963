import type { VideoForm } from './quirks.ts';

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

/** The form that the address of a video has; null where it is of no host that is known. */
export function videoFormOf(address: string): VideoForm | null {
  const whole = address.trim().replace(/^\/\//, 'https://');
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return null;
  const { hostname, pathname } = new URL(whole);
  return hosts.find(([host]) => host.test(hostname))?.[1](pathname) ?? null;
}
