// The pictures of the README and of docs/, from real runs on a copy of content-example: `npm run pictures`. It needs
// Chromium or Chrome, and `npm run build` before.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AnsiUp } from 'ansi_up';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../test/browser/chromium.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const command = path.join(root, 'dist/cli.js');
const folder = path.join(root, 'docs/images');
const themes = ['light', 'dark'] as const;

/** Columns of the terminal. */
const columns = 84;

/** A copy of the example that is published, and then edited on both sides. */
async function editedExample(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-pictures-'));
  const filter = (file: string) => !file.includes('.helpcentre') && !file.endsWith('lock.json');
  await cp(path.join(root, 'content-example'), dir, { recursive: true, filter });
  const edit = async (file: string, from: string | RegExp, to: string): Promise<void> => {
    const text = await readFile(path.join(dir, file), 'utf8');
    if (text.replace(from, to) === text) throw new Error(`${file} does not say ${String(from)}`);
    await writeFile(path.join(dir, file), text.replace(from, to));
  };
  await run(dir, ['publish', '--sandbox', '--yes']);
  await colleagueEdits(dir, 'Change, pause or cancel your plan');
  const booking = 'content/getting-started/book-in-a-repair.md';
  await edit(booking, 'click **Book in**, or press `B`', 'click **New repair**, or press `N`');
  await edit(
    booking,
    '   - everything else: one week from today\n',
    '   - a clock: two weeks from today\n   - everything else: one week from today\n',
  );
  await edit(booking, 'kept with the repair for two years', 'kept with the repair for **three** years');
  await edit('content/repairs/quotes/write-a-quote.md', /title: .*/, 'title: Write and send a quote');
  await writeFile(
    path.join(dir, 'content/account/invoices.md'),
    '---\ntitle: Read an invoice\ndescription: What each line means.\n---\n\nEvery line has a **date**, a plan and an amount.\n',
  );
  // What nobody reads goes, and the sentence that led there with it.
  await edit('content/getting-started/welcome.md', /\n.*\[Words you will meet\].*\n/, '\n');
  await rm(path.join(dir, 'content/getting-started/words.md'));
  return dir;
}

/** Somebody adds to a sentence in Intercom. */
async function colleagueEdits(dir: string, title: string): Promise<void> {
  const sandbox = spawn(process.execPath, [command, 'sandbox', '--port', '0', '--json'], { cwd: dir });
  try {
    const [first] = (await once(sandbox.stdout, 'data')) as [Buffer];
    const { url } = JSON.parse(String(first)) as { url: string };
    const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/json', 'intercom-version': '2.11' };
    const all = (await (await fetch(`${url}/articles?per_page=100`, { headers })).json()) as {
      data: { id: string; title: string; body: string }[];
    };
    const article = all.data.find((one) => one.title === title);
    if (article === undefined) throw new Error(`there is no article ${title}`);
    const { admins } = (await (await fetch(`${url}/admins`, { headers })).json()) as { admins: { id: string }[] };
    const body = new URLSearchParams({
      action: 'save',
      locale: 'en',
      state: 'published',
      by: admins.at(1)?.id ?? '',
      title,
      body: article.body.replace('Nothing is deleted.', 'Nothing is deleted, and you can go back at any time.'),
    });
    const answer = await fetch(`${url}/workspace/articles/${article.id}`, {
      method: 'POST',
      body,
      headers: { origin: url },
    });
    if (!answer.ok) throw new Error(`the colleague could not edit: ${answer.status}`);
  } finally {
    sandbox.kill('SIGINT');
    await once(sandbox, 'exit');
  }
}

/** What the command prints, in colours. Exit code 1 says that something is held back, which is part of the picture. */
function run(cwd: string, argv: readonly string[]): Promise<string> {
  const env = { ...process.env, FORCE_COLOR: '1', COLUMNS: String(columns) };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [command, ...argv], { cwd, env }, (error, stdout, stderr) => {
      if (error !== null && error.code !== 1) reject(new Error(stderr));
      else resolve(stdout);
    });
  });
}

/** A terminal as a page. */
function terminal(line: string, printed: string): string {
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  return `<!doctype html><meta charset="utf-8"><style>
:root { color-scheme: light dark; --paper: #fff; --ink: #1c1b29; --edge: #d9d9e6; --green: #1a7f37; --yellow: #8a5a00; --red: #b3261e; --cyan: #0b6a87; --blue: #2f4fd0; --magenta: #8a3ffc }
@media (prefers-color-scheme: dark) { :root { --paper: #16161f; --ink: #ececf4; --edge: #34343f; --green: #5fd38a; --yellow: #e2b55a; --red: #ff8a80; --cyan: #6fd3ee; --blue: #9db2ff; --magenta: #d0a8ff } }
body { margin: 0; padding: 24px; background: transparent }
div { display: inline-block; border: 1px solid var(--edge); border-radius: 10px; background: var(--paper); color: var(--ink); padding: 18px 22px }
pre { margin: 0; font: 14px/1.5 'DejaVu Sans Mono', Menlo, Consolas, monospace; width: ${columns}ch; white-space: pre-wrap }
.ansi-green-fg { color: var(--green) } .ansi-yellow-fg { color: var(--yellow) } .ansi-red-fg { color: var(--red) }
.ansi-cyan-fg { color: var(--cyan) } .ansi-blue-fg { color: var(--blue) } .ansi-magenta-fg { color: var(--magenta) }
</style><div id="shown"><pre><b>$ ${line}</b>\n${ansi.ansi_to_html(printed.trimEnd())}</pre></div>`;
}

async function takePictures(dir: string): Promise<void> {
  const executablePath = chromiumPath();
  if (executablePath === null)
    throw new Error('Chromium or Chrome is needed: install it, or name it with CHROME_PATH.');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  const preview = spawn(process.execPath, [command, 'preview', '--sandbox', '--port', '0', '--json'], { cwd: dir });
  const [first] = (await once(preview.stdout, 'data')) as [Buffer];
  const { url } = JSON.parse(String(first)) as { url: string };
  const plan = terminal('npx helpcentre plan', (await run(dir, ['plan', '--sandbox'])).replaceAll(dir, ''));
  await mkdir(folder, { recursive: true });
  for (const colorScheme of themes) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: 1.5,
    });
    const page = await context.newPage();
    const take = (name: string, clip?: { height: number }) =>
      page.screenshot({
        path: path.join(folder, `${name}-${colorScheme}.png`),
        ...(clip && { clip: { x: 0, y: 0, width: 1280, height: clip.height } }),
      });
    await page.setContent(plan);
    await page
      .locator('#shown')
      .screenshot({ path: path.join(folder, `plan-${colorScheme}.png`), omitBackground: true });
    await page.goto(`${url}changes/`);
    await page.getByRole('link', { name: 'Book in a repair' }).first().click();
    await page.waitForLoadState('networkidle');
    await take('change', { height: 700 });
    await page.goto(url);
    if (colorScheme === 'light') await take('home');
    await context.close();
  }
  preview.kill('SIGINT');
  await browser.close();
}

const dir = await editedExample();
try {
  await takePictures(dir);
} finally {
  await rm(dir, { recursive: true, force: true });
}
