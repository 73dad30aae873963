import { ProblemsError } from './commands/connect.ts';
import { linesOf } from './commands/sources.ts';
import { UsageError } from './commands/usage-error.ts';
import type { Host } from './host.ts';
import { LockfileError } from './record/lockfile.ts';
import { paint, printable } from './report/paint.ts';
import { problemsText } from './report/problems-text.ts';
import { IntercomError } from './workspace.ts';

/**
 * Prints the error that a run ended with: the one place that does. What a person can meet is a sentence; only
 * our own bugs look like bugs, and only `--verbose` shows a stack.
 *
 * @returns the exit code
 */
export async function printError(error: unknown, host: Host, argv: readonly string[]): Promise<number> {
  const colours = paint(host.stderr.isTTY && !host.env.NO_COLOR && !argv.includes('--no-color'));
  const verbose = argv.includes('--verbose');
  const say = (code: string, message: string, help: string): void => {
    const next = help === '' ? '' : `\n  ${colours.dim('→')} ${printable(help)}`;
    host.stderr.write(`${colours.red('error')} ${printable(message)} ${colours.dim(`(${code})`)}${next}\n`);
    if (verbose && error instanceof Error) host.stderr.write(`${error.stack ?? ''}\n`);
  };
  if (error instanceof ProblemsError) {
    host.stderr.write(`${problemsText(error.problems, colours, await linesOf(error.problems, host.cwd))}\n`);
    return 1;
  }
  if (error instanceof UsageError) {
    say(error.code, error.message, error.help);
    return error.exitCode;
  }
  if (error instanceof IntercomError) {
    const request = error.requestId === null ? '' : ` (request ${error.requestId})`;
    say(error.code, `${error.message}${request}`, '');
    return 1;
  }
  if (error instanceof LockfileError) {
    say(
      error.code,
      error.message,
      'What was published is in the journal: put the file right and run again; nothing is published twice.',
    );
    return 1;
  }
  const failure = error as NodeJS.ErrnoException;
  if (typeof failure.code === 'string' && typeof failure.syscall === 'string') {
    say(failure.code, failure.message, 'Check the path, its permissions and the space on the disk, then run again.');
    return 1;
  }
  say(
    'bug',
    `something unexpected happened: ${error instanceof Error ? error.message : String(error)}`,
    'This is a bug. Run again with --verbose and report what it prints.',
  );
  return 1;
}
