import { run } from '../../src/cli/run.ts';
import type { Host } from '../../src/model/host.ts';
import { demandDocument } from './check-document.ts';

/** What a run printed and how it ended. */
export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a test can change about the invented host. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Answers the question a command asks; without it there is no terminal to ask in. */
  readonly answer?: boolean;
  readonly stdin?: string;
  readonly signal?: AbortSignal;
  /** Divides every pause: time goes by as much faster. */
  readonly hurry?: number;
  /** Milliseconds by which its clock is ahead, when it is asked. */
  readonly ahead?: () => number;
  /** Build of the program whose work earlier runs kept; without it nothing is kept. */
  readonly build?: string;
  /** Told of what is printed, as it is printed. */
  readonly onStdout?: (text: string) => void;
}

/** An invented host, and what was printed to it so far. */
export interface InventedHost {
  readonly host: Host;
  printed(): Pick<RunResult, 'stdout' | 'stderr'>;
  /** Does what is to be done when the command is done. */
  end(): Promise<void>;
}

/**
 * Runs the whole program in memory, in a folder, as in a pipe: no terminal, no colours.
 *
 * @throws Error where it prints a document that its schema does not describe
 */
export async function runIn(cwd: string, argv: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { host, printed, end } = inventHost(cwd, options);
  const code = await run(argv, host);
  await end();
  demandDocument(cwd, argv, printed().stdout);
  return { code, ...printed() };
}

/** A host in a folder, as in a pipe: for commands that a test calls by itself. */
export function inventHost(cwd: string, options: RunOptions = {}): InventedHost {
  const out: string[] = [];
  const err: string[] = [];
  const sink = (lines: string[], told?: (text: string) => void) => ({
    write(text: string) {
      lines.push(text);
      told?.(text);
    },
    isTTY: false,
    columns: 80,
  });
  const tasks: (() => Promise<void>)[] = [];
  const atEnd = (task: () => Promise<void>): unknown => tasks.push(task);
  const begun = Date.now();
  const host: Host = {
    cwd,
    env: options.env ?? {},
    stdout: sink(out, options.onStdout),
    stderr: sink(err),
    readStdin: () => Promise.resolve(options.stdin ?? ''),
    confirm: () => Promise.resolve(options.answer === true),
    interactive: options.answer !== undefined,
    // Whoever waits for a time waits as much less as whoever sleeps.
    now: () => (options.ahead?.() ?? 0) + begun + (Date.now() - begun) * (options.hurry ?? 1),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, milliseconds / (options.hurry ?? 1));
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(new Error('aborted'));
        });
      }),
    random: () => Math.random(),
    signal: options.signal ?? new AbortController().signal,
    ...(options.build === undefined ? {} : { keeps: { build: options.build, atEnd } }),
  };
  return {
    host,
    printed: () => ({ stdout: out.join(''), stderr: err.join('') }),
    async end() {
      for (const task of tasks) await task();
    },
  };
}
