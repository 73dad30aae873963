/** Who runs the repository's pull requests and pipelines. */
export type Forge = 'github' | 'gitlab' | 'bitbucket' | 'other';

/** A repository on a forge, as a remote of git names it, without whatever signs in. */
export interface ForgeRepository {
  /** `github.com`, without a port. */
  readonly host: string;
  /** `acme/docs`; a group of groups has more parts. */
  readonly path: string;
}

/** The forges as people write them. */
export const forgeNames: Readonly<Record<Forge, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  bitbucket: 'Bitbucket',
  other: 'another host',
};

/** `https://user:secret@host:8443/path.git`, `ssh://git@host:22/path`. */
const withScheme = /^(?:git\+)?(?:https?|ssh|git|git\+ssh):\/\/(?:[^/@]*@)?(\[[^\]]+\]|[^/:]+)(?::\d*)?\/+(.+)$/i;
/** `git@host:path`, as ssh and scp take it. Of one letter it is a drive: `C:\work`. */
const likeScp = /^(?:[^/@:\\]+@)?([\w.-]{2,}):(?!\/\/)\/*(.+)$/;

/**
 * Reads the address of a remote. What signs in (a name, a password, a token) is left behind, so that the outcome may be
 * printed.
 *
 * @param address as `git remote` shows it
 * @returns null where it is a folder on this machine, or nothing that has a host
 */
export function repositoryAt(address: string): ForgeRepository | null {
  const [, host, rest] = withScheme.exec(address.trim()) ?? likeScp.exec(address.trim()) ?? [];
  if (host === undefined || rest === undefined) return null;
  const path = rest
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .replace(/^\/+/, '');
  return path === '' || /\s/.test(path) ? null : { host: host.toLowerCase(), path: withoutContext(host, path) };
}

/** Bitbucket on a server of one's own has `/scm/` before the path that is written into an address of ours. */
function withoutContext(host: string, path: string): string {
  return forgeOf(host) === 'bitbucket' ? path.replace(/^scm\//, '') : path;
}

/** Hosts that are known to be none of them. */
const others =
  /(?:^|\.)(?:codeberg\.org|gitea\.com|sr\.ht|dev\.azure\.com|visualstudio\.com|sourceforge\.net|amazonaws\.com|gitee\.com)$/i;

/**
 * The forge that a host is, by its name: `github.com`, `gitlab.acme.com`, `ssh.github.com`, `acme.ghe.com`, the
 * `github-work` of somebody's ssh settings.
 *
 * @returns null where the name says none: it may be one all the same
 */
export function forgeOf(host: string): Forge | null {
  if (/(?:^|[.-])(?:github|ghe)(?:[.-]|$)/i.test(host)) return 'github';
  if (/(?:^|[.-])gitlab(?:[.-]|$)/i.test(host)) return 'gitlab';
  if (/(?:^|[.-])bitbucket(?:[.-]|$)/i.test(host)) return 'bitbucket';
  return others.test(host) ? 'other' : null;
}

/** The forge that a file of a repository belongs to: that which starts its pipelines. */
export function forgeByFile(files: readonly string[]): { readonly forge: Forge; readonly file: string } | null {
  for (const [forge, pattern] of pipelines) {
    const file = files.find((one) => pattern.test(one));
    if (file !== undefined) return { forge, file };
  }
  return null;
}

const pipelines: readonly (readonly [Forge, RegExp])[] = [
  ['gitlab', /^\.gitlab-ci\.ya?ml$/],
  ['bitbucket', /^bitbucket-pipelines\.ya?ml$/],
  ['github', /^\.github\/workflows\/[^/]+\.ya?ml$/],
];
