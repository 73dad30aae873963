import { Command, Option } from 'commander';
import { flavourNames } from '../model/flavour-name.ts';
import type { Host } from '../model/host.ts';
import { aimed, common, connected, showing, withoutConfiguration } from './common-options.ts';
import { declared } from './declared.ts';
import type { Done } from './done.ts';
import { initCommand } from './init-command.ts';
import { articleIds } from './option-values.ts';
import { diffCommand, planCommand, publishCommand } from './plan-commands.ts';
import {
  auditCommand,
  doctorCommand,
  impactCommand,
  probeCommand,
  statsCommand,
  statusCommand,
} from './report-commands.ts';
import { completionCommand, mcpCommand, previewCommand, sandboxCommand, schemaCommand } from './tool-commands.ts';

/** Every command with its arguments and options, in the order of the help. What one needs is loaded when it runs. */
export function commands(host: Host, done: Done): readonly Command[] {
  return [
    initCommand(host, done),
    adoptCommand(host, done),
    importCommand(host, done),
    convertCommand(host, done),
    checkCommand(host, done),
    previewCommand(host, done),
    statusCommand(host, done),
    impactCommand(host, done),
    planCommand(host, done),
    diffCommand(host, done),
    publishCommand(host, done),
    pullCommand(host, done),
    auditCommand(host, done),
    statsCommand(host, done),
    doctorCommand(host, done),
    probeCommand(host, done),
    sandboxCommand(host, done),
    mcpCommand(host, done),
    schemaCommand(host, done),
    completionCommand(host, done),
  ];
}

function adoptCommand(host: Host, done: Done): Command {
  return declared(withoutConfiguration(new Command('adopt')), {
    group: 'Begin',
    about:
      'Takes a repository that was written for another tool as it is: finds the tool and its folder, writes `helpcentre.yml`, compiles everything, and publishes it to a sandbox to prove that it goes. Your Markdown is not touched.',
    network: 'Makes no requests.',
    examples: [
      { line: 'helpcentre adopt', does: 'in a repository of another tool: finds it and asks' },
      {
        line: 'helpcentre adopt --flavour mkdocs --content docs --yes',
        does: 'says which tool it is, and where its pages are',
      },
    ],
  })
    .description('take a repository of another tool as it is: find it, show it, publish it to a sandbox')
    .addOption(new Option('--flavour <tool>', 'the tool (default: found)').choices(flavourNames))
    .option('--content <folder>', 'folder of the sources (default: found)')
    .option('--yes', 'do not ask')
    .action(async (options) => done(await (await import('./adopt.ts')).adopt(host, options)));
}

function convertCommand(host: Host, done: Done): Command {
  return declared(common(new Command('convert')), {
    group: 'Begin',
    about:
      "Writes a repository of Intercom's own connector in our layout, into another folder, and keeps beside it what that cannot say. The repository itself stays as it is.",
    network: 'Makes no requests.',
    examples: [
      {
        line: 'helpcentre convert ../help-centre',
        does: "in a repository of Intercom's connector: writes it anew beside it",
      },
    ],
  })
    .description("write a repository of Intercom's own connector in our layout, into another folder")
    .argument('<folder>', 'folder to write; nothing in it is written over')
    .action(async (folder: string, options) =>
      done(await (await import('./convert.ts')).convert(host, folder, options)),
    );
}

function checkCommand(host: Host, done: Done): Command {
  return declared(showing(aimed(new Command('check'))), {
    group: 'Write',
    about:
      'Compiles every source, and shows every problem with its file, line and column, and what to do. With `--fix` it puts right what has exactly one right answer. Each problem has a code, which [problems](problems.md) explains.',
    network: 'Makes no requests; with `--check-links`, asks the web whether addresses still exist.',
    examples: [
      { line: 'helpcentre check', does: 'every problem, with its place' },
      { line: 'helpcentre check --fix content/billing', does: 'one folder, and puts right what can be' },
      { line: 'helpcentre check --write-baseline baseline.json', does: 'accepts what is wrong today' },
      { line: 'helpcentre check --baseline baseline.json', does: 'fails only for what is new since' },
    ],
    exits: { 1: 'There are errors, or warnings with `--strict`.' },
  })
    .description('compile everything and show every problem with its place')
    .argument('[paths...]', 'files or folders; everything if none is given')
    .addOption(
      new Option('--format <format>', 'how to show the problems').choices(['pretty', 'json', 'github', 'sarif']),
    )
    .option('--strict', 'warnings are errors')
    .option('--fix', 'fix what has exactly one right answer')
    .option('--check-links', 'check that addresses on the web still exist')
    .addOption(
      new Option('--write-baseline <file>', 'accept every problem there is now, for --baseline').conflicts([
        'baseline',
        'fix',
      ]),
    )
    .action(async (paths: string[], options) => done(await (await import('./check.ts')).check(host, paths, options)));
}

function importCommand(host: Host, done: Done): Command {
  return declared(connected(new Command('import')), {
    group: 'Begin',
    about:
      'Brings what is in Intercom into the repository, once: articles become Markdown, pictures become files, and the lockfile remembers which is which, so that the first plan has no changes. Files that are there are never written over.',
    network: 'Reads Intercom, and downloads pictures.',
    examples: [
      { line: 'helpcentre import', does: 'shows what it will write, and asks' },
      {
        line: 'helpcentre import --collection Billing --yes',
        does: 'one collection with everything in it, without a question',
      },
    ],
    exits: { 1: 'An article could not be written.' },
  })
    .description('write the articles in Intercom as Markdown, images and a lockfile')
    .option('--help-centre <id>', 'only this help centre, by its identifier or id (default: all of the workspace)')
    .option('--collection <names...>', 'only these collections, with everything in them')
    .option('--ids <ids>', 'only these articles, separated by commas', articleIds)
    .addOption(new Option('--state <state>', 'only articles in this state').choices(['published', 'draft']))
    .option('--internal', 'internal articles too')
    .option('--snippets', "Fin's content snippets too")
    .addOption(new Option('--flavour <tool>', "write this tool's Markdown (default: our own)").choices(flavourNames))
    .option('--yes', 'do not ask')
    .action(async (options) => done(await (await import('./import.ts')).importCommand(host, options)));
}

function pullCommand(host: Host, done: Done): Command {
  return declared(connected(new Command('pull')), {
    group: 'Publish',
    about:
      'Merges what colleagues edited in Intercom into the files, block by block. What nobody edited there stays as it is, byte for byte. Where both sides changed the same paragraph, the file gets conflict markers, which `check` rejects until they are resolved. Commit the files and the lockfile together.',
    network: 'Reads Intercom.',
    examples: [
      { line: 'helpcentre pull --check', does: 'whether anything was edited in Intercom' },
      { line: 'helpcentre pull', does: 'merges the edits into the files' },
      { line: 'helpcentre pull --new', does: 'writes files for articles that were made in Intercom, too' },
    ],
    exits: {
      1: 'There is a conflict, or an edit that could not be merged; with `--check`: there is something to pull.',
    },
  })
    .description('merge edits made in Intercom into the files')
    .argument('[paths...]', 'files or folders; everything if none is given')
    .option('--check', 'only show what would be pulled; exit with 1 if there is anything')
    .option('--new', 'write files for new articles and languages too')
    .action(async (paths: string[], options) => done(await (await import('./pull.ts')).pull(host, paths, options)));
}
