import { unsendableNotes } from '../../body/sendable.ts';
import type { Pull, PulledSource } from '../../model/pulled.ts';
import type { Context } from '../context.ts';
import { type Imported, importAll } from '../import/import.ts';
import { reasonOf } from '../import/round-trip.ts';
import { nameOf } from './who.ts';

/**
 * Writes sources for the articles that a pull offers, as an import does: with their images, checked against Intercom,
 * in the lockfile.
 *
 * @returns the same pull with what was written
 */
export async function withNewArticles(context: Context, pull: Pull): Promise<Pull> {
  const ids = pull.offers.flatMap(({ kind, id }) => (kind === 'article' ? [id] : []));
  if (ids.length === 0) return pull;
  const imported = await importAll(context, { collections: [], ids, state: null }, async () => true);
  if (imported === null) return pull;
  const written = new Set(imported.texts.map((text) => text.article.remote.id));
  const images = new Set([...imported.images.placed.values()].map(({ path }) => path));
  const present = new Set(imported.run.present.repository.files.keys());
  return {
    ...pull,
    pulled: [...pull.pulled, ...sourcesOf(imported)].sort((a, b) => (a.path < b.path ? -1 : 1)),
    offers: pull.offers.filter(({ id, kind }) => kind !== 'article' || !written.has(id)),
    images: [...new Set([...pull.images, ...[...images].filter((path) => !present.has(path))])].sort(),
  };
}

function sourcesOf({ texts, verdicts, run }: Imported): readonly PulledSource[] {
  return texts.map(({ article, locale, path, content }) => {
    const verdict = verdicts.get(path);
    const differs = verdict === undefined || verdict.is === 'same' ? [] : [reasonOf(verdict)];
    const notes = [...differs, ...unsendableNotes(content.body)];
    const { id, updatedAt: at, updatedById } = article.remote;
    const facts = { path, key: article.key, locale, id, title: content.title, at, by: nameOf(updatedById, run.remote) };
    return { ...facts, result: 'created', changed: [], conflicts: 0, notes };
  });
}
