import path from 'node:path';
import { labelsOf } from '../../body/reach.ts';
import { compileSources } from '../../compile/compile.ts';
import { whereTheyPart } from '../../import/round-trip.ts';
import type { ContentPath } from '../../model/article.ts';
import type { DesiredArticle } from '../../model/desired.ts';
import type { Problem } from '../../model/problem.ts';
import { shownFile } from '../../model/shown-file.ts';
import { fieldDifferences } from '../../plan/compare.ts';
import { createMemory } from '../../read/memory.ts';
import { ProblemsError } from '../connect.ts';
import { readInputs } from '../read-inputs.ts';
import { type Sources, sourcesFrom } from '../sources.ts';
import { type ImportRun, stopIfAsked } from './run.ts';
import { type Form, forms, type ImportedText } from './texts.ts';
import { type MadeTexts, writeTexts } from './write.ts';

/** What compiling a text that was written came to. */
export type RoundTrip =
  /** It is what Intercom has. */
  | { readonly is: 'same' }
  /** It does not compile. */
  | { readonly is: 'failed'; readonly problems: readonly Problem[] }
  /** It holds the mark of a block that the API does not give out, and so is never published while it does. */
  | { readonly is: 'marked' }
  /** It compiles to something else. */
  | { readonly is: 'different'; readonly reason: string }
  /** Its text is the same, and something in its front matter cannot be said. */
  | { readonly is: 'fields'; readonly reason: string }
  /** Nothing can be said: another text of its article does not compile, or the configuration leaves its path out. */
  | { readonly is: 'unread'; readonly reason: string };

/** Texts with what they came to. */
export interface Checked {
  readonly sources: Sources;
  readonly texts: readonly ImportedText[];
  readonly verdicts: ReadonlyMap<ContentPath, RoundTrip>;
  /** Why the best form of a text was not the one to keep, by path. */
  readonly whyKept: ReadonlyMap<ContentPath, string>;
  readonly inTheWay: MadeTexts['inTheWay'];
}

/**
 * Compiles what was written and compares it with what it was made from. A text that does not come round is written in
 * its next form, and looked at again.
 *
 * @throws ProblemsError when the content folder cannot be read any more
 */
export async function checkRoundTrip(run: ImportRun, made: MadeTexts): Promise<Checked> {
  const texts = new Map(made.texts.map((text) => [text.path, text]));
  const whyKept = new Map<ContentPath, string>();
  const memory = createMemory();
  const content = path.join(run.target.folder, run.target.settings.content);
  const givenUp = new Set<ContentPath>();
  let units: Sources['units'] = new Map();
  for (;;) {
    const result = await readInputs(run.context, memory);
    if (!result.ok) throw new ProblemsError(result.problems);
    const { read, settings } = result.inputs;
    units = compileSources(read.repository, settings, units);
    const sources = sourcesFrom(result.inputs, units);
    const verdicts = verdictsOn([...texts.values()], sources, run);
    const next = [...texts.values()].flatMap((text) => {
      const verdict = verdicts.get(text.path);
      const form = verdict === undefined || givenUp.has(text.path) ? null : nextForm(text, verdict);
      if (form === null || verdict === undefined) return [];
      if (forms.indexOf(form) < forms.indexOf(text.form)) givenUp.add(text.path);
      if (!whyKept.has(text.path)) whyKept.set(text.path, reasonOf(verdict));
      return [made.make(text.article, text.locale, form)];
    });
    if (next.length === 0) {
      return { sources, texts: [...texts.values()], verdicts, whyKept, inTheWay: made.inTheWay };
    }
    await writeTexts(run, next);
    stopIfAsked(run.context);
    for (const text of next) {
      texts.set(text.path, text);
      memory.forget(path.join(content, text.path));
    }
  }
}

/**
 * The form to try next; null where the text is right, or nothing more can be done. Where no form comes round the text
 * is left as one HTML block, which is nearest to what Intercom has, or, if none compiles, as Markdown, which is easiest to
 * mend.
 */
function nextForm({ form }: ImportedText, verdict: RoundTrip): Form | null {
  if (verdict.is !== 'failed' && verdict.is !== 'different') return null;
  return forms[forms.indexOf(form) + 1] ?? (verdict.is === 'failed' ? 'markdown' : 'html');
}

/** Why a text did not come round, in a clause. */
export function reasonOf(verdict: RoundTrip): string {
  switch (verdict.is) {
    case 'same':
      return 'it is what Intercom has';
    case 'marked':
      return 'it holds a block that Intercom does not give out';
    case 'failed':
      return verdict.problems[0]?.message ?? 'it does not compile';
    default:
      return verdict.reason;
  }
}

function verdictsOn(
  texts: readonly ImportedText[],
  sources: Sources,
  run: ImportRun,
): ReadonlyMap<ContentPath, RoundTrip> {
  const errors = new Map<string, Problem[]>();
  for (const found of sources.problems) {
    if (found.severity !== 'error' || found.place === undefined) continue;
    errors.set(found.place.file, [...(errors.get(found.place.file) ?? []), found]);
  }
  const articles = new Map(sources.desired.articles.map((article) => [article.key, article]));
  const { teammates } = run.remote;
  const labels = labelsOf(run.remote);
  const fields = { collectionIds: collectionIdsOf(run, sources), teammates, labels, reachOf: () => undefined };
  return new Map(
    texts.map((text) => {
      const problems = errors.get(shownFile(sources.repository.root, text.path));
      const article = articles.get(text.article.key);
      if (article === undefined && problems !== undefined) return [text.path, failureOf(problems)];
      return [text.path, verdictOn(text, article, fields)];
    }),
  );
}

function failureOf(problems: readonly Problem[]): RoundTrip {
  const others = problems.filter(({ code }) => code !== 'undisplayable');
  return others.length === 0 ? { is: 'marked' } : { is: 'failed', problems: others };
}

function verdictOn(
  text: ImportedText,
  article: DesiredArticle | undefined,
  fields: Parameters<typeof fieldDifferences>[4],
): RoundTrip {
  if (article === undefined) return { is: 'unread', reason: 'another text of its article does not compile' };
  const wanted = article.locales[text.locale];
  if (wanted === undefined || wanted.path !== text.path)
    return { is: 'unread', reason: 'the configuration leaves it out' };
  const parting = whereTheyPart(wanted.body, text.content.body, text.names);
  if (parting !== null) return { is: 'different', reason: parting };
  const reasons = fieldDifferences(article, wanted, text.content, text.article.remote, fields);
  return reasons.length === 0
    ? { is: 'same' }
    : { is: 'fields', reason: `Intercom has another ${reasons.join(' and another ')} than a source can say` };
}

/** Which collection in Intercom each of the sources' collections is. Of two that share a folder the first counts. */
export function collectionIdsOf(run: ImportRun, sources: Sources): ReadonlyMap<string, string> {
  const byFolder = new Map<ContentPath, string>();
  const recorded = Object.values(run.recorded.collections);
  for (const { folder, id } of recorded) if (folder !== undefined) byFolder.set(folder, id);
  for (const { id } of run.chosen.collections) {
    const folder = run.chosen.layout.folders.get(id);
    if (folder !== undefined && !byFolder.has(folder)) byFolder.set(folder, id);
  }
  return new Map(
    sources.desired.collections.flatMap(({ key, folder }) => {
      const id = folder === undefined ? undefined : byFolder.get(folder);
      return id === undefined ? [] : [[key, id] as const];
    }),
  );
}
