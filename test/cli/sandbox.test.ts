import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** Runs `helpcentre sandbox` until it has said where it is, and stops it after `use`. */
async function whileRunning(dir: string, argv: readonly string[], use: (url: string) => Promise<void>) {
  const stop = new AbortController();
  let failure: unknown = null;
  const running = runIn(dir, ['sandbox', '--port', '0', '--json', ...argv], {
    signal: stop.signal,
    onStdout(text) {
      const { url } = JSON.parse(text) as { url: string };
      use(url)
        .catch((error: unknown) => {
          failure = error;
        })
        .finally(() => stop.abort());
    },
  });
  const result = await running;
  expect(failure).toBeNull();
  return result;
}

const me = (url: string) => fetch(`${url}/me`, { headers: { authorization: 'Bearer sandbox' } });

describe('the sandbox command', () => {
  it('limits requests as Intercom does, unless told otherwise', async () => {
    const { dir } = await makeRepository({});
    for (const [argv, limit] of [
      [[], '166'],
      [['--rate-limit', '7'], '7'],
    ] as const) {
      const result = await whileRunning(dir, argv, async (url) => {
        expect((await me(url)).headers.get('x-ratelimit-limit')).toBe(limit);
      });
      expect(result.code, result.stderr).toBe(0);
    }
  });

  it('fails on purpose where --fault says so', async () => {
    const { dir } = await makeRepository({});
    await whileRunning(dir, ['--fault', '502@GET:/me@2'], async (url) => {
      expect([(await me(url)).status, (await me(url)).status, (await me(url)).status]).toEqual([200, 502, 200]);
    });
  });

  it.each([
    ['500@PUT:/articles,dorp-after@5', 19, 'did you mean "drop-after"?'],
    ['500%20', 5, 'a share between 0 and 1'],
    ['cut=some', 5, 'a number of bytes'],
    ['', 1, 'a fault is missing here'],
  ])('says where the fault %j is wrong, and exits with 64', async (spec, column, words) => {
    const { dir } = await makeRepository({});
    const result = await runIn(dir, ['sandbox', '--fault', spec]);
    expect(result.code).toBe(64);
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain(`column ${column}: `);
    expect(result.stderr).toContain(words);
  });

  it.each([
    ['--port', '65536'],
    ['--rate-limit', '0'],
    ['--latency', 'long'],
  ])('takes no %s %s', async (option, value) => {
    const { dir } = await makeRepository({});
    expect((await runIn(dir, ['sandbox', option, value])).code).toBe(64);
  });

  it('says in one sentence that its port is taken', async () => {
    const other = await startSandbox({ dir: null });
    onTestFinished(() => other.close());
    const { dir } = await makeRepository({});
    const result = await runIn(dir, ['sandbox', '--port', String(other.port)]);
    expect(result).toEqual({
      code: 1,
      stdout: '',
      stderr: `error port ${other.port} of this machine is in use by another program (port-in-use)\n  → Stop it, or choose another port with --port.\n`,
    });
  });

  it('says in one sentence that its folder is in use, or damaged', async () => {
    const { dir } = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
    const state = path.join(dir, 'state');
    const other = await startSandbox({ dir: state });
    for (const argv of [
      ['sandbox', '--port', '0', '--dir', 'state'],
      ['plan', '--sandbox', 'state'],
    ]) {
      const result = await runIn(dir, argv);
      expect(result.code).toBe(1);
      expect(result.stderr).toMatch(/^error The folder .*state is in use by another sandbox \(process \d+\): .*\n$/);
    }
    await other.close();
    await writeFile(path.join(state, 'state.json'), '{"format":1');
    for (const argv of [
      ['sandbox', '--port', '0', '--dir', 'state'],
      ['plan', '--sandbox', 'state'],
    ]) {
      const result = await runIn(dir, argv);
      expect(result.code).toBe(1);
      expect(result.stderr).toMatch(/^error The sandbox's file .*state\.json is damaged and was left as it is: .*\n$/);
    }
  });

  it('documents faults in its help', async () => {
    const { dir } = await makeRepository({});
    const { code, stdout } = await runIn(dir, ['sandbox', '--help']);
    expect(code).toBe(0);
    for (const word of ['drop-after', '%0.2', '@3-8', '(default: 166)']) expect(stdout).toContain(word);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
