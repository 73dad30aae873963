import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../../src/sandbox/index.ts';
import { makeRepository, type TestRepository } from '../../kit/repository.ts';
import { runIn } from '../../kit/run-in.ts';

const article = (title: string, text: string, more = ''): string =>
  `---\ntitle: ${title}\nstate: published\n${more}---\n\n${text}\n`;

const files = {
  'content/billing.md': article('Billing', 'The old name.\n\nSee [the other](drift.md).'),
  'content/billing.fr.md': article('Facturation', 'Le vieux nom.'),
  'content/drift.md': article('Drifting', 'As it was written.'),
  'content/gone.md': article('Gone', 'This goes away.'),
  'content/moving.md': article('Moving', 'This goes somewhere else.'),
  'content/same.md': article('Same', 'This stays.'),
};

/** A repository that was published, committed, and changed in every way since. */
async function changedRepository(): Promise<TestRepository & { readonly env: Readonly<Record<string, string>> }> {
  const repository = await makeRepository({ ...files, 'content/guides/_collection.yml': 'name: Guides\n' });
  let later = 0;
  const sandbox = await startSandbox({ dir: null, now: () => Date.now() + later });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  expect((await runIn(repository.dir, ['publish', '--yes'], { env })).code).toBe(0);
  const git = (...argv: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...argv], { cwd: repository.dir });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Published');
  later = 60_000;
  const id = sandbox.world.articles().find((one) => one.contents[one.defaultLocale]?.title === 'Drifting')?.id ?? '';
  await sandbox.world.editArticle(id, { body: '<p>As a colleague wrote it.</p>' });
  await repository.write({
    'content/billing.md': article('Billing and paying', 'The new name.\n\nSee [the other](drift.md).'),
    'content/billing.fr.md': article('Facturation', 'Le nouveau nom.'),
    'content/elsewhere.md': article('Moving', 'This goes somewhere else.'),
    'content/guides/new.md': article('Brand <new>', 'Hello.'),
    'content/same.md': article('Same', 'This stays.', 'description: Said in short.\n'),
  });
  await repository.remove('content/gone.md', 'content/moving.md');
  return { ...repository, env };
}

/** The text of a page as a person reads it. */
async function textOf(dir: string, page: string): Promise<string> {
  const html = await readFile(path.join(dir, 'built', page), 'utf8');
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  const text = main
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

describe('the pages about changes', () => {
  test.each([
    ['against Intercom', []],
    ['against the lockfile only', ['--offline']],
  ] as const)('say what the terminal says, %s', async (_, options) => {
    const { dir, env } = await changedRepository();
    const plan = await runIn(dir, ['plan', ...options], { env });
    const built = await runIn(dir, ['preview', '--build', 'built', ...options], { env });
    expect(built.code).toBe(0);
    const page = await textOf(dir, 'changes/index.html');
    // The last line is why the command ends with 1, which a page does not.
    const reason = /^\d+ changes? held back$/;
    const lines = plan.stdout.split('\n').filter((line) => !['', 'Held back'].includes(line) && !reason.test(line));
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines) {
      const [, word = '', key = '', why = ''] =
        /^ {2}[^ ] (create|update|move|unpublish|delete)? *(?:collection )?(\S+)(?: {2}(.*))?$/.exec(line) ?? [];
      // What is done, to what, and why; a line that is no change is there as it stands.
      for (const part of key === '' ? [line.replace(/^ +→ /, '').trim()] : [word, key, why])
        expect(page).toContain(part);
      if (key !== '' && why !== '' && word !== '') expect(page).toContain(`${word}: ${why}`);
    }
  });

  test('have the text that was published last from git, where Intercom is not asked', async () => {
    const { dir, env } = await changedRepository();
    await runIn(dir, ['preview', '--build', 'built', '--offline'], { env });
    const page = await readFile(path.join(dir, 'built/changes/inline/billing.html'), 'utf8');
    expect(page).toContain('The <del>old</del><ins>new</ins> name.');
    expect(page).toContain('Le <del>vieux</del><ins>nouveau</ins> nom.');
    expect(page).toContain('<dd>Billing<ins> and paying</ins></dd>');
    expect(page).toContain('<a href="../../en/articles/drift.html">the other</a>');
    expect(await textOf(dir, 'changes/inline/gone.html')).toContain('This goes away.');
    expect(await textOf(dir, 'changes/inline/elsewhere.html')).toContain('path moving.md elsewhere.md');
  });

  test('say so where git does not have it', async () => {
    const { dir, env, remove } = await changedRepository();
    await remove('.git');
    await runIn(dir, ['preview', '--build', 'built', '--offline'], { env });
    expect(await textOf(dir, 'changes/inline/billing.html')).toContain('The last published version is not in git');
  });

  test('say why Intercom could not be asked, and compare with the lockfile', async () => {
    const { dir, env } = await changedRepository();
    const wrong = { ...env, INTERCOM_ACCESS_TOKEN: 'no-such-token' };
    expect((await runIn(dir, ['preview', '--build', 'built'], { env: wrong, hurry: 1000 })).code).toBe(0);
    const page = await textOf(dir, 'changes/index.html');
    expect(page).toContain('Intercom could not be asked:');
    expect(page).toContain('Offline plan: 1 to create');
    expect(page).not.toContain('no-such-token');
  });

  test('say what is wrong with a lockfile that cannot be read', async () => {
    const { dir, env, write } = await changedRepository();
    await write({ 'helpcentre.lock.json': '{ "lockfileVersion": 99 }\n' });
    expect((await runIn(dir, ['preview', '--build', 'built', '--offline'], { env })).code).toBe(0);
    expect(await textOf(dir, 'changes/index.html')).toMatch(/lockfile|version/i);
  });
});
