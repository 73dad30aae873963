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
  const id = sandbox.world.articles()[0]?.id ?? '';
  const body = () => sandbox.world.article(id)?.contents.en?.body;
  return { repository, sandbox, env, helpcentre, id, body };
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

  it('says that its folder is missing, not where it was made', async () => {
    const { helpcentre } = await bench();
    const { code, stderr } = await helpcentre('plan', '--offline', '--out', 'nowhere/plan.json');
    expect(code).toBe(1);
    expect(stderr).toContain('nowhere/plan.json was not written: there is no folder "nowhere" (no-such-folder)');
    expect(stderr).not.toContain('.helpcentre');
  });
});
