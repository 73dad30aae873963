import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const files = { 'content/a.md': '# A\n\nText.\n' };
const commands = [['plan'], ['diff'], ['publish'], ['pull'], ['import']] as const;

async function workspace() {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  return { sandbox, env: { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token } };
}

/** The one document that a run printed. */
async function errorOf(dir: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, stdout, stderr } = await runIn(dir, [...argv, '--json'], { env });
  const document = JSON.parse(stdout) as { error: { code: string; message: string; help: string } };
  expect(Object.keys(document.error)).toEqual(['code', 'message', 'help']);
  expect(stderr).toBe('');
  return { code, document };
}

describe.each(commands)('%s --json prints one document with the error', (command) => {
  test('without a token', async () => {
    const { dir } = await makeRepository(files);
    const { code, document } = await errorOf(dir, [command]);
    expect(code).toBe(1);
    expect(document.error.code).toBe('no-token');
  });

  test('with a token that Intercom refuses', async () => {
    const { dir } = await makeRepository(files);
    const { env } = await workspace();
    const { code, document } = await errorOf(dir, [command], { ...env, INTERCOM_ACCESS_TOKEN: 'nobodys' });
    expect(code).toBe(1);
    expect(document.error.message).toContain('refused the access token');
    expect(JSON.stringify(document)).not.toContain('nobodys');
  });

  test('with a token that cannot be one, and what to do', async () => {
    const { dir } = await makeRepository(files);
    const { document } = await errorOf(dir, [command], { INTERCOM_ACCESS_TOKEN: 'two words' });
    expect(document.error).toMatchObject({ code: 'bad-token', help: 'Copy it again, as one unbroken piece.' });
  });

  test('with a configuration that has a mistake', async () => {
    const { dir } = await makeRepository({ ...files, 'helpcentre.yml': 'regoin: us\n' });
    const { code, document } = await errorOf(dir, [command], (await workspace()).env);
    expect(code).toBe(1);
    expect(document).toMatchObject({ error: { code: 'unknown-key' }, problems: [{ place: { line: 1 } }] });
  });

  test('of wrong usage', async () => {
    const { dir } = await makeRepository(files);
    const { code, document } = await errorOf(dir, [command, '--jsn']);
    expect(code).toBe(64);
    expect(document.error.message).toContain("unknown option '--jsn'");
  });
});

test.each([['plan'], ['publish'], ['check'], ['pull']])(
  '%s --json without a configuration prints one document with the error',
  async (command) => {
    const repository = await makeRepository(files);
    await repository.remove('helpcentre.yml');
    const { stdout } = await runIn(repository.dir, [command, '--json'], { env: (await workspace()).env });
    expect(JSON.stringify(JSON.parse(stdout))).toContain('no-configuration');
  },
);

test('publish --json without a confirmation has the plan beside the error', async () => {
  const { dir } = await makeRepository(files);
  const { code, document } = await errorOf(dir, ['publish'], (await workspace()).env);
  expect(code).toBe(64);
  expect(document).toMatchObject({ error: { code: 'not-confirmed' }, plan: { changes: [{ key: 'a.md' }] } });
});

test('publish --json of a plan that is another one by now says where they differ', async () => {
  const repository = await makeRepository(files);
  const { env } = await workspace();
  await runIn(repository.dir, ['plan', '--out', 'plan.json'], { env });
  await repository.write({ 'content/b.md': '# B\n\nMore.\n' });
  const { stdout, code } = await runIn(repository.dir, ['publish', '--plan', 'plan.json', '--json'], { env });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    error: { code: 'plan-differs' },
    differences: [{ key: 'b.md', before: 'nothing', after: 'create' }],
  });
});
