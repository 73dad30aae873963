import { readFileSync } from 'node:fs';

/** Attempts of one kind. */
export interface VectorGroup {
  readonly title: string;
  readonly vectors: readonly string[];
}

/** What somebody might write into a source so that it runs where the article is read: one a line, by kind. */
export function vectorGroups(): readonly VectorGroup[] {
  return readFileSync(new URL('../compile/fixtures/vectors.txt', import.meta.url), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((group) => {
      const [title = '', ...lines] = group.split('\n');
      const written = lines.filter((line) => line !== '');
      return { title, vectors: written.map((line) => line.replaceAll('⏎', '\n').replaceAll('⇥', '\t')) };
    });
}
