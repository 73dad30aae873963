import path from 'node:path';
import { canonicalWith } from '../../body/canonical.ts';
import { sendableOnly, unsendableNotes } from '../../body/sendable.ts';
import { pathOf, spacingAround } from '../../compile/spacing-of.ts';
import { type Addresses, asHtmlBlock, type Decompiled, decompile } from '../../dialect/decompile.ts';
import { fittingSpacing } from '../../dialect/fitting-spacing.ts';
import { addressesFrom } from '../../import/address-book.ts';
import { formatSource } from '../../import/format-source.ts';
import { localePath } from '../../import/locale-path.ts';
import { newFilesAround } from '../../import/new-files.ts';
import { fieldsOf } from '../../import/source-of.ts';
import type { Spacing } from '../../model/article.ts';
import type { PulledSource, PullLeft, PullOffer } from '../../model/pulled.ts';
import { asDraft, flavouredBody, placesOf } from '../import/flavour.ts';
import type { PullWorld } from './locale.ts';
import { whoSaved } from './who.ts';

/**
 * Writes sources for locales that people added in Intercom. Never over a file that is there.
 *
 * @param ownFolder absolute folder of a run's own files
 */
export async function writeNewLocales(
  offers: readonly PullOffer[],
  world: PullWorld,
  ownFolder: string,
): Promise<{ readonly pulled: readonly PulledSource[]; readonly left: readonly PullLeft[] }> {
  const { names, planned } = world;
  const { settings, folder, repository } = planned.sources;
  const wanted = offers.flatMap((offer) =>
    offer.key === null ? [] : [{ ...offer, key: offer.key, path: localePath(offer.key, offer.locale, settings) }],
  );
  const pulled: PulledSource[] = [];
  const left: PullLeft[] = [];
  if (wanted.length === 0) return { pulled, left };
  for (const { id, locale, path: file } of wanted) names.addSource(id, locale, file);
  const draft = placesOf(settings.flavour)?.draft;
  const theirs = draft === undefined ? {} : { draft };
  const files = newFilesAround(path.join(folder, settings.content), ownFolder);
  for (const { id, key, locale, title, path: file } of wanted) {
    const remote = planned.remote.articles.find((article) => article.id === id);
    const content = remote?.locales[locale];
    if (remote === undefined || content === undefined) continue;
    const plain = fieldsOf(content, locale, { settings, teammates: planned.remote.teammates });
    const addresses: Addresses = {
      ...addressesFrom(names.book, { id, key, locale, path: file }),
      headingIds: 'left-out',
    };
    const around = spacingAround(pathOf({ article: key }, repository), repository.collections, settings);
    const spacing = fittingSpacing(content.body, addresses, around);
    const fields = spacing === around ? plain : { ...plain, spacing };
    const { markdown, notes } = textOf(
      content.body,
      addresses,
      { path: file, key, title: content.title },
      world,
      spacing,
    );
    const result = await files.write(
      file,
      new TextEncoder().encode(formatSource(asDraft(fields, content.state, draft), markdown, theirs)),
    );
    const saved = { id, ...(await whoSaved(remote, locale, planned.remote, world.reader)) };
    if (result.is === 'left') {
      left.push({ ...saved, key: file, why: 'file-there', help: `It ${result.reason}. Rename it, then pull again.` });
    } else {
      const facts = {
        ...saved,
        path: file,
        key,
        locale,
        title,
        changed: [],
        conflicts: 0,
        notes: [...notes, ...unsendableNotes(content.body)],
      };
      pulled.push({ ...facts, result: 'created' });
    }
  }
  return { pulled, left };
}

/** A body as Markdown, or as one block of HTML where the Markdown would compile to something else. */
function textOf(
  body: string,
  addresses: Addresses,
  { path: file, key, title }: { readonly path: string; readonly key: string; readonly title: string },
  { compiler, planned }: PullWorld,
  spacing: Spacing,
): { readonly markdown: string; readonly notes: readonly string[] } {
  const decompiled = decompile(body, addresses, spacing);
  const { undisplayed } = decompiled;
  const { settings } = planned.sources;
  const inFlavour = (parts: Pick<Decompiled, 'parts'>): string => flavouredBody(parts, title, spacing, settings).text;
  const markdown = inFlavour(decompiled);
  const marked =
    undisplayed === 0
      ? []
      : ['it holds a block that Intercom does not give out: the article is not written while its mark is there'];
  const neighbour = planned.sources.repository.sources.find((source) => source.path === key);
  if (neighbour === undefined) return { markdown, notes: marked };
  const here = { ...neighbour, path: file, fields: { ...neighbour.fields, spacing } };
  const comesRound = (text: string) => bare(compiler.piece(here, text)) === bare(body);
  if (comesRound(markdown)) return { markdown, notes: marked };
  const html = inFlavour({ parts: [{ text: asHtmlBlock(body, addresses, spacing).trimEnd(), isHtml: true }] });
  return comesRound(html)
    ? { markdown: html, notes: [...marked, 'Markdown cannot express all of it: it is one block of HTML'] }
    : {
        markdown,
        notes: [...marked, 'Markdown cannot express all of it: compare it with Intercom before you publish'],
      };
}

/** A body without its addresses: those of a file that is not there yet cannot be resolved. */
function bare(html: string): string {
  return canonicalWith(html, { ...sendableOnly, link: () => '', image: () => '' });
}
