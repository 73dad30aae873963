import type { ContentPath, Locale } from '../model/article.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Desired, DesiredArticle, DesiredCollection, DesiredLocale } from '../model/desired.ts';
import type { Change } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote, RemoteCollection } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { somePaths } from '../model/some-paths.ts';

/** What tells in which languages a collection has a name. */
export interface NamesInput {
  readonly desired: Pick<Desired, 'articles' | 'collections' | 'locale'>;
  /** null: Intercom was not asked. */
  readonly remote: Pick<Remote, 'collections'> | null;
  readonly recorded: Pick<Recorded, 'collections'>;
  /** Which collection of Intercom's each one is, as far as there is one. */
  readonly ids: ReadonlyMap<CollectionKey, string>;
  /** First language of the help centre that a collection is in or comes to; null where nothing tells. */
  readonly firstLanguage: (key: CollectionKey) => Locale | null;
  /** Whether a text is about to be written. What Intercom has already is no reason to leave an article out. */
  readonly isWritten: (key: ContentPath, locale: Locale) => boolean;
}

/** Articles with texts that no reader could find, and why. */
export interface Unnamed {
  /** Articles that are left out for it: a write of theirs would be in vain. */
  readonly leftOut: ReadonlySet<ContentPath>;
  readonly problems: readonly Problem[];
}

/**
 * Finds published texts in a language in which their collection, or one above it, has no name: Intercom takes them and
 * shows them to nobody. Those that are there already are a warning. Offline a collection that was published before is not judged, since somebody may have named it
 * in Intercom.
 *
 * @param severity as the configuration has it: with a warning they are published all the same
 */
export function unnamedCollections(input: NamesInput, severity: Settings['problems'][string] | undefined): Unnamed {
  if (severity === 'off') return { leftOut: new Set(), problems: [] };
  const found = new Map<string, Finding>();
  const leftOut = new Set<ContentPath>();
  const namelessIn = lookUp(input);
  for (const article of input.desired.articles) {
    for (const [locale, text] of textsElsewhere(article, input.desired.locale)) {
      const collection = namelessIn(article.parent, locale);
      if (collection === null) continue;
      const isWritten = input.isWritten(article.key, locale);
      if (isWritten) leftOut.add(article.key);
      const slot = `${locale} ${isWritten} ${collection.key}`;
      const before = found.get(slot);
      found.set(slot, { locale, isWritten, collection, texts: [...(before?.texts ?? []), text] });
    }
  }
  const problems = [...found.values()].map((finding) => {
    const lowered = finding.isWritten ? severity : 'warning';
    const made = unnamedProblem(finding);
    return lowered === undefined ? made : { ...made, severity: lowered };
  });
  return { leftOut: severity === 'warning' ? new Set() : leftOut, problems };
}

/** The same for a plan: only texts that a change would write are in vain. @returns the changes that are left, too */
export function withoutUnnamed(
  changes: readonly Change[],
  input: Omit<NamesInput, 'isWritten'>,
  severity: Settings['problems'][string] | undefined,
): Unnamed & { readonly changes: readonly Change[] } {
  const steps = new Map(changes.map((change) => [change.key, change.locales]));
  const isWritten: NamesInput['isWritten'] = (key, locale) => steps.get(key)?.[locale]?.do === 'write';
  const found = unnamedCollections({ ...input, isWritten }, severity);
  return { ...found, changes: changes.filter(({ key }) => !found.leftOut.has(key)) };
}

/** Texts in one language in a collection that has no name in it. */
interface Finding {
  readonly locale: Locale;
  readonly isWritten: boolean;
  readonly collection: DesiredCollection;
  readonly texts: readonly DesiredLocale[];
}

function unnamedProblem({ locale, collection, texts }: Finding): Problem {
  const { key, folder } = collection;
  const paths = texts.map(({ path }) => path);
  return problem(
    'collection-unnamed',
    { key, locale, paths: somePaths(paths, 'and'), folder: folder ?? null },
    texts[0]?.start,
  );
}

/** Texts for readers in other languages than the sources' own, in which every collection has its name. */
function textsElsewhere({ locales }: DesiredArticle, own: Locale): readonly (readonly [Locale, DesiredLocale])[] {
  return Object.entries(locales).filter(([locale, { state }]) => locale !== own && state === 'published');
}

/** The topmost collection on the way down to an article that has no name in a language; null for none. */
function lookUp({ desired, remote, recorded, ids, firstLanguage }: NamesInput) {
  const wanted = new Map(desired.collections.map((collection) => [collection.key, collection]));
  const theirs = new Map(remote?.collections.map((collection) => [collection.id, collection]));
  const isNamed = (collection: DesiredCollection, locale: Locale): boolean => {
    if (Object.hasOwn(collection.translations, locale) || firstLanguage(collection.key) === locale) return true;
    // What somebody did in Intercom is not known without asking.
    if (remote === null) return Object.hasOwn(recorded.collections, collection.key);
    return isNamedInIntercom(theirs.get(ids.get(collection.key) ?? ''), locale);
  };
  return (parent: CollectionKey | null, locale: Locale): DesiredCollection | null => {
    let nameless: DesiredCollection | null = null;
    for (let at = wanted.get(parent ?? ''); at !== undefined; at = wanted.get(at.parent ?? '')) {
      if (!isNamed(at, locale)) nameless = at;
    }
    return nameless;
  };
}

function isNamedInIntercom(collection: RemoteCollection | undefined, locale: Locale): boolean {
  if (collection === undefined) return false;
  return collection.defaultLocale === locale || Object.hasOwn(collection.translations, locale);
}
