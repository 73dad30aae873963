import type { Command, CommanderError } from 'commander';
import { UsageError } from '../model/usage-error.ts';
import { nearestName } from '../text/nearest.ts';
import { listed } from './help-format.ts';
import { commandElsewhere, optionElsewhere } from './other-words.ts';

/** Exit code for wrong usage (sysexits' EX_USAGE). */
const wrongUsage = 64;

/**
 * What the parser could not make sense of, as an error like any other: with what was probably meant, and where to look.
 *
 * @param error of the parser; its codes are those of the JSON documents
 * @param command the one that was parsed
 */
export function misuse({ code, message }: CommanderError, command: Command): UsageError {
  const kind = code.replace(/^commander\./, '');
  const said = message.replace(/^error: /, '');
  const [, name = ''] = /'(.*)'/s.exec(said) ?? [];
  switch (kind) {
    case 'unknownCommand':
      return unknownCommand(name, command);
    case 'help':
      return wrong(kind, 'there is no command to run', seeHelp(command));
    case 'unknownOption':
      return wrong(kind, said, optionHelp(name, command));
    case 'invalidArgument':
      return invalid(said, command);
    case 'optionMissingArgument':
      return wrong(kind, `${name.replace(/ .*/s, '')} needs a value`, seeHelp(command));
    case 'excessArguments':
      return wrong(
        kind,
        said.replace(/ for .*?(?=\. )/s, '').replace(/\. Expected (\d+).*/s, ': expected $1'),
        seeHelp(command),
      );
    default:
      return wrong(kind, said, seeHelp(command));
  }
}

/** In the parser's words: `option '--max <n>' argument 'x' is invalid. expected a whole number.` */
function invalid(said: string, command: Command): UsageError {
  const option = /^option '(\S+)[^']*' argument '(.*?)' is invalid\. (.*)$/s.exec(said);
  const argument = /^command-argument value '(.*?)' is invalid for argument '(\S+)'\. (.*)$/s.exec(said);
  const [name, value, reason] = option?.slice(1) ?? [argument?.[2], argument?.[1], argument?.[3]];
  if (name === undefined || value === undefined || reason === undefined)
    return wrong('invalidArgument', said, seeHelp(command));
  const [, why = '', meant] = /^(.*?) ?(Did you mean .*)?$/s.exec(reason) ?? [];
  const because = why === '' ? '' : `: ${why.replace(/\.$/, '')}`;
  return wrong('invalidArgument', `${name} cannot be "${value}"${because}`, meant ?? seeHelp(command));
}

/** A command that is not there. */
export function unknownCommand(name: string, program: Command): UsageError {
  const elsewhere = commandElsewhere(name);
  if (elsewhere !== null) return wrong('unknownCommand', `unknown command '${name}'`, elsewhere);
  const near = nearestName(
    name,
    program.commands.map((one) => one.name()),
  );
  const help = near === null ? seeHelp(program) : `Did you mean "${near}"?`;
  return wrong('unknownCommand', `unknown command '${name}'`, help);
}

function optionHelp(flag: string, command: Command): string {
  const [given = ''] = flag.split('=');
  const elsewhere = optionElsewhere(given);
  if (elsewhere !== null) return elsewhere;
  const near = nearestName(given, flagsOf(command));
  if (near !== null) return `Did you mean "${near}"?`;
  const others = (command.parent?.commands ?? []).filter((one) => flagsOf(one).includes(given));
  const names = others.map((one) => `"${one.name()}"`);
  return names.length > 0 ? `It is an option of ${listed(names, 'and')}.` : seeHelp(command);
}

function flagsOf(command: Command): readonly string[] {
  const { options } = command;
  return [
    ...options.flatMap(({ long, hidden }) => (long === undefined || long === null || hidden ? [] : [long])),
    '--help',
  ];
}

function seeHelp(command: Command): string {
  const way = command.parent === null ? 'helpcentre' : `helpcentre ${command.name()}`;
  return `Run "${way} --help" to see what there is.`;
}

function wrong(code: string, message: string, help: string): UsageError {
  return new UsageError(code, message, help, wrongUsage);
}
