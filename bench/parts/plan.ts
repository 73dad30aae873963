import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '../../src/sandbox/index.ts';
import { writeArticles } from './articles.ts';
import type { Bench, Figure } from './figure.ts';
import { type Measured, measure, median, ratio, seconds } from './measure.ts';

const hashing = path.join(import.meta.dirname, 'hash-files.mjs');

/** Planning when nothing changed, next to reading and hashing the files. */
export async function planFigures({ dir, command, articles, runs, texts }: Bench): Promise<readonly Figure[]> {
  const cwd = path.join(dir, 'plan');
  await writeArticles(cwd, articles, texts);
  const sandbox = await startSandbox({ dir: null });
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: 'sandbox' };
  await measure([command, 'publish', '--yes'], cwd, env);
  // What was written less than two seconds before a run is not relied upon by the next.
  await sleep(2_500);
  await measure([command, 'plan', '--offline'], cwd);
  const hashed: Measured[] = [];
  const offline: Measured[] = [];
  const online: Measured[] = [];
  const asked = sandbox.log.length;
  for (let run = 0; run < runs; run += 1) {
    hashed.push(await measure([hashing, 'content'], cwd));
    offline.push(await measure([command, 'plan', '--offline'], cwd));
    online.push(await measure([command, 'plan'], cwd, env));
  }
  const requests = (sandbox.log.length - asked) / runs;
  await sandbox.close();
  const line = (what: string, of: readonly Measured[], more: string): Figure => ({
    what,
    figure: `${seconds(of)}, ${ratio(of, hashed).toFixed(1)} × reading and hashing the files (${seconds(hashed)}); ${megabytes(of)}${more}`,
  });
  return [
    line('`plan --offline` when nothing changed', offline, ''),
    line('`plan` when nothing changed', online, `, ${requests} requests`),
  ];
}

/** Most memory, the run in the middle. */
export function megabytes(of: readonly Measured[]): string {
  return `${Math.round(median(of.map((one) => one.megabytes)))} MB`;
}
