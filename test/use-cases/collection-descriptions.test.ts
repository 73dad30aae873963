import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { Lockfile } from '../../src/model/recorded.ts';
import { type Files, type PublishedInGit, publishedInGit, thereAndBack } from '../kit/published-in-git.ts';

const file = 'content/a/_collection.yml';
const described = 'name: A\ndescription: Ours.\ntranslations:\n  fr:\n    name: A (fr)\n    description: De nous.\n';
const article = { 'content/a/one.md': '# One\n\nText.\n' };
const without = (...lines: readonly string[]) => lines.reduce((text, line) => text.replace(line, ''), described);
const main = 'description: Ours.\n';
const french = '    description: De nous.\n';

const usual: Files = { ...article, [file]: described };

async function describeThem(made: PublishedInGit, files: Files = usual): Promise<void> {
  await made.sandbox.world.setLocales(['en', 'fr']);
  await made.repository.write(files);
  await made.publish('Described');
}
const usually = (made: PublishedInGit) => describeThem(made);

async function bench(files: Files = usual): Promise<PublishedInGit> {
  const zero = { 'content/zero.md': '# Zero\n\nText.\n' };
  if (files === usual) return publishedInGit(zero, undefined, undefined, undefined, usually);
  const made = await publishedInGit(zero);
  await describeThem(made, files);
  return made;
}

const planOf = async ({ run }: PublishedInGit, ...argv: readonly string[]) =>
  JSON.parse((await run('plan', '--json', ...argv)).stdout) as Plan;
const collection = ({ sandbox }: PublishedInGit) => {
  const [one] = sandbox.world.collections();
  if (one === undefined) throw new Error('no collection');
  return one;
};
/** Descriptions as readers have them. */
const descriptions = (made: PublishedInGit) => {
  const { en, fr } = collection(made).contents;
  return [en?.description || null, fr?.description || null];
};
const edit = (made: PublishedInGit, change: { readonly locale?: 'fr'; readonly description: string }) =>
  made.sandbox.world.renameCollection(collection(made).id, change);
const writesIn = ({ sandbox }: PublishedInGit) => sandbox.log.filter(({ method }) => method !== 'GET').length;

describe('a description that we published and that the source has no more', () => {
  const ways = [
    ['without its line', without(main), [null, 'De nous.'], ['description']],
    ['made empty', described.replace('Ours.', '""'), [null, 'De nous.'], ['description']],
    ['in French, without its line', without(french), ['Ours.', null], ['translations']],
    ['in French, made empty', described.replace('De nous.', '""'), ['Ours.', null], ['translations']],
    ['in both', without(main, french), [null, null], ['description', 'translations']],
    ['with another name', without(main).replace('name: A\n', 'name: B\n'), [null, 'De nous.'], ['name', 'description']],
  ] as const;

  it.each(ways)('is taken away in Intercom: %s', async (_, text, after, reasons) => {
    const made = await bench();
    await made.repository.write({ [file]: text });
    expect(await planOf(made)).toMatchObject({ held: [], collections: [{ kind: 'update', reasons }] });
    expect((await made.run('plan', '--offline')).stdout).toMatch(/~ update {4}collection [AB] /);
    expect((await made.run('diff')).stdout).toMatch(/description +\[-(Ours|De nous)\.-\]\n/);
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(descriptions(made)).toEqual(after);
    expect((await made.run('plan')).stdout).toContain('No changes');
    const writes = writesIn(made);
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(writesIn(made)).toBe(writes);
    // And it comes back with its line.
    await made.repository.write({ [file]: described });
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(descriptions(made)).toEqual(['Ours.', 'De nous.']);
  });

  it.each(ways)('is settled after a run that was killed before its note: %s', async (_, text, after) => {
    const made = await bench();
    const before = await made.read('helpcentre.lock.json');
    await made.repository.write({ [file]: text });
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    await made.repository.write({ 'helpcentre.lock.json': before });
    expect((await planOf(made)).held).toEqual([]);
    const writes = writesIn(made);
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(writesIn(made)).toBe(writes);
    expect(descriptions(made)).toEqual(after);
    expect((await made.run('plan')).stdout).toContain('No changes');
  });

  it('is taken away with the file, and where only front matter names the collection from now on', async () => {
    const made = await bench({ ...article, [file]: 'name: A\ndescription: Ours.\n' });
    await rm(path.join(made.repository.dir, file));
    expect((await planOf(made)).collections).toMatchObject([{ kind: 'update', reasons: ['description'] }]);
    await rm(path.join(made.repository.dir, 'content/a'), { recursive: true });
    await made.repository.write({ 'content/one.md': '---\ncollection: A\n---\n# One\n\nText.\n' });
    expect((await planOf(made)).collections).toMatchObject([{ kind: 'update', reasons: ['description'] }]);
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(descriptions(made)).toEqual([null, null]);
    expect((await made.run('plan')).stdout).toContain('No changes');
    await edit(made, { description: 'Theirs.' });
    expect(await planOf(made)).toMatchObject({ collections: [], held: [] });
  });

  it('is a conflict where somebody edited it in Intercom, and written over on demand', async () => {
    const made = await bench();
    await made.repository.write({ [file]: without(main) });
    await edit(made, { description: 'Theirs.' });
    for (const policy of ['fail', 'keep']) {
      expect((await planOf(made, '--on-drift', policy)).held).toMatchObject([
        { why: 'conflict', fields: ['description'] },
      ]);
      expect(await made.run('publish', '--yes', '--on-drift', policy)).toMatchObject({ code: 1 });
    }
    expect((await made.run('diff')).stdout).toMatch(/description +\[-Theirs\.-\]\n/);
    expect(descriptions(made)).toEqual(['Theirs.', 'De nous.']);
    expect(await made.run('publish', '--yes', '--on-drift', 'overwrite')).toMatchObject({ code: 0 });
    expect(descriptions(made)).toEqual([null, 'De nous.']);
    expect((await made.run('plan')).stdout).toContain('No changes');
  });

  it('is written once where somebody took it away there too', async () => {
    const made = await bench();
    await made.repository.write({ [file]: without(main) });
    await edit(made, { description: '' });
    expect(await planOf(made)).toMatchObject({ held: [], collections: [{ kind: 'record' }] });
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect((await made.run('plan')).stdout).toContain('No changes');
  });

  it('goes after an import and after a pull took it into the file', async () => {
    const made = await bench({ ...article, [file]: 'name: A\n' });
    await edit(made, { description: 'Theirs.' });
    expect(await made.run('pull')).toMatchObject({ code: 0 });
    expect(await made.read(file)).toBe('name: A\ndescription: Theirs.\n');
    await made.repository.write({ [file]: 'name: A\n' });
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(descriptions(made)).toEqual([null, null]);

    await edit(made, { description: 'Again.' });
    for (const name of ['content', 'helpcentre.lock.json'])
      await rm(path.join(made.repository.dir, name), { recursive: true });
    expect(await made.run('import')).toMatchObject({ code: 0 });
    expect(await made.read(file)).toContain('Again.');
    await made.repository.write({ [file]: 'name: A\n' });
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(descriptions(made)).toEqual([null, null]);
  });
});

describe('a description that we never published', () => {
  it('stays in Intercom, whatever else changes, and is drift where somebody changes it', async () => {
    const made = await bench({ ...article, [file]: 'name: A\n' });
    await edit(made, { description: 'Theirs.' });
    expect((await planOf(made)).held).toMatchObject([{ why: 'drift', fields: ['description'] }]);
    expect(await made.run('publish', '--yes', '--on-drift', 'overwrite')).toMatchObject({ code: 0 });
    for (const text of ['name: B\n', 'name: B\ndescription: ""\n', 'name: C\n']) {
      await made.repository.write({ [file]: text });
      expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
      expect(descriptions(made)).toEqual(['Theirs.', null]);
    }
    await edit(made, { description: 'Again.' });
    expect((await planOf(made)).held).toMatchObject([{ why: 'drift', fields: ['description'] }]);
  });

  it('stays where the collection was there before us', async () => {
    const made = await publishedInGit({ 'content/zero.md': '# Zero\n\nText.\n' });
    await made.sandbox.world.createCollection({ name: 'A' });
    await edit(made, { description: 'Theirs.' });
    await made.repository.write({ ...article, [file]: 'name: A\n' });
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    await made.repository.write({ [file]: 'name: B\n' });
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(descriptions(made)).toEqual(['Theirs.', null]);
  });

  it('is told from ours also by a lockfile of before, once a publish has read it', async () => {
    const made = await bench();
    const old = JSON.parse(await made.read('helpcentre.lock.json')) as Lockfile;
    for (const { collections } of Object.values(old.workspaces))
      for (const one of Object.values(collections)) Reflect.deleteProperty(one, 'described');
    await made.repository.write({ 'helpcentre.lock.json': `${JSON.stringify(old, null, 2)}\n` });
    expect(await planOf(made)).toMatchObject({ collections: [], held: [] });
    const writes = writesIn(made);
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(writesIn(made)).toBe(writes);
    await made.repository.write({ [file]: without(main, french) });
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(descriptions(made)).toEqual([null, null]);
  });
});

describe('a revert that took the lockfile along', () => {
  const starts: readonly [string, Files][] = [
    ['a file that only names', { ...article, [file]: 'name: A\ntranslations:\n  fr:\n    name: A (fr)\n' }],
    ['an empty description', { ...article, [file]: without(french).replace('Ours.', '""') }],
  ];
  it.each(starts)('takes the description away that the commit added to %s, and brings it back', async (_, files) => {
    const made = await bench(files);
    expect(descriptions(made)).toEqual([null, null]);
    await thereAndBack(made, async () => {
      await made.repository.write({ [file]: described });
    });
    expect(descriptions(made)).toEqual(['Ours.', 'De nous.']);
    await made.git('revert', '--no-edit', 'HEAD');
    expect((await made.run('plan', '--offline')).stdout).toMatch(/~ update {4}collection [AB] /);
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(descriptions(made)).toEqual([null, null]);
  });

  it('takes it away from a folder that had no file, and keeps what a colleague wrote meanwhile', async () => {
    const made = await bench(article);
    await made.repository.write({ [file]: 'name: A\ndescription: Ours.\n' });
    await made.publish('Second');
    await made.git('revert', '--no-edit', 'HEAD');
    await edit(made, { description: 'Theirs.' });
    expect((await planOf(made)).held).toMatchObject([{ fields: ['description'] }]);
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 1 });
    expect(descriptions(made)).toEqual(['Theirs.', null]);
    await edit(made, { description: 'Ours.' });
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(descriptions(made)).toEqual([null, null]);
    expect(await readFile(path.join(made.repository.dir, 'helpcentre.lock.json'), 'utf8')).not.toContain('described');
  });
});
