import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeContext } from '../../src/use-cases/context.ts';
import { liveSources } from '../../src/use-cases/preview/live-sources.ts';
import { outlineOf } from '../../src/use-cases/preview/outline.ts';
import { siteOf } from '../../src/use-cases/preview/site.ts';
import type { FileEvent } from '../../src/use-cases/preview/watch.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';
import { sourcesIn } from './preview-of.ts';

const names = [
  'a.md',
  'a.fr.md',
  'c/b.md',
  'c/b.de.md',
  'c/d.md',
  'c/_collection.yml',
  '_parts/p.md',
  'c/pic.svg',
  'x.txt',
];
const svg = (n: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${n}" height="2"/>`;
const texts = [
  '# Title\n\nText.\n',
  '# Title\n\n[B](c/b.md#one) and [A](../a.md)\n\n![pic](pic.svg)\n',
  '---\ntitle: T\nsync: false\n---\nText.\n',
  '---\ntitle: T\nid: "5"\n---\n## One\n\n:::include{file=_parts/p.md}\n:::\n',
  '---\nnonsense: 1\n---\nText.\n',
  'name: Other\ndescription: D\n',
  svg(2),
  svg(3),
];

const edit = fc.record({
  name: fc.constantFrom(...names),
  text: fc.option(fc.constantFrom(...texts), { nil: null, freq: 4 }),
});

describe('sources that are read again', () => {
  test('come to the same as sources that are read for the first time, whatever was edited', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), async (batches) => {
        const repository = await makeRepository({ 'content/a.md': texts[0] ?? '', 'content/c/b.md': texts[1] ?? '' });
        const context = makeContext(inventHost(repository.dir).host, {});
        const live = liveSources(context, path.join(repository.dir, 'helpcentre.yml'));
        await live.gather();
        const there = new Set(['a.md', 'c/b.md']);
        for (const batch of batches) {
          const events: FileEvent[] = [];
          for (const { name, text } of batch) {
            const file = `content/${name}`;
            const was = there.has(name);
            if (text !== null) await repository.write({ [file]: text });
            else if (was) await repository.remove(file);
            if (text === null) there.delete(name);
            else there.add(name);
            events.push({ path: path.join(repository.dir, file), isListed: was !== there.has(name) });
          }
          live.changed(events);
          const again = await live.gather();
          if (!again.ok) throw new Error('The content folder went away.');
          const anew = await sourcesIn(repository.dir);
          // Functions are equal to themselves alone.
          const { units: _, under: _under, ...found } = again.sources;
          const { units: __, under: __under, ...expected } = anew;
          expect(found).toEqual(expected);
          expect(siteOf(again.sources, null)).toEqual(siteOf(anew, null));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('follow the configuration', async () => {
    const repository = await makeRepository({ 'content/a.md': '# A\n\n{{product}}\n', 'docs/b.md': '# B\n\nText.\n' });
    const configuration = path.join(repository.dir, 'helpcentre.yml');
    const live = liveSources(makeContext(inventHost(repository.dir).host, {}), configuration);
    await live.gather();
    await repository.write({ 'helpcentre.yml': 'variables: { product: Acme }\n' });
    live.changed([{ path: configuration, isListed: false }]);
    const again = await live.gather();
    expect(again.ok && again.sources.desired.articles[0]?.locales.en?.body).toContain('Acme');
    await repository.write({ 'helpcentre.yml': 'content: docs\n' });
    live.changed([{ path: configuration, isListed: false }]);
    const moved = await live.gather();
    expect(moved.ok && moved.sources.desired.articles.map(({ key }) => key)).toEqual(['b.md']);
  });

  test("follow the product's own files and redirects, those that are not there yet too", async () => {
    const repository = await makeRepository({
      'helpcentre.yml': 'state: published\nvariablesFrom: ["i18n/{locale}.json"]\n',
      'i18n/en.json': '{ "save": "Save" }',
      'content/a.md': '# A\n\n{{save}}\n',
      'content/a.fr.md': '# A\n\n{{save}}\n',
    });
    const live = liveSources(makeContext(inventHost(repository.dir).host, {}), '');
    const shown = async (changed: readonly string[]) => {
      live.changed(changed.map((file) => ({ path: file, isListed: true })));
      const result = await live.gather();
      if (!result.ok) throw new Error('It can be read.');
      const { attempted, product, problems } = result.sources;
      const { en, fr } = attempted.articles[0]?.locales ?? {};
      const bodies = [en, fr].map((one) => one?.body.replace(/<[^>]+>/g, ''));
      return { bodies, product, codes: problems.map(({ code }) => code) };
    };
    const names = ['i18n/en.json', 'i18n/fr.json', 'redirects.yml'];
    const files = names.map((name) => path.join(repository.dir, name));
    expect(await shown([])).toEqual({ bodies: ['Save', 'Save'], product: files, codes: ['variable-untranslated'] });
    await repository.write({ 'i18n/en.json': '{ "save": "Keep" }', 'i18n/fr.json': '{ "save": "Garder" }' });
    expect(await shown(files)).toEqual({ bodies: ['Keep', 'Garder'], product: files, codes: [] });
  });

  test('are shown by title and place before they are compiled, and whole when asked for', async () => {
    const repository = await makeRepository({
      'content/c/a.md': '# From the heading #\n\nText and [B](b.md#one).\n',
      'content/c/b.md': '---\ntitle: From the front matter\n---\n## One\n',
      'content/c/b.fr.md': '# Français\n\nTexte.\n',
      'content/off.md': '---\nsync: false\n---\n# Off\n',
    });
    const live = liveSources(makeContext(inventHost(repository.dir).host, {}), '');
    const read = await live.read();
    if (!read.ok) throw new Error('It can be read.');
    const outline = outlineOf(read.inputs);
    const whole = siteOf(await sourcesIn(repository.dir), null);
    const shape = (site: typeof outline) =>
      [...site.articles.values()].map(({ key, parent, locales }) => [
        key,
        parent,
        Object.entries(locales).map(([locale, { title, state, path: file }]) => [locale, title, state, file]),
      ]);
    expect(shape(outline)).toEqual(shape(whole));
    expect(outline.collections).toEqual(whole.collections);
    expect(live.prepare('c/a.md', read.inputs).articles).toMatchObject([{ key: 'c/a.md' }]);
  });
});

describe('helpcentre preview', () => {
  test('serves the pages, follows the files, and ends when it is asked to', async () => {
    const repository = await makeRepository({ 'content/a.md': '# A\n\nOld text.\n' });
    const stop = new AbortController();
    let address: (url: string) => void = () => undefined;
    const url = new Promise<string>((resolve) => {
      address = resolve;
    });
    const run = runIn(repository.dir, ['preview', '--port', '0', '--json', '--offline'], {
      signal: stop.signal,
      onStdout: (text) => address((JSON.parse(text) as { url: string }).url),
    });
    const base = await url;
    const body = async (file: string): Promise<string> => (await fetch(base + file)).text();
    const events = (await fetch(`${base}events`)).body?.pipeThrough(new TextDecoderStream()).getReader();
    const until = async (found: () => Promise<boolean>): Promise<void> => {
      while (!(await found())) await events?.read();
    };
    await until(async () => (await body('en/articles/a.html')).includes('Old text.'));
    await repository.write({ 'content/a.md': '# A\n\nNew text.\n' });
    await until(async () => (await body('en/articles/a.html')).includes('New text.'));
    await repository.write({ 'content/new/b.md': '# B\n\nText.\n' });
    await until(async () => (await body('index.html')).includes('collections/new.html'));
    await repository.remove('content/a.md');
    await until(async () => (await fetch(`${base}en/articles/a.html`)).status === 404);
    await repository.write({ 'helpcentre.yml': 'nonsense: 1\n' });
    await until(async () => (await body('index.html')).includes('unknown key &quot;nonsense&quot;'));
    await events?.cancel();
    stop.abort();
    const { code, stdout } = await run;
    expect([code, stdout]).toEqual([0, `${JSON.stringify({ formatVersion: 1, url: base }, null, 2)}\n`]);
  });

  test('says what it cannot do', async () => {
    const repository = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
    expect(await runIn(repository.dir, ['preview', '--build', 'content', '--offline'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('content has other files in it, which would be lost'),
    });
    expect((await runIn(repository.dir, ['preview', '--port', '99999'])).code).toBe(64);
    await repository.remove('content');
    expect(await runIn(repository.dir, ['preview', '--port', '0'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the content folder "content" does not exist'),
    });
  });

  test('builds the site into a folder', async () => {
    const repository = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
    const { code, stdout } = await runIn(repository.dir, ['preview', '--build', 'out/site', '--offline']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/pages and 0 images are in out\/site: open out\/site\/index\.html\nno problems\n$/);
  });
});
