import MiniSearch, { type SearchResult } from 'minisearch';
import { folded, wordsOf } from '../../text/spoken-words.ts';
import type { SearchDocument } from './document.ts';

/** An article that was found. */
export interface Found {
  readonly document: SearchDocument;
  /** Words of the article that fit, folded. */
  readonly words: ReadonlySet<string>;
}

/** Finds articles. */
export interface SearchEngine {
  /** The best first. Every word must occur, whole or as a beginning; where no article has all of them, some. */
  find(query: string, limit: number): readonly Found[];
  /** Takes in more articles, in small steps. */
  add(documents: readonly SearchDocument[]): Promise<void>;
  /** Forgets articles, by their ids. */
  remove(ids: readonly string[]): void;
}

/**
 * Makes the search over articles. Adding goes in small steps, so that a page stays usable meanwhile.
 *
 * @param locale of the texts
 */
export async function createEngine(documents: readonly SearchDocument[], locale: string): Promise<SearchEngine> {
  const byId = new Map<string, SearchDocument>();
  const index = new MiniSearch<SearchDocument>({
    fields: ['title', 'description', 'headings', 'trail', 'text'],
    tokenize: (text) => [...wordsOf(text, locale)],
    processTerm: (term) => folded(term) || null,
    searchOptions: {
      boost: { title: 6, headings: 2.5, description: 2, trail: 1.5 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      weights: { prefix: 0.6, fuzzy: 0.2 },
      combineWith: 'AND',
    },
  });
  const found = ({ id, terms }: SearchResult): Found[] => {
    const document = byId.get(String(id));
    return document === undefined ? [] : [{ document, words: new Set(terms) }];
  };
  const engine: SearchEngine = {
    find(query, limit) {
      const all = index.search(query);
      const some = all.length > 0 ? all : index.search(query, { combineWith: 'OR' });
      return some.slice(0, limit).flatMap(found);
    },
    async add(more) {
      for (const document of more) byId.set(document.id, document);
      await index.addAllAsync(more, { chunkSize: 20 });
    },
    remove(ids) {
      index.discardAll(ids);
      for (const id of ids) byId.delete(id);
    },
  };
  await engine.add(documents);
  return engine;
}
