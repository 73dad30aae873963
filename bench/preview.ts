/**
 * How long a writer waits for the preview of a large help centre: 1,000 articles of 4 KB, with pictures of nothing else.
 *
 *   npx tsx bench/preview.ts [articles] [--chromium=PATH]
 *
 * Bundles the command into a folder of its own, and measures from the start of the process: the first page served, the
 * first page on the screen of Chromium, and, for comparison, a program that only reads and compiles. Then how long a
 * saved file takes to the screen.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { browserFiles } from '../scripts/browser-files.mjs';
import { commandBundle } from '../scripts/command-bundle.mjs';
import { startChromium } from '../test/browser/chromium.ts';

const total = Number(process.argv[2] ?? 1000);
const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-bench-'));
const browser = await startChromium();
try {
  const [cli, bare] = await bundle();
  await writeContent();
  const starts = { served: [] as number[], shown: [] as number[], bare: [] as number[] };
  for (let run = 0; run < 5; run += 1) {
    starts.bare.push(await timeBare(bare));
    const { served, shown } = await timeStart(cli);
    starts.served.push(served);
    starts.shown.push(shown);
  }
  const bareTime = median(starts.bare);
  console.log(`${total} articles, median of 5`);
  console.log(`read and compile only    ${bareTime} ms`);
  for (const [name, times] of [
    ['first page served', starts.served],
    ['first page on screen', starts.shown],
  ] as const) {
    console.log(`${name.padEnd(24)} ${median(times)} ms, ${(median(times) / bareTime).toFixed(2)} × that`);
  }
  const saves = (await timeSaves(cli)).sort((a, b) => a - b);
  console.log(
    `saved file to the screen ${median(saves)} ms median, ${saves[Math.ceil(saves.length * 0.95) - 1]} ms p95 of ${saves.length}`,
  );
} finally {
  await browser.close();
  await rm(dir, { recursive: true, force: true });
}

/** Bundles the command as it is released, and a program that only reads and compiles. */
async function bundle(): Promise<readonly [string, string]> {
  const bare = `import { makeContext } from '../src/use-cases/context.ts';
import { gatherSources } from '../src/use-cases/sources.ts';
import { realHost } from '../src/cli/real-host.ts';
const host = { ...realHost(process, { threads: new URL(import.meta.url) }), threads: undefined };
const found = await gatherSources(makeContext(host, {}));
if (!found.ok || found.sources.desired.articles.length !== ${total}) throw new Error('not all was compiled');
process.exit(0);`;
  const outdir = path.join(dir, 'bundle');
  const common: BuildOptions = {
    outdir,
    ...commandBundle,
    plugins: [browserFiles([])],
  };
  await build({ ...common, entryPoints: { cli: 'src/cli.ts' } });
  await build({ ...common, stdin: { contents: bare, resolveDir: 'bench', loader: 'ts', sourcefile: 'bare.ts' } });
  // The command reads its version from beside its folder.
  await copyFile('package.json', path.join(dir, 'package.json'));
  return [path.join(outdir, 'cli.js'), path.join(outdir, 'stdin.js')];
}

function sourceOf(number: number, mark = ''): string {
  const sentence = 'Open the **settings**, choose _Billing_ and type the new address where the old one stands. ';
  const paragraphs = Array.from({ length: 8 }, (_, index) => `## Step ${index + 1}\n\n${sentence.repeat(5)}`);
  const link = `See [another article](article-${(number + 50) % total}.md).`;
  return `---\ntitle: Article ${number}\nstate: published\n---\n\n${mark}\n\n${paragraphs.join('\n\n')}\n\n${link}\n`;
}

function fileOf(number: number): string {
  return path.join(dir, 'content', `folder-${number % 50}`, `article-${number}.md`);
}

async function writeContent(): Promise<void> {
  await writeFile(path.join(dir, 'helpcentre.yml'), 'state: published\n');
  for (let folder = 0; folder < 50; folder += 1) {
    await mkdir(path.join(dir, 'content', `folder-${folder}`), { recursive: true });
    await writeFile(path.join(dir, 'content', `folder-${folder}`, '_collection.yml'), `name: Folder ${folder}\n`);
  }
  for (let number = 0; number < total; number += 1) await writeFile(fileOf(number), sourceOf(number));
}

async function timeBare(file: string): Promise<number> {
  const start = performance.now();
  const [code] = await once(spawn(process.execPath, [file], { cwd: dir, stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error('the bare pipeline failed');
  return Math.round(performance.now() - start);
}

/** Starts the preview; `url` comes when it is printed. */
async function startPreview(cli: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [cli, 'preview', '--port', '0', '--offline'], {
    cwd: dir,
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the preview ended')));
  const [printed] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
  ended.catch(() => undefined);
  return {
    url: /http:\S+/.exec(printed.toString())?.[0] ?? '',
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function timeStart(cli: string): Promise<{ readonly served: number; readonly shown: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('about:blank');
  const start = performance.now();
  const preview = await startPreview(cli);
  await (await fetch(preview.url)).text();
  const served = Math.round(performance.now() - start);
  await page.goto(preview.url);
  await page.locator('.card').first().waitFor();
  const shown = Math.round(performance.now() - start);
  await context.close();
  await preview.stop();
  return { served, shown };
}

async function timeSaves(cli: string): Promise<number[]> {
  const preview = await startPreview(cli);
  const page = await browser.newPage();
  await page.goto(`${preview.url}en/articles/folder-7/article-7.html`);
  await page.waitForTimeout(5000);
  const times: number[] = [];
  for (let run = 0; run < 20; run += 1) {
    const mark = `Saved for the ${run + 1}th time.`;
    const seen = page.waitForFunction(contains, mark, { polling: 'raf' });
    await page.waitForTimeout(1500);
    const start = performance.now();
    await writeFile(fileOf(7), sourceOf(7, mark));
    await seen;
    times.push(Math.round(performance.now() - start));
  }
  await preview.stop();
  return times;
}

/** Runs in the page. */
function contains(text: string): boolean {
  const page = globalThis as unknown as { readonly document: { readonly body: { readonly textContent: string } } };
  return page.document.body.textContent.includes(text);
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
