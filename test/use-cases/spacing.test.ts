import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { writeFiles } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const p = (text: string): string => `<p class="no-margin">${text}</p>`;
const list = '<ul><li><p class="no-margin">a</p></li></ul>';
/** A body of a writer with a habit of their own. */
const bodies = {
  normal: (word: string) => `${p(word)}${p('')}${p('Two')}${list}${p('Three')}`,
  airy: (word: string) => [p(word), p('Two'), list, p('Three')].join(p('')),
  tight: (word: string) => `${p(word)}<h1>Two</h1>${p('Three')}${list}<h1>Four</h1>${p('Five')}`,
};

async function bench() {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const { world } = sandbox;
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(dir, argv, { env });
  const ids = new Map<string, string>();
  return {
    ...{ dir, sandbox, world, run },
    write: (files: Readonly<Record<string, string>>) => writeFiles(dir, files),
    text: (file: string) => readFile(path.join(dir, file), 'utf8'),
    remove: (file: string) => rm(path.join(dir, file), { recursive: true }),
    plan: async () => JSON.parse((await run('plan', '--json')).stdout) as Plan,
    async collection(name: string, parentId?: string) {
      return (await world.createCollection({ name, ...(parentId === undefined ? {} : { parentId }) })).id;
    },
    async article(title: string, body: string, parentId?: string) {
      const place = parentId === undefined ? {} : { parentId };
      const { id } = await world.createArticle({ title, state: 'published', ...place });
      ids.set(title, id);
      await world.plantBody(id, body);
    },
    body: (title: string) =>
      world.body(world.articles().find((one) => one.contents.en?.title === title)?.id ?? '') ?? '',
  };
}

const { normal, airy, tight } = bodies;

describe('import', () => {
  it('writes the spacing that fits where it saves most lines: configuration, folder or file', async () => {
    const made = await bench();
    const calm = await made.collection('Calm');
    const inner = await made.collection('Inner', calm);
    const dense = await made.collection('Dense');
    for (const name of ['A', 'B', 'C', 'D', 'E']) await made.article(name, airy(name), calm);
    await made.article('Odd', tight('Odd'), calm);
    for (const name of ['F', 'G']) await made.article(name, tight(name), inner);
    for (const name of ['H', 'I', 'J']) await made.article(name, normal(name), dense);
    await made.article('Alone', p('Alone'), dense);
    expect(await made.run('import')).toMatchObject({ code: 0, stdout: expect.stringContaining('Plan: 0 changes.') });
    expect(await made.text('helpcentre.yml')).toContain('spacing: airy\n');
    expect(await made.text('content/calm/_collection.yml')).not.toContain('spacing');
    expect(await made.text('content/calm/inner/_collection.yml')).toContain('spacing: tight\n');
    expect(await made.text('content/dense/_collection.yml')).toContain('spacing: normal\n');
    expect(await made.text('content/calm/odd.md')).toContain('spacing: tight\n');
    for (const file of ['calm/a.md', 'calm/inner/f.md', 'dense/h.md', 'dense/alone.md'])
      expect(await made.text(`content/${file}`), file).not.toMatch(/spacing|<br>|tight/);
  });

  it('leaves a folder that already exists as it is, and says the spacing in the files', async () => {
    const made = await bench();
    await made.write({
      'helpcentre.yml': 'state: published\nproblems: { collection-unnamed: warning }\n',
      'content/calm/own.md': '# Own\n\nOne.\n\n- a\n',
    });
    const calm = await made.collection('Calm');
    for (const name of ['A', 'B', 'C']) await made.article(name, airy(name), calm);
    expect((await made.run('import')).code).toBe(0);
    expect(await made.text('content/calm/_collection.yml')).not.toContain('spacing');
    for (const name of ['a', 'b', 'c']) expect(await made.text(`content/calm/${name}.md`)).toContain('spacing: airy\n');
    expect(await made.text('content/calm/own.md')).toBe('# Own\n\nOne.\n\n- a\n');
  });

  it('writes the same once more after it was cut off', async () => {
    const made = await bench();
    const calm = await made.collection('Calm');
    for (const name of ['A', 'B', 'C']) await made.article(name, airy(name), calm);
    await made.article('D', normal('D'));
    for (const name of ['E', 'F', 'G', 'H']) await made.article(name, normal(name));
    expect((await made.run('import')).code).toBe(0);
    expect(await made.text('content/calm/_collection.yml')).toContain('spacing: airy\n');
    // As one that was cut off before its lockfile.
    for (const file of ['helpcentre.lock.json', 'content/calm/b.md']) await made.remove(file);
    expect(await made.run('import')).toMatchObject({ code: 0, stdout: expect.stringContaining('Plan: 0 changes.') });
    expect(await made.text('content/calm/b.md')).not.toMatch(/spacing|<br>|tight/);
  });

  it.each(['normal', 'airy', 'tight'])('comes round as one block of HTML under "spacing: %s"', async (spacing) => {
    const made = await bench();
    await made.write({ 'helpcentre.yml': `state: published\nspacing: ${spacing}\n` });
    await made.article('Huge', `${airy('Huge')}${normal('x')}${tight('y')}${p('<i></i>'.repeat(10_100))}`);
    const { code, stdout } = await made.run('import', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ failed: [], cameRound: true });
    expect((await made.plan()).changes).toEqual([]);
  });
});

describe('the spacing of a folder', () => {
  it('counts for all below it, a nearer one more, and the file itself most', async () => {
    const made = await bench();
    const text = (title: string, front = '') => `${front}# ${title}\n\nOne.\n\n- a\n\nTwo.\n`;
    await made.write({
      'helpcentre.yml': 'state: published\nspacing: tight\nproblems: { collection-unnamed: warning }\n',
      'content/g/top.md': text('Top'),
      'content/g/in/_collection.yml': 'spacing: airy\n',
      'content/g/in/a.md': text('A'),
      'content/g/in/a.fr.md': text('Af'),
      'content/g/in/deep/b.md': text('B'),
      'content/g/in/deep/c.md': text('C', '---\nspacing: normal\n---\n'),
    });
    await made.world.setLocales(['en', 'fr']);
    expect((await made.run('publish', '--yes')).code).toBe(0);
    const count = (title: string): number => made.body(title).split(p('')).length - 1;
    expect([count('Top'), count('A'), count('B'), count('C')]).toEqual([0, 2, 2, 0]);
  });

  it('makes no collection of it, and takes no description away', async () => {
    const made = await bench();
    await made.write({
      'helpcentre.yml': 'state: published\nproblems: { collection-unnamed: warning }\n',
      'content/a/_collection.yml': 'name: Same\ndescription: Ours.\ntranslations: { fr: { name: Pareil } }\n',
      'content/a/one.md': '# One\n\nText.\n',
      'content/b/_collection.yml': 'name: Same\nspacing: airy\n',
      'content/b/two.md': '# Two\n\nText.\n',
      'content/empty/_collection.yml': 'spacing: tight\n',
      'content/plain/three.md': '# Three\n\nText.\n',
    });
    await made.world.setLocales(['en', 'fr']);
    expect((await made.run('publish', '--yes')).code).toBe(0);
    const shown = () =>
      Object.fromEntries(made.world.collections().map(({ contents: { en } }) => [en?.name, en?.description]));
    expect(shown()).toEqual({ Same: 'Ours.', Plain: '' });
    const plain = made.world.collections().find(({ contents }) => contents.en?.name === 'Plain');
    await made.world.renameCollection(plain?.id ?? '', { description: 'Theirs.' });
    await made.write({ 'content/plain/_collection.yml': 'spacing: airy\n' });
    expect((await made.run('publish', '--yes', '--on-drift', 'overwrite')).code).toBe(0);
    expect(shown()).toEqual({ Same: 'Ours.', Plain: 'Theirs.' });
  });
});

describe('another spacing', () => {
  const start = {
    'helpcentre.yml': 'state: published\nproblems: { collection-unnamed: warning }\n',
    'content/g/a.md': '# A\n\nOne.\n\n- a\n\nTwo.\n',
    'content/g/b.md': '---\nspacing: normal\n---\n# B\n\nOne.\n\n- a\n\nTwo.\n',
    'content/g/c.md': '# C\n\nOne.\n',
  };

  it('in the configuration is an update of what it changes, and of nothing else', async () => {
    const made = await bench();
    await made.write(start);
    expect((await made.run('publish', '--yes')).code).toBe(0);
    await made.write({ 'helpcentre.yml': 'state: published\nspacing: airy\n' });
    const { changes, unchanged } = await made.plan();
    expect(changes).toMatchObject([{ kind: 'update', key: 'g/a.md', reasons: ['body'] }]);
    expect(unchanged).toBe(2);
    expect((await made.run('publish', '--yes')).code).toBe(0);
    expect((await made.plan()).changes).toEqual([]);
  });

  it('in Intercom comes into the file as what its own spacing does not say', async () => {
    const made = await bench();
    await made.write(start);
    expect((await made.run('publish', '--yes')).code).toBe(0);
    const id = made.world.articles().find((one) => one.contents.en?.title === 'A')?.id ?? '';
    const edited = made
      .body('A')
      .replace('<ul>', `${p('')}<ul>`)
      .replace('</ul>', `</ul>${p('')}`);
    await made.world.editArticle(id, { body: edited });
    expect((await made.run('pull')).code).toBe(0);
    expect(await made.text('content/g/a.md')).toBe('# A\n\nOne.\n\n<br>\n\n- a\n\n<br>\n\nTwo.\n');
    const plan = await made.plan();
    expect([plan.changes, plan.held]).toEqual([[], []]);
  });
});
