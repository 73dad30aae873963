import { Command, CommanderError } from 'commander';
import type { Host, Sink } from '../model/host.ts';
import { formatDocument } from '../output/format.ts';
import { safeOutput } from '../report/paint.ts';
import { keeping } from '../use-cases/memo-for.ts';
import { version } from '../version.ts';
import { commands } from './commands.ts';
import { examples } from './help.ts';
import { jsonError, wantsJson } from './json-error.ts';

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
  const program = buildProgram(host, done, isJson, (text) => {
    if (isJson) help.push(text);
    else host.stdout.write(text);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const { printError } = await import('./print-error.ts');
      return printError(error, host, argv);
    }
    // Help and version end with code 0; of anything else commander has told a person already.
    if (error.exitCode === 0) {
      if (isJson) host.stdout.write(asDocument(error, help.join('')));
      return 0;
    }
    if (isJson) host.stdout.write(jsonError(misuse(error)));
    return wrongUsage;
  }
}

/** Help or version as the one JSON document that was asked for. */
function asDocument({ code }: CommanderError, text: string): string {
  return formatDocument('help', code === 'commander.version' ? { version: text.trim() } : { help: text });
}

function misuse({ code, message }: CommanderError) {
  return {
    code: code.replace(/^commander\./, ''),
    message: message.replace(/^error: /, ''),
    help: 'Run with --help to see what there is.',
  };
}

/** A stream on which nothing from a file, a workspace or an argument steers the terminal. */
function guarded(sink: Sink): Sink {
  return { ...sink, write: (text) => sink.write(safeOutput(text)) };
}

function buildProgram(
  host: Host,
  done: (code: number) => void,
  isJson: boolean,
  writeHelp: (text: string) => void,
): Command {
  const program = new Command('helpcentre')
    .description('Keep your Intercom help centre as Markdown in git, and publish it on merge.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .configureHelp({ showGlobalOptions: false, sortSubcommands: false })
    .configureOutput({
      writeOut: writeHelp,
      writeErr: (text) => (isJson ? undefined : host.stderr.write(text)),
      getOutHelpWidth: () => Math.min(host.stdout.columns, 100),
      getErrHelpWidth: () => Math.min(host.stderr.columns, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText('after', examples);
  for (const command of commands(host, done)) program.addCommand(command.copyInheritedSettings(program));
  return program;
}
