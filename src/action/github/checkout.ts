import { type Git, gitText, openGit } from '../../git/bot-git.ts';
import { isLoopback } from '../../net/loopback.ts';

/** The checkout that a job works in. */
export interface Checkout {
  readonly git: Git;
  /** Where the folder stands in the repository: `''`, or `docs/`. */
  readonly prefix: string;
}

/**
 * Opens the git checkout that a folder is in. The token is used for the server that the job's own GitHub names, and
 * for no other.
 *
 * @param folder absolute; git's answers are relative to the checkout's root all the same
 * @returns null when the folder is in no checkout, or there is no git, or it has no remote `origin`
 */
export async function openCheckout(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  token: string | null,
): Promise<Checkout | null> {
  const plain = openGit(folder, env, null);
  try {
    const prefix = await gitText(plain, ['rev-parse', '--show-prefix']);
    const root = await gitText(plain, ['rev-parse', '--show-toplevel']);
    const url = await gitText(plain, ['remote', 'get-url', 'origin']);
    const origin = originOf(url);
    const own = originOf(env.GITHUB_SERVER_URL || 'https://github.com');
    const credential = token === null || origin === null || origin !== own ? null : { origin, token };
    return { git: openGit(root, env, credential), prefix };
  } catch {
    return null;
  }
}

/** `https://github.com` of an address that a token may travel to: https, or http on this machine. */
function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback({ hostname })) ? origin : null;
}
