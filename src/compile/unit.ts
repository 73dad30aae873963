import { lookThroughLine } from '../dialect/foreign-text.ts';
import { fillVariables } from '../dialect/variable.ts';
import { flavours } from '../flavour/flavours.ts';
import type { ContentPath, Spacing } from '../model/article.ts';
import { type Flattened, flattenOf } from '../model/flatten.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Repository, Source } from '../model/repository.ts';
import { type Settings, textFlavourOf } from '../model/settings.ts';
import { shownFile } from '../model/shown-file.ts';
import type { Values } from '../model/variables.ts';
import { type CompiledBody, compileMarkdown } from './body.ts';
import type { DialectOf } from './library.ts';
import { snippetTexts } from './snippet-texts.ts';
import { spacingOf } from './spacing-of.ts';
import { valuesIn } from './values.ts';
import { writingRules } from './writing/asked.ts';

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
    /** What each variable that was asked for came to. */
    readonly variables: ReadonlyMap<string, string>;
    /** Whether there are variables at all. */
    readonly hasVariables: boolean;
    readonly flatten: readonly Flattened[];
    readonly spacing: Spacing;
    readonly dialect: DialectOf;
    /** Stands for what was looked for in how it is written. */
    readonly writing: string;
    /** Text of each snippet; null for one that was not there. */
    readonly snippets: ReadonlyMap<ContentPath, string | null>;
  };
}

/**
 * Compiles one source by itself.
 *
 * @param source the file
 * @param repository for its snippets, and what the product's files say
 * @param settings `variables`, `flatten` and `spacing` count
 */
export function compileSource(source: Source, repository: Repository, settings: Settings): Unit {
  const flatten = flattenOf(settings);
  const values = valuesIn(source.locale, repository, settings);
  const asked = new Set<string>();
  const dialect: DialectOf = { flavour: textFlavourOf(settings), components: settings.components };
  const { root } = repository;
  const files = snippetTexts(repository, settings);
  const spacing = spacingOf(source, repository, settings);
  const problems: Problem[] = [];
  const fill = (key: 'title' | 'description'): string | null => {
    const written = source.fields[key];
    if (written === undefined) return null;
    return fillVariables(written, values, (name, finding) => {
      asked.add(name);
      const place = source.places[key] ?? startOf(source, root);
      if (finding !== null) problems.push(problem(finding.code, finding.args as never, place));
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
    // What a layout shows out of front matter stands above that line.
    ...(flavours[settings.flavour].files.ownHeading === true ? { ownHeadingFrom: source.bodyLine } : {}),
    files,
    values,
    flatten,
    spacing,
    dialect,
    writing: writingRules(settings, source.locale),
  });
  // The heading that other tools show in the title's place.
  const title = body.title ?? given;
  const isUnread = body.problems.some((found) => found.code === 'too-deep');
  if (title === null && !isUnread) problems.push(problem('title-missing', {}, startOf(source, root)));
  const description = fill('description') ?? '';
  return {
    source,
    title,
    titlePlace: (body.title === null ? source.places.title : undefined) ?? startOf(source, root),
    description,
    body,
    problems: [...problems, ...body.problems],
    made: madeWith(source, { snippets: body.uses, variables: [...asked, ...body.variables] }, repository, settings),
  };
}

/**
 * What a source is made from besides itself.
 *
 * @param uses snippets that were put in, or looked for, and names of variables
 */
export function madeWith(
  source: Source,
  uses: { readonly snippets: readonly ContentPath[]; readonly variables: readonly string[] },
  repository: Repository,
  settings: Settings,
): Unit['made'] {
  const { components } = settings;
  const flatten = flattenOf(settings);
  const flavour = textFlavourOf(settings);
  const files = snippetTexts(repository, settings);
  const snippets = mapOf(uses.snippets, (path) => snippetText(path, files));
  const values = valuesIn(source.locale, repository, settings);
  const variables = mapOf(uses.variables, (name) => cameTo(name, values));
  const spacing = spacingOf(source, repository, settings);
  const writing = writingRules(settings, source.locale).print;
  const dialect = { flavour, components };
  const { root } = repository;
  return { root, variables, hasVariables: values.isOn, flatten, spacing, dialect, writing, snippets };
}

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** Most sources use nothing, and need no map each. */
function mapOf<T>(names: readonly string[], each: (name: string) => T): ReadonlyMap<string, T> {
  return names.length === 0 ? none : new Map(names.map((name) => [name, each(name)]));
}

/** What a name comes to, and what is said of it. */
function cameTo(name: string, values: Values): string {
  return JSON.stringify([values.find(name), values.owns(name)]);
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
  const values = valuesIn(source.locale, repository, settings);
  return (
    unit.source.locale === source.locale &&
    (unit.source === source || unit.source.body === source.body) &&
    unit.source.fields.title === source.fields.title &&
    unit.source.name === source.name &&
    unit.source.fields.description === source.fields.description &&
    String(unit.source.fields.collection) === String(source.fields.collection) &&
    unit.source.fields.section === source.fields.section &&
    JSON.stringify(unit.source.places) === JSON.stringify(source.places) &&
    made.root === repository.root &&
    made.hasVariables === values.isOn &&
    [...made.variables].every(([name, value]) => cameTo(name, values) === value) &&
    made.dialect.flavour === textFlavourOf(settings) &&
    JSON.stringify(made.dialect.components) === JSON.stringify(settings.components) &&
    made.writing === writingRules(settings, source.locale).print &&
    made.spacing === spacingOf(source, repository, settings) &&
    made.flatten.join() === flattenOf(settings).join() &&
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
