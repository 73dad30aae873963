import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { oneIn } from '../kit/depth.ts';
import { type Files, type PublishedInGit, publishedInGit, thereAndBack } from '../kit/published-in-git.ts';

const old = 'name: Old\ndescription: First.\ntranslations:\n  fr:\n    name: Ancien\n    description: Premier.\n';
const article = (title: string) => `# ${title}\n\nThe text of ${title}.\n`;
const first: Files = {
  'content/a/_collection.yml': old,
  'content/a/one.md': article('One'),
  'content/b/_collection.yml': 'name: Box\n',
  'content/b/two.md': article('Two'),
};

const zero: Files = { 'content/zero.md': article('Zero') };

async function collections(made: PublishedInGit): Promise<void> {
  await made.sandbox.world.setLocales(['en', 'fr']);
  await made.repository.write(first);
  await made.publish('Collections');
}

const bench = (): Promise<PublishedInGit> => publishedInGit(zero, undefined, undefined, undefined, collections);

const change = (from: string, to: string) => (made: PublishedInGit) =>
  made.repository.write({ 'content/a/_collection.yml': old.replace(from, to) });
const move = (made: PublishedInGit) => made.git('mv', 'content/b', 'content/a/b').then(() => undefined);

const changes: readonly [string, (made: PublishedInGit) => Promise<unknown>][] = [
  ['a name', change('Old', 'New')],
  ['a description', change('First.', 'Second.')],
  ['a name in another language', change('Ancien', 'Nouveau')],
  ['a description in another language', change('Premier.', 'Second.')],
  [
    'all of it',
    (made) => made.repository.write({ 'content/a/_collection.yml': old.replace(/: (\w+\.?)$/gm, ': New $1') }),
  ],
  ['a place', move],
];

/** Collections as readers have them. */
const shelves = ({ sandbox }: PublishedInGit) =>
  Object.fromEntries(sandbox.world.collections().map(({ id, contents, parentId }) => [id, { contents, parentId }]));

/** Publishes a second state, and reverts its commit. */
async function reverted(made: PublishedInGit, to: (made: PublishedInGit) => Promise<unknown>): Promise<void> {
  await to(made);
  await made.publish('Second');
  await made.git('revert', '--no-edit', 'HEAD');
}

const planOf = async (made: PublishedInGit) => JSON.parse((await made.run('plan', '--json')).stdout) as Plan;
const idOf = ({ sandbox }: PublishedInGit, name: string) =>
  sandbox.world.collections().find(({ contents }) => contents.en?.name === name)?.id ?? '';

describe('a revert that took the lockfile along, of a collection', () => {
  it.each(changes)('brings back %s, and the revert of the revert the other', async (_, to) => {
    const made = await bench();
    const before = shelves(made);
    await thereAndBack(made, () => to(made).then(() => undefined));
    expect(Object.keys(shelves(made))).toEqual(Object.keys(before));
    expect(shelves(made)).not.toEqual(before);
  });

  it.each(oneIn(2, changes))('ends as the reverted commit after %s', async (_, to) => {
    const made = await bench();
    const before = shelves(made);
    await reverted(made, to);
    expect((await planOf(made)).held).toEqual([]);
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(shelves(made)).toEqual(before);
    expect(await planOf(made)).toMatchObject({ collections: [], changes: [], held: [] });
  });

  it.each(oneIn(2, changes, 1))('goes on from there with another edit after %s', async (_, to) => {
    const made = await bench();
    await reverted(made, to);
    await made.repository.write({ 'content/a/_collection.yml': old.replace(/: (\w+\.?)$/gm, ': Third $1') });
    expect((await planOf(made)).held).toEqual([]);
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(shelves(made)[idOf(made, 'Third Old')]?.contents).toMatchObject({
      en: { description: 'Third First.' },
      fr: { name: 'Third Ancien', description: 'Third Premier.' },
    });
  });
});

describe("a colleague's edit of a collection after a revert that took the lockfile along", () => {
  const edits = [
    ['name', { name: 'Theirs' }, 'name'],
    ['description', { description: 'Theirs.' }, 'description'],
    ['name in French', { locale: 'fr', name: 'Le leur' }, 'fr.name'],
    ['description in French', { locale: 'fr', description: 'Le leur.' }, 'fr.description'],
  ] as const;
  const cases = changes.flatMap(([what, to]) =>
    edits.map(([whose, edit, field]) => ({ what, whose, to, edit, field })),
  );

  it.each(oneIn(3, cases))(
    'of its $whose is held, and never written over, where $what was ours',
    async ({ to, edit, field }) => {
      const made = await bench();
      const id = idOf(made, 'Old');
      await reverted(made, to);
      await made.sandbox.world.renameCollection(id, edit);
      const plan = await planOf(made);
      expect(plan.held).toMatchObject([{ id, fields: [field] }]);
      for (let again = 0; again < 2; again += 1) {
        expect(await made.run('publish', '--yes')).toMatchObject({ code: 1 });
        expect(JSON.stringify(shelves(made)[id]?.contents)).toContain(
          JSON.stringify(Object.entries(edit).filter(([part]) => part !== 'locale'))
            .slice(2, -2)
            .replace('",', '":'),
        );
      }
      expect((await planOf(made)).held).toMatchObject([{ id, fields: [field] }]);
    },
  );

  it('is held also once the revert was published', async () => {
    const made = await bench();
    const id = idOf(made, 'Old');
    await reverted(made, change('Old', 'New'));
    expect(await made.run('publish', '--yes')).toMatchObject({ code: 0 });
    await made.sandbox.world.renameCollection(id, { description: 'Theirs.' });
    expect((await planOf(made)).held).toMatchObject([{ id, fields: ['description'], why: 'drift' }]);
  });
});

describe('a collection that only a reverted lockfile knew', () => {
  const made = {
    'with an article': { 'content/new/n.md': article('N') },
    'that is described alone': { 'content/new/_collection.yml': 'name: New\ndescription: Empty so far.\n' },
    'with a section': { 'content/new/_collection.yml': 'name: New\n', 'content/new/in/n.md': article('N') },
  };
  const leftIn = ({ problems }: Plan) =>
    problems.flatMap(({ code, message }) => (code === 'collection-left-empty' ? [message.split('"')[1]] : []));

  it.each(Object.entries(made))('is named as left empty, and comes back as the same: %s', async (_, files) => {
    const bed = await bench();
    const others = Object.keys(shelves(bed));
    await reverted(bed, ({ repository }) => repository.write(files));
    const after = Object.keys(shelves(bed));
    const left = 'content/new/in/n.md' in files ? ['New', 'New > In'] : ['New'];
    expect(leftIn(await planOf(bed))).toEqual(left);
    expect(await bed.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(leftIn(await planOf(bed))).toEqual(left);
    if ((await bed.git('status', '--porcelain')) !== '') await bed.commit('Published the revert');
    await bed.repository.write(files);
    expect(leftIn(await planOf(bed))).toEqual([]);
    expect(await bed.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(Object.keys(shelves(bed))).toEqual(after);
    expect(after.length).toBeGreaterThan(others.length);
  });

  it('is not named where a person uses it by now', async () => {
    const bed = await bench();
    await reverted(bed, ({ repository }) => repository.write(made['with an article']));
    const parentId = idOf(bed, 'New');
    await bed.sandbox.world.createArticle({ title: 'Theirs', state: 'published', parentId });
    expect(leftIn(await planOf(bed))).toEqual([]);
  });
});

it('a revert of a collection is in the plan without Intercom too', async () => {
  const made = await bench();
  await reverted(made, change('Old', 'New'));
  const plan = JSON.parse((await made.run('plan', '--offline', '--json')).stdout) as Plan;
  expect(plan.collections).toMatchObject([{ kind: 'update', reasons: ['name'] }]);
});
