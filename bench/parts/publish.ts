import path from 'node:path';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { writeArticles } from './articles.ts';
import type { Bench, Figure } from './figure.ts';
import { type Measured, measure, median, seconds } from './measure.ts';

const pipeline = path.join(import.meta.dirname, 'bare-pipeline.mjs');
const count = 300;
/** Milliseconds on the way, and requests in ten seconds. */
const [latency, rateLimit] = [50, 1_667];
/** Requests that may be under way. */
const most = 24;

/** Publishing to a workspace that answers after 50 ms, next to what limits it, and to a plain loop. */
export async function publishFigures({ dir, command, runs, texts }: Bench): Promise<readonly Figure[]> {
  const first: Measured[] = [];
  const second: Measured[] = [];
  const loop: Measured[] = [];
  const compiled: Measured[] = [];
  let [requests, unchanged, writes] = [0, 0, 0];
  // The first is not counted: the sandbox, which stands for Intercom, is slow until it has run for a while.
  for (let run = -1; run < runs; run += 1) {
    if (run === 0) for (const all of [first, second, loop, compiled]) all.length = 0;
    const cwd = path.join(dir, `publish-${run}`);
    await writeArticles(cwd, count, texts);
    const sandbox = await startSandbox({ dir: null, latency, rateLimit });
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: 'sandbox' };
    const asking = async (into: Measured[], argv: readonly string[]) =>
      counted(sandbox, async () => {
        into.push(await measure(argv, cwd, env));
      });
    ({ requests } = await asking(first, [command, 'publish', '--yes']));
    ({ requests: unchanged, writes } = await asking(second, [command, 'publish', '--yes']));
    const [one] = sandbox.world.articles();
    await asking(loop, [pipeline, 'content', `${sandbox.url}/articles/${one?.id}`]);
    await sandbox.close();
    const alone = path.join(dir, `compile-${run}`);
    await writeArticles(alone, count, texts);
    compiled.push(await measure([command, 'check'], alone));
  }
  const bounds = [
    median(compiled.map(({ milliseconds }) => milliseconds)),
    (requests / rateLimit) * 10_000,
    (requests * latency) / most,
  ];
  const bound = Math.max(...bounds);
  const times = median(first.map(({ milliseconds }) => milliseconds)) / bound;
  return [
    {
      what: `first \`publish\` of ${count} articles in 56 collections, ${latency} ms on the way`,
      figure: `${seconds(first)}, ${requests} requests: ${times.toFixed(2)} × what limits it (${(bound / 1000).toFixed(1)} s: compiling, the rate limit, or ${most} requests at once); a plain loop takes ${seconds(loop)}`,
    },
    {
      what: `\`publish\` of the same again`,
      figure: `${seconds(second)}, ${unchanged} requests, ${writes} writes; a plain loop takes ${seconds(loop)}, ${count} writes`,
    },
  ];
}

async function counted(sandbox: Sandbox, task: () => Promise<void>): Promise<{ requests: number; writes: number }> {
  const from = sandbox.log.length;
  await task();
  const asked = sandbox.log.slice(from);
  return { requests: asked.length, writes: asked.filter(({ method }) => method !== 'GET').length };
}
