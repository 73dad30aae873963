import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** What a git command came to. */
export interface GitResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Git in one folder. */
export interface Git {
  /** Runs git without a shell. Rejects only when there is no git. */
  run(args: readonly string[], options?: GitRunOptions): Promise<GitResult>;
}

/** What one command gets besides its arguments. */
export interface GitRunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
}

/** Who commits: the account of GitHub's own workflows. */
export const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };

/**
 * Git as the Action uses it: it never asks, runs no hook of the checkout, speaks English, and is given no secret but
 * the token for the remote, which stands in its environment and not in its arguments.
 *
 * @param folder absolute folder in the checkout
 * @param env the job's environment
 * @param credential which remote the token is for; null where git has its own way in (a deploy key, a path)
 */
export function openGit(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  credential: { readonly origin: string; readonly token: string } | null,
): Git {
  const settings: [string, string][] = [
    ['safe.directory', '*'],
    ['core.hooksPath', devNull],
    ['user.name', bot.name],
    ['user.email', bot.email],
    ['gc.auto', '0'],
  ];
  if (credential !== null) {
    const key = `http.${credential.origin}/.extraheader`;
    // The empty value takes away the header that actions/checkout left: two of them are refused.
    settings.push([key, ''], [key, `AUTHORIZATION: basic ${basicCredential(credential.token)}`]);
  }
  const own = { ...plainEnv(env), ...configured(settings), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return { run: (args, options = {}) => runGit(folder, args, { ...own, ...options.env }, options.input) };
}

/** A token as git sends it to GitHub: a secret too, in another form. */
export function basicCredential(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}

/** The environment without secrets, and without what would point git elsewhere. */
function plainEnv(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const kept = Object.entries(env).filter(
    ([key]) => !/^(INPUT_|STATE_|INTERCOM_|ACTIONS_|GITHUB_|AWS_|GIT_(?!SSH|SSL|PROXY|TRACE))|TOKEN|SECRET/i.test(key),
  );
  return Object.fromEntries(kept.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function configured(settings: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const entries = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return Object.fromEntries([...entries, ['GIT_CONFIG_COUNT', String(settings.length)]]);
}

function runGit(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input: string | Uint8Array | undefined,
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    // In a group of its own: a Ctrl-C meant for the run does not cut off the push that saves the lockfile.
    const detached = process.platform !== 'win32';
    const child = spawn('git', [...args], { cwd, env: { ...env }, detached, windowsHide: true });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      }),
    );
    // Git may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}

/** Git said no to something that it can always do. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly code = 'git';
}

/** Runs git and gives what it printed, to the letter. @throws GitError when it fails */
export async function gitOutput(git: Git, args: readonly string[], options?: GitRunOptions): Promise<string> {
  const { code, stdout, stderr } = await git.run(args, options);
  if (code === 0) return stdout;
  throw new GitError(`git ${args[0]} failed: ${stderr.trim().split('\n').slice(-3).join(' ')}`);
}

/** Runs git and gives what it printed, without the last line end. @throws GitError when it fails */
export async function gitText(git: Git, args: readonly string[], options?: GitRunOptions): Promise<string> {
  return (await gitOutput(git, args, options)).replace(/\n$/, '');
}
