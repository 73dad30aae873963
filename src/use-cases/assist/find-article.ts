import nodePath from 'node:path';
import { articleIdOf } from '../../body/article-url.ts';
import { readOwn } from '../../disk/own-file.ts';
import { blobId } from '../../git/blob-id.ts';
import { liesIn } from '../../git/repository.ts';
import type { ContentPath, Locale } from '../../model/article.ts';
import type { Recorded } from '../../model/recorded.ts';
import type { Source } from '../../model/repository.ts';
import { UsageError } from '../../model/usage-error.ts';
import { decode } from '../../read/decode.ts';
import { meantPath } from '../../text/meant.ts';
import type { Context } from '../context.ts';
import type { Inputs } from '../inputs.ts';
import { knownOffline } from '../plan-offline.ts';
import { contentPath } from './content-file.ts';

/** A file that somebody asked for, and what is known of the article that it is a text of. */
export interface FoundArticle {
  readonly path: ContentPath;
  /** Absolute, links resolved; in the content folder. */
  readonly absolute: string;
  /** Git blob id of its bytes. */
  readonly blob: string;
  /** null for a snippet, and for a source that cannot be read. */
  readonly source: Source | null;
  /** Id of the article in Intercom; null where it was never published. */
  readonly id: string | null;
  /** Its public address; null where it has none. */
  readonly url: string | null;
  /** Files of its other languages. */
  readonly others: Readonly<Record<Locale, ContentPath>>;
}

/**
 * Finds an article or a snippet.
 *
 * @param name its path, the id of the article in Intercom, or its public address
 * @throws UsageError where there is none
 * @throws ProblemsError where the lockfile cannot be read
 */
export async function findArticle(context: Context, inputs: Inputs, name: string): Promise<FoundArticle> {
  const { read } = inputs;
  const { lockfile } = (await knownOffline(context, inputs)).read;
  const sections = Object.values(lockfile.workspaces);
  const path = await pathOf(name, inputs, sections);
  const text = read.texts.get(path);
  if (text === undefined) throw noSuch(name, path, [...read.texts.keys()]);
  const source = read.repository.sources.find((one) => one.path === path) ?? null;
  const key = source?.article ?? path;
  const entry = sections.map(({ articles }) => articles[key]).find((one) => one !== undefined);
  const others = read.repository.sources.filter((one) => one.article === key && one.path !== path);
  return {
    ...{ path, absolute: text.absolute, blob: text.blob, source },
    ...{ id: entry?.id ?? null, url: entry?.url ?? null },
    others: Object.fromEntries(others.map((one) => [one.locale, one.path])),
  };
}

async function pathOf(name: string, inputs: Inputs, sections: readonly Pick<Recorded, 'articles'>[]) {
  const id = articleIdOf(name) ?? (/^(?:ia_|snip_)?\d+$/.test(name) ? name : null);
  if (id === null) return await contentPath(name, inputs);
  const known = sections.flatMap(({ articles }) => Object.entries(articles)).find(([, entry]) => entry.id === id);
  const named = inputs.read.repository.sources.find(({ fields }) => fields.id === id);
  const path = known?.[0] ?? named?.article;
  if (path !== undefined) return path;
  const help = 'Search for its title, or bring it into the repository with "helpcentre import".';
  throw new UsageError('no-such-article', `no source has the article ${id}`, help);
}

function noSuch(name: string, path: ContentPath, all: readonly ContentPath[]): UsageError {
  const near = meantPath(path, all);
  const help = near === null ? 'Search for it by a word of its title.' : `Did you mean "${near.name}"?`;
  return new UsageError('no-such-article', `there is no article or snippet "${name}"`, help);
}

/**
 * The text of a file that was found, with LF line ends.
 *
 * @throws UsageError where it is none, or it was changed in this very moment
 */
export async function articleText(
  { path, absolute }: Pick<FoundArticle, 'path' | 'absolute'>,
  { folder, settings }: Pick<Inputs, 'folder' | 'settings'>,
): Promise<{ readonly text: string; readonly blob: string }> {
  const content = nodePath.join(folder, settings.content);
  const isInside = (await liesIn(absolute, content)) || (await liesIn(absolute, folder));
  const bytes = isInside ? await readOwn(absolute, nodePath.dirname(absolute)).catch(() => null) : null;
  const decoded = bytes === null ? null : decode(bytes);
  if (bytes === null || decoded?.ok !== true) {
    const help = 'It has to be a file of UTF-8 text in the content folder.';
    throw new UsageError('unreadable', `"${path}" cannot be read`, help);
  }
  return { text: decoded.text, blob: blobId(bytes) };
}
