import { escapeText } from '../../body/escape.ts';
import { unsendableNotes } from '../../body/sendable.ts';
import { spacingOf } from '../../compile/spacing-of.ts';
import { valuesIn } from '../../compile/values.ts';
import { decompile } from '../../dialect/decompile.ts';
import type { Git } from '../../git/git.ts';
import { addressesFrom, type Here } from '../../import/address-book.ts';
import { keysOf } from '../../import/pull/front-matter.ts';
import { type MergedSource, mergeSource } from '../../import/pull/merge-source.ts';
import { makeNormal } from '../../import/pull/normal.ts';
import { blocksOfNormal } from '../../import/pull/pieces.ts';
import type { ContentPath } from '../../model/article.ts';
import type { CollectionKey } from '../../model/collection.ts';
import type { WorkspaceReader } from '../../model/workspace.ts';
import { splitSource } from '../../text/fences.ts';
import { flavouredText } from '../flavoured-text.ts';
import type { Planned } from '../plan-of.ts';
import { findBase, type PullBase } from './base.ts';
import { bodiesInBlocks } from './bodies.ts';
import type { TextCompiler } from './compiler.ts';
import type { DriftedLocale } from './drifted-locale.ts';
import { fieldSides } from './fields.ts';
import { flavouredPieces } from './flavoured-pieces.ts';
import type { PullNames } from './names.ts';

/** What all of a pull is done with. */
export interface PullWorld {
  readonly planned: Planned;
  readonly compiler: TextCompiler;
  readonly names: PullNames;
  readonly git: Git;
  /** Git blob id of a drifted source as it was last committed: see `committedIn`. */
  readonly committed: (path: ContentPath) => Promise<string | null>;
  readonly reader: Pick<WorkspaceReader, 'versions' | 'version'>;
  readonly collectionIds: ReadonlyMap<CollectionKey, string>;
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
  const values = valuesIn(source.locale, planned.sources.repository, settings);
  const { front, body } = splitSource(text);
  const pieces = flavouredPieces(body, source, settings, values);
  const spacing = spacingOf(source, planned.sources.repository, settings);
  const named = (html: string): readonly string[] => blocksOfNormal(decompile(html, symbolic, spacing));
  const blocks = bodiesInBlocks(drifted, base, { symbolic, stored }, spacing);
  const spell =
    settings.flavour === 'github'
      ? null
      : (own: readonly string[]): string => flavouredText(own, { spacing, settings, values }).text.trimEnd();
  const normal = makeNormal((piece) => named(compiler.piece(source, piece)), pieces, blocks.ours, values, spell);
  const escaped = (plain: string): string =>
    decompile(`<h1>${escapeText(plain)}</h1>`, symbolic)
      .markdown.replace(/^#+ /, '')
      .trim();
  const facts = { planned, collectionIds: world.collectionIds, source, article, remote, locale, base };
  const { fields, notes } = fieldSides({ ...facts, keys: keysOf(front), escaped });
  const theirs = remote.locales[locale]?.body ?? '';
  const merged = mergeSource({
    ...{ text, fields, blocks, normal, pieces, published: base?.text ?? null },
    normalOfSource: (whole) => named(compiler.whole(source, whole)?.body ?? ''),
    labels: { ours: `${source.path} (yours)`, theirs: `Intercom (${drifted.who})` },
  });
  return { ...merged, notes: [...notes, ...noBase(base), ...writtenOut(merged), ...unsendableNotes(theirs)] };
}

function noBase(base: PullBase | null): readonly string[] {
  return base === null
    ? ['what was last published is neither in git nor in Intercom, so both texts are in the file, side by side']
    : [];
}

function writtenOut({ writtenOut: lost }: MergedSource): readonly string[] {
  return lost.map(
    (what) => `the edit is in text that comes from ${what}; taking it would replace that with plain text`,
  );
}
