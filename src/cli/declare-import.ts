import { Command, InvalidArgumentError, Option } from 'commander';
import type { Host } from '../model/host.ts';
import { connected } from './common-options.ts';

/** Declares `import`. */
export function importCommandOf(host: Host, done: (code: number) => void): Command {
  return connected(new Command('import'))
    .description('write the articles in Intercom as Markdown, images and a lockfile')
    .option('--help-centre <id>', 'only this help centre, by its identifier or id (default: all of the workspace)')
    .option('--collection <names...>', 'only these collections, with everything in them')
    .option('--ids <ids>', 'only these articles, separated by commas', idsOf)
    .addOption(new Option('--state <state>', 'only articles in this state').choices(['published', 'draft']))
    .option('--yes', 'do not ask')
    .action(async (options) => done(await (await import('./import.ts')).importCommand(host, options)));
}

function idsOf(text: string): readonly string[] {
  const ids = text.split(/[\s,]+/).filter((id) => id !== '');
  if (ids.length === 0 || ids.some((id) => !/^\d{1,18}$/.test(id))) {
    throw new InvalidArgumentError('expected numbers of articles, such as 15009700,15009701.');
  }
  return ids;
}
