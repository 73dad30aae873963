import { Argument, Command, Option } from 'commander';
import type { Host } from '../model/host.ts';
import { documentKinds } from '../output/names.ts';
import { common, commonGroup, connected, withoutConfiguration, workspaceGroup } from './common-options.ts';
import { type Shell, shells } from './completion/shells.ts';
import { declared } from './declared.ts';
import type { Done } from './done.ts';
import { completionHelp, faultGrammar } from './help.ts';
import { atLeastOne, portNumber, wholeNumber } from './option-values.ts';
import type { SchemaKind } from './schema.ts';

/** `helpcentre preview`. */
export function previewCommand(host: Host, done: Done): Command {
  return declared(connected(new Command('preview')), {
    group: 'Write',
    about:
      'Shows the help centre in the browser before anyone else sees it: the pages that readers will get, drafts too, with search in every language, what `check` finds beside each article, and what a publish would change. It is updated as files are saved, until it is stopped with Ctrl-C. With `--build` it writes the same pages into a folder that needs no server.',
    network:
      'Reads Intercom where there is a token; with `--offline`, makes no requests. Only this machine can reach it.',
    examples: [
      { line: 'helpcentre preview --open', does: 'opens the pages in the browser, live as files change' },
      { line: 'helpcentre preview --build site --offline', does: 'writes them into the folder "site"' },
      {
        line: 'helpcentre preview --build public --readers --name Acme',
        does: 'builds the site that readers have, for the web',
      },
    ],
  })
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
    .addOption(
      new Option(
        '--readers',
        'with --build: as readers have it, to put on the web: published articles alone',
      ).conflicts('internal'),
    )
    .option('--name <name>', 'with --build: what the site is called')
    .option('--offline', 'compare with the lockfile only')
    .option('--workspace <id>', 'id of the workspace to expect; offline: its entry in the lockfile counts')
    .action(async (options) => done(await (await import('./preview.ts')).preview(host, options)));
}

/** `helpcentre sandbox`. */
export function sandboxCommand(host: Host, done: Done): Command {
  return declared(common(new Command('sandbox')), {
    group: 'Tools',
    about:
      "A workspace on this machine that answers as Intercom's API does, with the pages of its help centre, for trying things out and for tests. It runs until it is stopped with Ctrl-C; what was published to it stays in its folder. `--fault` has it fail as real services do.",
    network: 'Answers on this machine only; makes no requests.',
    more: faultGrammar,
    examples: [
      { line: 'helpcentre sandbox', does: 'shows the pages that "publish --sandbox" made' },
      {
        line: "helpcentre sandbox --fault '500@PUT:/articles/*%0.1' --seed 7",
        does: 'one update of an article in ten fails',
      },
      {
        line: "helpcentre sandbox --fault 'drop-after@POST:/articles@2'",
        does: 'the answer to the second new article is lost',
      },
    ],
  })
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
    .action(async (options) => done(await (await import('./sandbox.ts')).sandbox(host, options)));
}

/** `helpcentre mcp`. */
export function mcpCommand(host: Host, done: Done): Command {
  return declared(new Command('mcp'), {
    group: 'Tools',
    about:
      'Lets an assistant search, read, write, move and check articles over the Model Context Protocol, on standard input and output. A text is compiled before it is written. An assistant starts it; it ends when the assistant does.',
    network:
      'Reads Intercom where there is a token; **writes** only with `--allow-publish`, once you were shown the plan and agreed.',
    examples: [{ line: 'helpcentre mcp', does: 'what an assistant is told to start; it waits for requests' }],
  })
    .description('let an assistant read, write and check articles (Model Context Protocol)')
    .addOption(new Option('--config <file>', 'configuration file').helpGroup(commonGroup))
    .addOption(new Option('--cwd <dir>', 'work in this folder').helpGroup(commonGroup))
    .addOption(
      new Option('--target <name>', 'the target in helpcentre.yml, where it names several workspaces').helpGroup(
        workspaceGroup,
      ),
    )
    .option('--allow-publish', 'let it ask you to publish; without this it cannot')
    .option('--workspace <id>', 'id of the workspace to expect; offline: its entry in the lockfile counts')
    .action(async (options) => done(await (await import('./mcp.ts')).mcp(host, options)));
}

/** `helpcentre schema`. */
export function schemaCommand(host: Host, done: Done): Command {
  return declared(withoutConfiguration(new Command('schema')), {
    group: 'Tools',
    about:
      'Prints the JSON Schema (draft-07) of a kind of file, for completion and checks in an editor, or of what a command prints with `--json`. It is made from the very schema that reads the file.',
    network: 'Makes no requests.',
    examples: [
      {
        line: 'helpcentre schema config > helpcentre.schema.json',
        does: 'the schema of helpcentre.yml, for an editor',
      },
      { line: 'helpcentre schema output-plan', does: 'what "plan --json" prints' },
    ],
    json: 'The schema, which is JSON anyway.',
  })
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

/** `helpcentre completion`. */
export function completionCommand(host: Host, done: Done): Command {
  return declared(new Command('completion'), {
    group: 'Tools',
    about:
      'Prints a script with which the Tab key completes commands, options, their choices, and files and folders where one is expected. It runs nothing when you press Tab, so print it again after an upgrade; a line that prints it in the startup file of the shell does that by itself. Both spellings, `helpcentre` and `helpcenter`, are completed.',
    network: 'Makes no requests.',
    more: completionHelp,
    examples: [
      {
        line: 'helpcentre completion bash > helpcentre.bash',
        does: 'the script for bash, in a file; "source helpcentre.bash" takes it in',
      },
      { line: 'helpcentre completion zsh > _helpcentre', does: 'the script for zsh, for a folder of fpath' },
      {
        line: 'helpcentre completion fish > helpcentre.fish',
        does: 'the script for fish, for ~/.config/fish/completions',
      },
    ],
  })
    .description('print a script with which the Tab key completes commands and options')
    .addArgument(new Argument('<shell>', 'the shell that it is for').choices(shells))
    .action(async (shell: Shell, _, command: Command) =>
      done((await import('./completion.ts')).completion(host, shell, command.parent ?? command)),
    );
}
