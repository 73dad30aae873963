import type { Git } from '../../git/git.ts';
import type { ContentPath, Locale } from '../../model/article.ts';
import type { Desired } from '../../model/desired.ts';
import type { Change, Held } from '../../model/plan.ts';
import type { Recorded } from '../../model/recorded.ts';
import type { Source } from '../../model/repository.ts';
import { decode } from '../../read/decode.ts';
import type { BodyChange, ChangeInside, FieldChanges, LocaleInside } from '../../site/index.ts';
import type { TextCompiler, WhatIf } from '../pull/compiler.ts';
import type { Sources } from '../sources.ts';

/** What was last published, for a plan that is made without Intercom: the texts that the lockfile names, from git. */
export interface PublishedTexts {
  /** Looks into one article of the plan. */
  inside(
    one: Change | Held,
    addresses: (key: ContentPath, locale: Locale) => Pick<BodyChange, 'link' | 'image'>,
  ): Promise<ChangeInside>;
  /** Texts that were looked up so far, for their colours. */
  texts(): readonly string[];
}

/** Said where git does not have a text. */
const notInGit =
  'The last published version is not in git, so there is nothing to compare with. Commit it, or compare with Intercom instead.';

/**
 * Opens the texts of a plan that was made from the lockfile alone.
 *
 * @param known texts by blob id, kept from one plan to the next; null: git does not have it
 * @param compiler makes of a text what a publish made of it; only asked when a page is looked at
 */
export function publishedTexts(
  { desired, settings }: Pick<Sources, 'desired' | 'settings'>,
  recorded: Recorded,
  git: Git,
  known: Map<string, string | null>,
  compiler: () => TextCompiler,
): PublishedTexts {
  const textOf = async (blob: string): Promise<string | null> => {
    const before = known.get(blob);
    if (before !== undefined) return before;
    const bytes = await git.blob(blob);
    const decoded = bytes === null ? null : decode(bytes);
    const text = decoded?.ok === true ? decoded.text : null;
    known.set(blob, text);
    return text;
  };
  const publishedOf = async (key: ContentPath, from: ContentPath, locale: Locale): Promise<WhatIf | null> => {
    const entry = recorded.articles[from]?.locales[locale];
    const text = entry === undefined ? null : await textOf(entry.source);
    return text === null ? null : compiler().whole(sourceLike(key, from, locale, desired), text);
  };
  return {
    async inside(one, addresses) {
      const from = 'from' in one ? (one.from ?? one.key) : one.key;
      const ours = desired.articles.find(({ key }) => key === one.key);
      const removed = 'kind' in one && (one.kind === 'unpublish' || one.kind === 'delete');
      const locales: LocaleInside[] = [];
      let isMissing = false;
      let parent: FieldChanges = {};
      for (const locale of localesOf(one, recorded.articles[from]?.locales ?? {})) {
        const before = await publishedOf(one.key, from, locale);
        const after = removed ? undefined : ours?.locales[locale];
        if (before === null && Object.hasOwn(recorded.articles[from]?.locales ?? {}, locale)) isMissing = true;
        const state = before === null ? null : (before.source.fields.state ?? settings.state);
        const fields = differing({
          title: [before?.title ?? null, after?.title ?? null],
          description: [before?.description ?? null, after?.description ?? null],
          state: [state, after?.state ?? (removed ? 'draft' : null)],
        });
        if (before !== null && ours !== undefined && locale === desired.locale && before.parent !== ours.parent)
          parent = { collection: { before: before.parent, after: ours.parent } };
        const body = bodyOf(before?.body ?? null, after?.body ?? null, isMissing);
        locales.push({
          locale,
          fields,
          images: [],
          unseen: false,
          body: body === null ? null : { ...body, ...addresses(one.key, locale) },
        });
      }
      const path: FieldChanges = from === one.key ? {} : { path: { before: from, after: one.key } };
      return { fields: { ...path, ...parent }, locales, note: isMissing ? notInGit : null };
    },
    texts: () => [...known.values()].filter((text) => text !== null),
  };
}

function localesOf(one: Change | Held, recorded: Readonly<Record<Locale, unknown>>): readonly Locale[] {
  return Object.keys('kind' in one ? one.locales : recorded).sort();
}

/** Texts that differ; one that is not known is shown as it is now. */
function bodyOf(
  before: string | null,
  after: string | null,
  isMissing: boolean,
): { before: string | null; after: string | null } | null {
  if (before === null && (after === null || isMissing)) return null;
  return before === after ? null : { before, after };
}

function differing(
  values: Readonly<Record<string, readonly [before: string | null, after: string | null]>>,
): FieldChanges {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, [before, after]]) =>
      before === null || before === after || (before === '' && after === null) ? [] : [[name, { before, after }]],
    ),
  );
}

/** The source that a text stood in: the one that is there now, or one like it where the file is gone. */
function sourceLike(key: ContentPath, from: ContentPath, locale: Locale, { articles }: Desired): Source {
  const path = articles.find((article) => article.key === key)?.locales[locale]?.path ?? from;
  return { path, article: key, locale, blob: '', body: '', bodyLine: 1, fields: {}, places: {} };
}
