import { Command, CommanderError, Option } from 'commander';
import type { Host, Sink } from '../model/host.ts';
import { safeOutput } from '../report/paint.ts';
import { version } from '../version.ts';
import { common, connected } from './common-options.ts';
import { importCommandOf } from './declare-import.ts';
import { previewCommand } from './declare-preview.ts';
import { pullCommand } from './declare-pull.ts';
import { doctorCommand, initCommand, schemaCommand } from './declare-setup.ts';
import { jsonError, wantsJson } from './json-error.ts';
import { atLeastOne, portNumber, wholeNumber } from './option-values.ts';

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
  const host = { ...given, stdout: guarded(given.stdout), stderr: guarded(given.stderr) };
  let code = 0;
  const done = (result: number): void => {
    code = result;
  };
  const isJson = wantsJson(argv);
  const program = buildProgram(host, done, isJson);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const { printError } = await import('./print-error.ts');
      return printError(error, host, argv);
    }
    // Help and version end with code 0; of anything else commander has told a person already.
    if (error.exitCode === 0) return 0;
    if (isJson) host.stdout.write(jsonError(misuse(error)));
    return wrongUsage;
  }
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

function buildProgram(host: Host, done: (code: number) => void, isJson: boolean): Command {
  const program = new Command('helpcentre')
    .description('Keep your Intercom help centre as Markdown in git, and publish it on merge.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .configureHelp({ showGlobalOptions: false, sortSubcommands: false })
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => (isJson ? undefined : host.stderr.write(text)),
      getOutHelpWidth: () => Math.min(host.stdout.columns, 100),
      getErrHelpWidth: () => Math.min(host.stderr.columns, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText('after', examples);
  program.addCommand(initCommand(host, done));
  program.addCommand(checkCommand(host, done));
  program.addCommand(planCommand(host, done));
  program.addCommand(diffCommand(host, done));
  program.addCommand(publishCommand(host, done));
  program.addCommand(importCommandOf(host, done));
  program.addCommand(pullCommand(host, done));
  program.addCommand(previewCommand(host, done));
  program.addCommand(sandboxCommand(host, done));
  program.addCommand(doctorCommand(host, done));
  program.addCommand(schemaCommand(host, done));
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

const examples = `
Try it without an Intercom account:
  helpcentre publish --sandbox      publish to a workspace on this machine
  helpcentre sandbox                look at the pages it made

The token comes from INTERCOM_ACCESS_TOKEN, or from standard input
with --token-stdin.`;

function planning(command: Command): Command {
  return connected(command)
    .addOption(
      new Option('--on-drift <policy>', 'what to do with edits made in Intercom').choices([
        'fail',
        'keep',
        'overwrite',
      ]),
    )
    .option('--allow-removals', 'allow more removals than maxRemovals')
    .option('--workspace <id>', 'the workspace to expect; refuse any other');
}

function checkCommand(host: Host, done: (code: number) => void): Command {
  return common(new Command('check'))
    .description('compile everything and show every problem with its place')
    .argument('[paths...]', 'files or folders; everything if none is given')
    .addOption(
      new Option('--format <format>', 'how to show the problems').choices(['pretty', 'json', 'github', 'sarif']),
    )
    .option('--strict', 'warnings are errors')
    .option('--fix', 'fix what has exactly one right answer')
    .option('--check-links', 'check that addresses on the web still exist')
    .action(async (paths: string[], options) => done(await (await import('./check.ts')).check(host, paths, options)));
}

function looking(command: Command): Command {
  return planning(command)
    .argument('[paths...]', 'files or folders to show; everything if none is given')
    .option('--offline', 'do not ask Intercom: compare with the lockfile only')
    .option('--out <file>', 'save the plan, for publish --plan')
    .option('--detailed-exitcode', 'exit with 2 when there are changes');
}

function planCommand(host: Host, done: (code: number) => void): Command {
  return looking(new Command('plan'))
    .description('show what publish would do, and why')
    .action(async (paths: string[], options) => done(await (await import('./plan.ts')).plan(host, paths, options)));
}

function diffCommand(host: Host, done: (code: number) => void): Command {
  return looking(new Command('diff'))
    .description('show the plan with what changes inside each article')
    .action(async (paths: string[], options) => done(await (await import('./diff.ts')).diff(host, paths, options)));
}

function publishCommand(host: Host, done: (code: number) => void): Command {
  return planning(new Command('publish'))
    .description('make Intercom match the sources')
    .option('--yes', 'do not ask')
    .option('--plan <file>', 'publish exactly this saved plan, or nothing')
    .option('--concurrency <n>', 'articles to publish at the same time', atLeastOne)
    .action(async (options) => done(await (await import('./publish.ts')).publish(host, options)));
}

function sandboxCommand(host: Host, done: (code: number) => void): Command {
  return common(new Command('sandbox'))
    .description('run a local Intercom workspace')
    .option('--port <n>', 'port to listen on; 0: any free port (default: 4110)', portNumber)
    .option('--dir <dir>', 'folder of its state (default: .helpcentre/sandbox)')
    .addOption(
      new Option('--mode <mode>', 'where the official pages and real workspaces differ')
        .choices(['observed', 'strict'])
        .default('observed'),
    )
    .option('--rate-limit <n>', 'requests per ten seconds', atLeastOne, 166)
    .option('--latency <ms>', 'wait this long before each answer', wholeNumber)
    .option('--seed <n>', 'seed of ids and random faults', wholeNumber)
    .option('--fault <spec>', 'fail on purpose, see below')
    .addHelpText('after', faultGrammar)
    .action(async (options) => done(await (await import('./sandbox.ts')).sandbox(host, options)));
}

const faultGrammar = `
Faults, separated by commas: KIND, then which requests it meets.
  refuse reset-before 429 500 502 503 504   nothing happens
  drop-after reset-after cut[=BYTES]        it happens, the answer is lost
  500-after 502-after 503-after 504-after   it happens, the answer denies it
  slow[=2s|=1500ms]                         it happens, later
  @5  @3-8  @10+                            fifth; third to eighth; tenth and on
  @PUT  @/articles*  @PUT:/articles/*       of this method, path or both
  %0.2                                      one in five, drawn with --seed
Examples:
  --fault 'drop-after@POST:/articles@2'
  --fault '500@PUT:/articles/*%0.1,slow=2s%0.1'`;
