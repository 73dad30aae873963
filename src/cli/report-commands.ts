import { Command, Option } from 'commander';
import type { Host } from '../model/host.ts';
import { aimed, connected } from './common-options.ts';
import type { Done } from './done.ts';
import { publicAddress, publicAddresses } from './option-values.ts';

/** `helpcentre status`. */
export function statusCommand(host: Host, done: Done): Command {
  return aimed(new Command('status'))
    .description('show every translation: fresh, stale, missing, draft')
    .argument('[paths...]', 'files or folders; everything if none is given')
    .action(async (paths: string[], options) => done(await (await import('./status.ts')).status(host, paths, options)));
}

/** `helpcentre audit`. */
export function auditCommand(host: Host, done: Done): Command {
  return connected(new Command('audit'))
    .description('look through what is live, ours or not: dead links, duplicates, broken pictures, lost articles')
    .option('--html <file>', 'write it as one page, to share')
    .option('--pictures', 'ask for every picture: one request to the web each')
    .option('--statistics', 'ask how often articles are read: one request to Intercom each')
    .option('--all', 'print every finding')
    .addOption(
      new Option('--fail-on <findings>', 'exit with 1 when there are some: those readers meet or miss, or any').choices(
        [...['readers', 'missed', 'any']],
      ),
    )
    .action(async (options) => done(await (await import('./audit.ts')).audit(host, options)));
}

/** `helpcentre stats`. */
export function statsCommand(host: Host, done: Done): Command {
  return connected(new Command('stats'))
    .description('show what readers and Fin did with each article, the worst first: one request to Intercom each')
    .addOption(new Option('--format <format>', 'how it is printed (default: table)').choices(['table', 'csv']))
    .option('--all', 'show every article in the table, not twenty')
    .action(async (options) => done(await (await import('./stats.ts')).stats(host, options)));
}

/** `helpcentre impact`. */
export function impactCommand(host: Host, done: Done): Command {
  return aimed(new Command('impact'))
    .description('name the articles that a change of the code has to do with')
    .argument('[range]', 'A..B, or where the change begins; the branch and what is not committed if none is given')
    .option('--require', 'exit with 1 where one is neither changed nor reviewed')
    .action(async (range: string | undefined, options) =>
      done(await (await import('./impact.ts')).impact(host, range, options)),
    );
}

/** `helpcentre doctor`. */
export function doctorCommand(host: Host, done: Done): Command {
  return connected(new Command('doctor'))
    .description('check that everything is ready: token, region, permissions, settings')
    .action(async (options) => done(await (await import('./doctor.ts')).doctor(host, options)));
}

/** `helpcentre probe`. */
export function probeCommand(host: Host, done: Done): Command {
  return connected(new Command('probe'))
    .description('ask the workspace how it stores articles, and note the answers in the lockfile')
    .option('--picture <urls...>', 'pictures that Intercom can fetch, to ask about pictures too', publicAddresses)
    .option('--changing-picture <url>', 'a picture that is another one at every request', publicAddress)
    .option('--report <file>', 'write what was found for an issue, without a word of the workspace')
    .option('--yes', 'do not ask')
    .action(async (options) => done(await (await import('./probe.ts')).probe(host, options)));
}
