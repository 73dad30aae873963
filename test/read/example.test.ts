import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { blobId } from '../../src/git/blob-id.ts';

const content = path.join(import.meta.dirname, '../../content-example/content');

it('the example says of a translation that it was made from what its original says now', () => {
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.fr.md'));
  const said = files.flatMap((file) => {
    const translated = /^translated: (\w+)$/m.exec(readFileSync(path.join(content, file), 'utf8'))?.[1];
    return translated === undefined ? [] : [{ file, translated }];
  });
  expect(said.length).toBeGreaterThan(0);
  for (const { file, translated } of said) {
    const original = readFileSync(path.join(content, file.replace('.fr.md', '.md')));
    expect(blobId(original).slice(0, translated.length), file).toBe(translated);
  }
});
