import { Command, Option } from 'commander';
import type { Host } from '../model/host.ts';
import { aimed, connected } from './common-options.ts';
import { declared } from './declared.ts';
import type { Done } from './done.ts';
import { publicAddress, publicAddresses } from './option-values.ts';

/** `helpcentre status`. */
export function statusCommand(host: Host, done: Done): Command {
  return declared(aimed(new Command('status')), {
    group: 'Write',
    about: 'Shows every article in every language: whether its translation is fresh, stale, missing or a draft.',
    network: 'Makes no requests.',
    examples: [
      { line: 'helpcentre status', does: 'every translation' },
      { line: 'helpcentre status content/billing', does: 'those in one folder' },
    ],
  })
    .description('show every translation: fresh, stale, missing, draft')
    .argument('[paths...]', 'files or folders; everything if none is given')
    .action(async (paths: string[], options) => done(await (await import('./status.ts')).status(host, paths, options)));
}

/** `helpcentre audit`. */
export function auditCommand(host: Host, done: Done): Command {
  return declared(connected(new Command('audit')), {
    group: 'Look at what is live',
    about:
      'Reads a whole workspace and says what readers meet in it: dead links, broken pictures, articles that nobody finds, texts that are there twice. It needs a token and nothing else, and only reads.',
    network: 'Reads Intercom; with `--pictures`, asks the web for every picture.',
    examples: [
      { line: 'helpcentre audit', does: 'what is wrong, the worst first' },
      { line: 'helpcentre audit --html audit.html', does: 'everything as one page, to share' },
      { line: 'helpcentre audit --fail-on readers', does: 'in CI: fails when readers meet something' },
    ],
    exits: { 1: 'There are findings that `--fail-on` names.' },
  })
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
  return declared(connected(new Command('stats')), {
    group: 'Look at what is live',
    about:
      'Asks Intercom what readers and Fin did with each published article, and shows the twenty where most readers were not helped: unhappy reactions, conversations begun from the article, and those that Fin did not resolve.',
    network: 'Reads Intercom, one request for each article (API 2.16).',
    examples: [
      { line: 'helpcentre stats', does: 'the twenty articles that help least' },
      { line: 'helpcentre stats --format csv > stats.csv', does: 'all of them, for a spreadsheet' },
    ],
  })
    .description('show what readers and Fin did with each article, the worst first: one request to Intercom each')
    .addOption(new Option('--format <format>', 'how it is printed (default: table)').choices(['table', 'csv']))
    .option('--all', 'show every article in the table, not twenty')
    .action(async (options) => done(await (await import('./stats.ts')).stats(host, options)));
}

/** `helpcentre impact`. */
export function impactCommand(host: Host, done: Done): Command {
  return declared(aimed(new Command('impact')), {
    group: 'Write',
    about:
      'Names the articles whose `sources` a change of the code touches, and screenshots that are probably old. It asks git what changed.',
    network: 'Makes no requests.',
    examples: [
      { line: 'helpcentre impact', does: 'what your branch, and what is not committed, has to do with' },
      {
        line: 'helpcentre impact HEAD~1..HEAD --require',
        does: 'in CI: the last commit; fails where an article stays as it is',
      },
    ],
    exits: { 1: 'With `--require`: an article is neither changed nor reviewed.' },
  })
    .description('name the articles that a change of the code has to do with')
    .argument('[range]', 'A..B, or where the change begins; the branch and what is not committed if none is given')
    .option('--require', 'exit with 1 where one is neither changed nor reviewed')
    .action(async (range: string | undefined, options) =>
      done(await (await import('./impact.ts')).impact(host, range, options)),
    );
}

/** `helpcentre doctor`. */
export function doctorCommand(host: Host, done: Done): Command {
  return declared(connected(new Command('doctor')), {
    group: 'Tools',
    about:
      'Checks that everything is ready: the token and its permissions, the region, the help centre, the settings; and says what to do where something is not. To learn whether the token may write, it tries to update an article that cannot exist.',
    network: 'Reads Intercom; changes nothing.',
    examples: [
      { line: 'helpcentre doctor', does: 'whether the token and the settings are right' },
      { line: 'helpcentre doctor --sandbox', does: 'the same without a token' },
    ],
    exits: { 1: 'Something is not ready.' },
  })
    .description('check that everything is ready: token, region, permissions, settings')
    .action(async (options) => done(await (await import('./doctor.ts')).doctor(host, options)));
}

/** `helpcentre probe`. */
export function probeCommand(host: Host, done: Done): Command {
  return declared(connected(new Command('probe')), {
    group: 'Tools',
    about:
      'Asks a workspace how it stores what is sent to it, in some forty points that no description settles, with one draft and two collections that no page shows and that it takes away again. The answers are noted in the lockfile, and texts are written accordingly.',
    network: '**Writes** a draft and two empty collections to Intercom, for a moment.',
    examples: [
      { line: 'helpcentre probe', does: 'says what it will write, and asks' },
      { line: 'helpcentre probe --yes --report probe.md', does: 'without a question, and what was found as a file' },
    ],
  })
    .description('ask the workspace how it stores articles, and note the answers in the lockfile')
    .option('--picture <urls...>', 'pictures that Intercom can fetch, to ask about pictures too', publicAddresses)
    .option('--changing-picture <url>', 'a picture that is another one at every request', publicAddress)
    .option('--report <file>', 'write what was found for an issue, without a word of the workspace')
    .option('--yes', 'do not ask')
    .action(async (options) => done(await (await import('./probe.ts')).probe(host, options)));
}
