import { Command } from 'commander';
import type { Host } from '../model/host.ts';
import { connected } from './common-options.ts';

/** Declares `pull`. */
export function pullCommand(host: Host, done: (code: number) => void): Command {
  return connected(new Command('pull'))
    .description('merge edits made in Intercom into the files')
    .argument('[paths...]', 'files or folders; everything if none is given')
    .option('--check', 'only show what would be pulled; exit with 1 if there is anything')
    .option('--new', 'write files for new articles and languages too')
    .action(async (paths: string[], options) => done(await (await import('./pull.ts')).pull(host, paths, options)));
}
