import { Command, Option } from 'commander';
import type { Host } from '../model/host.ts';
import { connected, showing } from './common-options.ts';
import { declared } from './declared.ts';
import type { Done } from './done.ts';
import { atLeastOne } from './option-values.ts';

const heldBack = 'An article, a removal or a setting holds the publish back, as the last line says.';

/** Options of commands that make a plan. */
function planning(command: Command): Command {
  return showing(connected(command))
    .addOption(
      new Option('--on-drift <policy>', 'what to do with edits made in Intercom').choices([
        'fail',
        'keep',
        'overwrite',
      ]),
    )
    .option('--allow-removals', 'allow more removals than maxRemovals')
    .option('--workspace <id>', 'the workspace to expect; refuse any other')
    .option('--changed-since <commit>', 'only what is not as it was at this commit')
    .option('--promote <target>', 'only what is on this other target, just as it is there');
}

/** Options of commands whose plan can wait out of readers' sight. */
function staging(command: Command): Command {
  return command
    .addOption(new Option('--stage', 'into drafts that no reader sees, to be released later').conflicts(['release']))
    .option('--release', 'exactly what is staged goes live, and nothing else');
}

/** Options of commands that show one. */
function looking(command: Command): Command {
  return planning(command)
    .argument('[paths...]', 'only these files or folders; everything if none is given')
    .option('--offline', 'do not ask Intercom: compare with the lockfile only')
    .option('--out <file>', 'save the plan, for publish --plan')
    .option('--detailed-exitcode', 'exit with 2 when there are changes');
}

/** `helpcentre plan`. */
export function planCommand(host: Host, done: Done): Command {
  return declared(staging(looking(new Command('plan'))), {
    group: 'Publish',
    about:
      'Compares the sources with the workspace and with the lockfile, and lists every change that a publish would make, one line each, with the reason. Nothing is written. Paths limit what is shown and what the exit code covers; they never change the plan.',
    network: 'Reads Intercom; with `--offline`, makes no requests.',
    examples: [
      { line: 'helpcentre plan', does: 'what a publish would change, and why' },
      { line: 'helpcentre plan --offline content/billing', does: 'one folder, without a token or a request' },
      { line: 'helpcentre plan --out plan.json', does: 'saves the plan, for "publish --plan plan.json"' },
    ],
    exits: { 1: heldBack, 2: 'There are changes, and `--detailed-exitcode` is given.' },
  })
    .description('show what publish would do, and why')
    .addOption(
      new Option('--format <format>', 'how to show it, for people or for a page')
        .choices(['text', 'markdown'])
        .conflicts('json'),
    )
    .addOption(
      new Option('--note', 'keep it in a note on the merge request, in GitLab CI and Bitbucket Pipelines').conflicts(
        'json',
      ),
    )
    .action(async (paths: string[], options) => done(await (await import('./plan.ts')).plan(host, paths, options)));
}

/** `helpcentre diff`. */
export function diffCommand(host: Host, done: Done): Command {
  return declared(looking(new Command('diff')), {
    group: 'Publish',
    about:
      'The plan, with what readers would see change: titles, states, pictures, and both texts, word by word. For an article that is held back, it shows what a publish would overwrite. Nothing is written.',
    network: 'Reads Intercom; with `--offline`, makes no requests.',
    examples: [
      { line: 'helpcentre diff', does: 'what changes inside each article' },
      { line: 'helpcentre diff content/billing/refunds.md', does: 'the same for one article' },
    ],
    exits: { 1: heldBack, 2: 'There are changes, and `--detailed-exitcode` is given.' },
  })
    .description('show the plan with what changes inside each article')
    .action(async (paths: string[], options) => done(await (await import('./diff.ts')).diff(host, paths, options)));
}

/** `helpcentre publish`. */
export function publishCommand(host: Host, done: Done): Command {
  return declared(staging(planning(new Command('publish'))), {
    group: 'Publish',
    about:
      'Shows the plan, asks, and carries it out. After the answer it reads Intercom again, so that an edit that a colleague made meanwhile is not overwritten. What was published is recorded in `helpcentre.lock.json`: commit it. An interrupted run is continued by the next one.',
    network: 'Reads and **writes** Intercom; with `--sandbox`, a workspace on this machine.',
    examples: [
      { line: 'helpcentre publish --sandbox', does: 'publishes to a workspace on this machine, without a token' },
      { line: 'helpcentre publish', does: 'shows the plan, asks, and publishes' },
      { line: 'helpcentre publish --yes content/billing', does: 'one folder, without a question' },
      {
        line: 'helpcentre publish --plan plan.json --yes',
        does: 'exactly what "plan --out plan.json" saved, or nothing',
      },
    ],
    exits: { 1: 'Something failed or was held back, as the last line says; the rest is published.' },
  })
    .description('make Intercom match the sources')
    .argument('[paths...]', 'only these files or folders; everything if none is given')
    .option('--yes', 'do not ask')
    .option('--plan <file>', 'publish exactly this saved plan, or nothing')
    .option('--concurrency <n>', 'articles to publish at the same time', atLeastOne)
    .option('--force-managed', "publish even where Intercom's own connector manages the workspace")
    .action(async (paths: string[], options) => {
      const context = await (await import('./begun.ts')).begun(host, options);
      done(await (await import('./publish.ts')).publish(host, paths, options, context));
    });
}
