import type { Argument, Command, Option } from 'commander';

/** What can stand where a value is expected: one of some words, a file or folder, a folder, or what nobody can guess. */
export type Value =
  | { readonly is: 'choice'; readonly name: string; readonly choices: readonly string[] }
  | { readonly is: 'file' | 'folder' | 'other'; readonly name: string };

/** An option as a shell completes it. */
export interface OptionWords {
  /** `-h`, `--help`. */
  readonly names: readonly string[];
  readonly description: string;
  /** What it takes; null for nothing. */
  readonly value: Value | null;
  /** Whether its value may be left out. */
  readonly isOptional: boolean;
  /** Whether it is given more than once, or takes several values. */
  readonly isMany: boolean;
}

/** A command as a shell completes it. */
export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
  /** What it takes besides options, one kind for all that come; null for nothing. */
  readonly argument: Value | null;
}

/** All that is completed. */
export interface Words {
  /** The command's name, and the other spelling of it. */
  readonly program: string;
  readonly alias: string;
  readonly options: readonly OptionWords[];
  readonly commands: readonly CommandWords[];
}

/** Names of values, as the declarations have them, that are paths of files (or of files and folders), and of folders. */
const fileNames = ['file', 'lockfile', 'paths'];
const folderNames = ['dir', 'folder'];

/** Everything that a shell completes, from the declarations that the parser goes by. */
export function wordsOf(program: Command): Words {
  return {
    program: program.name(),
    alias: 'helpcenter',
    options: optionsOf(program),
    commands: program.commands.map((command) => ({
      name: command.name(),
      description: command.description(),
      options: optionsOf(command),
      argument: command.registeredArguments.map(argumentValue)[0] ?? null,
    })),
  };
}

function optionsOf(command: Command): readonly OptionWords[] {
  return command.createHelp().visibleOptions(command).map(optionWords);
}

function optionWords({ short, long, description, flags, optional, variadic, argChoices }: Option): OptionWords {
  const [, name] = /[<[]([^>\]]+)[>\]]/.exec(flags) ?? [];
  return {
    names: [short, long].filter((one): one is string => typeof one === 'string'),
    description,
    value: name === undefined ? null : valueNamed(name, argChoices),
    isOptional: optional,
    isMany: variadic,
  };
}

const argumentValue = (argument: Argument): Value => valueNamed(argument.name(), argument.argChoices);

function valueNamed(placeholder: string, choices: readonly string[] | undefined): Value {
  const name = placeholder.replace(/\.+$/, '');
  if (choices !== undefined) return { is: 'choice', name, choices };
  return { is: fileNames.includes(name) ? 'file' : folderNames.includes(name) ? 'folder' : 'other', name };
}
