import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '../../src/sandbox/index.ts';
import { writeArticles } from './articles.ts';
import type { Bench, Figure } from './figure.ts';
import { type Measured, measure, median, ratio, seconds } from './measure.ts';

const hashing = path.join(import.meta.dirname, 'hash-files.mjs');
const loading = path.join(import.meta.dirname, 'load-pages.mjs');

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
  const loaded: Measured[] = [];
  let requests = 0;
  for (let run = 0; run < runs; run += 1) {
    hashed.push(await measure([hashing, 'content'], cwd));
    offline.push(await measure([command, 'plan', '--offline'], cwd));
    const asked = sandbox.log.length;
    online.push(await measure([command, 'plan'], cwd, env));
    requests = sandbox.log.length - asked;
    loaded.push(await measure([loading, sandbox.url], cwd));
  }
  await sandbox.close();
  const line = (what: string, of: readonly Measured[], more: string): Figure => ({
    what,
    figure: `${seconds(of)}, ${ratio(of, hashed).toFixed(1)} × reading and hashing the files (${seconds(hashed)}); ${megabytes(of)}${more}`,
  });
  const more = median(
    online.map((one, at) => (one.milliseconds - (loaded[at]?.milliseconds ?? 0)) / (hashed[at]?.milliseconds ?? 1)),
  );
  const pages = `, ${requests} requests; loading the list alone takes ${seconds(loaded)}, and all else ${more.toFixed(1)} × the hashing`;
  return [
    line('`plan --offline` when nothing changed', offline, ''),
    line('`plan` when nothing changed', online, pages),
  ];
}

/** Most memory, the run in the middle. */
export function megabytes(of: readonly Measured[]): string {
  return `${Math.round(median(of.map((one) => one.megabytes)))} MB`;
}
