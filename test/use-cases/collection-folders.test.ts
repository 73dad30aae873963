import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const long = (name: string) => `# ${name}\n\n${Array.from({ length: 20 }, (_, at) => `${name}${at}`).join(' ')}\n`;

async function bench(files: Readonly<Record<string, string>>, settings = '') {
  const repository = await makeRepository({
    'helpcentre.yml': `state: published\nproblems: { collection-unnamed: warning }\n${settings}`,
    ...files,
  });
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  await sandbox.world.setLocales(['en', 'fr']);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env, hurry: 100 });
  const file = (name: string): string => path.join(repository.dir, name);
  const { world } = sandbox;
  return {
    ...{ ...repository, world, run },
    id: (name: string) => world.collections().find(({ contents }) => contents.en?.name === name)?.id,
    names: () =>
      world
        .collections()
        .map(({ contents }) => contents.en?.name)
        .sort(),
    text: (name: string) => readFile(file(name), 'utf8'),
    move: (from: string, to: string) => rename(file(from), file(to)),
    drop: (name: string) => rm(file(name), { recursive: true }),
    publish: async () => expect(await run('publish', '--yes', '--allow-removals')).toMatchObject({ code: 0 }),
    plan: async (...argv: readonly string[]) => JSON.parse((await run('plan', '--json', ...argv)).stdout) as Plan,
  };
}

const books = {
  'content/books/a.md': long('Alpha'),
  'content/books/b.md': long('Beta'),
  'content/books/old/c.md': long('Gamma'),
};

describe('a folder without a _collection.yml', () => {
  it.each([[[]], [['--offline']]])('keeps its collection when it is renamed %j', async (argv) => {
    const made = await bench(books);
    await made.publish();
    const [id, inner] = [made.id('Books'), made.id('Old')];
    await made.move('content/books', 'content/novels');
    expect((await made.plan(...argv)).collections).toMatchObject([
      { key: 'Novels', kind: 'update', id, reasons: ['name'] },
      { key: 'Novels > Old', kind: 'record', id: inner },
    ]);
    await made.publish();
    expect(made.names()).toEqual(['Novels', 'Old']);
    expect([made.id('Novels'), made.id('Old')]).toEqual([id, inner]);
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [], problems: [] });
  });

  it('keeps it when it moves into another one, with an edit', async () => {
    const made = await bench({ ...books, 'content/shelf/z.md': long('Zeta') });
    await made.publish();
    const id = made.id('Books');
    await made.move('content/books', 'content/shelf/books');
    await made.write({ 'content/shelf/books/a.md': `${long('Alpha')}\nMore.\n` });
    await made.publish();
    expect([made.id('Books'), made.names()]).toEqual([id, ['Books', 'Old', 'Shelf']]);
    expect(made.world.collections().find((one) => one.id === id)?.parentId).toBe(made.id('Shelf'));
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [], problems: [] });
  });

  it('keeps it when the rename broke links in most of its files', async () => {
    const linked = {
      'content/books/a.md': `${long('Alpha')}\n[B](../books/b.md)\n`,
      'content/books/b.md': `${long('Beta')}\n[A](../books/a.md)\n`,
    };
    const made = await bench({ ...books, ...linked });
    await made.publish();
    const [id, inner] = [made.id('Books'), made.id('Old')];
    await made.move('content/books', 'content/novels');
    await made.run('publish', '--yes');
    expect([made.id('Novels'), made.id('Old'), made.names()]).toEqual([id, inner, ['Novels', 'Old']]);
    await made.write({ 'content/novels/a.md': long('Alpha'), 'content/novels/b.md': long('Beta') });
    await made.publish();
    expect([made.id('Novels'), made.id('Old'), made.names()]).toEqual([id, inner, ['Novels', 'Old']]);
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [], problems: [] });
  });

  it('leaves its collection to the folder that still stands, when only some articles move', async () => {
    const made = await bench(books);
    await made.publish();
    const id = made.id('Books');
    await made.write({ 'content/novels/a.md': long('Alpha') });
    await made.drop('content/books/a.md');
    await made.publish();
    expect([made.id('Books'), made.names()]).toEqual([id, ['Books', 'Novels', 'Old']]);
  });

  it('leaves it to nobody when two new ones have half of its articles each', async () => {
    const made = await bench({ 'content/books/a.md': long('Alpha'), 'content/books/b.md': long('Beta') });
    await made.publish();
    const id = made.id('Books');
    await made.write({ 'content/novels/a.md': long('Alpha'), 'content/poems/b.md': long('Beta') });
    await made.drop('content/books');
    await made.publish();
    expect([made.id('Books'), made.names()]).toEqual([id, ['Books', 'Novels', 'Poems']]);
  });

  it('leaves it to nobody when less than half of its articles are in the new one', async () => {
    const made = await bench(books);
    await made.publish();
    const id = made.id('Books');
    await made.move('content/books/a.md', 'content/a.md');
    await made.drop('content/books');
    await made.write({ 'content/novels/n.md': long('Nu') });
    await made.move('content/a.md', 'content/novels/a.md');
    await made.publish();
    expect([made.id('Books'), made.names()]).toEqual([id, ['Books', 'Novels', 'Old']]);
    expect((await made.plan()).problems.map(({ code }) => code)).toEqual(Array(2).fill('collection-left-empty'));
  });
});

describe('a collection that a plan leaves empty', () => {
  it('is named with what to do, until it is gone from Intercom', async () => {
    const made = await bench({ ...books, 'content/shelf/z.md': long('Zeta') });
    await made.publish();
    await made.drop('content/shelf');
    const plan = await made.run('plan', '--allow-removals');
    expect(plan.stderr + plan.stdout).toContain('the collection "Shelf" has no published article');
    const published = await made.run('publish', '--yes', '--allow-removals');
    expect(published.stderr + published.stdout).toContain('helpcentre never deletes a collection');
    expect(made.names()).toEqual(['Books', 'Old', 'Shelf']);
    await made.world.removeCollection(made.id('Shelf') ?? '');
    expect((await made.plan()).problems).toEqual([]);
  });

  it('is named where readers find it then: a section by the new name of its collection', async () => {
    const made = await bench({ 'content/box/_collection.yml': 'name: Box\n', 'content/box/in/z.md': long('Zeta') });
    await made.write({ 'content/box/a.md': long('Alpha') });
    await made.publish();
    await made.write({ 'content/box/_collection.yml': 'name: Chest\n' });
    await made.move('content/box/in/z.md', 'content/box/z.md');
    const named = async () => (await made.plan()).problems.map(({ message }) => message);
    expect(await named()).toEqual([expect.stringContaining('the collection "Chest > In" has no published article')]);
    await made.publish();
    expect(await named()).toEqual([expect.stringContaining('the collection "Chest > In" has no published article')]);
  });

  it('is not named while something else is in it', async () => {
    const made = await bench({ ...books, 'content/shelf/z.md': long('Zeta') });
    await made.publish();
    await made.world.createArticle({
      title: 'By hand',
      body: '<p>x</p>',
      state: 'published',
      parentId: made.id('Shelf') ?? '',
    });
    await made.drop('content/shelf');
    expect((await made.plan('--allow-removals')).problems).toEqual([]);
  });
});

describe('the folder of a language', () => {
  const both = {
    'content/billing/_collection.yml': 'name: Billing\n',
    'content/billing/a.md': long('Alpha'),
    'content/fr/billing/a.md': long('Alphe'),
  };

  it('is no collection, and its _collection.yml is the translation', async () => {
    const made = await bench(
      { ...both, 'content/fr/billing/_collection.yml': 'name: Facturation\ndescription: Argent.\n' },
      'locales: folder\n',
    );
    await made.publish();
    expect(made.world.collections().map(({ contents }) => contents)).toMatchObject([
      { en: { name: 'Billing' }, fr: { name: 'Facturation', description: 'Argent.' } },
    ]);
    await made.world.renameCollection(made.id('Billing') ?? '', { locale: 'fr', name: 'Paiements' });
    await made.run('pull');
    expect(await made.text('content/fr/billing/_collection.yml')).toBe('name: Paiements\ndescription: Argent.\n');
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [] });
  });

  it('is no collection for the first language either', async () => {
    const made = await bench(
      {
        'content/en/billing/a.md': long('Alpha'),
        'content/fr/billing/a.md': long('Alphe'),
        'content/xx/b.md': long('B'),
        'content/xx/_collection.yml': 'name: Xs\n',
      },
      'locales: folder\n',
    );
    await made.publish();
    expect(made.names()).toEqual(['Billing', 'Xs']);
    await made.write({ 'content/en/billing/_collection.yml': 'name: Money\n' });
    await made.publish();
    expect(made.names()).toEqual(['Money', 'Xs']);
  });

  it.each([
    ['fr/_collection.yml', 'name: Français\n', 'language-collection'],
    ['fr/none/_collection.yml', 'name: Rien\n', 'language-collection'],
    ['fr/billing/_collection.yml', 'name: Facturation\norder: 2\n', 'language-collection'],
    ['fr/billing/_collection.yml', 'description: Argent.\n', 'language-collection'],
  ])('that says in %s what it cannot is a problem: %j', async (name, text, code) => {
    const made = await bench({ ...both, [`content/${name}`]: text }, 'locales: folder\n');
    const { problems } = JSON.parse((await made.run('check', '--format', 'json')).stdout) as Pick<Plan, 'problems'>;
    expect(problems.map((one) => [one.code, one.place?.file])).toEqual([[code, `content/${name}`]]);
  });
});
