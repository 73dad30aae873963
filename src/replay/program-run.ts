import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';

/** A program that a run started, git for one, and what it answered. */
export interface ProgramRun {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What it was given to read, a character a byte. */
  readonly input: string;
  /** Hash of its exit code and of what it printed. */
  readonly answered: string;
}

/** Milliseconds that a program may take, and bytes that it may print: no less than whoever started it allowed. */
const [mostTime, mostBytes] = [20_000, 64_000_000];

/** Starts a program once more. @returns what it answers now, as `ProgramRun` has it */
export async function answeredNow(program: Omit<ProgramRun, 'answered'>): Promise<string> {
  try {
    return await answerTo(program);
  } catch (error) {
    // Some failures to start are thrown: where its folder is a file by now, for one.
    return answerOf(error instanceof Error ? error : new Error(String(error)), '');
  }
}

function answerTo({ file, args, cwd, env, input }: Omit<ProgramRun, 'answered'>): Promise<string> {
  return new Promise((resolve) => {
    const options = {
      cwd,
      env,
      timeout: mostTime,
      maxBuffer: mostBytes,
      windowsHide: true,
      encoding: 'buffer',
    } as const;
    const child = execFile(file, [...args], options, (error, stdout) => resolve(answerOf(error, stdout)));
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(Buffer.from(input, 'latin1'));
  });
}

/** What stands for an answer of a program: its exit code and what it printed. */
export function answerOf(error: Error | null, stdout: Buffer | string): string {
  const code = error === null ? 0 : ((error as { readonly code?: unknown }).code ?? 'killed');
  return createHash('sha256')
    .update(`${String(code)}\0`)
    .update(stdout)
    .digest('base64url');
}
