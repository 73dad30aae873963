import { Command, Option } from 'commander';
import type { Host } from '../model/host.ts';
import { withoutConfiguration } from './common-options.ts';
import { declared } from './declared.ts';
import type { Done } from './done.ts';
import { workflowKindsHelp } from './help.ts';
import { editorNamesOf, workflowKindsOf } from './option-values.ts';

/** Options that answer what `init` asks: whatever does but one thing takes none of them. */
const answersOfInit = ['content', 'locale', 'region', 'workflow', 'branch', 'editors'];

/** `helpcentre init`. */
export function initCommand(host: Host, done: Done): Command {
  return declared(withoutConfiguration(new Command('init')), {
    group: 'Begin',
    about:
      'Finds what is here (the Markdown, the tool it was written for, languages, images, the forge and the main branch), asks only what it cannot find, shows what it would write, and asks once: `helpcentre.yml`, a first article where there is none, workflows on GitHub, `AGENTS.md` for assistants, and what editors need. An existing file is never written over.',
    network: 'Makes no requests, but for the checks of `doctor` where there is a token.',
    more: workflowKindsHelp,
    examples: [
      { line: 'helpcentre init', does: 'shows what it found and would write, and asks' },
      {
        line: 'helpcentre init --yes --workflow pull-request,schedule',
        does: 'asks nothing, and writes two workflows',
      },
    ],
  })
    .description('find what is here, and write helpcentre.yml, workflows, and what editors and assistants need')
    .option('--content <folder>', 'folder of the sources (default: found, else content)')
    .option('--locale <locale>', 'language of the sources (default: found, else en)')
    .addOption(new Option('--region <region>', 'where the workspace is (default: us)').choices(['us', 'eu', 'au']))
    .option('--workflow <kinds>', 'workflows, separated by commas, see below', workflowKindsOf)
    .option('--branch <branch>', 'branch that is published (default: the main one)')
    .option('--editors <names>', 'editors to wire: vscode, jetbrains, none (default: found)', editorNamesOf)
    .option('--yes', 'do not ask: take what is found, and the defaults for the rest')
    .addOption(
      new Option('--agents', 'only renew our part of AGENTS.md, the guide for assistants').conflicts(answersOfInit),
    )
    .option('--no-agents', 'write no AGENTS.md')
    .addOption(
      new Option('--vale', 'only write .vale.ini, for reading the style of the texts with Vale').conflicts([
        ...answersOfInit,
        'agents',
      ]),
    )
    .addOption(
      new Option('--schemas', 'only write the schemas for editors anew, after an update').conflicts([
        ...answersOfInit,
        'agents',
        'vale',
      ]),
    )
    .action(async (options) => done(await (await import('./init.ts')).init(host, options)));
}
