import { Command } from 'commander';
import type { Host } from '../model/host.ts';
import { connected } from './common-options.ts';

/** Declares `pull`. */
export function pullCommand(host: Host, done: (code: number) => void): Command {
  return connected(new Command('pull'))
    .description('take edits made in Intercom into the files, merged')
    .argument('[paths...]', 'files or folders; everything if none is given')
    .option('--check', 'only say what would be pulled; exit with 1 when there is something')
    .option('--new', 'write files for new articles and languages too')
    .action(async (paths: string[], options) => done(await (await import('./pull.ts')).pull(host, paths, options)));
}
