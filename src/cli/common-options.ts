import { type Command, Option } from 'commander';
import { atLeastOne } from './option-values.ts';

/** Options of commands that read no configuration. */
export function withoutConfiguration(command: Command): Command {
  return command
    .option('--cwd <dir>', 'work in this folder')
    .option('--json', 'print one JSON document and nothing else')
    .option('--quiet', 'print no progress')
    .option('--verbose', 'show each request, and stack traces')
    .option('--no-color', 'no colours (also: NO_COLOR)');
}

/** Options that every command on a help centre understands. */
export function common(command: Command): Command {
  return withoutConfiguration(command.option('--config <file>', 'configuration file', undefined));
}

/** Options of commands whose outcome depends on the workspace that is meant. */
export function aimed(command: Command): Command {
  return common(command).option('--target <name>', 'the target in helpcentre.yml, where it names several workspaces');
}

/** Options of commands that talk to a workspace, besides the common ones. */
export function connected(command: Command): Command {
  return aimed(command)
    .option('--sandbox [dir]', 'use a workspace on this machine, without a token')
    .option('--token-stdin', 'read the access token from standard input');
}

/** Options of commands that may have very many problems to show. */
export function showing(command: Command): Command {
  return command
    .option('--all', 'print everything, however much it is')
    .addOption(new Option('--max <n>', 'print so many problems, errors first').argParser(atLeastOne).conflicts('all'))
    .option('--errors-only', 'print no warnings, only how many there are')
    .option('--baseline <file>', 'accept the problems that this file holds');
}
