import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';

const files = {
  'helpcentre.yml': 'state: published\nproblems: { link-to-draft: warning }\n',
  'content/billing/_collection.yml': 'name: Money\n',
  'content/billing/pay.md':
    '---\ntitle: Pay\ndescription: By card & more.\n---\n\nBy card.\n\n![shown](../images/a.svg)\n',
  'content/billing/pay.fr.md': '---\ntitle: Payer\n---\n\nPar carte.\n',
  'content/billing/pay.de.md': '---\ntitle: Zahlen\nstate: draft\n---\n\nGeheim eins.\n',
  'content/later/plans.md': '---\ntitle: Plans\nstate: draft\n---\n\nSecret one.\n\n![hidden](../images/b.svg)\n',
  'content/team/limits.md': '---\ntitle: Limits\ntype: internal\n---\n\nSecret two.\n',
  'content/images/a.svg': image,
  'content/images/b.svg': image.replace('8', '9'),
};

async function textsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found.filter((name) => name.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  return new Map(
    await Promise.all(
      names.map(
        async (name) => [path.relative(folder, name).replaceAll('\\', '/'), await readFile(name, 'utf8')] as const,
      ),
    ),
  );
}

describe('preview --build --readers', () => {
  it('has what readers have and nothing of the work on it', async () => {
    const { dir } = await makeRepository(files);
    const built = await runIn(dir, ['preview', '--build', 'site', '--readers', '--name', 'Acme <Help>']);
    expect(built.code, built.stderr).toBe(0);
    const texts = await textsOf(path.join(dir, 'site'));
    const pages = [...texts.keys()].filter((name) => name.endsWith('.html'));
    expect(pages.sort()).toEqual([
      '404.html',
      'en/articles/billing/pay.html',
      'en/collections/money.html',
      'fr/articles/billing/pay.html',
      'fr/collections/money.html',
      'fr/index.html',
      'index.html',
    ]);
    const all = [...texts.values()].join('\n');
    expect(all.match(/secret|geheim|noindex|Nothing here is published|problems\.html|changes\//gi) ?? []).toEqual([]);
    expect([...texts.keys()].filter((name) => name.endsWith('.svg')).length).toBe(2);
    const page = texts.get('en/articles/billing/pay.html') ?? '';
    expect(page).toContain('<title>Pay · Acme &lt;Help&gt;</title>');
    expect(page).toContain('<meta name="description" content="By card &amp; more.">');
  });

  it('is not built while something has an error', async () => {
    const { dir } = await makeRepository({ ...files, 'content/billing/bad.md': '# Bad\n\n[nowhere](gone.md)\n' });
    const built = await runIn(dir, ['preview', '--build', 'site', '--readers']);
    expect(built.code).toBe(1);
    expect(built.stderr).toContain('dead-link');
    await expect(readdir(path.join(dir, 'site'))).rejects.toThrow('ENOENT');
  });

  it('is for a site that is built', async () => {
    const { dir } = await makeRepository(files);
    const served = await runIn(dir, ['preview', '--readers']);
    expect({ code: served.code, said: served.stderr }).toEqual({
      code: 64,
      said: expect.stringContaining('Add --build FOLDER'),
    });
  });
});
