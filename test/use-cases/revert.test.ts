import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, publishedInGit, thereAndBack } from '../kit/published-in-git.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const first: Files = {
  'content/billing/one.md': '# One\n\nFirst of all.\n',
  'content/billing/two.md': '# Two\n\nSecond to none.\n',
  'content/three.md': '# Three\n\nThird time lucky.\n',
};

const bench = (files: Files = first, configuration?: string) => publishedInGit(files, configuration);

describe('a publish after a revert that took the lockfile along ends with the state of the reverted commit', () => {
  it('after an edit', async () => {
    const made = await bench();
    await thereAndBack(made, () =>
      made.repository.write({ 'content/billing/one.md': '# One\n\nQuite another text.\n' }),
    );
  });

  it('after new articles', async () => {
    const made = await bench();
    await thereAndBack(made, () =>
      made.repository.write({
        'content/four.md': '# Four\n\nNew, and gone again.\n',
        'content/billing/five.md': '# Five\n\nAlso new.\n',
      }),
    );
  });

  it('after a rename and an edit', async () => {
    const made = await bench();
    await thereAndBack(made, async () => {
      await made.git('mv', 'content/billing/one.md', 'content/billing/uno.md');
      await made.repository.write({ 'content/billing/uno.md': '# One\n\nFirst of all, renamed.\n' });
    });
  });

  it('after a move into another collection', async () => {
    const made = await bench();
    await thereAndBack(made, () => made.git('mv', 'content/billing/one.md', 'content/one.md').then(() => undefined));
  });

  it('after a removal', async () => {
    const made = await bench();
    await thereAndBack(made, () => made.repository.remove('content/billing/two.md'));
  });

  it('after a new language, also one beside an edit', async () => {
    const made = await bench();
    await made.sandbox.world.setLocales(['en', 'fr']);
    await thereAndBack(made, () =>
      made.repository.write({
        'content/three.fr.md': '# Trois\n\nJamais deux sans trois.\n',
        'content/billing/one.fr.md': '# Un\n\nLe premier.\n',
        'content/billing/one.md': '# One\n\nWith a French text.\n',
      }),
    );
  });

  it('after a language was removed', async () => {
    const made = await bench({ 'content/three.md': '# Three\n\nThird.\n' });
    await made.sandbox.world.setLocales(['en', 'fr']);
    await made.repository.write({ 'content/three.fr.md': '# Trois\n\nTrois fois.\n' });
    await made.publish('French');
    await thereAndBack(made, () => made.repository.remove('content/three.fr.md'));
  });

  it('after a collection was renamed', async () => {
    const made = await bench({ 'content/a/_collection.yml': 'name: Old\n', 'content/a/one.md': '# One\n\nFirst.\n' });
    await thereAndBack(made, () => made.repository.write({ 'content/a/_collection.yml': 'name: New\n' }));
  });

  it('after all of it at once, in several publishes, and with deletes', async () => {
    const made = await bench(first, 'state: published\nmaxRemovals: 100%\nremoved: delete\n');
    const readers = made.readers();
    await made.repository.write({ 'content/four.md': '# Four\n\nNew.\n' });
    await made.publish('Second');
    await made.repository.write({
      'content/four.md': '# Four\n\nNewer.\n',
      'content/three.md': '# Three\n\nEdited.\n',
    });
    await made.repository.remove('content/billing/two.md');
    await made.publish('Third');
    await made.git('revert', '--no-edit', 'HEAD~2..HEAD');
    const result = await made.run('publish', '--yes');
    expect(result.code, result.stdout + result.stderr).toBe(0);
    expect(made.readers()).toEqual(readers);
    expect(made.sandbox.world.articles()).toHaveLength(3);
    expect((await made.run('plan')).stdout).toContain('No changes');
  });
});

describe('a lockfile that was turned back', () => {
  it('alone: the sources stand, and nothing is written', async () => {
    const made = await bench();
    await made.repository.write({
      'content/four.md': '# Four\n\nNew.\n',
      'content/three.md': '# Three\n\nEdited.\n',
    });
    const { code } = await made.run('publish', '--yes');
    expect(code).toBe(0);
    await made.git('add', 'content');
    await made.git('commit', '--quiet', '--message', 'Sources');
    await made.commit('Lockfile');
    const entries = await made.entries();
    await made.git('revert', '--no-edit', 'HEAD');
    const sent = made.sandbox.log.length;
    const result = await made.run('publish', '--yes');
    expect(result.code, result.stdout + result.stderr).toBe(0);
    expect(made.sandbox.log.slice(sent).filter(({ method }) => method !== 'GET')).toEqual([]);
    await made.repository.write({ 'content/four.md': '# Four\n\nNew, and edited since.\n' });
    expect((await made.run('publish', '--yes')).code).toBe(0);
    expect(await made.entries()).toEqual(entries);
  });

  it('holds an article that only a later lockfile knew, where somebody edited it since', async () => {
    const made = await bench();
    await made.repository.write({ 'content/four.md': '# Four\n\nNew.\n' });
    await made.publish('Second');
    const id = (await made.entries())['four.md'] ?? '';
    await made.sandbox.world.editArticle(id, { body: '<p>Edited by a colleague.</p>' });
    await made.git('revert', '--no-edit', 'HEAD');
    const plan = JSON.parse((await made.run('plan', '--json')).stdout);
    expect(plan.changes).toEqual([]);
    expect(plan.held).toMatchObject([{ key: 'four.md', id, why: 'conflict' }]);
  });

  it('does not let a pull undo the revert', async () => {
    const made = await bench();
    await made.repository.write({ 'content/three.md': '# Three\n\nThe second text.\n' });
    await made.publish('Second');
    await made.git('revert', '--no-edit', 'HEAD');
    expect((await made.run('pull')).code).toBe(0);
    expect(await made.read('content/three.md')).toBe(first['content/three.md']);
  });

  it('is known offline too', async () => {
    const made = await bench();
    await made.repository.write({ 'content/four.md': '# Four\n\nNew.\n', 'content/three.md': '# Three\n\nEdited.\n' });
    await made.publish('Second');
    expect((await made.run('plan', '--offline')).stdout).toContain('No changes');
    await made.git('revert', '--no-edit', 'HEAD');
    const plan = JSON.parse((await made.run('plan', '--offline', '--json')).stdout);
    expect(plan.changes.map(({ key, kind }: { key: string; kind: string }) => `${kind} ${key}`)).toEqual([
      'unpublish four.md',
      'update three.md',
    ]);
  });

  it('counts for the guard', async () => {
    const made = await bench(first, 'state: published\n');
    await made.repository.write(
      Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`content/n${n}.md`, `# N${n}\n\nText ${n}.\n`])),
    );
    await made.publish('Second');
    await made.git('revert', '--no-edit', 'HEAD');
    const result = await made.run('publish', '--yes');
    expect(result.code).toBe(1);
    expect(result.stdout + result.stderr).toContain('--allow-removals');
    expect((await made.run('publish', '--yes', '--allow-removals')).code).toBe(0);
    expect(Object.keys(made.readers())).toHaveLength(3);
  });

  it.each(['shallow', 'no git'])(
    'is not guessed at where there is no history (%s), and how to go on is said',
    async (how) => {
      const made = await bench();
      await made.repository.write({ 'content/three.md': '# Three\n\nEdited.\n' });
      await made.publish('Second');
      await made.git('revert', '--no-edit', 'HEAD');
      const copy = await makeRepository({});
      await made.git('clone', '--quiet', '--depth=1', `file://${made.repository.dir}`, path.join(copy.dir, 'clone'));
      if (how === 'no git') await copy.remove('clone/.git');
      const result = await runIn(path.join(copy.dir, 'clone'), ['publish', '--yes'], { env: made.env });
      expect(result.code).toBe(1);
      expect(result.stdout).toContain('three.md');
      expect(result.stdout + result.stderr).toContain(
        how === 'shallow' ? 'fetch-depth: 0' : 'restore its helpcentre.lock.json',
      );
    },
  );

  it('is no matter for an article that was never in it', async () => {
    const made = await bench();
    await made.sandbox.world.createArticle({ title: 'Theirs', body: '<p>By hand.</p>', state: 'published' });
    const { stdout } = await made.run('plan');
    expect(stdout).toContain('No changes; 3 unchanged');
  });
});

describe('two publishes of the same new articles at once', () => {
  it('leave twins, which the next plan names and never touches', async () => {
    const made = await bench({ 'content/three.md': '# Three\n\nThird.\n' });
    const copy = await makeRepository({});
    const clone = path.join(copy.dir, 'clone');
    await made.git('clone', '--quiet', made.repository.dir, clone);
    const fresh = { 'content/four.md': '# Four\n\nNew.\n' };
    await made.repository.write(fresh);
    await copy.write({ 'clone/content/four.md': fresh['content/four.md'] });
    const before = await readFile(path.join(clone, 'helpcentre.lock.json'), 'utf8');
    await made.publish('Ours');
    const [ours] = made.sandbox.world.articles().filter(({ contents }) => contents.en?.title === 'Four');
    // The other checkout took its snapshot before ours was there.
    const twin = await made.sandbox.world.createArticle({
      title: 'Four',
      body: made.sandbox.world.body(ours?.id ?? '') ?? '',
      state: 'published',
    });
    expect(before).not.toContain(twin.id);
    const { code, stdout } = await made.run('plan', '--json');
    expect(code).toBe(0);
    const plan = JSON.parse(stdout);
    expect(plan).toMatchObject({ changes: [], held: [], problems: [{ code: 'twin-left', severity: 'warning' }] });
    expect(plan.problems[0].message).toContain(`article ${twin.id} (http`);
    expect(plan.problems[0].help).toContain(`id: ${twin.id}`);
  });
});
