import type { Command } from 'commander';

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

/** Options of commands that talk to a workspace, besides the common ones. */
export function connected(command: Command): Command {
  return common(command)
    .option('--sandbox [dir]', 'use a workspace on this machine, without a token')
    .option('--token-stdin', 'read the access token from standard input');
}
