import { CommanderError } from 'commander';
import type { Host, Sink } from '../model/host.ts';
import { formatDocument } from '../output/format.ts';
import { safeOutput } from '../report/paint.ts';
import { keeping } from '../use-cases/memo-for.ts';
import { wantsJson } from './json-error.ts';
import { misspeltVariables } from './misspelt-variables.ts';
import { buildProgram } from './program.ts';

/** Exit code for wrong usage (sysexits' EX_USAGE). */
const wrongUsage = 64;

/**
 * Runs the program: parses the arguments, carries out one command, and prints the one error it may end with.
 * Everything the run touches comes through the host.
 *
 * @param argv arguments without the node binary and the script
 * @returns the exit code: 0 done; 1 something failed or was held back; 2 there are changes
 *   (`--detailed-exitcode`); 64 wrong usage
 */
export async function run(argv: readonly string[], given: Host): Promise<number> {
  return keeping(given, (host) => parseAndRun(argv, host));
}

async function parseAndRun(argv: readonly string[], given: Host): Promise<number> {
  const host = { ...given, stdout: guarded(given.stdout), stderr: guarded(given.stderr) };
  let code = 0;
  const done = (result: number): void => {
    code = result;
  };
  const isJson = wantsJson(argv);
  const help: string[] = [];
  const { program, parsed } = buildProgram(host, done, {
    help: (text) => void (isJson ? help.push(text) : host.stdout.write(text)),
    missing: (text) => void (isJson || host.stderr.write(text)),
  });
  if (!argv.includes('--quiet')) for (const line of misspeltVariables(host.env)) host.stderr.write(`${line}\n`);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // Help and version end with code 0.
    if (error instanceof CommanderError && error.exitCode === 0) {
      if (isJson) host.stdout.write(asDocument(error, help.join('')));
      return 0;
    }
    if (error instanceof CommanderError && error.code === 'commander.help' && !isJson) return wrongUsage;
    const { printError } = await import('./print-error.ts');
    if (!(error instanceof CommanderError)) return printError(error, host, argv);
    const { misuse } = await import('./misuse.ts');
    return printError(misuse(error, parsed()), host, argv);
  }
}

/** Help or version as the one JSON document that was asked for. */
function asDocument({ code }: CommanderError, text: string): string {
  return formatDocument('help', code === 'commander.version' ? { version: text.trim() } : { help: text });
}

/** A stream on which nothing from a file, a workspace or an argument steers the terminal. */
function guarded(sink: Sink): Sink {
  return { ...sink, write: (text) => sink.write(safeOutput(text)) };
}
