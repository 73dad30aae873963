import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runBuilt, startBuilt } from '../kit/built-command.ts';
import { makeRepository } from '../kit/repository.ts';
import { isWindows } from '../kit/system.ts';
import { testBed } from '../sandbox/start.ts';

const count = 300;

/** How many sources there are so far. */
async function written(dir: string): Promise<number> {
  const names = await readdir(path.join(dir, 'content')).catch(() => []);
  return names.filter((name) => name.endsWith('.md')).length;
}

// Windows cannot read a folder that another process renames files into at the same time.
it.skipIf(isWindows)('an import that is killed while it writes goes on when it is run again', async () => {
  const bed = await testBed({ rateLimit: 100_000 });
  for (let at = 0; at < count; at += 1) {
    await bed.article({ title: `Article ${at}`, body: `<p>Text ${at} of <b>many</b>.</p>`, state: 'published' });
  }
  const { dir } = await makeRepository({});
  const env = { INTERCOM_BASE_URL: bed.sandbox.url, INTERCOM_ACCESS_TOKEN: bed.sandbox.token };

  for (const share of [0.1, 0.5]) {
    const child = startBuilt(['import', '--yes'], { cwd: dir, env });
    onTestFinished(() => void child.kill('SIGKILL'));
    const closed = once(child, 'close');
    await expect.poll(() => written(dir), { timeout: 30_000, interval: 1 }).toBeGreaterThanOrEqual(count * share);
    child.kill('SIGKILL');
    await closed;
  }
  // The second kill may come after the last file; the first one cannot.
  const again = await runBuilt(['import', '--yes'], { cwd: dir, env });
  expect(again.code, again.stdout + again.stderr).toBe(0);
  expect(again.stdout).toContain('0 changes');
  expect(await written(dir)).toBe(count);
  const plan = await runBuilt(['plan', '--detailed-exitcode'], { cwd: dir, env });
  expect(plan.stdout).toContain(`No changes; ${count} unchanged`);
  expect(plan.code).toBe(0);
  const publish = await runBuilt(['publish', '--yes'], { cwd: dir, env });
  expect(publish.code, publish.stdout).toBe(0);
  expect(bed.sandbox.world.articles()).toHaveLength(count);
});
