import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

async function scene(apiVersion: string, configuration = '') {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, multilingual: false });
  onTestFinished(() => sandbox.close());
  const repository = await makeRepository({
    'helpcentre.yml': `state: published\napiVersion: "${apiVersion}"\n${configuration}`,
    'content/a.md': '# A\n\nText.\n',
  });
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  expect((await run('publish', '--yes')).code).toBe(0);
  return { ...repository, sandbox, run };
}

const french = {
  'content/a.fr.md': '# A\n\nTexte.\n',
  'content/b.md': '# B\n\nText.\n',
  'content/b.fr.md': '# B\n\nTexte.\n',
};

describe.each(['2.11', '2.16'])('with Intercom %s and languages switched off', (version) => {
  it('says so in one sentence, and writes nothing', async () => {
    const { run, write, sandbox } = await scene(version);
    await write({ ...french, 'content/c/_collection.yml': 'name: C\ntranslations: { de: { name: Tse } }\n' });
    for (let time = 0; time < 2; time += 1) {
      const { code, stderr } = await run('publish', '--yes');
      expect(code).toBe(1);
      expect(stderr).toContain(
        'languages are switched off in this workspace, and 3 files are in de, fr, so nothing is published: a.fr.md, b.fr.md, content/c/_collection.yml',
      );
    }
    expect(sandbox.world.articles()).toHaveLength(1);
  });

  it('goes on where a warning is enough, as far as Intercom takes it', async () => {
    const { run, write, sandbox } = await scene(version, 'problems: { languages-off: warning }\n');
    await write(french);
    const { code, stdout, stderr } = await run('publish', '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain('warning languages are switched off');
    expect(stdout).toContain('Intercom did not keep fr');
    expect(sandbox.world.articles()).toHaveLength(2);
  });

  it('has nothing to say of sources in one language', async () => {
    const { run, write } = await scene(version);
    await write({ 'content/b.md': '# B\n\nText.\n' });
    expect((await run('publish', '--yes')).code).toBe(0);
  });
});
