import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { pageText } from './pasted.ts';

/** The pages that our own check does not read, because they are outside of docs/. */
const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];

it.each(pages)('%s leads to files that are there', async (page) => {
  const text = (await pageText(page)).replaceAll(/^```[\s\S]*?^```|`[^`\n]*`/gm, '');
  const found = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)|(?:src|srcset)="([^"]+)"/g)];
  const named = found.map(([, link, picture]) => link ?? picture ?? '');
  expect(named.length).toBeGreaterThan(1);
  const root = new URL('../../', import.meta.url);
  expect(named.filter((file) => !existsSync(fileURLToPath(new URL(file, root))))).toEqual([]);
});
