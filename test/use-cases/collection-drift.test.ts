import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { Lockfile } from '../../src/model/recorded.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const start = {
  'content/billing/_collection.yml':
    '# Ours\nname: Billing # short\ndescription: Money.\ntranslations:\n  fr:\n    name: Facturation\n',
  'content/billing/a.md': '# A\n\nFirst.\n',
  'content/plain/b.md': '# B\n\nSecond.\n',
};

/** A published repository with a collection that is described and one that is a folder only. */
async function bench(version = '2.16', files: Readonly<Record<string, string>> = start) {
  const repository = await makeRepository({
    'helpcentre.yml': `state: published\napiVersion: "${version}"\n`,
    ...files,
  });
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  await sandbox.world.setLocales(['en', 'fr']);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env, hurry: 100 });
  const file = (name: string): string => path.join(repository.dir, name);
  const first = await run('publish', '--yes');
  expect(first).toMatchObject({ code: 0 });
  const { world } = sandbox;
  const named = (name: string) => world.collections().filter(({ contents }) => contents.en?.name === name);
  return {
    ...{ ...repository, sandbox, world, run, named },
    id: (name: string): string => named(name)[0]?.id ?? '',
    text: (name: string) => readFile(file(name), 'utf8'),
    move: (from: string, to: string) => rename(file(from), file(to)),
    drop: (name: string) => rm(file(name), { recursive: true }),
    plan: async (...argv: readonly string[]) => JSON.parse((await run('plan', '--json', ...argv)).stdout) as Plan,
    /** As a person who drags a section into another collection. */
    drag: (id: string, parentId: string | null) =>
      fetch(`${sandbox.url}/help_center/collections/${id}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ parent_id: parentId }),
      }),
    lockfile: async () => {
      const { workspaces } = JSON.parse(await readFile(file('helpcentre.lock.json'), 'utf8')) as Lockfile;
      return Object.values(workspaces)[0];
    },
  };
}

it('a description of a collection that only front matter names is left to Intercom', async () => {
  const made = await bench('2.16', { 'content/x.md': '---\ntitle: X\ncollection: Typed\n---\nText.\n' });
  await made.world.renameCollection(made.id('Typed'), { description: 'Theirs.' });
  const plan = await made.plan();
  expect([plan.collections, plan.held]).toEqual([[], []]);
  expect((await made.run('publish', '--yes', '--on-drift', 'overwrite')).code).toBe(0);
  expect(made.named('Typed')[0]?.contents.en?.description).toBe('Theirs.');
  await made.world.renameCollection(made.id('Typed'), { name: 'Renamed' });
  expect((await made.plan()).held).toMatchObject([{ fields: ['name'] }]);
  expect((await made.run('publish', '--yes', '--on-drift', 'overwrite')).code).toBe(0);
  expect(made.named('Typed')[0]?.contents.en?.description).toBe('Theirs.');
});

describe.each(['2.11', '2.16'])('a collection edited in Intercom, with version %s of the API', (version) => {
  it('is held back, and says that Intercom does not tell by whom', async () => {
    const made = await bench(version);
    await made.world.renameCollection(made.id('Billing'), { name: 'Payments' });
    const { code, stdout } = await made.run('plan');
    expect(code).toBe(1);
    expect(stdout).toContain('1 held back');
    expect(stdout).toMatch(/! collection Billing {2}name edited in Intercom on .*; Intercom does not say by whom/);
    expect((await made.run('diff')).stdout).toMatch(/name +\[-Payments-\]\{\+Billing\+\}/);
    await made.run('publish', '--yes');
    expect(made.named('Payments')).toHaveLength(1);
  });

  it.each([
    ['fail', 'Payments', 1],
    ['keep', 'Payments', 0],
    ['overwrite', 'Billing', 0],
  ])('obeys --on-drift %s', async (policy, name, code) => {
    const made = await bench(version);
    await made.world.renameCollection(made.id('Billing'), { name: 'Payments' });
    expect(await made.run('publish', '--yes', '--on-drift', policy)).toMatchObject({ code });
    expect(made.named(name)).toHaveLength(1);
    const plan = await made.plan('--on-drift', policy);
    expect([plan.collections, plan.held.length]).toEqual([[], code]);
  });

  it('keeps their description when the name changes here, and says so', async () => {
    const made = await bench(version);
    const id = made.id('Billing');
    await made.world.renameCollection(id, { description: 'Theirs.' });
    const file = await made.text('content/billing/_collection.yml');
    await made.write({ 'content/billing/_collection.yml': file.replace('Billing', 'Invoices') });
    const published = await made.run('publish', '--yes');
    expect(published.stdout).toContain('~ update    collection Invoices  name changed');
    expect(published.stdout).toContain('! collection Invoices  description edited in Intercom');
    expect(made.world.collections().find((one) => one.id === id)?.contents.en).toEqual({
      name: 'Invoices',
      description: 'Theirs.',
    });
    expect(await made.plan()).toMatchObject({ collections: [], held: [{ fields: ['description'] }] });
  });

  it('is a conflict where both changed the same to something else, and a record where to the same', async () => {
    const made = await bench(version);
    const file = await made.text('content/billing/_collection.yml');
    await made.world.renameCollection(made.id('Billing'), { description: 'Theirs.' });
    await made.write({ 'content/billing/_collection.yml': file.replace('Money.', 'Ours.') });
    expect((await made.plan()).held).toMatchObject([{ why: 'conflict', fields: ['description'] }]);
    await made.run('publish', '--yes');
    expect((await made.plan()).held).toMatchObject([{ why: 'conflict', fields: ['description'] }]);
    await made.write({ 'content/billing/_collection.yml': file.replace('Money.', 'Theirs.') });
    expect(await made.plan()).toMatchObject({
      held: [],
      collections: [{ kind: 'record', reasons: ['same-in-intercom'] }],
    });
    await made.run('publish', '--yes');
    expect(await made.plan()).toMatchObject({ held: [], collections: [] });
  });

  it('is seen in other languages and in its place', async () => {
    const made = await bench(version);
    await made.world.renameCollection(made.id('Billing'), { locale: 'fr', name: 'Paiements' });
    const { id } = await made.world.createCollection({ name: 'Elsewhere' });
    await made.drag(made.id('Plain'), id);
    expect((await made.plan()).held).toMatchObject([
      { key: 'Billing', fields: ['fr.name'] },
      { key: 'Plain', fields: ['place'] },
    ]);
    expect(await made.run('publish', '--yes', '--on-drift', 'overwrite')).toMatchObject({ code: 0 });
    expect(made.named('Billing')[0]?.contents.fr?.name).toBe('Facturation');
    expect(made.named('Plain')[0]?.parentId).toBeNull();
  });
});

describe.each(['2.11', '2.16'])('a pull of collections, with version %s of the API', (version) => {
  it('takes name, description and translation into the file, and leaves its form alone', async () => {
    const made = await bench(version);
    const id = made.id('Billing');
    await made.world.renameCollection(id, { name: 'Payments: all', description: 'Theirs.' });
    await made.world.renameCollection(id, { locale: 'fr', name: 'Paiements' });
    expect(await made.run('pull', '--check')).toMatchObject({ code: 1 });
    const pulled = await made.run('pull');
    expect(pulled).toMatchObject({ code: 0 });
    expect(pulled.stdout).toContain('~ merge     billing/_collection.yml  name, description, translations');
    expect(await made.text('content/billing/_collection.yml')).toBe(
      '# Ours\nname: "Payments: all" # short\ndescription: Theirs.\ntranslations:\n  fr:\n    name: Paiements\n',
    );
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [], unchanged: 2 });
    expect(await made.run('pull', '--check')).toMatchObject({ code: 0 });
  });

  it('writes a file where only the folder named it, so that the folder keeps its path', async () => {
    const made = await bench(version);
    await made.world.renameCollection(made.id('Plain'), { name: 'Simple' });
    expect((await made.run('pull', 'content/plain')).stdout).toContain('+ create    plain/_collection.yml  name');
    expect(await made.text('content/plain/_collection.yml')).toBe('name: Simple\n');
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [] });
  });

  it('puts markers around what both changed, and the plan goes on from there', async () => {
    const made = await bench(version);
    const file = await made.text('content/billing/_collection.yml');
    await made.world.renameCollection(made.id('Billing'), { description: 'Theirs.' });
    await made.write({ 'content/billing/_collection.yml': file.replace('Money.', 'Ours.') });
    expect(await made.run('pull')).toMatchObject({ code: 1 });
    const marked = await made.text('content/billing/_collection.yml');
    expect(marked).toMatch(/<<<<<<< .*\ndescription: Ours.\n=======\ndescription: Theirs.\n>>>>>>> Intercom/);
    expect((await made.run('check')).code).toBe(1);
    await made.write({ 'content/billing/_collection.yml': file.replace('Money.', 'Both.') });
    expect(await made.plan()).toMatchObject({ held: [], collections: [{ kind: 'update', reasons: ['description'] }] });
  });

  it('says what to do where only front matter names it, and where it was moved', async () => {
    const made = await bench(version, { 'content/a.md': '---\ncollection: Loose\n---\n\n# A\n\nText.\n' });
    await made.world.renameCollection(made.id('Loose'), { name: 'Tight' });
    const pulled = await made.run('pull');
    expect(pulled).toMatchObject({ code: 1 });
    expect(pulled.stdout).toContain('write "Tight" instead of "Loose" into a.md');
    await made.write({ 'content/a.md': '---\ncollection: Tight\n---\n\n# A\n\nText.\n' });
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(made.world.collections()).toHaveLength(1);
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [] });
  });
});

describe('a pull of collections', () => {
  it('leaves the name of a folder to people, and says the command that renames it', async () => {
    const made = await bench();
    await made.write({ 'content/plain/it.md': '# It\n\nSee [the other](b.md).\n' });
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    await made.world.renameCollection(made.id('Plain'), { name: 'Getting started' });
    const command = 'git mv content/plain content/getting-started';
    const { stdout } = await made.run('pull');
    expect(stdout).toContain(`· the folder keeps its name: to rename it too, run "${command}"\n`);
    await made.move('content/plain', 'content/getting-started');
    const plan = await made.plan();
    expect(plan).toMatchObject({ held: [], problems: [] });
    expect(plan.changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'move getting-started/b.md',
      'move getting-started/it.md',
    ]);
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(made.named('Getting started')).toHaveLength(1);
    expect(made.world.collections()).toHaveLength(2);
  });

  it('says no command where the folder has the name already, and quotes what a shell would split', async () => {
    const made = await bench('2.16', { 'content/01-my box/b.md': '# B\n\nSecond.\n' });
    await made.world.renameCollection(made.id('My box'), { name: 'Boxes' });
    expect((await made.run('pull')).stdout).toContain(`run "git mv 'content/01-my box' content/01-boxes"`);
    await made.move('content/01-my box', 'content/01-boxes');
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    await made.world.renameCollection(made.id('Boxes'), { name: 'boxes' });
    expect((await made.run('pull')).stdout).not.toContain('git mv');
  });

  it('says the command that moves a folder to where its collection was dragged', async () => {
    const made = await bench();
    await made.drag(made.id('Plain'), made.id('Billing'));
    const { stdout } = await made.run('pull');
    expect(stdout).toContain('→ Run "git mv content/plain content/billing/plain" to move its folder there');
    await made.move('content/plain', 'content/billing/plain');
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [] });
  });

  it('offers names in languages that people added, and takes them with --new', async () => {
    const made = await bench();
    await made.world.setLocales(['en', 'fr', 'de']);
    await made.world.renameCollection(made.id('Billing'), { locale: 'de', name: 'Rechnungen', description: 'Geld.' });
    await made.world.renameCollection(made.id('Plain'), { locale: 'fr', name: 'Simple' });
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [] });
    const offered = await made.run('pull', '--check');
    expect(offered.stdout).toContain('+ de name of the collection Billing, "Rechnungen"\n');
    expect(offered.stdout).toContain('+ fr name of the collection Plain, "Simple"\n');
    expect((await made.run('pull', 'content/plain', '--check')).stdout).not.toContain('Rechnungen');
    expect(await made.run('pull', '--new')).toMatchObject({ code: 0 });
    expect(await made.text('content/billing/_collection.yml')).toBe(
      `${start['content/billing/_collection.yml']}  de:\n    name: Rechnungen\n    description: Geld.\n`,
    );
    expect(await made.text('content/plain/_collection.yml')).toBe(
      'name: Plain\ntranslations:\n  fr:\n    name: Simple\n',
    );
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [], problems: [] });
    expect((await made.run('pull')).stdout).toContain('nothing to pull');
    // From now on it is an edit like any other.
    await made.world.renameCollection(made.id('Plain'), { locale: 'fr', name: 'Facile' });
    expect((await made.plan()).held).toMatchObject([{ key: 'Plain', fields: ['fr.name'] }]);
  });

  it('takes a description that was added to a translation', async () => {
    const made = await bench();
    await made.world.renameCollection(made.id('Billing'), { locale: 'fr', description: 'Argent.' });
    expect(await made.run('pull')).toMatchObject({ code: 0 });
    expect(await made.text('content/billing/_collection.yml')).toContain('    description: Argent.\n');
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [] });
  });
});

describe('a run that was killed between the write of a collection and its note', () => {
  const changes: readonly [string, Readonly<Record<string, string>>][] = [
    ['a new one', { 'content/new/c.md': '# C\n\nThird.\n' }],
    ['another name', { 'content/billing/_collection.yml': 'name: Payments\ndescription: Money.\n' }],
    ['another text', { 'content/billing/_collection.yml': 'name: Billing\ndescription: Ours.\n' }],
  ];
  it.each(changes)('goes on with %s: no twin, and nothing is held by our own doing', async (_, files) => {
    const made = await bench();
    const before = await made.text('helpcentre.lock.json');
    await made.write(files);
    await made.run('publish', '--yes');
    const names = made.world.collections().map(({ contents }) => contents.en?.name);
    await made.write({ 'helpcentre.lock.json': before });
    expect((await made.plan()).held).toEqual([]);
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(made.world.collections().map(({ contents }) => contents.en?.name)).toEqual(names);
    expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [] });
  });

  it('goes on after an edit was written over', async () => {
    const made = await bench();
    const before = await made.text('helpcentre.lock.json');
    await made.world.renameCollection(made.id('Billing'), { name: 'Payments' });
    await made.run('publish', '--yes', '--on-drift', 'overwrite');
    await made.write({ 'helpcentre.lock.json': before });
    expect(await made.plan()).toMatchObject({ collections: [], held: [] });
  });
});

it('a lockfile of before learns what Intercom has, without a write and without a word', async () => {
  const made = await bench();
  const before = await made.text('helpcentre.lock.json');
  const old = JSON.parse(before) as {
    workspaces: Record<string, { collections: Record<string, { remote?: unknown }> }>;
  };
  for (const { collections } of Object.values(old.workspaces))
    for (const one of Object.values(collections)) delete one.remote;
  await made.world.renameCollection(made.id('Billing'), { description: 'Theirs.' });
  await made.write({ 'helpcentre.lock.json': `${JSON.stringify(old, null, 2)}\n` });
  expect(await made.plan()).toMatchObject({ collections: [], held: [], problems: [] });
  const writes = made.sandbox.log.length;
  expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
  expect(made.sandbox.log.slice(writes).filter(({ method }) => method !== 'GET')).toEqual([]);
  expect((await made.lockfile())?.collections.Billing?.remote).toBeDefined();
  await made.world.renameCollection(made.id('Billing'), { description: 'Again.' });
  expect((await made.plan()).held).toMatchObject([{ fields: ['description'] }]);
});

it('an import is followed by a plan without changes, and by drift where somebody edits', async () => {
  const made = await bench();
  await made.drop('content');
  await made.drop('helpcentre.lock.json');
  expect((await made.run('import')).stdout).toContain('Plan: 0 changes.');
  expect(await made.plan()).toMatchObject({ collections: [], changes: [], held: [] });
  await made.world.renameCollection(made.id('Billing'), { name: 'Payments' });
  expect((await made.plan()).held).toMatchObject([{ why: 'drift', fields: ['name'] }]);
});
