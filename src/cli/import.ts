import type { State } from '../model/article.ts';
import type { FlavourName } from '../model/flavour-name.ts';
import type { Host } from '../model/host.ts';
import { shownFile } from '../model/shown-file.ts';
import { formatDocument } from '../output/format.ts';
import { type ImportFacts, importText } from '../report/import-text.ts';
import { count } from '../report/paint.ts';
import { type CommonOptions, type Context, makeContext, shownPath } from '../use-cases/context.ts';
import type { Chosen } from '../use-cases/import/choice.ts';
import { factsOf } from '../use-cases/import/facts.ts';
import { type Imported, type ImportParts, importAll } from '../use-cases/import/import.ts';
import type { ImportTarget } from '../use-cases/import/target.ts';
import { sayProblems } from './say-problems.ts';

/** Options of `import`. */
export interface ImportCommandOptions extends CommonOptions {
  readonly helpCentre?: string;
  readonly flavour?: FlavourName;
  readonly collection?: readonly string[];
  readonly ids?: readonly string[];
  readonly state?: State;
  readonly internal?: boolean;
  readonly snippets?: boolean;
  readonly yes?: boolean;
}

/**
 * `helpcentre import`: existing collections and articles become Markdown, images and a lockfile. Holds a reader only.
 *
 * @param parts what tests put in between
 * @returns 0 when everything asked for was imported and Intercom has what the files say, else 1
 */
export async function importCommand(host: Host, options: ImportCommandOptions, parts?: ImportParts): Promise<number> {
  const context = makeContext(host, options);
  const imported = await importAll(
    context,
    {
      collections: options.collection ?? [],
      ids: options.ids ?? [],
      state: options.state ?? null,
      types: [
        ...(options.internal === true ? (['internal'] as const) : []),
        ...(options.snippets === true ? (['snippet'] as const) : []),
      ],
      ...(options.helpCentre === undefined ? {} : { helpCentre: options.helpCentre }),
      ...(options.flavour === undefined ? {} : { flavour: options.flavour }),
    },
    (chosen, target) => agreed(context, options.yes === true, chosen, target),
    parts,
  );
  if (imported === null) {
    context.print('Nothing was imported.\n');
    return 1;
  }
  return report(context, imported);
}

/** Nothing in Intercom is touched and no file is written over, so there is a question only where somebody can answer. */
async function agreed(context: Context, yes: boolean, chosen: Chosen, target: ImportTarget): Promise<boolean> {
  const { host, options } = context;
  if (yes || !host.interactive || options.json === true || chosen.articles.length === 0) return true;
  const folder = shownPath(host.cwd, `${target.folder}/${target.settings.content}`);
  return host.confirm(`Import ${count(chosen.articles.length, 'article')} into ${folder}/?`);
}

async function report(context: Context, imported: Imported): Promise<number> {
  const facts = factsOf(imported);
  const paths = new Set(imported.texts.map(({ path }) => shownFile(imported.sources.repository.root, path)));
  const errors = imported.sources.problems.filter(
    ({ severity, code, place }) =>
      severity === 'error' && code !== 'undisplayable' && place !== undefined && paths.has(place.file),
  );
  if (context.options.json === true) context.print(formatDocument('import', { ...facts, problems: errors }));
  else {
    await sayProblems(errors, context);
    context.print(importText(facts, context.paint));
  }
  if (facts.cameRound && facts.left.length === 0) return 0;
  if (context.options.json !== true) context.print(`\n${reasonOf(facts)}\n`);
  return 1;
}

/** Why the exit code is 1, in one line. */
function reasonOf({ cameRound, left, failed }: ImportFacts): string {
  const parts = [
    failed.length === 0 ? '' : `${count(failed.length, 'text')} failed`,
    left.length === 0 ? '' : `${count(left.length, 'article')} not imported`,
    cameRound || failed.length > 0 ? '' : 'the files do not say what Intercom has',
  ];
  return parts.filter((part) => part !== '').join('; ');
}
