import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Lockfile, RecordedArticle } from '../../src/model/recorded.ts';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** A workspace and a checkout of which the notes can be lost, as when a run is cut off before it took any. */
async function scene(files: Readonly<Record<string, string>>, options: Partial<SandboxOptions> = {}) {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, ...options });
  onTestFinished(() => sandbox.close());
  const repository = await makeRepository(files);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const lockfile = path.join(repository.dir, 'helpcentre.lock.json');
  const entries = async (): Promise<Readonly<Record<string, RecordedArticle>>> => {
    const { workspaces } = JSON.parse(await readFile(lockfile, 'utf8')) as Lockfile;
    return Object.values(workspaces)[0]?.articles ?? {};
  };
  const publish = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await runIn(repository.dir, ['publish', '--yes', ...argv], { env });
    return { code, shown: stdout + stderr };
  };
  return {
    sandbox,
    repository,
    env,
    publish,
    entries,
    /** Publishes, and forgets that it did. */
    async publishUnnoted(...argv: readonly string[]) {
      const before = await readFile(lockfile).catch(() => null);
      const { code, shown } = await publish(...argv);
      expect(code, shown).toBe(0);
      if (before === null) await repository.remove('helpcentre.lock.json');
      else await repository.write({ 'helpcentre.lock.json': before });
    },
    /** Publishes until nothing is left, in one run, and expects the plan to be empty. */
    async settle(...argv: readonly string[]) {
      const { code, shown } = await publish(...argv);
      expect(code, shown).toBe(0);
      const plan = await runIn(repository.dir, ['plan', '--detailed-exitcode'], { env });
      expect(plan.code, plan.stdout).toBe(0);
      return shown;
    },
  };
}

const contents = '- [Install](#install)\n- [Use](#use)\n- [The other](other.md#use)\n';
const guide = `# Guide\n\n${contents}\n## Install\n\nLike this.\n\n## Use\n\nLike that.\n`;
const other = '# Other\n\nBack to [the guide](guide.md) and [use](guide.md#use).\n\n## Use\n\nWords.\n';

describe('an article with a table of contents', () => {
  it.each(['kept', 'replaced', 'replaced-every-write'] as const)(
    'is found again where the notes are lost and heading ids are %s',
    async (headingIds) => {
      const files = { 'content/guide.md': guide, 'content/other.md': other };
      const { sandbox, publishUnnoted, settle, entries } = await scene(files, { quirks: { headingIds } });
      await publishUnnoted();
      const ids = sandbox.world.articles().map(({ id }) => id);
      await settle();
      expect(sandbox.world.articles().map(({ id }) => id)).toEqual(ids);
      expect(Object.keys(await entries())).toEqual(['guide.md', 'other.md']);
    },
  );

  it.each(['kept', 'replaced', 'replaced-every-write'] as const)(
    'is nobody’s edit where the notes of an update are lost and heading ids are %s',
    async (headingIds) => {
      const files = { 'content/guide.md': guide, 'content/other.md': other };
      const { repository, publish, publishUnnoted, settle } = await scene(files, { quirks: { headingIds } });
      expect((await publish()).code).toBe(0);
      const more = (text: string) => text.replace('## Use', '## More\n\nSee [more](#more).\n\n## Use');
      await repository.write({ 'content/guide.md': more(guide), 'content/other.md': more(other) });
      await publishUnnoted();
      await settle();
    },
  );

  it('is a person’s edit all the same where a link leads elsewhere', async () => {
    const { sandbox, repository, publish, entries } = await scene({
      'content/guide.md': '# Guide\n\nSee [this](one.md).\n',
      'content/one.md': '# One\n\nWords.\n',
      'content/two.md': '# Two\n\nMore words.\n',
      'content/three.md': '# Three\n\nEven more.\n',
    });
    await publish();
    const known = await entries();
    const id = known['guide.md']?.id ?? '';
    const edited = sandbox.world.body(id)?.replaceAll(/articles\/\d+[^"]*/g, `articles/${known['three.md']?.id}-three`);
    await sandbox.world.editArticle(id, { body: edited ?? '' });
    await repository.write({ 'content/guide.md': '# Guide\n\nSee [this](two.md).\n' });
    const { code, shown } = await publish();
    expect(code).toBe(1);
    expect(shown).toContain('guide.md');
    expect(sandbox.world.body(id)).toContain(known['three.md']?.id);
  });
});

describe('an article that was deleted in Intercom and is created again', () => {
  it('is found where its note is lost, whatever the policy of the next run', async () => {
    const { sandbox, publish, publishUnnoted, settle, entries } = await scene({
      'content/guide.md': guide.replace(/.*other.*\n/, ''),
    });
    await publish();
    const gone = (await entries())['guide.md']?.id ?? '';
    await sandbox.world.removeArticle(gone);
    await publishUnnoted('--on-drift', 'overwrite');
    const [again] = sandbox.world.articles();
    expect(again?.id).not.toBe(gone);
    await settle();
    expect(sandbox.world.articles().length).toBe(1);
    expect((await entries())['guide.md']?.id).toBe(again?.id);
  });

  it('is found where its file moved meanwhile', async () => {
    const { sandbox, repository, publish, publishUnnoted, settle, entries } = await scene({
      'content/guide.md': '# Guide\n\nWords.\n',
    });
    await publish();
    await sandbox.world.removeArticle((await entries())['guide.md']?.id ?? '');
    await repository.remove('content/guide.md');
    await repository.write({ 'content/moved.md': '# Guide\n\nWords.\n' });
    await publishUnnoted('--on-drift', 'overwrite');
    await settle();
    expect(sandbox.world.articles().length).toBe(1);
    expect(Object.keys(await entries())).toEqual(['moved.md']);
  });
});

describe('a language whose file was removed', () => {
  it.each(['unpublish', 'delete', 'keep'] as const)(
    'is ours where the note is lost, with "removed: %s"',
    async (removed) => {
      const { sandbox, repository, publish, publishUnnoted, settle, entries } = await scene({
        'helpcentre.yml': `state: published\nremoved: ${removed}\n`,
        'content/guide.md': '# Guide\n\nWords.\n',
        'content/guide.fr.md': '# Guide\n\nMots.\n',
      });
      await publish();
      await repository.remove('content/guide.fr.md');
      await publishUnnoted();
      const [article] = sandbox.world.articles();
      expect(article?.contents.fr?.state).toBe(removed === 'keep' ? 'published' : 'draft');
      await settle();
      expect(Object.keys((await entries())['guide.md']?.locales ?? {})).toEqual(['en']);
    },
  );

  it.each(['unpublish', 'delete', 'keep'])(
    'is ours where the same write changed the rest and moved the article, with "removed: %s"',
    async (removed) => {
      const { repository, publish, publishUnnoted, settle } = await scene({
        'helpcentre.yml': `state: published\nremoved: ${removed}\n`,
        'content/guide.md': '---\ncollection: One\n---\n# Guide\n\nWords.\n',
        'content/guide.fr.md': '# Guide\n\nMots.\n',
      });
      await publish();
      await repository.remove('content/guide.fr.md');
      await repository.write({ 'content/guide.md': '---\ncollection: Two\n---\n# Guide\n\nOther words.\n' });
      await publishUnnoted();
      await settle();
    },
  );

  it.each(['unpublish', 'delete', 'keep'])(
    'is ours where Intercom took the markup out of its headings as we wrote it, with "removed: %s"',
    async (removed) => {
      const { sandbox, repository, env, publish, publishUnnoted, settle } = await scene({
        'helpcentre.yml': `state: published\nremoved: ${removed}\n`,
      });
      await sandbox.world.setLocales(['en', 'fr']);
      const { id } = await sandbox.world.createArticle({ title: 'Guide', body: '<p>Words.</p>', state: 'published' });
      const body = '<h2 id="h_0000000001"><b>Un</b> mot</h2><p>Mots.</p>';
      await sandbox.world.editArticle(id, { locale: 'fr', title: 'Guide', body, state: 'published' });
      const imported = await runIn(repository.dir, ['import', '--yes'], { env });
      expect(imported.code, imported.stdout + imported.stderr).toBe(0);
      expect((await publish()).shown).toContain('No changes');
      await repository.remove('content/guide.fr.md');
      const words = await readFile(path.join(repository.dir, 'content/guide.md'), 'utf8');
      await repository.write({ 'content/guide.md': words.replace('Words', 'Other words') });
      await publishUnnoted();
      await settle();
    },
  );

  it('is an edit where somebody wrote in it', async () => {
    const { sandbox, repository, publish } = await scene({
      'content/guide.md': '# Guide\n\nWords.\n',
      'content/guide.fr.md': '# Guide\n\nMots.\n',
    });
    await publish();
    const [article] = sandbox.world.articles();
    await sandbox.world.editArticle(article?.id ?? '', { locale: 'fr', body: '<p>Autres mots.</p>', state: 'draft' });
    await repository.remove('content/guide.fr.md');
    expect((await publish()).code).toBe(1);
  });
});

describe('new sources that are alike', () => {
  const alike = '---\ncollection: Same\n---\n# Same\n\nThe same words.\n';
  const files = { 'content/a.md': alike, 'content/b.md': alike, 'content/c.md': alike };

  it.each([1, 2, 3])(
    'take the %i that were created before the notes were lost, and are created else',
    async (count) => {
      const { sandbox, repository, publishUnnoted, settle, entries } = await scene({});
      await repository.write(Object.fromEntries(Object.entries(files).slice(0, count)));
      await publishUnnoted();
      await repository.write(files);
      const created = sandbox.world.articles().map(({ id }) => id);
      expect(created.length).toBe(count);
      await settle();
      const ids = Object.values(await entries()).map(({ id }) => id);
      expect(ids.length).toBe(3);
      expect(
        sandbox.world
          .articles()
          .map(({ id }) => id)
          .sort(),
      ).toEqual([...ids].sort());
      expect(ids.slice(0, count)).toEqual([...created].sort((a, b) => Number(a) - Number(b)));
    },
  );

  it('take the articles whose languages are theirs, before the oldest', async () => {
    const { sandbox, repository, publish, settle, entries } = await scene({
      'helpcentre.yml': 'state: published\nproblems: { collection-unnamed: warning }\n',
      'content/b.md': alike,
      'content/b.fr.md': '# Pareil\n\nLes mêmes mots.\n',
    });
    await publish();
    await repository.write(files);
    await publish();
    const before = await entries();
    await repository.remove('helpcentre.lock.json');
    const shown = await settle();
    expect(shown).not.toContain('second time');
    expect(sandbox.world.articles().length).toBe(3);
    expect((await entries())['b.md']?.id).toBe(before['b.md']?.id);
    expect(sandbox.world.articles().flatMap(({ id, contents }) => (contents.fr === undefined ? [] : [id]))).toEqual([
      before['b.md']?.id,
    ]);
  });

  it('take the oldest where there are more, and the others are named', async () => {
    const { sandbox, repository, publishUnnoted, settle, entries } = await scene({});
    await repository.write(files);
    await publishUnnoted();
    await repository.remove('content/b.md', 'content/c.md');
    const [oldest, ...others] = sandbox.world
      .articles()
      .map(({ id }) => Number(id))
      .sort((a, b) => a - b);
    const shown = await settle();
    expect((await entries())['a.md']?.id).toBe(String(oldest));
    expect(shown).toContain('Intercom has the article of a.md a second time');
    for (const id of others) expect(shown).toContain(`${id} (http`);
    expect(sandbox.world.articles().length).toBe(3);
  });
});
