import type { Host } from '../model/host.ts';
import { UsageError } from '../model/usage-error.ts';
import { wantsColour } from '../report/colour.ts';
import { paint, printable } from '../report/paint.ts';
import { problemsSummary } from '../report/problems-text.ts';
import { ProblemsError } from '../use-cases/connect.ts';
import { explainError } from '../use-cases/explain-error.ts';
import { jsonError, wantsJson } from './json-error.ts';
import { moreElsewhere, shownProblems } from './show-problems.ts';

/**
 * Prints the error that a run ended with: the one place that does. With `--json` it is a document on standard output,
 * where the result would be; else it is for people, on standard error. Only `--verbose` shows a stack.
 *
 * @returns the exit code
 */
export async function printError(error: unknown, host: Host, argv: readonly string[]): Promise<number> {
  const exitCode = error instanceof UsageError ? error.exitCode : 1;
  const colours = paint(wantsColour(host.stderr, host.env, !argv.includes('--no-color')));
  if (wantsJson(argv)) host.stdout.write(asJson(error));
  else if (error instanceof ProblemsError) {
    const around = { paint: colours, cwd: host.cwd, hint: moreElsewhere };
    const text = await shownProblems(error.problems, { all: argv.includes('--all') }, around);
    host.stderr.write(`${text}${problemsSummary(error.problems)}\n`);
  } else {
    const { code, message, help } = explainError(error);
    const next = help === '' ? '' : `\n  ${colours.dim('→')} ${printable(help)}`;
    host.stderr.write(`${colours.red('error')} ${printable(message)} ${colours.dim(`(${code})`)}${next}\n`);
  }
  if (argv.includes('--verbose') && error instanceof Error && !(error instanceof ProblemsError)) {
    host.stderr.write(`${error.stack ?? ''}\n`);
  }
  return exitCode;
}

function asJson(error: unknown): string {
  if (!(error instanceof ProblemsError)) {
    return jsonError(explainError(error), error instanceof UsageError ? error.data : {});
  }
  const { problems, message } = error;
  const { code, help } = problems[0] ?? { code: 'problems', help: '' };
  return jsonError({ code, message, help }, { problems });
}
