import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

type Says = Readonly<Record<string, { readonly order?: number; readonly icon?: string }>>;

const filesOf = (says: Says) =>
  Object.fromEntries(
    Object.entries(says).flatMap(([name, { order, icon }]) => [
      [
        `content/${name}/_collection.yml`,
        [
          `name: ${name}`,
          ...(order === undefined ? [] : [`order: ${order}`]),
          ...(icon === undefined ? [] : [`icon: ${icon}`]),
        ].join('\n'),
      ],
      [`content/${name}/${name}.md`, `# About ${name}\n\nText of ${name}.\n`],
    ]),
  );

/** A repository that was published once, which makes the collections in the order of the sources. */
async function bench(says: Says) {
  const repository = await makeRepository({ 'helpcentre.yml': 'state: published\n', ...filesOf(says) });
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  expect(await run('publish', '--yes')).toMatchObject({ code: 0 });
  return {
    ...{ repository, sandbox, run },
    say: (more: Says) => repository.write(filesOf(more)),
    async found(...argv: readonly string[]) {
      const { problems } = JSON.parse((await run('plan', '--json', ...argv)).stdout) as Plan;
      return problems.map(({ code, message, severity, place }) => [
        `${severity} ${code}`,
        message,
        `${place?.file}:${place?.line}:${place?.column}`,
      ]);
    },
  };
}

const a = { a: { order: 1 }, b: { order: 2 }, c: { order: 3 } };

describe('what Intercom cannot be told of a collection', () => {
  it('is no word where Intercom has it so', async () => {
    const made = await bench(a);
    expect(await made.found()).toEqual([]);
    await made.say({ a: { order: 10 }, b: { order: 20 }, c: { order: 20, icon: 'book-bookmark' } });
    expect(await made.found()).toEqual([]);
  });

  it('is named at the key of the collection that is out of order, and once', async () => {
    const made = await bench(a);
    await made.say({ a: { order: 4 } });
    const message = 'Intercom shows the collection "a" in another order, and its API cannot change that';
    expect(await made.found()).toEqual([['warning collection-look', message, 'content/a/_collection.yml:2:1']]);
    const published = await made.run('publish', '--yes');
    expect(published.code).toBe(0);
    expect((published.stdout + published.stderr).split(message)).toHaveLength(2);
    expect(await made.found('--offline')).toEqual([]);
  });

  it('is named at the key of an icon that is another one', async () => {
    const made = await bench(a);
    await made.say({ b: { icon: 'star', order: 2 }, c: { icon: 'bolt', order: 0 } });
    expect(await made.found()).toEqual([
      [
        'warning collection-look',
        'Intercom shows the collection "c" in another order and with another icon, and its API cannot change that',
        'content/c/_collection.yml:2:1',
      ],
      [
        'warning collection-look',
        'Intercom shows the collection "b" with another icon, and its API cannot change that',
        'content/b/_collection.yml:3:1',
      ],
    ]);
  });

  it('is one line where it is many', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const made = await bench(Object.fromEntries(names.map((name) => [name, {}])));
    await made.say(Object.fromEntries(names.map((name) => [name, { icon: 'star' }])));
    expect(await made.found()).toEqual([
      [
        'warning collection-look',
        'Intercom shows the collections "a", "b" and 5 more with another icon, and its API cannot change that',
        'content/a/_collection.yml:2:1',
      ],
    ]);
  });

  it('is no word of a number in front of a folder, nor after an import', async () => {
    const made = await bench({ a: { icon: 'star' }, b: {}, c: {} });
    await made.repository.write({ 'content/2-x/x.md': '# X\n\nX.\n', 'content/1-y/y.md': '# Y\n\nY.\n' });
    await made.run('publish', '--yes');
    const other = await makeRepository({});
    const env = { INTERCOM_BASE_URL: made.sandbox.url, INTERCOM_ACCESS_TOKEN: made.sandbox.token };
    expect(await runIn(other.dir, ['import'], { env })).toMatchObject({ code: 0 });
    expect((await runIn(other.dir, ['plan'], { env })).stdout).not.toContain('Intercom shows');
  });
});

describe('new collections', () => {
  it('are made in the order that is asked for, however slowly each is answered', async () => {
    const says = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`c${at}`, { order: (at * 5) % 12 }]));
    const repository = await makeRepository({ 'helpcentre.yml': 'state: published\n', ...filesOf(says) });
    const sandbox = await startSandbox({ dir: null });
    sandbox.setFaults('slow=60ms%0.4');
    onTestFinished(() => sandbox.close());
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    expect(await runIn(repository.dir, ['publish', '--yes'], { env })).toMatchObject({ code: 0 });
    const made = [...sandbox.world.collections()].sort((a, b) => a.order - b.order);
    const asked = Object.entries(says).sort(([, a], [, b]) => a.order - b.order);
    expect(made.map(({ contents }) => contents.en?.name)).toEqual(asked.map(([name]) => name));
  });

  it('are under way at once in different collections, those beside each other in turn, the first alone', async () => {
    const folders = Array.from({ length: 6 }, (_, at) => [`c${at}`, `c${at}/inside`]).flat();
    const says = Object.fromEntries(folders.map((name) => [name, {}]));
    const repository = await makeRepository({ 'helpcentre.yml': 'state: published\n', ...filesOf(says) });
    const underWay = { now: 0, most: 0, first: 0 };
    const sandbox = await startSandbox({
      ...{ dir: null, latency: 150 },
      onRequest(_, phase, { method, path }) {
        if (method !== 'POST' || !path.startsWith('/help_center/collections')) return;
        underWay.now += phase === 'received' ? 1 : phase === 'answered' ? -1 : 0;
        underWay.most = Math.max(underWay.most, underWay.now);
        if (phase === 'applied' && underWay.first === 0) underWay.first = underWay.most;
      },
    });
    onTestFinished(() => sandbox.close());
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const argv = ['publish', '--yes', '--concurrency', '24'];
    expect(await runIn(repository.dir, argv, { env })).toMatchObject({ code: 0 });
    expect(underWay.first).toBe(1);
    expect(underWay.most).toBeGreaterThan(1);
  });

  it('get their articles while others are still on their way', async () => {
    const says = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`c${at}`, { order: at }]));
    const repository = await makeRepository({ 'helpcentre.yml': 'state: published\n', ...filesOf(says) });
    const sandbox = await startSandbox({ dir: null, latency: 20 });
    onTestFinished(() => sandbox.close());
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    expect(await runIn(repository.dir, ['publish', '--yes'], { env })).toMatchObject({ code: 0 });
    const made = sandbox.log.flatMap(({ written }) => written.map(({ kind }) => kind));
    expect(made.indexOf('article')).toBeLessThan(made.lastIndexOf('collection'));
    const parents = sandbox.world.articles().map(({ parentIds }) => parentIds);
    expect(parents.sort()).toEqual(
      sandbox.world
        .collections()
        .map(({ id }) => [id])
        .sort(),
    );
  });
});
