import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/body/canonical.ts';
import { articleReference } from '../../../src/body/references.ts';
import { compileSources } from '../../../src/compile/compile.ts';
import { type Addresses, decompile } from '../../../src/dialect/decompile.ts';
import { repositoryOf, settingsOf } from '../../compile/build-repository.ts';
import { compileBody } from '../../compile/compile-body.ts';

/** `UPDATE=1 npx vitest run test/dialect/inverse` writes what comes out as what is expected. Read the difference. */
const isUpdating = process.env.UPDATE !== undefined;
const root = path.join(import.meta.dirname, 'fixtures');
const names = readdirSync(root);

const repository = repositoryOf({ 'article.md': '---\ntitle: Article\n---\n' });
const settings = settingsOf({ state: 'published', variables: { name: 'Value' } });
const units = compileSources(repository, settings);
const addresses: Addresses = { link: (href) => href, image: (source) => source.replace(/\?.*$/, '') };

function compiled(markdown: string): string {
  const { body } = compileBody(markdown, repository, settings, 'article.md', units);
  const own = articleReference({ key: 'article.md', locale: 'en', anchor: null });
  return body.replaceAll(`"${own}#`, '"#');
}

describe('what Intercom keeps', () => {
  it.each(names)('is Markdown that a person writes: %s', (name) => {
    const stored = readFileSync(path.join(root, name, 'stored.html'), 'utf8');
    const { markdown } = decompile(stored, addresses);
    const file = path.join(root, name, 'markdown.md');
    if (isUpdating) writeFileSync(file, markdown);
    expect(markdown).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });

  it.each(names)('comes of that Markdown again: %s', (name) => {
    const stored = readFileSync(path.join(root, name, 'stored.html'), 'utf8');
    const { markdown } = decompile(stored, addresses);
    const body = compiled(markdown);
    expect(canonical(body)).toBe(canonical(stored));
    expect(decompile(body, addresses).markdown).toBe(markdown);
  });
});
