import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** A help centre whose first language is French, with English beside it, and a repository in English. */
async function bench(files: Readonly<Record<string, string>> = {}) {
  const repository = await makeRepository({
    'helpcentre.yml': 'locale: en\nstate: published\nproblems: { collection-unnamed: warning }\n',
    ...files,
  });
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  await sandbox.world.setLocales(['fr', 'en']);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const file = (name: string): string => path.join(repository.dir, name);
  return {
    ...repository,
    world: sandbox.world,
    run: (...argv: readonly string[]) => runIn(repository.dir, argv, { env, hurry: 100 }),
    read: (name: string) => readFile(file(name), 'utf8'),
    async edit(name: string, from: string, to: string) {
      const text = await readFile(file(name), 'utf8');
      expect(text).toContain(from);
      await writeFile(file(name), text.replace(from, to));
    },
  };
}

const p = (text: string): string => `<p class="no-margin">${text}</p>`;

async function plans({ world }: Awaited<ReturnType<typeof bench>>) {
  const aide = await world.createCollection({ name: 'Aide' });
  const made = { title: 'Formules', body: p('Voilà.'), state: 'published', parentId: aide.id } as const;
  const { id } = await world.createArticle(made);
  await world.editArticle(id, { locale: 'en', title: 'Plans', body: p('Here.'), state: 'published' });
  return id;
}

describe('a help centre whose first language is another than the sources’', () => {
  it('keeps the text of its first language when the other is edited', async () => {
    const made = await bench();
    const id = await plans(made);
    expect((await made.run('import')).stdout).toContain('Plan: 0 changes.');
    await made.edit('content/aide/plans.md', 'Here.', 'Here they are.');
    expect((await made.run('publish', '--yes')).code).toBe(0);
    expect([made.world.body(id, 'fr'), made.world.body(id, 'en')]).toEqual([p('Voilà.'), p('Here they are.')]);
    expect(made.world.article(id)?.contents).toMatchObject({ fr: { title: 'Formules' }, en: { title: 'Plans' } });
    expect((await made.run('plan')).stdout).toContain('No changes');
  });

  it('keeps it too where no source has it, with its state and author', async () => {
    const made = await bench({ 'content/aide/plans.md': '' });
    const id = await plans(made);
    const before = made.world.article(id)?.contents.fr;
    await made.write({
      'content/aide/plans.md': `---\ntitle: Plans\nid: ${id}\nauthor: tom@example.com\n---\n\nNew.\n`,
    });
    expect((await made.run('publish', '--yes', '--on-drift', 'overwrite')).code).toBe(0);
    expect(made.world.body(id, 'en')).toBe(p('New.'));
    const { title, body, state, authorId } = made.world.article(id)?.contents.fr ?? {};
    expect({ title, body, state, authorId }).toEqual({
      title: before?.title,
      body: before?.body,
      state: before?.state,
      authorId: before?.authorId,
    });
  });

  it('gets new articles with each text where it belongs', async () => {
    const made = await bench({
      'content/aide/start.md': '---\ntitle: Start\n---\n\nGo to [plans](plans.md).\n',
      'content/aide/start.fr.md': '---\ntitle: Commencer\n---\n\nAllez aux [formules](plans.fr.md).\n',
      'content/aide/plans.md': '---\ntitle: Plans\n---\n\nBack to [start](start.md).\n',
      'content/aide/plans.fr.md': '---\ntitle: Formules\n---\n\nVoilà.\n',
    });
    expect((await made.run('publish', '--yes')).code).toBe(0);
    const start = made.world.articles().find(({ contents }) => contents.en?.title === 'Start');
    expect(start).toMatchObject({ defaultLocale: 'fr', contents: { fr: { title: 'Commencer' } } });
    expect(made.world.body(start?.id ?? '', 'fr')).toContain('>formules</a>');
    expect((await made.run('publish', '--yes')).stdout).toContain('No changes; 2 unchanged');
  });

  it('gets no article without a text in its first language, and the plan says so before anything is written', async () => {
    const made = await bench({ 'content/aide/start.md': '---\ntitle: Start\n---\n\nGo.\n' });
    await plans(made);
    for (const command of [['plan'], ['publish', '--yes']]) {
      const { code, stdout, stderr } = await made.run(...command);
      expect(code).toBe(1);
      expect(stdout + stderr).toContain(
        'aide/start.md would be a new article without a text in fr, the first language of the help centre "sandbox-help"',
      );
    }
    expect(made.world.articles()).toHaveLength(1);
  });

  it('unpublishes every language of an article whose sources are gone, and keeps their texts', async () => {
    const made = await bench();
    const id = await plans(made);
    await made.run('import');
    await made.remove('content/aide/plans.md', 'content/aide/plans.fr.md');
    await made.write({ 'content/other.md': '# Other\n\nText.\n', 'content/other.fr.md': '# Autre\n\nTexte.\n' });
    await made.run('publish', '--yes', '--allow-removals');
    expect(made.world.article(id)?.contents).toMatchObject({
      fr: { title: 'Formules', state: 'draft' },
      en: { title: 'Plans', state: 'draft' },
    });
    expect([made.world.body(id, 'fr'), made.world.body(id, 'en')]).toEqual([p('Voilà.'), p('Here.')]);
  });

  it('leaves a text of its first language to its readers that never had a source', async () => {
    const made = await bench();
    const id = await plans(made);
    await made.write({
      'content/aide/plans.md': `---\ntitle: Plans\nid: ${id}\n---\n\nNew.\n`,
      'content/other.md': '# Other\n\nText.\n',
      'content/other.fr.md': '# Autre\n\nTexte.\n',
    });
    expect((await made.run('publish', '--yes', '--on-drift', 'overwrite')).code).toBe(0);
    await made.remove('content/aide/plans.md');
    expect((await made.run('publish', '--yes', '--allow-removals')).code).toBe(0);
    expect(made.world.article(id)?.contents).toMatchObject({
      fr: { title: 'Formules', state: 'published' },
      en: { title: 'Plans', state: 'draft' },
    });
  });

  it('is named where only its answers tell that an article has no text in it', async () => {
    const made = await bench({ 'content/aide/start.md': '---\ntitle: Start\n---\n\nGo.\n' });
    const { code, stdout } = await made.run('publish', '--yes');
    expect(code).toBe(1);
    expect(stdout).toContain('it has no text in fr, the first language of its help centre: add its fr source');
    expect(made.world.articles()).toEqual([]);
  });

  it('has articles that a pull does not offer: those without a text for the sources', async () => {
    const made = await bench();
    await plans(made);
    await made.run('import');
    const parentId = made.world.collections()[0]?.id ?? '';
    const { id } = await made.world.createArticle({ title: 'Neuf', body: p('Neuf.'), state: 'published', parentId });
    expect((await made.run('pull', '--new')).stdout).not.toContain('Neuf');
    await made.world.editArticle(id, { locale: 'en', title: 'New', body: p('New.'), state: 'published' });
    expect((await made.run('pull')).stdout).toContain('article "Neuf" in Aide');
    expect((await made.run('pull', '--new')).stdout).toContain('aide/new.fr.md');
  });

  it('has collections named in each language', async () => {
    const made = await bench({
      'content/help/_collection.yml': 'name: Help\ndescription: All of it.\ntranslations: { fr: { name: Aide } }\n',
      'content/help/plans.md': '---\ntitle: Plans\n---\n\nHere.\n',
      'content/help/plans.fr.md': '---\ntitle: Formules\n---\n\nVoilà.\n',
    });
    expect((await made.run('publish', '--yes')).code).toBe(0);
    const contents = () => made.world.collections()[0]?.contents;
    expect(contents()).toMatchObject({ fr: { name: 'Aide' }, en: { name: 'Help', description: 'All of it.' } });
    expect((await made.run('plan')).stdout).toContain('No changes');
    await made.write({ 'content/help/_collection.yml': 'name: Support\n' });
    expect((await made.run('publish', '--yes')).code).toBe(0);
    expect(contents()).toMatchObject({ fr: { name: 'Aide' }, en: { name: 'Support', description: '' } });
    expect((await made.run('plan')).stdout).toContain('No changes');
  });

  it('is imported with the names of its collections in both', async () => {
    const made = await bench();
    await plans(made);
    const { id } = made.world.collections()[0] ?? { id: '' };
    await made.remove('helpcentre.yml');
    await made.world.renameCollection(id, { locale: 'en', name: 'Help' });
    expect((await made.run('import')).stdout).toContain('Plan: 0 changes.');
    expect(await made.read('helpcentre.yml')).toContain('locale: fr\n');
    expect(await made.read('content/aide/_collection.yml')).toBe(
      'name: Aide\norder: 0\ntranslations:\n  en:\n    name: Help\n',
    );
    await made.remove('helpcentre.yml', 'helpcentre.lock.json', 'content');
    await made.write({ 'helpcentre.yml': 'locale: en\nstate: published\n' });
    expect((await made.run('import')).stdout).toContain('Plan: 0 changes.');
    expect(await made.read('content/help/_collection.yml')).toBe(
      'name: Help\norder: 0\ntranslations:\n  fr:\n    name: Aide\n',
    );
  });
});

describe('an article that goes to a help centre with another first language', () => {
  async function moved(files: Readonly<Record<string, string>>) {
    const made = await bench({
      ...{
        'helpcentre.yml': 'locale: en\nstate: published\nproblems: { collection-unnamed: warning }\n',
        'content/aide/_collection.yml': 'helpCentre: acme-fr\n',
      },
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`content/billing/${name}`, text])),
    });
    await made.world.setLocales(['en', 'fr']);
    await made.world.addHelpCentre({ identifier: 'acme-fr', locales: ['fr', 'en'] });
    expect((await made.run('publish', '--yes')).code).toBe(0);
    await made.remove('content/billing');
    await made.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`content/aide/${name}`, text])));
    return made;
  }

  it('has each text where it belongs', async () => {
    const made = await moved({
      'start.md': '---\ntitle: Start\n---\n\nGo.\n',
      'start.fr.md': '---\ntitle: Commencer\n---\n\nAllez.\n',
    });
    const { code, stdout } = await made.run('publish', '--yes');
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('1 moved') });
    const [article] = made.world.articles();
    expect(article).toMatchObject({
      defaultLocale: 'fr',
      contents: { en: { title: 'Start', body: p('Go.') }, fr: { title: 'Commencer', body: p('Allez.') } },
    });
    expect((await made.run('plan')).stdout).toContain('No changes; 1 unchanged');
  });

  it('does not go without a text in it', async () => {
    const made = await moved({ 'start.md': '---\ntitle: Start\n---\n\nGo.\n' });
    const { code, stdout, stderr } = await made.run('publish', '--yes');
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(
      'aide/start.md would move without a text in fr to the help centre "acme-fr", whose first language that is',
    );
    expect(made.world.articles()).toMatchObject([{ contents: { en: { title: 'Start', state: 'published' } } }]);
    expect(Object.keys(made.world.articles()[0]?.contents ?? {})).toEqual(['en']);
  });
});

it('a collection keeps the description that it has in Intercom when its source has none', async () => {
  const made = await bench({
    'helpcentre.yml': 'locale: fr\nstate: published\n',
    'content/aide/a.md': '# A\n\nA.\n',
    'content/aide/_collection.yml': 'name: Aide\n',
  });
  await made.run('publish', '--yes');
  const { id } = made.world.collections()[0] ?? { id: '' };
  await made.world.renameCollection(id, { description: 'Tout.' });
  await made.write({ 'content/aide/_collection.yml': 'name: Secours\n' });
  // The edit is theirs, so it is held back, and said; the name is ours.
  expect((await made.run('publish', '--yes')).code).toBe(1);
  expect(made.world.collections()[0]?.contents.fr).toEqual({ name: 'Secours', description: 'Tout.' });
});
