import { ProblemsError } from './commands/connect.ts';
import { linesOf } from './commands/sources.ts';
import { UsageError } from './commands/usage-error.ts';
import { explainError } from './explain-error.ts';
import type { Host } from './host.ts';
import { paint, printable } from './report/paint.ts';
import { problemsText } from './report/problems-text.ts';

/**
 * Prints the error that a run ended with: the one place that does. Only `--verbose` shows a stack.
 *
 * @returns the exit code
 */
export async function printError(error: unknown, host: Host, argv: readonly string[]): Promise<number> {
  const colours = paint(host.stderr.isTTY && !host.env.NO_COLOR && !argv.includes('--no-color'));
  if (error instanceof ProblemsError) {
    host.stderr.write(`${problemsText(error.problems, colours, await linesOf(error.problems, host.cwd))}\n`);
    return 1;
  }
  const { code, message, help } = explainError(error);
  const next = help === '' ? '' : `\n  ${colours.dim('→')} ${printable(help)}`;
  host.stderr.write(`${colours.red('error')} ${printable(message)} ${colours.dim(`(${code})`)}${next}\n`);
  if (argv.includes('--verbose') && error instanceof Error) host.stderr.write(`${error.stack ?? ''}\n`);
  return error instanceof UsageError ? error.exitCode : 1;
}
