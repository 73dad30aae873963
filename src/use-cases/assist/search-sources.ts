import type { Locale } from '../../model/article.ts';
import type { Source } from '../../model/repository.ts';
import { createEngine, type SearchEngine } from '../../site/search/engine.ts';
import { excerptOf } from '../../site/search/excerpt.ts';
import type { Inputs } from '../inputs.ts';

/** What is looked for. */
export interface Query {
  readonly words: string;
  /** Language of the texts; by default that of the sources. */
  readonly locale?: string | undefined;
  /** Only files whose path begins so. */
  readonly folder?: string | undefined;
}

/** A source that was found. */
export interface Hit {
  readonly path: string;
  readonly title: string;
  /** The part of its text that has the words. */
  readonly excerpt: string;
}

/** Finds sources by their words. */
export interface SourceSearch {
  /** All that fit, the best first; excerpts are made where they are looked at. */
  find(inputs: Inputs, query: Query): Promise<readonly (() => Hit)[]>;
}

interface Index {
  readonly engine: SearchEngine;
  /** By path, as it was taken in. */
  readonly blobs: Map<string, string>;
}

/** Starts with nothing looked at. What was, is looked at again when it changes. */
export function sourceSearch(): SourceSearch {
  const indexes = new Map<Locale, Index>();
  return {
    async find({ read, settings }, { words, locale = settings.locale, folder = '' }) {
      const sources = read.repository.sources.filter((source) => source.locale === locale);
      const index = indexes.get(locale) ?? { engine: await createEngine([], locale), blobs: new Map() };
      indexes.set(locale, index);
      await bringUpToDate(index, sources);
      const within = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
      return index.engine
        .find(words, sources.length)
        .filter(({ document }) => document.id.startsWith(within))
        .map(({ document, words: found }) => () => {
          const text = document.text.replace(/\s+/g, ' ').trim();
          const excerpt = excerptOf(text, found).map((piece) => piece.text);
          return { path: document.id, title: document.title, excerpt: excerpt.join('') };
        });
    },
  };
}

async function bringUpToDate({ engine, blobs }: Index, sources: readonly Source[]): Promise<void> {
  const now = new Set(sources.map(({ path }) => path));
  const gone = [...blobs.keys()].filter((path) => !now.has(path));
  const changed = sources.filter(({ path, blob }) => blobs.get(path) !== blob);
  engine.remove([...gone, ...changed.flatMap(({ path }) => (blobs.has(path) ? [path] : []))]);
  for (const path of gone) blobs.delete(path);
  await engine.add(changed.map(documentOf));
  for (const { path, blob } of changed) blobs.set(path, blob);
}

function documentOf({ path, fields, body }: Source) {
  const headings = [...body.matchAll(/^#{1,6} +(.*)$/gm)].map(([, heading = '']) => heading);
  const title = fields.title ?? headings[0] ?? '';
  const { description = '', state } = fields;
  const trail = fields.collection?.join(' ') ?? '';
  return { id: path, title, description, trail, headings: headings.join('. '), text: body, draft: state === 'draft' };
}
