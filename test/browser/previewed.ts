import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { writeFiles } from '../kit/repository.ts';
import { type RunResult, runIn } from '../kit/run-in.ts';
import { startChromium } from './chromium.ts';

const example = fileURLToPath(new URL('../../content-example', import.meta.url));

/** A copy of the example help centre, or of nothing. */
export interface Checkout {
  readonly dir: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  remove(file: string): Promise<void>;
  run(argv: readonly string[], env?: Readonly<Record<string, string>>): Promise<RunResult>;
  gone(): Promise<void>;
}

/** Copies the example, or makes an empty repository. */
export async function checkout(from: 'the example' | 'nothing'): Promise<Checkout> {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-browser-'));
  if (from === 'the example') {
    await cp(example, dir, { recursive: true, filter: (file) => !file.includes('.helpcentre') });
  } else await writeFiles(dir, { 'helpcentre.yml': 'state: published\n' });
  return {
    dir,
    write: (files) => writeFiles(dir, files),
    remove: (file) => rm(path.join(dir, file)),
    run: (argv, env = {}) => runIn(dir, argv, { env }),
    gone: () => rm(dir, { recursive: true, force: true }),
  };
}

/** A preview that runs. */
export interface Previewed {
  /** With a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A workspace to publish to, and to edit in as a colleague would. */
export interface Workspace {
  readonly sandbox: Sandbox;
  /** For commands that talk to it. */
  readonly env: Readonly<Record<string, string>>;
  edit(title: string, change: { readonly title?: string; readonly body?: string }): Promise<void>;
}

/** Starts an empty workspace on loopback. */
export async function startWorkspace(): Promise<Workspace> {
  let later = 0;
  const sandbox = await startSandbox({ dir: null, now: () => Date.now() + later });
  return {
    sandbox,
    env: { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token },
    async edit(title, change) {
      const id = sandbox.world.articles().find((one) => one.contents[one.defaultLocale]?.title === title)?.id ?? '';
      // Intercom's times are in seconds: an edit in the second of the publish could not be told from it.
      later += 60_000;
      await sandbox.world.editArticle(id, change);
    },
  };
}

/** Starts `helpcentre preview` in this process, on any port that is free. */
export async function startPreview(
  dir: string,
  more: readonly string[] = ['--offline'],
  env: Readonly<Record<string, string>> = {},
): Promise<Previewed> {
  const stopping = new AbortController();
  let over: Promise<RunResult> | null = null;
  const url = await new Promise<string>((resolve, reject) => {
    const onStdout = (text: string): void => {
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0];
      if (found !== undefined) resolve(found);
    };
    over = runIn(dir, ['preview', '--port', '0', '--editor', 'none', ...more], {
      signal: stopping.signal,
      onStdout,
      env,
    });
    over.then(({ stderr }) => reject(new Error(stderr)), reject);
  });
  return {
    url,
    async stop() {
      stopping.abort();
      await over;
    },
  };
}

/** All that a test of the connected preview needs. */
export interface Connected {
  readonly browser: Browser;
  readonly repository: Checkout;
  readonly workspace: Workspace;
  readonly preview: Previewed;
  stop(): Promise<void>;
}

/**
 * Publishes a checkout, changes it, and starts the preview that compares it with its workspace.
 *
 * @param change what happens in the checkout and in the workspace after the publish
 */
export async function startConnected(
  from: 'the example' | 'nothing',
  files: Readonly<Record<string, string>>,
  change: (repository: Checkout, workspace: Workspace) => Promise<void>,
): Promise<Connected> {
  const [browser, repository, workspace] = await Promise.all([startChromium(), checkout(from), startWorkspace()]);
  await repository.write(files);
  const published = await repository.run(['publish', '--yes'], workspace.env);
  if (published.code !== 0) throw new Error(published.stderr + published.stdout);
  await change(repository, workspace);
  const preview = await startPreview(repository.dir, [], workspace.env);
  return {
    browser,
    repository,
    workspace,
    preview,
    async stop() {
      await preview.stop();
      await browser.close();
      await workspace.sandbox.close();
      await repository.gone();
    },
  };
}

/** A page, and everything about it that should never be. */
export interface Watched {
  readonly page: Page;
  /** Errors, refusals of the policy, requests that leave this machine: none, when all is well. */
  readonly wrong: readonly string[];
  close(): Promise<void>;
}

/** The window of a person at a desk. */
export const desktop = { width: 1440, height: 900 } as const;

/** Opens a page in a context of its own. A request that would leave this machine is noted and not sent. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: desktop, locale: 'en-GB', ...options });
  const wrong: string[] = [];
  await context.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname) && !['file:', 'data:'].includes(url.protocol),
    (route) => {
      wrong.push(`request to ${route.request().url()}`);
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, wrong, close: () => context.close() };
}
