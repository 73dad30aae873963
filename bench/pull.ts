/**
 * How long a pull takes where people write in a style of their own: one article of 700 blocks, edited on both sides, and
 * 1,000 drifted articles of ordinary size.
 *
 *   npx tsx bench/pull.ts [blocks] [articles]
 *
 * Bundles the command into a folder of its own and measures whole processes against a sandbox: the pull, and the plan
 * of the same state, which reads and compiles everything and merges nothing. What is between the two is the merge.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { browserFiles } from '../scripts/browser-files.mjs';
import { commandBundle } from '../scripts/command-bundle.mjs';
import { type Sandbox, startSandbox } from '../src/sandbox/index.ts';

const [blocks, articles] = [Number(process.argv[2] ?? 700), Number(process.argv[3] ?? 1000)];
const runs = 5;

/** Blocks as people write them, none in normal form. `at` is a word that stands nowhere else. */
const styles: readonly ((at: string) => string)[] = [
  (at) => `Title of ${at}\n--------`,
  (at) => `A line about ${at}\nthat goes on in the next one,\nwith __strong__ and *soft* words in it.`,
  (at) => `*   Open ${at}\n*   Choose _Billing_\n    *   and a deeper one\n*   Save`,
  (at) => `|Name|${at}|\n|-|-|\n|Plan|Pro|\n|Seats|12|`,
  (at) => `> [!TIP]\n> Try ${at},\n> twice.`,
  (at) => `1) first ${at}\n1) second\n1) third`,
  (at) => `See [the ${at}](<https://example.com/${at}> "Title"),\nor ask.`,
];

const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-bench-'));
try {
  const cli = await bundle();
  for (const [name, count, size] of [
    [`1 drifted article of ${blocks} blocks`, 1, blocks],
    [`${articles} drifted articles of 14 blocks`, articles, 14],
  ] as const) {
    if (count * size > 0) await measure(cli, name, count, size);
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}

function sourceOf(title: string, size: number): string {
  const written = Array.from({ length: size }, (_, at) => (styles[at % styles.length] ?? String)(`mark${at}x`));
  return `---\ntitle: ${title}\n---\n\n${written.join('\n\n')}\n`;
}

/** Every eighth block by Ana and by us, never the same, and of every kind in turn; Ana leaves the headings alone. */
function edited(text: string, who: 'ana' | 'our'): string {
  const wanted = (at: number): boolean => (who === 'ana' ? at % 8 === 3 && at % styles.length > 0 : at % 8 === 5);
  return text.replaceAll(/mark(\d+)x/g, (word, at: string) => (wanted(Number(at)) ? `${who}${at}x` : word));
}

async function measure(cli: string, name: string, count: number, size: number): Promise<void> {
  const place = await mkdtemp(path.join(dir, 'place-'));
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  try {
    await scene(cli, place, sandbox, count, size);
    const times = { plan: [] as number[], pull: [] as number[] };
    for (let run = 0; run < runs; run += 1) {
      times.plan.push(await timed(cli, place, sandbox, 'plan', '--quiet'));
      times.pull.push(await timed(cli, place, sandbox, 'pull', '--quiet'));
      await proveMerged(place, count, size);
      await rm(path.join(place, 'now'), { recursive: true, force: true });
      await cp(path.join(place, 'before'), path.join(place, 'now'), { recursive: true });
    }
    const [plan, pull] = [median(times.plan), median(times.pull)];
    const each = ((pull - plan) / count).toFixed(count === 1 ? 0 : 1);
    console.log(`${name}: pull ${pull} ms, plan ${plan} ms, so ${each} ms an article (median of ${runs})`);
  } finally {
    await sandbox.close();
  }
}

/** Publishes from git, then edits both sides. */
async function scene(cli: string, place: string, sandbox: Sandbox, count: number, size: number): Promise<void> {
  const now = path.join(place, 'now');
  const file = (at: number): string => path.join(now, 'content', `article-${at}.md`);
  await mkdir(path.join(now, 'content'), { recursive: true });
  await writeFile(path.join(now, 'helpcentre.yml'), 'state: published\n');
  for (let at = 0; at < count; at += 1) await writeFile(file(at), sourceOf(`Article ${at}`, size));
  await timed(cli, place, sandbox, 'publish', '--yes', '--quiet');
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['-c', 'user.name=Bo', '-c', 'user.email=bo@example.com', 'commit', '-qm', 'Publish'],
  ])
    execFileSync('git', args, { cwd: now });
  for (const { id } of sandbox.world.articles()) {
    await sandbox.world.editArticle(id, { body: edited(sandbox.world.body(id) ?? '', 'ana') });
  }
  for (let at = 0; at < count; at += 1) await writeFile(file(at), edited(sourceOf(`Article ${at}`, size), 'our'));
  await cp(now, path.join(place, 'before'), { recursive: true });
}

/** @throws where a pull was quick and not right */
async function proveMerged(place: string, count: number, size: number): Promise<void> {
  for (const at of [0, count - 1]) {
    const text = await readFile(path.join(place, 'now', 'content', `article-${at}.md`), 'utf8');
    const expected = edited(edited(sourceOf(`Article ${at}`, size), 'our'), 'ana');
    if (text !== expected) throw new Error(`article ${at} was not merged:\n${text}`);
  }
}

/** Milliseconds of a whole process. */
async function timed(cli: string, place: string, sandbox: Sandbox, ...args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: path.join(place, 'now'),
    env: {
      PATH: process.env.PATH ?? '',
      INTERCOM_BASE_URL: sandbox.url,
      INTERCOM_ACCESS_TOKEN: sandbox.token,
      NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? '',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0 && args[0] !== 'plan') throw new Error(`${args.join(' ')} ended with ${code}`);
  return Math.round(performance.now() - start);
}

/** Bundles the command as it is released. */
async function bundle(): Promise<string> {
  const outdir = path.join(dir, 'bundle');
  await build({
    entryPoints: { cli: 'src/cli.ts' },
    outdir,
    ...commandBundle,
    plugins: [browserFiles([])],
  });
  // The command reads its version from beside its folder.
  await copyFile('package.json', path.join(dir, 'package.json'));
  return path.join(outdir, 'cli.js');
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
