import type { Command } from 'commander';
import type { Host } from '../model/host.ts';
import { bashScript } from './completion/bash.ts';
import { fishScript } from './completion/fish.ts';
import type { Shell } from './completion/shells.ts';
import { wordsOf } from './completion/words.ts';
import { zshScript } from './completion/zsh.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/**
 * `helpcentre completion <shell>`: prints a script that completes what the commands were declared with. It names
 * everything, so that the Tab key starts no process.
 *
 * @param program the program with all of its commands
 * @returns 0
 */
export function completion(host: Host, shell: Shell, program: Command): number {
  host.stdout.write(scripts[shell](wordsOf(program)));
  return 0;
}
