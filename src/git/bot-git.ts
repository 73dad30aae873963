import { spawn } from 'node:child_process';
import { type GitSettings, gitEnvironment } from './git-environment.ts';
import { programIn } from './program.ts';

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

/** Variables with which a person or a runner says how git reaches a remote. */
const passed = [
  ...['SSH_AUTH_SOCK', 'SSH_AGENT_PID', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSH_VARIANT', 'GIT_SSL_CAINFO'],
  ...['GIT_SSL_CAPATH', 'GIT_SSL_NO_VERIFY', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'CURL_CA_BUNDLE'],
  ...['http_proxy', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'no_proxy', 'NO_PROXY'],
];

const settings: GitSettings = [
  ['safe.directory', '*'],
  ['user.name', bot.name],
  ['user.email', bot.email],
];

/** Commands that speak with the remote: no other is given what opens it. */
const remote = new Set(['fetch', 'push', 'ls-remote']);

/** Which remote a token is for. */
export interface Credential {
  readonly origin: string;
  readonly token: string;
}

/**
 * Git as the Action uses it: it never asks, runs no hook of the checkout, speaks English, and is given no secret but
 * the token for the remote, which stands in the environment of the commands that speak with it and not in arguments.
 *
 * @param folder absolute folder in the checkout
 * @param env the job's environment
 * @param credential which remote the token is for; null where git has its own way in (a deploy key, a path)
 */
export function openGit(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  credential: Credential | null,
): Git {
  const started = (more: GitSettings) =>
    gitEnvironment(folder, env, {
      passed,
      settings: [...settings, ...more],
      protocols: ['https', 'http', 'ssh', 'file'],
      takesAnyOwner: true,
    });
  const plain = started([]);
  const open = credential === null ? plain : started(headersFor(credential));
  return {
    async run(args, options = {}) {
      const own = await (remote.has(args[0] ?? '') ? open : plain);
      if (own === null) return { code: 128, stdout: '', stderr: `${folder} is not in a git repository` };
      return runGit(folder, args, { ...own, ...options.env }, options.input);
    },
  };
}

/** The empty value takes away the header that actions/checkout left: two of them are refused. */
function headersFor({ origin, token }: Credential): GitSettings {
  const key = `http.${origin}/.extraheader`;
  return [
    [key, ''],
    [key, `AUTHORIZATION: basic ${basicCredential(token)}`],
  ];
}

/** A token as git sends it to GitHub: a secret too, in another form. */
export function basicCredential(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
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
    const child = spawn(programIn('git', env), [...args], { cwd, env: { ...env }, detached, windowsHide: true });
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
