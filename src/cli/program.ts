import { Command, Option } from 'commander';
import type { Host } from '../model/host.ts';
import { version } from '../version.ts';
import { commands } from './commands.ts';
import { commonGroup } from './common-options.ts';
import { factsOf } from './declared.ts';
import type { Done } from './done.ts';
import { examples } from './help.ts';
import { examplesText, helpLayout } from './help-format.ts';
import { strictChoices } from './strict-choices.ts';

/** The program, and what it was at. */
interface Program {
  readonly program: Command;
  /** The command whose arguments the parser gave up at. */
  readonly parsed: () => Command;
}

/** Told of help. */
interface Say {
  readonly help: (text: string) => void;
  readonly missing: (text: string) => void;
}

/**
 * Every command, ready to parse. What the parser does not understand it throws, and says nothing itself.
 *
 * @param done told of the exit code
 * @param say told of the help that was asked for, and of that for a line without a command
 */
export function buildProgram(host: Host, done: Done, say: Say): Program {
  const program = new Command('helpcentre')
    .description('Keep your Intercom help centre as Markdown in git, and publish it on merge.')
    .version(version, '-V, --version', 'print the version')
    .addHelpOption(new Option('-h, --help', 'print help').helpGroup(commonGroup))
    .configureHelp(helpLayout)
    .configureOutput({
      writeOut: say.help,
      // Only the help for a line without a command is said here; of mistakes, `misuse` makes what is printed.
      writeErr: say.missing,
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(host.stdout.columns, 100),
      getErrHelpWidth: () => Math.min(host.stderr.columns, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .addHelpText('after', examples);
  for (const option of program.options) option.helpGroup(commonGroup);
  let at = program;
  for (const command of [program, ...commands(host, done), helpCommand(program)]) {
    if (command !== program) program.addCommand(command.copyInheritedSettings(program));
    strictChoices(command);
    command.exitOverride((error) => {
      at = command;
      throw error;
    });
    if (command === program) continue;
    const { group = 'Tools', more = '' } = factsOf(command) ?? {};
    command.helpGroup(`${group}:`).addHelpText('after', `${more}${more === '' ? '' : '\n'}${examplesText(command)}`);
  }
  // Only now there are names to complete; one that is none of them is an unknown command.
  for (const argument of program.commands.at(-1)?.registeredArguments ?? [])
    argument.argChoices = program.commands.map((command) => command.name());
  return { program, parsed: () => at };
}

function helpCommand(program: Command): Command {
  return new Command('help')
    .description('print help for a command')
    .argument('[command]', 'the command')
    .addOption(new Option('--json', 'print one JSON document and nothing else').helpGroup(commonGroup))
    .action(async (name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((one) => one.name() === name);
      if (command === undefined) throw (await import('./misuse.ts')).unknownCommand(name ?? '', program);
      command.help();
    });
}
