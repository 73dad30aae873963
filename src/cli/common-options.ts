import { type Command, Option } from 'commander';
import { atLeastOne } from './option-values.ts';

/** Heading of the options that every command has; the help shows it last. */
export const commonGroup = 'Common options:';

/** Heading of the options that say which workspace is meant. */
export const workspaceGroup = 'Which workspace:';

/** Heading of the options that say which problems are shown. */
export const problemsGroup = 'Which problems are shown:';

/** Options of commands that read no configuration. */
export function withoutConfiguration(command: Command): Command {
  return grouped(command, commonGroup, [
    new Option('--cwd <dir>', 'work in this folder'),
    new Option('--json', 'print one JSON document and nothing else'),
    new Option('--quiet', 'print no progress'),
    new Option('--verbose', 'show each request, and stack traces'),
    new Option('--no-color', 'no colours (also: NO_COLOR)'),
  ]);
}

function grouped(command: Command, group: string, options: readonly Option[]): Command {
  for (const option of options) command.addOption(option.helpGroup(group));
  return command;
}

/** Options that every command on a help centre understands. */
export function common(command: Command): Command {
  return withoutConfiguration(grouped(command, commonGroup, [new Option('--config <file>', 'configuration file')]));
}

/** Options of commands whose outcome depends on the workspace that is meant. */
export function aimed(command: Command): Command {
  return grouped(common(command), workspaceGroup, [
    new Option('--target <name>', 'the target in helpcentre.yml, where it names several workspaces'),
  ]);
}

/** Options of commands that talk to a workspace, besides the common ones. */
export function connected(command: Command): Command {
  return grouped(aimed(command), workspaceGroup, [
    new Option('--sandbox [dir]', 'use a workspace on this machine, without a token'),
    new Option('--token-stdin', 'read the access token from standard input'),
  ]);
}

/** Options of commands that may have very many problems to show. */
export function showing(command: Command): Command {
  return grouped(command, problemsGroup, [
    new Option('--all', 'print everything, however much it is'),
    new Option('--max <n>', 'print so many problems, errors first').argParser(atLeastOne).conflicts('all'),
    new Option('--errors-only', 'print no warnings, only how many there are'),
    new Option('--baseline <file>', 'accept the problems that this file holds'),
  ]);
}
