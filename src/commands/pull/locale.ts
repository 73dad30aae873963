import { decompile } from '../../dialect/decompile.ts';
import { escapeText } from '../../html/escape.ts';
import { withHeadingIds } from '../../html/heading-ids.ts';
import { addressesFrom, type Here } from '../../import/address-book.ts';
import { keysOf, splitSource } from '../../import/pull/front-matter.ts';
import { type MergedSource, mergeSource } from '../../import/pull/merge-source.ts';
import { makeNormal } from '../../import/pull/normal.ts';
import { piecesOf } from '../../import/pull/pieces.ts';
import type { CollectionKey, DesiredArticle, Locale, RecordedLocale, RemoteArticle, Source } from '../../model.ts';
import type { WorkspaceReader } from '../../workspace.ts';
import type { Git } from '../git.ts';
import type { Planned } from '../planning.ts';
import { findBase, type PullBase } from './base.ts';
import type { TextCompiler } from './compiler.ts';
import { fieldSides } from './fields.ts';
import type { PullNames } from './names.ts';

/** What all of a pull is done with. */
export interface PullWorld {
  readonly planned: Planned;
  readonly compiler: TextCompiler;
  readonly names: PullNames;
  readonly git: Git;
  readonly reader: Pick<WorkspaceReader, 'versions' | 'version'>;
  readonly collectionIds: ReadonlyMap<CollectionKey, string>;
}

/** One locale of an article that was edited in Intercom. */
export interface DriftedLocale {
  readonly article: DesiredArticle;
  readonly remote: RemoteArticle;
  readonly locale: Locale;
  readonly known: RecordedLocale;
  readonly source: Source;
  /** The file as it is, LF line ends. */
  readonly text: string;
  /** Who edited it and when, for the markers: `Ana, 2026-11-20`. */
  readonly who: string;
}

/** A source with the edits that were made in Intercom, not written yet. */
export interface MergedLocale extends MergedSource {
  readonly notes: readonly string[];
}

/** Merges what Intercom has of one locale into its source. */
export async function mergeLocale(drifted: DriftedLocale, world: PullWorld): Promise<MergedLocale> {
  const { article, remote, locale, source, text } = drifted;
  const { planned, compiler, names } = world;
  const { settings } = planned.sources;
  const here: Here = { id: remote.id, key: article.key, locale, path: source.path };
  const symbolic = names.symbolic(here);
  const stored = addressesFrom(names.book, here);
  const parentIds = [...new Set([remote.parentId, ...world.collectionIds.values(), null])];
  const base = await findBase({ ...drifted, settings, parentIds }, world.git, compiler, world.reader);
  const { variables } = settings;
  const { front, body } = splitSource(text);
  const definitions = piecesOf(body, variables).filter(({ type }) => /definition$/i.test(type));
  const normal = makeNormal(
    (piece) => decompile(compiler.piece(source, piece), symbolic).markdown,
    definitions.map((piece) => piece.text),
    variables,
  );
  const blocks = (html: string, addresses: typeof symbolic): readonly string[] =>
    normal.blocksOf(decompile(html, addresses).markdown);
  const escaped = (plain: string): string =>
    decompile(`<h1>${escapeText(plain)}</h1>`, symbolic)
      .markdown.replace(/^#+ /, '')
      .trim();
  const facts = { planned, collectionIds: world.collectionIds, source, article, remote, locale, base };
  const { fields, notes } = fieldSides({ ...facts, keys: keysOf(front), escaped });
  const merged = mergeSource({
    ...{ text, fields, normal, variables, published: base?.text ?? null },
    blocks: {
      ours: blocks(article.locales[locale]?.body ?? '', symbolic),
      base: base === null ? null : blocks(bodyOf(base), base.from === 'text' ? symbolic : stored),
      theirs: blocks(withOurIds(remote.locales[locale]?.body ?? '', here, names), stored),
    },
    normalOfSource: (whole) => decompile(compiler.whole(source, whole)?.body ?? '', symbolic).markdown,
    labels: { ours: `${source.path} (yours)`, theirs: `Intercom (${drifted.who})` },
  });
  return { ...merged, notes: [...notes, ...noBase(base), ...writtenOut(merged)] };
}

/** A body with our own ids on its headings, so that those that Intercom gives them are no edits. */
function withOurIds(body: string, { id, locale }: Here, { book }: PullNames): string {
  const article = book.article(id);
  return withHeadingIds(body, (given) => article?.slugOf(locale, given) ?? null);
}

const bodyOf = (base: PullBase): string => (base.from === 'text' ? base.whatIf.body : base.version.body);

function noBase(base: PullBase | null): readonly string[] {
  return base === null
    ? ['what was last published is neither in git nor in Intercom, so both texts stand side by side']
    : [];
}

function writtenOut({ writtenOut: lost }: MergedSource): readonly string[] {
  return lost.map((what) => `the edit is in text that comes from ${what}, which taking it would write out`);
}
