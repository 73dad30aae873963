import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite, FolderTaken } from '../../src/site/build.ts';
import { type Previewed, previewOf, tagsIn } from './preview-of.ts';

const files = {
  'c/a.md': '# A\n\n[B](<b c.md#two>) and ![pic](pic.svg)\n\n## One\n\nText.\n\n## Two\n\nText.\n',
  'c/a.fr.md': '# A\n\nTexte.\n',
  'c/b c.md': '---\nstate: draft\n---\n# B\n\n[A](a.md#one), ~~gone~~\n\n## Two\n\nText.\n',
  'c/pic.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>',
};

async function built(previewed: Previewed, name = 'out'): Promise<string> {
  const { repository, site, settings } = previewed;
  const folder = path.join(repository.dir, name);
  await buildSite(site, { ...settings, mode: 'static' }, folder, {
    content: path.join(repository.dir, 'content'),
    root: repository.dir,
    own: path.join(repository.dir, '.helpcentre'),
  });
  return folder;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

describe('a built site', () => {
  test('is a folder of pages with all that they need', async () => {
    const folder = await built(await previewOf(files));
    const names = await filesIn(folder);
    expect(names).toEqual(
      expect.arrayContaining([
        '404.html',
        'assets/preview.css',
        'assets/preview.js',
        'assets/search-en.js',
        'assets/search-fr.js',
        'en/articles/c/a.html',
        'en/articles/c/b c.html',
        'en/collections/c.html',
        'fr/articles/c/a.html',
        'fr/index.html',
        'index.html',
        'problems.html',
      ]),
    );
    expect(names.filter((name) => name.startsWith('images/'))).toHaveLength(1);
  });

  test('holds nothing but relative links, and each leads to a file and a heading that are there', async () => {
    const folder = await built(await previewOf(files));
    const names = new Set(await filesIn(folder));
    for (const name of names) {
      if (!name.endsWith('.html')) continue;
      const html = await readFile(path.join(folder, name), 'utf8');
      for (const [, link = ''] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
        if (link.startsWith('#')) continue;
        expect(link).not.toMatch(/^(?:\/|[a-z]+:)/);
        const { pathname, hash } = new URL(link, `http://site/${encodeURI(name)}`);
        const target = decodeURIComponent(pathname.slice(1));
        expect(names, `${link} in ${name}`).toContain(target);
        if (hash !== '') expect(await readFile(path.join(folder, target), 'utf8')).toContain(`id="${hash.slice(1)}"`);
      }
    }
  });

  test('says nothing of the machine it was built on, and runs only its own script', async () => {
    const previewed = await previewOf(files);
    const folder = await built(previewed);
    for (const name of await filesIn(folder)) {
      const text = await readFile(path.join(folder, name), 'utf8');
      expect(text).not.toContain(previewed.repository.dir);
      expect(text).not.toContain('vscode:');
      if (!name.endsWith('.html')) continue;
      expect(tagsIn(text, 'script')).toHaveLength(1);
      expect(text).toMatch(
        /http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;self&#39;;/,
      );
    }
  });

  test('comes out the same every time', async () => {
    const previewed = await previewOf(files);
    const [one, other] = [await built(previewed, 'one'), await built(previewed, 'other')];
    expect(await filesIn(one)).toEqual(await filesIn(other));
    for (const name of await filesIn(one)) {
      expect(await readFile(path.join(one, name))).toEqual(await readFile(path.join(other, name)));
    }
  });

  test('takes the place of an earlier one, whole', async () => {
    const previewed = await previewOf(files);
    const folder = await built(previewed);
    await previewed.repository.remove('content/c/a.fr.md');
    await built({ ...previewed, site: await previewed.again() });
    const names = await filesIn(folder);
    expect(names).toContain('index.html');
    expect(names.filter((name) => name.startsWith('fr/'))).toEqual([]);
    expect((await readdir(previewed.repository.dir)).filter((name) => name.startsWith('out'))).toEqual(['out']);
  });

  test('never takes the place of something else', async () => {
    const previewed = await previewOf(files);
    const folder = path.join(previewed.repository.dir, 'out');
    await mkdir(folder);
    await writeFile(path.join(folder, 'thesis.txt'), 'years of work');
    await expect(built(previewed)).rejects.toThrow(FolderTaken);
    expect(await readdir(folder)).toEqual(['thesis.txt']);
    await expect(built(previewed, 'content')).rejects.toThrow(FolderTaken);
  });

  test('goes into a folder that is empty', async () => {
    const previewed = await previewOf(files);
    await mkdir(path.join(previewed.repository.dir, 'out'));
    expect(await filesIn(await built(previewed))).toContain('index.html');
  });
});
