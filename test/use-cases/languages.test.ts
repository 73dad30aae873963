import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const english = '---\ntitle: Pay\n---\n\nPay by card.\n';
const french = '---\ntitle: Payer\n---\n\nPayez par carte.\n';

/** One article, published, in a workspace where readers have English and French. */
async function bench(settings = '', files: Readonly<Record<string, string>> = { 'content/pay.md': english }) {
  const repository = await makeRepository({ 'helpcentre.yml': `state: published\n${settings}`, ...files });
  const sandbox = await startSandbox({ dir: null, locales: ['en', 'fr'] });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  expect((await run('publish', '--yes')).code).toBe(0);
  const [article] = sandbox.world.articles();
  const id = article?.id ?? '';
  const inFrench = () => sandbox.world.article(id)?.contents.fr;
  const recorded = async () => {
    const text = await readFile(path.join(repository.dir, 'helpcentre.lock.json'), 'utf8');
    const [section] = Object.values(JSON.parse(text).workspaces) as { articles: Record<string, { locales: object }> }[];
    return Object.keys(section?.articles['pay.md']?.locales ?? {});
  };
  const translate = () =>
    sandbox.world.editArticle(id, {
      locale: 'fr',
      title: 'Payer ici',
      body: '<p>Une collègue a traduit.</p>',
      state: 'published',
    });
  return { repository, sandbox, run, id, inFrench, recorded, translate };
}

describe('a language that somebody wrote in Intercom, and a new file for it', () => {
  it('is held back, and says how to take either text', async () => {
    const { repository, run, inFrench, translate } = await bench();
    await translate();
    await repository.write({ 'content/pay.fr.md': french });
    const result = await run('publish', '--yes');
    expect(result.code).toBe(1);
    expect(inFrench()?.body).toContain('Une collègue a traduit.');
    expect(result.stdout).toContain(
      'pay.fr.md is new, and readers see another text in fr already: move the file elsewhere and run "helpcentre pull --new", or overwrite it with --on-drift overwrite.',
    );
    // A pull that takes nothing says why, and how to go on.
    const pulled = await run('pull');
    expect(pulled.code).toBe(1);
    expect(pulled.stdout).toContain('pay.fr.md  new in Intercom, and a file is in its place');
    expect(pulled.stdout).toContain('move the file elsewhere and run "helpcentre pull --new"');

    await repository.remove('content/pay.fr.md');
    expect((await run('pull', '--new')).code).toBe(0);
    expect(await readFile(path.join(repository.dir, 'content/pay.fr.md'), 'utf8')).toContain('Une collègue a traduit.');
    expect((await run('plan')).stdout).toContain('No changes');
  });

  it('is written over where that is asked for', async () => {
    const { repository, run, inFrench, translate } = await bench();
    await translate();
    await repository.write({ 'content/pay.fr.md': french });
    expect((await run('publish', '--yes', '--on-drift', 'overwrite')).code).toBe(0);
    expect(inFrench()?.body).toContain('Payez par carte.');
  });

  it('is recorded where both say the same', async () => {
    const { repository, sandbox, run, id, recorded } = await bench();
    await sandbox.world.editArticle(id, {
      locale: 'fr',
      title: 'Payer',
      body: '<p>Payez par carte.</p>',
      state: 'published',
    });
    await repository.write({ 'content/pay.fr.md': french });
    expect((await run('publish', '--yes')).code).toBe(0);
    expect(await recorded()).toEqual(['en', 'fr']);
  });

  it('comes back with its file after it was taken away with it', async () => {
    const { repository, run, inFrench } = await bench('', { 'content/pay.md': english, 'content/pay.fr.md': french });
    await repository.remove('content/pay.fr.md');
    expect((await run('publish', '--yes', '--allow-removals')).code).toBe(0);
    expect(inFrench()?.state).toBe('draft');
    await repository.write({ 'content/pay.fr.md': `${french}\nOu par chèque.\n` });
    expect((await run('publish', '--yes')).code).toBe(0);
    expect(inFrench()).toMatchObject({ state: 'published', body: expect.stringContaining('Ou par chèque.') });
  });
});

describe('a language whose file is gone', () => {
  it('stays with `removed: keep`, and is no longer managed', async () => {
    const both = { 'content/pay.md': english, 'content/pay.fr.md': french };
    const { repository, run, inFrench, recorded } = await bench('removed: keep\n', both);
    await repository.remove('content/pay.fr.md');
    expect((await run('publish', '--yes')).code).toBe(0);
    expect(inFrench()).toMatchObject({ state: 'published', body: expect.stringContaining('Payez par carte.') });
    expect(await recorded()).toEqual(['en']);
    expect((await run('plan')).stdout).toContain('No changes');
  });
});

describe('an article whose file is gone, with `removed: delete`', () => {
  it('is held back while readers have a language of it that no file was there for', async () => {
    const { repository, sandbox, run, id, translate } = await bench('removed: delete\n');
    await translate();
    await repository.remove('content/pay.md');
    await repository.write({ 'content/other.md': '# Other\n\nSomething else altogether.\n' });
    const result = await run('publish', '--yes');
    expect(result.code).toBe(1);
    expect(sandbox.world.article(id)).not.toBeNull();
    expect((await run('publish', '--yes', '--on-drift', 'overwrite')).code).toBe(0);
    expect(sandbox.world.article(id)).toBeNull();
  });
});
