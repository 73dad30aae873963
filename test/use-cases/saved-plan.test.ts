import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';

const text = (about: string) => `---\ntitle: Pay\n---\n\n${about}\n`;

/** A published article whose source has changed since. */
async function bench() {
  const repository = await makeRepository({ 'content/pay.md': text('Pay by card.') });
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const helpcentre = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  await helpcentre('publish', '--yes');
  await repository.write({ 'content/pay.md': text('Pay by phone.') });
  const read = (name: string) => readFile(path.join(repository.dir, name), 'utf8');
  const id = sandbox.world.articles()[0]?.id ?? '';
  const body = () => sandbox.world.article(id)?.contents.en?.body;
  return { repository, read, sandbox, env, helpcentre, id, body };
}

describe('a question that stands for a while', () => {
  it('publishes nothing when somebody edited an article meanwhile', async () => {
    const { repository, sandbox, env, id, body } = await bench();
    const { host, printed } = inventHost(repository.dir, { env, answer: true });
    const confirm = async () => {
      await sandbox.world.editArticle(id, { body: '<p>Pay at the desk.</p>' });
      return true;
    };
    expect(await run(['publish'], { ...host, confirm })).toBe(1);
    expect(body()).toContain('Pay at the desk.');
    const { stderr } = printed();
    expect(stderr).toContain('What changed while you were asked\n  ! pay.md  update then, held now\n');
    expect(stderr).toContain('the plan has changed since it was shown, so nothing was published');
  });

  it('publishes what was shown when nothing moved', async () => {
    const { repository, env, body } = await bench();
    expect((await runIn(repository.dir, ['publish'], { env, answer: true })).code).toBe(0);
    expect(body()).toContain('Pay by phone.');
  });
});

describe('a saved plan', () => {
  it('cannot be demanded when it was made without asking Intercom', async () => {
    const { helpcentre, body } = await bench();
    const planned = await helpcentre('plan', '--offline', '--out', 'plan.json');
    expect(planned.stderr).toBe('The plan is in plan.json.\n');
    const result = await helpcentre('publish', '--plan', 'plan.json');
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('plan.json was made without asking Intercom');
    expect(body()).toContain('Pay by card.');
  });

  it.each(['helpcentre.yml', 'content/pay.md', 'helpcentre.lock.json'])('is never written over %s', async (name) => {
    const { helpcentre, read } = await bench();
    const before = await read(name);
    const { code, stderr } = await helpcentre('plan', '--out', name);
    expect(code).toBe(1);
    expect(stderr).toContain(`${name} was not written: there is a file of this name that is no saved plan (out-taken)`);
    expect(await read(name)).toBe(before);
  });

  it('is written over an earlier one', async () => {
    const { helpcentre, repository, read } = await bench();
    await helpcentre('plan', '--out', 'plan.json');
    const first = await read('plan.json');
    await repository.write({ 'content/more.md': '# More\n\nText.\n' });
    expect((await helpcentre('plan', '--out', 'plan.json')).code).toBe(0);
    expect(await read('plan.json')).not.toBe(first);
  });

  it('says of a folder in its place that it is one, and asks nobody to delete it', async () => {
    const { helpcentre } = await bench();
    const { stderr } = await helpcentre('plan', '--out', 'content');
    expect(stderr).toContain('content was not written: it is a folder (out-is-folder)');
    const published = await helpcentre('publish', '--yes', '--plan', 'content');
    expect(published.stderr).toContain('content cannot be used: it is a folder (bad-plan)');
    expect(stderr + published.stderr).not.toMatch(/delete/i);
  });

  it('says that its folder is missing, not where it was made', async () => {
    const { helpcentre } = await bench();
    const { code, stderr } = await helpcentre('plan', '--offline', '--out', 'nowhere/plan.json');
    expect(code).toBe(1);
    expect(stderr).toContain('nowhere/plan.json was not written: there is no folder "nowhere" (no-such-folder)');
    expect(stderr).not.toContain('.helpcentre');
  });
});
