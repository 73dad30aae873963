import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** A workspace with the help centres `sandbox-help` and `acme-dev`, and a repository with a mistake in it. */
async function bench(files: Readonly<Record<string, string>>) {
  const repository = await makeRepository({ 'content/a/one.md': '# One\n\nFirst.\n', ...files });
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  await sandbox.world.addHelpCentre({ identifier: 'acme-dev', locales: ['en'] });
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  return {
    repository,
    run: (...argv: readonly string[]) => runIn(repository.dir, argv, { env }),
    writes: () => sandbox.log.filter(({ method }) => method !== 'GET'),
    lockfile: () => readFile(path.join(repository.dir, 'helpcentre.lock.json'), 'utf8').catch(() => null),
  };
}

const mistakes: Readonly<Record<string, { readonly files: Readonly<Record<string, string>>; readonly says: string }>> =
  {
    'a help centre that the workspace does not have, in helpcentre.yml': {
      files: { 'helpcentre.yml': 'state: published\nhelpCentre: acme-dve\n' },
      says: 'Did you mean "acme-dev"?',
    },
    'a help centre that the workspace does not have, in a folder': {
      files: {
        'content/b/_collection.yml': 'name: B\nhelpCentre: acme-dve\n',
        'content/b/two.md': '# Two\n\nSecond.\n',
      },
      says: 'Did you mean "acme-dev"?',
    },
    'a help centre in a folder that is the configured one': {
      files: {
        'content/b/_collection.yml': 'name: B\nhelpCentre: sandbox-help\n',
        'content/b/two.md': '# Two\n\nSecond.\n',
      },
      says: 'Remove the line.',
    },
    'a field of a folder that nobody knows': {
      files: {
        'content/b/_collection.yml': 'name: B\nhelpcenter: acme-dev\n',
        'content/b/two.md': '# Two\n\nSecond.\n',
      },
      says: 'Did you mean "helpCentre"?',
    },
    'an author in helpcentre.yml who is not in the workspace': {
      files: { 'helpcentre.yml': 'state: published\nauthor: nobody@example.com\n' },
      says: 'no teammate "nobody@example.com"',
    },
  };

describe.each(Object.entries(mistakes))('%s', (_, { files, says }) => {
  it('stops a publish before the first write', async () => {
    const { run, writes, lockfile } = await bench(files);
    const { code, stdout, stderr } = await run('publish', '--yes');
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(says);
    expect(writes()).toEqual([]);
    expect(await lockfile()).toBeNull();
  });

  it('stops a pull before anything is written', async () => {
    const { run, lockfile } = await bench(files);
    const { code, stdout, stderr } = await run('pull', '--new');
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(says);
    expect(await lockfile()).toBeNull();
  });

  it('leaves a plan without changes', async () => {
    const { run } = await bench(files);
    const { code, stdout } = await run('plan', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ changes: [], collections: [] });
  });
});

it('a mistake in one article stops no other', async () => {
  const { run, writes } = await bench({ 'content/bad.md': '---\nautor: x\n---\n\n# Bad\n' });
  expect((await run('publish', '--yes')).code).toBe(1);
  expect(writes().map(({ method, path: at }) => `${method} ${at}`)).toContain('POST /articles');
});
