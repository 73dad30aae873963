import { lookThroughLine } from '../dialect/foreign-text.ts';
import { fillVariables } from '../dialect/variable.ts';
import type { ContentPath, Spacing } from '../model/article.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Repository, Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { shownFile } from '../model/shown-file.ts';
import { nearestName } from '../text/nearest.ts';
import { type CompiledBody, compileMarkdown } from './body.ts';
import type { DialectOf } from './include.ts';
import { snippetTexts } from './snippet-texts.ts';
import { spacingOf } from './spacing-of.ts';

/**
 * One source by itself: everything that does not depend on other sources. Made anew only when the source, one
 * of its snippets, or a setting that it is made by changes.
 */
export interface Unit {
  readonly source: Source;
  /** null: it has none. */
  readonly title: string | null;
  readonly titlePlace: Place;
  readonly description: string;
  readonly body: CompiledBody;
  /** Of front matter and body, links not looked at. */
  readonly problems: readonly Problem[];
  /** Stands for everything that it was made from, where it is remembered; absent where it is not. */
  readonly key?: string;
  /** What it was made from besides the source. */
  readonly made: {
    readonly root: string;
    readonly variables: Settings['variables'];
    readonly flatten: Settings['flatten'];
    readonly spacing: Spacing;
    readonly dialect: DialectOf;
    /** Text of each snippet; null for one that was not there. */
    readonly snippets: ReadonlyMap<ContentPath, string | null>;
  };
}

/**
 * Compiles one source by itself.
 *
 * @param source the file
 * @param repository for its snippets
 * @param settings `variables`, `flatten` and `spacing` count
 */
export function compileSource(source: Source, repository: Repository, settings: Settings): Unit {
  const { variables, flatten } = settings;
  const dialect: DialectOf = { flavour: settings.flavour, components: settings.components };
  const { root } = repository;
  const files = snippetTexts(repository, settings);
  const spacing = spacingOf(source, repository, settings);
  const problems: Problem[] = [];
  const fill = (key: 'title' | 'description'): string | null => {
    const written = source.fields[key];
    if (written === undefined) return null;
    return fillVariables(written, variables, (name) => {
      const place = source.places[key] ?? startOf(source, root);
      problems.push(problem('unknown-variable', { name, nearest: nearestName(name, Object.keys(variables)) }, place));
    }).trim();
  };
  for (const [key, place] of Object.entries(source.places)) {
    if (!isShown(key)) continue;
    for (const line of [source.fields[key] ?? []].flat())
      lookThroughLine(line, (code, args) => problems.push(problem(code, args, place)));
  }
  const given = fill('title') || (source.name ?? null);
  const text = source.body;
  const body = compileMarkdown({
    path: source.path,
    text,
    root,
    title: given,
    files,
    variables,
    flatten,
    spacing,
    dialect,
  });
  const title = given ?? body.title;
  const isUnread = body.problems.some((found) => found.code === 'too-deep');
  if (title === null && !isUnread) problems.push(problem('title-missing', {}, startOf(source, root)));
  return {
    source,
    title,
    titlePlace: source.places.title ?? startOf(source, root),
    description: fill('description') ?? '',
    body,
    problems: [...problems, ...body.problems],
    made: madeWith(source, body.uses, repository, settings),
  };
}

/**
 * What a source is made from besides itself.
 *
 * @param uses snippets that were put in, or looked for
 */
export function madeWith(
  source: Source,
  uses: readonly ContentPath[],
  repository: Repository,
  settings: Settings,
): Unit['made'] {
  const { variables, flatten, flavour, components } = settings;
  const files = snippetTexts(repository, settings);
  const snippets = new Map(uses.map((path) => [path, snippetText(path, files)]));
  const spacing = spacingOf(source, repository, settings);
  return { root: repository.root, variables, flatten, spacing, dialect: { flavour, components }, snippets };
}

/** Fields whose words readers see. */
function isShown(key: string): key is 'title' | 'description' | 'collection' | 'section' {
  return ['title', 'description', 'collection', 'section'].includes(key);
}

/** Sources that are left alone: those with `sync: false`, and the translations of such a source. */
export function skippedSources({ sources }: Repository): ReadonlySet<ContentPath> {
  const off = new Set(sources.filter((source) => source.fields.sync === false).map((source) => source.path));
  return new Set(sources.filter(({ path, article }) => off.has(path) || off.has(article)).map(({ path }) => path));
}

/** Whether a unit would come out the same if it were made again. */
export function isCurrent(unit: Unit, source: Source, repository: Repository, settings: Settings): boolean {
  const { made } = unit;
  return (
    unit.source.body === source.body &&
    unit.source.fields.title === source.fields.title &&
    unit.source.name === source.name &&
    unit.source.fields.description === source.fields.description &&
    String(unit.source.fields.collection) === String(source.fields.collection) &&
    unit.source.fields.section === source.fields.section &&
    JSON.stringify(unit.source.places) === JSON.stringify(source.places) &&
    made.root === repository.root &&
    JSON.stringify(made.variables) === JSON.stringify(settings.variables) &&
    made.dialect.flavour === settings.flavour &&
    JSON.stringify(made.dialect.components) === JSON.stringify(settings.components) &&
    made.spacing === spacingOf(source, repository, settings) &&
    made.flatten.join() === settings.flatten.join() &&
    [...made.snippets].every(([path, text]) => snippetText(path, snippetTexts(repository, settings)) === text)
  );
}

function snippetText(path: ContentPath, files: Repository['files']): string | null {
  const facts = files.get(path);
  return facts?.kind === 'text' ? facts.text : null;
}

/** Where findings about a whole source point. */
export function startOf(source: Source, root: string): Place {
  return { file: shownFile(root, source.path), line: 1, column: 1 };
}
