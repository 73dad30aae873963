/**
 * How well the client fills Intercom's rate limit, in real time: 2,000 updates against the sandbox with 166 requests
 * in ten seconds and a tenth of a second on the way. Takes about two minutes.
 *
 *     npx tsx bench/pace.ts [writes] [limit]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createWriter } from '../src/intercom/index.ts';
import { startSandbox } from '../src/sandbox/index.ts';

const [writes, limit] = [Number(process.argv[2] ?? 2_000), Number(process.argv[3] ?? 166)];
const sandbox = await startSandbox({ dir: null, rateLimit: limit, latency: 100 });
const writer = createWriter({
  token: sandbox.token,
  baseUrl: sandbox.url,
  region: 'us',
  version: '2.16',
  env: {},
  concurrency: 12,
  now: Date.now,
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
  random: Math.random,
  signal: new AbortController().signal,
});

const { workspace } = await writer.snapshot({ defaultLocale: 'en' });
const part = { title: 'One', description: '', state: 'draft', authorId: workspace.tokenOwnerId } as const;
const body = (at: number) => ({ parentId: null, locales: { en: { ...part, body: `<p>Body ${at}</p>` } } });
const { id } = await writer.createArticle(body(0), 'en');

const began = Date.now();
await Promise.all(Array.from({ length: writes }, (_, at) => writer.updateArticle(id, body(at + 1), 'en')));
const took = Date.now() - began;
const least = (writes / limit) * 10_000;
const refused = sandbox.log.filter((entry) => entry.status === 429).length;
process.stdout.write(
  `${writes} updates in ${(took / 1000).toFixed(1)} s, ${(took / least).toFixed(3)} times what the limit allows (${(least / 1000).toFixed(1)} s); turned away: ${refused}\n`,
);
await writer.close();
await sandbox.close();
