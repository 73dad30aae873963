import { Argument, Command, Option } from 'commander';
import { flavourNames } from '../model/flavour-name.ts';
import type { Host } from '../model/host.ts';
import { documentKinds } from '../output/names.ts';
import { aimed, common, connected, showing, withoutConfiguration } from './common-options.ts';
import type { Done } from './done.ts';
import { faultGrammar, workflowKindsHelp } from './help.ts';
import { articleIds, atLeastOne, portNumber, wholeNumber, workflowKindsOf } from './option-values.ts';
import {
  auditCommand,
  doctorCommand,
  impactCommand,
  probeCommand,
  statsCommand,
  statusCommand,
} from './report-commands.ts';
import type { SchemaKind } from './schema.ts';

/** Every command with its arguments and options, in the order of the help. What one needs is loaded when it runs. */
export function commands(host: Host, done: Done): readonly Command[] {
  return [
    initCommand(host, done),
    adoptCommand(host, done),
    convertCommand(host, done),
    checkCommand(host, done),
    planCommand(host, done),
    diffCommand(host, done),
    statusCommand(host, done),
    impactCommand(host, done),
    auditCommand(host, done),
    statsCommand(host, done),
    publishCommand(host, done),
    importCommand(host, done),
    pullCommand(host, done),
    previewCommand(host, done),
    sandboxCommand(host, done),
    mcpCommand(host, done),
    doctorCommand(host, done),
    probeCommand(host, done),
    schemaCommand(host, done),
  ];
}

function initCommand(host: Host, done: Done): Command {
  return withoutConfiguration(new Command('init'))
    .description('write helpcentre.yml, a first article, a guide for assistants and the GitHub workflows')
    .option('--content <folder>', 'folder for the sources (default: content)')
    .option('--locale <locale>', 'language of the sources (default: en)')
    .addOption(new Option('--region <region>', 'where the workspace is (default: us)').choices(['us', 'eu', 'au']))
    .option('--workflow <kinds>', 'workflows, separated by commas, see below', workflowKindsOf)
    .option('--branch <branch>', 'branch that is published (default: the main one)')
    .option('--yes', 'do not ask: use the defaults for what is not given')
    .addOption(
      new Option('--agents', 'only renew our part of AGENTS.md, the guide for assistants').conflicts([
        ...['content', 'locale', 'region', 'workflow', 'branch'],
      ]),
    )
    .option('--no-agents', 'write no AGENTS.md')
    .addOption(
      new Option('--vale', 'only write .vale.ini, for reading the style of the texts with Vale').conflicts([
        ...['content', 'locale', 'region', 'workflow', 'branch', 'agents'],
      ]),
    )
    .addHelpText('after', workflowKindsHelp)
    .action(async (options) => done(await (await import('./init.ts')).init(host, options)));
}

function adoptCommand(host: Host, done: Done): Command {
  return withoutConfiguration(new Command('adopt'))
    .description('take a repository of another tool as it is: find it, show it, publish it to a sandbox')
    .addOption(new Option('--flavour <tool>', 'the tool (default: found)').choices(flavourNames))
    .option('--content <folder>', 'folder of the sources (default: found)')
    .option('--yes', 'do not ask')
    .action(async (options) => done(await (await import('./adopt.ts')).adopt(host, options)));
}

function convertCommand(host: Host, done: Done): Command {
  return common(new Command('convert'))
    .description("write a repository of Intercom's own connector in our layout, into another folder")
    .argument('<folder>', 'folder to write; nothing in it is written over')
    .action(async (folder: string, options) =>
      done(await (await import('./convert.ts')).convert(host, folder, options)),
    );
}

function checkCommand(host: Host, done: Done): Command {
  return showing(aimed(new Command('check')))
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

function planCommand(host: Host, done: Done): Command {
  return staging(looking(new Command('plan')))
    .description('show what publish would do, and why')
    .addOption(
      new Option('--format <format>', 'how to show it (default: text)').choices(['text', 'markdown']).conflicts('json'),
    )
    .addOption(
      new Option('--note', 'keep it in a note on the merge request, in GitLab CI and Bitbucket Pipelines').conflicts(
        'json',
      ),
    )
    .action(async (paths: string[], options) => done(await (await import('./plan.ts')).plan(host, paths, options)));
}

function diffCommand(host: Host, done: Done): Command {
  return looking(new Command('diff'))
    .description('show the plan with what changes inside each article')
    .action(async (paths: string[], options) => done(await (await import('./diff.ts')).diff(host, paths, options)));
}

function publishCommand(host: Host, done: Done): Command {
  return staging(planning(new Command('publish')))
    .description('make Intercom match the sources')
    .argument('[paths...]', 'only these files or folders; everything if none is given')
    .option('--yes', 'do not ask')
    .option('--plan <file>', 'publish exactly this saved plan, or nothing')
    .option('--concurrency <n>', 'articles to publish at the same time', atLeastOne)
    .option('--force-managed', "publish even where Intercom's own connector manages the workspace")
    .action(async (paths: string[], options) =>
      done(await (await import('./publish.ts')).publish(host, paths, options)),
    );
}

function importCommand(host: Host, done: Done): Command {
  return connected(new Command('import'))
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
  return connected(new Command('pull'))
    .description('merge edits made in Intercom into the files')
    .argument('[paths...]', 'files or folders; everything if none is given')
    .option('--check', 'only show what would be pulled; exit with 1 if there is anything')
    .option('--new', 'write files for new articles and languages too')
    .action(async (paths: string[], options) => done(await (await import('./pull.ts')).pull(host, paths, options)));
}

function previewCommand(host: Host, done: Done): Command {
  return connected(new Command('preview'))
    .description('show the help centre in the browser, live as files change')
    .option('--port <n>', 'port to listen on; 0: any free port (default: 4111)', portNumber)
    .option('--open', 'open it in the browser')
    .addOption(
      new Option('--editor <name>', 'editor that a click on a problem opens')
        .choices(['code', 'cursor', 'zed', 'idea', 'none'])
        .default('code'),
    )
    .option('--build <dir>', 'write it into a folder instead, to open or to serve from there')
    .option('--internal', 'with --build: internal articles and snippets too')
    .option('--offline', 'compare with the lockfile only')
    .option('--workspace <id>', 'id of the workspace to expect; offline: its entry in the lockfile counts')
    .action(async (options) => done(await (await import('./preview.ts')).preview(host, options)));
}

function sandboxCommand(host: Host, done: Done): Command {
  return common(new Command('sandbox'))
    .description('run a local Intercom workspace')
    .option('--port <n>', 'port to listen on; 0: any free port (default: 4110)', portNumber)
    .option('--dir <dir>', 'folder of its state (default: .helpcentre/sandbox)')
    .addOption(
      new Option('--mode <mode>', 'where the official pages and real workspaces differ')
        .choices(['observed', 'strict'])
        .default('observed'),
    )
    .option('--like <lockfile>', 'behave as the workspace that this lockfile knows, as far as it was asked')
    .option('--workspace <id>', 'which one, where the lockfile knows several')
    .option('--rate-limit <n>', 'requests per ten seconds (default: 166)', atLeastOne)
    .option('--latency <ms>', 'wait this long before each answer', wholeNumber)
    .option('--seed <n>', 'seed of ids and random faults', wholeNumber)
    .option('--fault <spec>', 'fail on purpose, see below')
    .addHelpText('after', faultGrammar)
    .action(async (options) => done(await (await import('./sandbox.ts')).sandbox(host, options)));
}

function mcpCommand(host: Host, done: Done): Command {
  return new Command('mcp')
    .description('let an assistant read, write and check articles (Model Context Protocol)')
    .option('--config <file>', 'configuration file')
    .option('--cwd <dir>', 'work in this folder')
    .option('--target <name>', 'the target in helpcentre.yml, where it names several workspaces')
    .option('--allow-publish', 'let it ask you to publish; without this it cannot')
    .option('--workspace <id>', 'id of the workspace to expect; offline: its entry in the lockfile counts')
    .action(async (options) => done(await (await import('./mcp.ts')).mcp(host, options)));
}

function schemaCommand(host: Host, done: Done): Command {
  return withoutConfiguration(new Command('schema'))
    .description('print the JSON Schema of a kind of file, or of what a command prints with --json')
    .addArgument(
      new Argument('[kind]', 'which file, or output-COMMAND')
        .choices([
          ...['front-matter', 'config', 'collection', 'redirects', 'lockfile'],
          ...documentKinds.map((kind) => `output-${kind}`),
        ])
        .default('config'),
    )
    .action(async (kind: SchemaKind, options) => done(await (await import('./schema.ts')).schema(host, kind, options)));
}
