import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Lockfile } from '../../src/model/recorded.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { startBuilt } from '../kit/built-command.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

const count = 80;

/** A sandbox that takes its time, and a checkout with more articles than it takes at once. */
async function scene(latency: number) {
  const { dir } = await makeRepository(
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `content/a${String(at).padStart(3, '0')}.md`,
        `# Article ${at}\n\nText.\n`,
      ]),
    ),
  );
  const sandbox = await startSandbox({ dir: null, latency, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const options = { cwd: dir, env: { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token } };
  return {
    sandbox,
    options,
    created: () => sandbox.world.articles().length,
    async recorded() {
      const text = await readFile(path.join(dir, 'helpcentre.lock.json'), 'utf8');
      const [section] = Object.values((JSON.parse(text) as Lockfile).workspaces);
      return Object.values(section?.articles ?? {}).map((entry) => entry.id);
    },
    /** Starts publishing, and resolves once some articles are there and others are under way. */
    async start() {
      const child = startBuilt(['publish', '--yes'], options);
      onTestFinished(() => void child.kill('SIGKILL'));
      const text = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk) => {
        text.stdout += String(chunk);
      });
      child.stderr.on('data', (chunk) => {
        text.stderr += String(chunk);
      });
      const closed = once(child, 'close') as Promise<[number | null, string | null]>;
      await expect.poll(() => sandbox.world.articles().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(20);
      return { child, closed, text };
    },
  };
}

/** Runs again, and looks whether each article is there once and recorded. */
async function goesOn({ sandbox, options, recorded }: Awaited<ReturnType<typeof scene>>) {
  const again = await runIn(options.cwd, ['publish', '--yes'], options);
  expect(again.code, again.stdout + again.stderr).toBe(0);
  const ids = sandbox.world.articles().map((article) => article.id);
  expect(ids).toHaveLength(count);
  expect((await recorded()).sort()).toEqual(ids.sort());
  expect((await runIn(options.cwd, ['publish', '--yes'], options)).stdout).toContain('No changes');
}

describe.skipIf(isWindows)('a publish that is asked to stop', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s finishes what is in flight, records it, says how many were not begun, and goes on when run again',
    async (signal) => {
      const at = await scene(150);
      const { child, closed, text } = await at.start();
      child.kill(signal);
      const [code] = await closed;
      expect(code, text.stderr).toBe(1);
      expect(at.created()).toBeLessThan(count);
      expect(await at.recorded()).toHaveLength(at.created());
      expect(at.sandbox.log.filter((entry) => entry.status === null)).toEqual([]);
      expect(text.stdout).toContain(`Not begun: ${count - at.created()} articles. Run again to go on from here.`);
      expect(text.stdout).toContain(`Published: ${at.created()} created; `);
      await goesOn(at);
    },
  );

  /** Has Intercom give no answer any more, and waits for a request that came since: those before it are answered. */
  async function silence({ sandbox }: Awaited<ReturnType<typeof scene>>): Promise<void> {
    const before = sandbox.log.length;
    sandbox.setFaults('slow=600s');
    await expect.poll(() => sandbox.log.length).toBeGreaterThan(before);
  }
  const unanswered = ({ log }: Sandbox) => log.filter((entry) => entry.status === null).length;

  it('while Intercom does not answer waits for no answer, and creates nothing twice', async () => {
    const at = await scene(20);
    const { child, closed, text } = await at.start();
    await silence(at);
    child.kill('SIGINT');
    const [code] = await closed;
    // It ended before the answers, and by itself: who is ended from outside says nothing more.
    expect(unanswered(at.sandbox)).toBeGreaterThan(0);
    expect(code, text.stderr).toBe(1);
    expect(text.stdout).toMatch(/Not begun: \d+ articles\. Run again to go on from here\./);
    expect((await at.recorded()).length).toBeGreaterThanOrEqual(20);
    at.sandbox.setFaults([]);
    await goesOn(at);
  });

  it('a second time ends at once, and the next run goes on from the journal', async () => {
    const at = await scene(20);
    const { child, closed, text } = await at.start();
    await silence(at);
    // Two that come together are one to the system, so it is asked until it is gone.
    child.kill('SIGINT');
    const again = setInterval(() => child.kill('SIGINT'), 20);
    onTestFinished(() => clearInterval(again));
    const [code] = await closed;
    clearInterval(again);
    expect(code).toBe(130);
    expect(unanswered(at.sandbox)).toBeGreaterThan(0);
    expect(text.stdout).not.toContain('Not begun');
    const journal = await readFile(path.join(at.options.cwd, '.helpcentre/journal'), 'utf8');
    expect(journal.split('\n').filter((line) => line.startsWith('{"done"')).length).toBeGreaterThan(0);
    at.sandbox.setFaults([]);
    await goesOn(at);
  });
});
