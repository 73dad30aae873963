import MiniSearch, { type SearchResult } from 'minisearch';
import type { SearchDocument } from './document.ts';
import { folded, wordsOf } from './words.ts';

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
}

/**
 * Makes the search over articles. Adding goes in small steps, so that a page stays usable meanwhile.
 *
 * @param locale of the texts
 */
export async function createEngine(documents: readonly SearchDocument[], locale: string): Promise<SearchEngine> {
  const byId = new Map(documents.map((document) => [document.id, document]));
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
  await index.addAllAsync(documents, { chunkSize: 20 });
  const found = ({ id, terms }: SearchResult): Found[] => {
    const document = byId.get(String(id));
    return document === undefined ? [] : [{ document, words: new Set(terms) }];
  };
  return {
    find(query, limit) {
      const all = index.search(query);
      const some = all.length > 0 ? all : index.search(query, { combineWith: 'OR' });
      return some.slice(0, limit).flatMap(found);
    },
  };
}
