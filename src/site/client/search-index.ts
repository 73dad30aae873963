import { type SearchDocument, searchCallback } from '../search/document.ts';
import { createEngine, type SearchEngine } from '../search/engine.ts';

/** What a search file hands over. */
interface Delivered {
  readonly locale: string;
  readonly documents: readonly SearchDocument[];
}

declare global {
  interface Window {
    [searchCallback]?: (delivered: Delivered) => void;
  }
}

let engine: Promise<SearchEngine> | null = null;
let loads = 0;

/** The search of the page's language, loaded when it is first asked for. */
export function searchEngine(): Promise<SearchEngine> {
  engine ??= load();
  engine.catch(() => {
    engine = null;
  });
  return engine;
}

/** Articles changed: the next search loads them again. */
export function forgetEngine(): void {
  engine = null;
}

async function load(): Promise<SearchEngine> {
  const { root = '', locale = 'en' } = document.documentElement.dataset;
  const delivered = await new Promise<Delivered>((resolve, reject) => {
    window[searchCallback] = resolve;
    const script = document.createElement('script');
    loads += 1;
    script.src = `${root}assets/search-${locale}.js${loads > 1 ? `?${loads}` : ''}`;
    script.addEventListener('load', () => script.remove());
    script.addEventListener('error', () => reject(new Error('Search could not be loaded.')));
    document.head.append(script);
  });
  return createEngine(delivered.documents, delivered.locale);
}
