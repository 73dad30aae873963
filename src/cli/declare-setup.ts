import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { type WorkflowKind, workflowKinds } from '../init/choices.ts';
import type { Host } from '../model/host.ts';
import { connected, withoutConfiguration } from './common-options.ts';
import type { SchemaKind } from './schema.ts';

/** Declares `init`. */
export function initCommand(host: Host, done: (code: number) => void): Command {
  return withoutConfiguration(new Command('init'))
    .description('write helpcentre.yml, a first article and the GitHub workflows')
    .option('--content <folder>', 'folder for the sources (default: content)')
    .option('--locale <locale>', 'language of the sources (default: en)')
    .addOption(new Option('--region <region>', 'where the workspace is (default: us)').choices(['us', 'eu', 'au']))
    .option('--workflow <kinds>', 'workflows, separated by commas, see below', kindsOf)
    .option('--branch <branch>', 'branch that is published (default: the main one)')
    .option('--yes', 'do not ask: use the defaults for what is not given')
    .addHelpText('after', kindsHelp)
    .action(async (options) => done(await (await import('./init.ts')).init(host, options)));
}

const kindsHelp = `
Workflows:
  pull-request   the plan on pull requests, published on merge (default)
  forks          the same, for pull requests from forks too
  staging        the same, to one workspace first and then to another
  schedule       looks daily for edits made in Intercom
  import         brings what is in Intercom into the repository, once
  none           no workflow
An existing file is never written over.`;

function kindsOf(text: string): readonly WorkflowKind[] {
  const kinds = text.split(',').map((kind) => kind.trim());
  if (kinds.length === 1 && kinds[0] === 'none') return [];
  const known = kinds.filter((kind): kind is WorkflowKind => workflowKinds.some((one) => one === kind));
  if (known.length < kinds.length) {
    throw new InvalidArgumentError(`expected some of ${workflowKinds.join(', ')}, or none.`);
  }
  if (known.filter((kind) => kind !== 'schedule' && kind !== 'import').length > 1) {
    throw new InvalidArgumentError('choose only one of pull-request, forks and staging.');
  }
  return [...new Set(known)];
}

/** Declares `doctor`. */
export function doctorCommand(host: Host, done: (code: number) => void): Command {
  return connected(new Command('doctor'))
    .description('check that everything is ready: token, region, permissions, settings')
    .action(async (options) => done(await (await import('./doctor.ts')).doctor(host, options)));
}

/** Declares `schema`. */
export function schemaCommand(host: Host, done: (code: number) => void): Command {
  return withoutConfiguration(new Command('schema'))
    .description('print the JSON Schema of a kind of file, for editors')
    .addArgument(
      new Argument('[kind]', 'which file')
        .choices(['front-matter', 'config', 'collection', 'lockfile'])
        .default('config'),
    )
    .action(async (kind: SchemaKind, options) => done(await (await import('./schema.ts')).schema(host, kind, options)));
}
