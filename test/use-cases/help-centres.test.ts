import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository, type TestRepository } from '../kit/repository.ts';
import { type RunResult, runIn } from '../kit/run-in.ts';

interface Bench extends TestRepository {
  readonly sandbox: Sandbox;
  readonly run: (...argv: readonly string[]) => Promise<RunResult>;
  readonly read: (file: string) => Promise<string>;
  /** Files of the content folder. */
  readonly content: () => Promise<readonly string[]>;
  /** Writes to the API since the last call. */
  readonly writes: () => readonly string[];
}

/** A workspace with two help centres, `sandbox-help` in English and French and `acme-dev` in English and German. */
async function bench(files: Readonly<Record<string, string>> = {}) {
  const repository = await makeRepository(files);
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const dev = await sandbox.world.addHelpCentre({ identifier: 'acme-dev', locales: ['en', 'de'] });
  await sandbox.world.setLocales(['en', 'fr']);
  let seen = 0;
  const made: Bench = {
    ...repository,
    sandbox,
    run: (...argv) => runIn(repository.dir, argv, { env, hurry: 100 }),
    read: (file) => readFile(path.join(repository.dir, file), 'utf8'),
    async content() {
      const found = await readdir(path.join(repository.dir, 'content'), { recursive: true, withFileTypes: true });
      return found
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(path.join(repository.dir, 'content'), path.join(entry.parentPath, entry.name)))
        .map((file) => file.split(path.sep).join('/'))
        .sort();
    },
    writes() {
      const sent = sandbox.log.slice(seen).filter(({ method }) => method !== 'GET');
      seen = sandbox.log.length;
      return sent.map(({ method, path: at }) => `${method} ${at}`);
    },
  };
  return { ...made, dev };
}

const p = (text: string): string => `<p class="no-margin">${text}</p>`;

/** Collections of the same name in both help centres, with articles that link across. */
async function filled({ sandbox: { world }, dev }: Awaited<ReturnType<typeof bench>>) {
  const billing = await world.createCollection({ name: 'Billing' });
  const devBilling = await world.createCollection({ name: 'Billing', helpCentreId: dev.id });
  const keys = await world.createCollection({ name: 'Keys', parentId: devBilling.id });
  const plans = await world.createArticle({
    title: 'Plans',
    body: p('Ours.'),
    state: 'published',
    parentId: billing.id,
  });
  const rotate = await world.createArticle({ title: 'Rotate', body: '', state: 'published', parentId: keys.id });
  await world.plantBody(rotate.id, p(`See <a href="https://x.test/en/articles/${plans.id}-plans">plans</a>.`));
  await world.editArticle(rotate.id, { locale: 'de', title: 'Drehen', body: p('So.'), state: 'published' });
  const loose = await world.createArticle({ title: 'Loose', body: p('Free.'), state: 'draft' });
  return { billing, devBilling, keys, plans, rotate, loose };
}

const everything = [
  'billing-acme-dev/_collection.yml',
  'billing-acme-dev/keys/_collection.yml',
  'billing-acme-dev/keys/rotate.de.md',
  'billing-acme-dev/keys/rotate.md',
  'billing/_collection.yml',
  'billing/plans.md',
  'loose.md',
];

describe('import from a workspace with several help centres', () => {
  it('takes all of them, says in their folders which they are, and ends with 0 changes', async () => {
    const made = await bench();
    await filled(made);
    await made.remove('helpcentre.yml');
    const { code, stdout, stderr } = await made.run('import', '--quiet');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Plan: 0 changes. 3 articles in Intercom say what the files say.');
    expect(await made.content()).toEqual(everything);
    expect(await made.read('content/billing-acme-dev/_collection.yml')).toBe(
      'name: Billing\nhelpCentre: acme-dev\norder: 0\n',
    );
    expect(await made.read('content/billing/_collection.yml')).toBe('name: Billing\norder: 0\n');
    expect(await made.read('content/billing-acme-dev/keys/_collection.yml')).toBe('name: Keys\norder: 0\n');
    expect(await made.read('content/billing-acme-dev/keys/rotate.md')).toContain('[plans](../../billing/plans.md)');
    expect(await made.read('helpcentre.yml')).not.toContain('helpCentre');
    const plan = await made.run('plan', '--detailed-exitcode');
    expect(plan).toMatchObject({ code: 0, stdout: expect.stringContaining('No changes; 3 unchanged') });
    expect(Object.keys(JSON.parse(await made.read('helpcentre.lock.json')).workspaces)).toHaveLength(1);
    expect(await made.read('helpcentre.lock.json')).toContain('"[acme-dev] Billing > Keys"');
  });

  it('goes on into both when only one was imported before', async () => {
    const made = await bench();
    await filled(made);
    const first = await made.run('import', '--help-centre', 'acme-dev');
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('1 article of other help centres left out (sandbox-help), as --help-centre says.');
    expect(await made.content()).toEqual(everything.filter((file) => !file.startsWith('billing/')));
    expect(await made.read('content/billing-acme-dev/_collection.yml')).toContain('helpCentre: acme-dev\n');
    expect((await made.run('plan')).stdout).toContain('No changes; 2 unchanged');
    const second = await made.run('import');
    expect(second.stdout).toContain('Plan: 0 changes. 3 articles');
    expect(await made.content()).toEqual(everything);
  });

  it('calls a help centre what the folders call it that are there already', async () => {
    const made = await bench();
    const { world } = made.sandbox;
    const keys = await world.createCollection({ name: 'Keys', helpCentreId: made.dev.id });
    await world.createArticle({ title: 'Rotate', body: p('So.'), state: 'published', parentId: keys.id });
    await made.write({
      'content/dev/_collection.yml': `name: Dev\nhelpCentre: "${made.dev.id}"\n`,
      'content/dev/start.md': '# Start\n\nGo.\n',
    });
    expect((await made.run('publish', '--yes')).code).toBe(0);
    expect((await made.run('import')).code).toBe(0);
    expect(await made.read('content/keys/_collection.yml')).toContain(`helpCentre: "${made.dev.id}"`);
    expect(await made.run('plan')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('No changes; 2 unchanged'),
    });
  });

  it('puts what is in a collection that its folder left behind into a folder of its own', async () => {
    const made = await bench({ 'content/billing/start.md': '# Start\n\nGo.\n' });
    const { world } = made.sandbox;
    await made.run('publish', '--yes');
    const [old] = world.collections();
    await made.write({ 'content/billing/_collection.yml': 'name: Billing\nhelpCentre: acme-dev\n' });
    expect((await made.run('publish', '--yes')).code).toBe(0);
    await world.createArticle({ title: 'Late', body: p('So.'), state: 'published', parentId: old?.id ?? '' });
    expect((await made.run('import')).stdout).toContain('Plan: 0 changes.');
    expect(await made.content()).toContain('billing-2/late.md');
    expect((await made.run('plan')).stdout).toContain('No changes');
  });

  it('makes the one that is asked for the configured one in a folder without a configuration', async () => {
    const made = await bench();
    await filled(made);
    await made.remove('helpcentre.yml');
    expect((await made.run('import', '--help-centre', made.dev.id)).stdout).toContain('Plan: 0 changes.');
    expect(await made.read('helpcentre.yml')).toContain('helpCentre: acme-dev\n');
    expect(await made.content()).toEqual([
      'billing/_collection.yml',
      'billing/keys/_collection.yml',
      'billing/keys/rotate.de.md',
      'billing/keys/rotate.md',
      'loose.md',
    ]);
    expect(await made.read('content/billing/_collection.yml')).toBe('name: Billing\norder: 0\n');
  });

  it('names a help centre whose first language is another one, and how to import it', async () => {
    const made = await bench();
    const { world } = made.sandbox;
    const site = await world.addHelpCentre({ identifier: 'acme-fr', locales: ['fr'] });
    const aide = await world.createCollection({ name: 'Aide', helpCentreId: site.id });
    await world.createArticle({ title: 'Bonjour', body: p('Salut.'), parentId: aide.id });
    const { code, stdout } = await made.run('import');
    expect(code).toBe(1);
    expect(await made.content()).toEqual([]);
    expect(stdout).toContain(
      '1 article of the help centre "acme-fr" has no text in en. Its first language is fr: import it into a folder of its own, where helpcentre.yml says "locale: fr", with --help-centre acme-fr.',
    );
  });
});

describe('publishing to several help centres', () => {
  const sources = {
    'content/dev/_collection.yml': 'name: Developers\nhelpCentre: acme-dev\n',
    'content/dev/api/start.md': '---\ntitle: Start\n---\n\nGo to [plans](../../billing/plans.md).\n',
    'content/billing/plans.md': '---\ntitle: Plans\n---\n\nAsk [the developers](../dev/api/start.md).\n',
  };

  it('makes collections where their folders say, and then has nothing to do', async () => {
    const made = await bench(sources);
    const plan = await made.run('plan');
    expect(plan.stdout).toContain('[acme-dev] Developers');
    expect((await made.run('publish', '--yes')).code).toBe(0);
    const centres = made.sandbox.world
      .collections()
      .map(({ contents, helpCentreId }) => [contents.en?.name, helpCentreId]);
    const main = made.sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Plans')?.helpCentreId;
    expect(centres.sort()).toEqual([
      ['Api', made.dev.id],
      ['Billing', main],
      ['Developers', made.dev.id],
    ]);
    const start = made.sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Start');
    const plans = made.sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Plans');
    expect(made.sandbox.world.body(plans?.id ?? '')).toContain(`/acme-dev/en/articles/${start?.id}`);
    expect(made.sandbox.world.body(start?.id ?? '')).toContain(`/sandbox-help/en/articles/${plans?.id}`);
    made.writes();
    expect((await made.run('publish', '--yes')).stdout).toContain('No changes; 2 unchanged');
    expect(made.writes()).toEqual([]);
  });

  it('links to a draft by the address of its own help centre', async () => {
    const made = await bench({
      ...sources,
      'content/dev/api/start.md': '---\ntitle: Start\nstate: draft\n---\n\nSoon.\n',
    });
    expect((await made.run('publish', '--yes')).code).toBe(0);
    const plans = made.sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Plans');
    expect(made.sandbox.world.body(plans?.id ?? '')).toContain('/acme-dev/en/articles/');
  });

  it('moves articles, with their ids, when a folder goes to another help centre', async () => {
    const made = await bench(sources);
    await made.run('publish', '--yes');
    const before = made.sandbox.world.articles().map(({ id }) => id);
    await made.write({ 'content/dev/_collection.yml': 'name: Developers\n' });
    const plan = await made.run('plan');
    expect(plan.stdout).toContain('+ create    collection Developers\n');
    expect(plan.stdout).not.toContain('gone');
    expect((await made.run('publish', '--yes')).code).toBe(0);
    expect(made.sandbox.world.articles().map(({ id }) => id)).toEqual(before);
    const start = made.sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Start');
    expect(start?.helpCentreId).not.toBe(made.dev.id);
    expect((await made.run('publish', '--yes')).stdout).toContain('No changes; 2 unchanged');
  });

  it('moves articles too when the configuration names another help centre', async () => {
    const made = await bench({ 'content/billing/start.md': '# Start\n\nGo.\n', 'content/loose.md': '# Loose\n\nL.\n' });
    await made.run('publish', '--yes');
    await made.write({ 'helpcentre.yml': 'state: published\nhelpCentre: acme-dev\n' });
    expect((await made.run('publish', '--yes')).stdout).toContain('billing/start.md  collection changed');
    const { world } = made.sandbox;
    const start = world.articles().find(({ contents }) => contents.en?.title === 'Start');
    expect(start?.helpCentreId).toBe(made.dev.id);
    expect((await made.run('plan')).stdout).toContain('No changes; 2 unchanged');
  });

  it('takes languages from the help centre that an article is in', async () => {
    const made = await bench({
      ...sources,
      'content/dev/api/start.fr.md': '---\ntitle: Commencer\n---\n\nAllez.\n',
      'content/billing/_collection.yml': 'translations: { fr: { name: Facturation } }\n',
      'content/billing/plans.fr.md': '---\ntitle: Formules\n---\n\nDemandez.\n',
    });
    const { code, stdout, stderr } = await made.run('plan');
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(
      'the help centre "acme-dev" has no locale "fr", which dev/api/start.fr.md would be published in',
    );
    expect(stdout + stderr).not.toContain('plans.fr.md');
  });

  it.each([
    ['nowhere', 'dev/_collection.yml names the help centre "nowhere", which the workspace does not have'],
    ['sandbox-help', 'which is where folders are published anyway'],
  ])('refuses "%s", keeps its articles, and publishes nothing', async (name, message) => {
    const made = await bench({ ...sources, 'content/billing/plans.md': '---\ntitle: Plans\n---\n\nAsk.\n' });
    expect((await made.run('publish', '--yes')).code).toBe(0);
    await made.write({
      'content/dev/_collection.yml': `name: Developers\nhelpCentre: ${name}\n`,
      'content/billing/plans.md': '---\ntitle: Plans\n---\n\nAsk us.\n',
    });
    made.writes();
    const { code, stdout, stderr } = await made.run('publish', '--yes');
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(message);
    expect(made.writes()).toEqual([]);
  });

  it('refuses one help centre under two names: they would be two collections', async () => {
    const made = await bench({ ...sources, 'content/more/a.md': '---\ntitle: A\n---\n\nA.\n' });
    await made.write({ 'content/more/_collection.yml': `name: Developers\nhelpCentre: "${made.dev.id}"\n` });
    const { code, stdout, stderr } = await made.run('plan');
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('names the same help centre in another way');
  });

  it('keeps collections of the same name apart', async () => {
    const made = await bench({
      'content/dev/_collection.yml': 'name: Billing\nhelpCentre: acme-dev\n',
      'content/dev/start.md': '---\ntitle: Same\n---\n\nOne.\n',
      'content/billing/start.md': '---\ntitle: Same\n---\n\nTwo.\n',
    });
    expect((await made.run('publish', '--yes')).code).toBe(0);
    expect(new Set(made.sandbox.world.articles().map(({ parentIds }) => parentIds[0])).size).toBe(2);
    expect((await made.run('plan', '--detailed-exitcode')).code).toBe(0);
  });
});

describe('an article that people put into a collection of each help centre', () => {
  it('stays in both when it is imported, edited and unpublished', async () => {
    const made = await bench();
    const { plans, billing, devBilling } = await filled(made);
    const { world } = made.sandbox;
    await world.addToCollection(plans.id, devBilling.id);
    const parents = () => world.article(plans.id)?.parentIds;
    expect((await made.run('import')).stdout).toContain('Plan: 0 changes.');
    await made.write({ 'content/billing/plans.md': '---\ntitle: Plans\n---\n\nOurs, and more.\n' });
    expect((await made.run('publish', '--yes')).code).toBe(0);
    expect(world.body(plans.id)).toBe(p('Ours, and more.'));
    expect(parents()).toEqual([billing.id, devBilling.id]);
    await made.write({ 'content/billing-acme-dev/keys/rotate.md': '---\ntitle: Rotate\n---\n\nTurn.\n' });
    await made.remove('content/billing/plans.md');
    await made.run('publish', '--yes', '--allow-removals');
    expect(world.article(plans.id)?.contents.en?.state).toBe('draft');
    expect(parents()).toEqual([billing.id, devBilling.id]);
  });
});

describe('a _collection.yml', () => {
  it('of a section does not name a help centre', async () => {
    const made = await bench({
      'content/dev/_collection.yml': 'name: Developers\n',
      'content/dev/api/_collection.yml': 'name: API\nhelpCentre: acme-dev\n',
      'content/dev/api/start.md': '# Start\n\nGo.\n',
    });
    const { code, stdout } = await made.run('check');
    expect(code).toBe(1);
    expect(stdout).toContain('content/dev/api/_collection.yml:2:1');
    expect(stdout).toContain('Move the line into dev/_collection.yml, or remove it.');
  });

  it('does not make a collection that reads like one of another help centre', async () => {
    const made = await bench({
      'content/dev/_collection.yml': 'name: Developers\nhelpCentre: acme-dev\n',
      'content/a.md': '---\ncollection: "[acme-dev] Developers"\n---\n\n# A\n\nA.\n',
    });
    const { code, stdout } = await made.run('check');
    expect(code).toBe(1);
    expect(stdout).toContain('reads like a collection of the help centre "acme-dev"');
  });
});

describe('pull with several help centres', () => {
  it('offers articles of a managed collection in each, and writes them beside the others', async () => {
    const made = await bench();
    const { keys } = await filled(made);
    await made.run('import');
    await made.sandbox.world.createArticle({ title: 'Revoke', body: p('Stop.'), parentId: keys.id });
    const { code, stdout } = await made.run('pull', '--new');
    expect(stdout).toContain('billing-acme-dev/keys/revoke.md');
    expect(code).toBe(0);
    expect((await made.run('plan')).stdout).toContain('No changes; 4 unchanged');
  });

  it('says where an article went that was moved into another help centre', async () => {
    const made = await bench();
    const { plans, devBilling } = await filled(made);
    await made.run('import');
    await made.sandbox.world.moveArticle(plans.id, devBilling.id);
    const { stdout } = await made.run('pull');
    expect(stdout).toContain(
      'it is in "Billing" of the help centre "acme-dev" in Intercom; move the file into a folder of that help centre',
    );
    expect(await made.read('content/billing/plans.md')).toBe('---\ntitle: Plans\n---\n\nOurs.\n');
  });
});
