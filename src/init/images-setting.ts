/** Where a repository is, as far as its pictures can be fetched from there. */
export interface PictureSource {
  readonly forge: string | null;
  /** `gitlab.com`; null where it is not known. */
  readonly host: string | null;
  /** `acme/docs`; null where it is not known. */
  readonly path: string | null;
  /** Folder of the sources from the repository's root on; `.` for the root itself. */
  readonly content: string;
}

/**
 * How Intercom gets pictures that are files of a repository, as the value of `images` without its braces. GitLab and
 * Bitbucket serve what is in a public repository under an address with its commit.
 *
 * @returns `host: none` where nobody knows such an address
 */
export function imageHostSetting({ forge, host, path, content }: PictureSource): string {
  if (forge === 'github' || forge === null) return 'host: github';
  const base =
    host === null || path === null ? null : `https://${host}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const folder = content === '.' ? '' : `${content.split('/').map(encodeURIComponent).join('/')}/`;
  const file = `{commit}/${folder}{path}`;
  if (forge === 'gitlab' && base !== null) return `host: url, template: ${JSON.stringify(`${base}/-/raw/${file}`)}`;
  if (forge === 'bitbucket' && host === 'bitbucket.org')
    return `host: url, template: ${JSON.stringify(`${base}/raw/${file}`)}`;
  return 'host: none';
}
