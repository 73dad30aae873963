import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** An article that is staged with another text, for another collection: a draft holds only the text. */
async function staged() {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const repository = await makeRepository({
    'helpcentre.yml': 'state: published\n',
    'content/g/one.md': '# One\n\nText.\n',
    'content/g/two.md': '# Two\n\nText.\n',
    'content/h/three.md': '# Three\n\nText.\n',
  });
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env, hurry: 1_000 });
  const file = (name: string) => path.join(repository.dir, name);
  expect(await run('publish', '--yes')).toMatchObject({ code: 0 });
  await repository.write({ 'content/g/one.md': '---\ncollection: H\n---\n\n# One\n\nOther text.\n' });
  expect(await run('publish', '--yes', '--stage')).toMatchObject({ code: 0 });
  await cp(file('helpcentre.lock.json'), file('before.json'));
  const one = () => {
    const found = sandbox.world.articles().find(({ contents }) => contents.en?.title === 'One');
    const shelf = sandbox.world.collections().find(({ id }) => id === found?.parentIds[0]);
    return [shelf?.contents.en?.name, found?.contents.en?.body.replace(/<[^>]*>/g, '')];
  };
  const loseNotes = async () => {
    await cp(file('before.json'), file('helpcentre.lock.json'));
    await rm(file('.helpcentre'), { recursive: true, force: true });
  };
  return { sandbox, repository, run, one, loseNotes };
}

test.each([
  ['released', ['--release'], 'Other text.', false],
  ['released, from a fresh checkout', ['--release'], 'Other text.', true],
  ['published with still another text', [], 'Third text.', false],
  ['published with still another text, from a fresh checkout', [], 'Third text.', true],
] as const)(
  'what goes out is moved by the next run, where the first came no further: %s',
  async (_, argv, text, isLost) => {
    const { sandbox, repository, run, one, loseNotes } = await staged();
    if (argv.length === 0)
      await repository.write({ 'content/g/one.md': `---\ncollection: H\n---\n\n# One\n\n${text}\n` });
    const { id } = sandbox.world.articles().find(({ contents }) => contents.en?.title === 'One') ?? {};
    sandbox.setFaults(`500@PUT:/articles/${id}`);
    expect(await run('publish', '--yes', ...argv)).toMatchObject({ code: 1 });
    sandbox.setFaults([]);
    expect(one()).toEqual(['G', text]);
    if (isLost) await loseNotes();
    const again = await run('publish', '--yes', ...argv);
    expect(again, again.stdout + again.stderr).toMatchObject({ code: 0 });
    expect(one()).toEqual(['H', text]);
    expect((await run('plan')).stdout).toContain('No changes');
  },
);
