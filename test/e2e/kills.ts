import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PQueue from 'p-queue';
import { expect } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import type { Lockfile } from '../../src/model/recorded.ts';
import { type Phase, type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { startBuilt } from '../kit/built-command.ts';
import { writeFiles } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

/** A publish that can be cut off, and what was there before it. */
export interface Scene {
  /** What is published before anything is cut off. */
  readonly before: Readonly<Record<string, string>>;
  /** What is published then, in another way than before. */
  readonly between?: { readonly files: Readonly<Record<string, string>>; readonly argv: readonly string[] };
  /** What people do in Intercom afterwards. */
  readonly editByHand?: (sandbox: Sandbox) => Promise<void>;
  /** Files that are other ones in the publish that is cut off, and those that are gone. */
  readonly after: Readonly<Record<string, string>>;
  readonly gone: readonly string[];
  readonly quirks?: SandboxOptions['quirks'];
  /** More options of every publish that may be cut off. */
  readonly argv?: readonly string[];
}

/** Where a run is killed: around a request, or at a place that `crash-hook.mjs` knows. */
export type Cut = { readonly request: number; readonly phase: 'received' | 'applied' } | { readonly env: string };

/** What is left of a killed run: its files, or a fresh checkout. */
export type Leftovers = 'kept' | 'lost';

/** A scene that is ready to be cut off. */
export interface Kills {
  /** Requests of an undisturbed run, by number. */
  readonly requests: readonly number[];
  /** Those that change something. */
  readonly writes: readonly number[];
  /** Runs until the process is killed, then runs again, and expects the end of an undisturbed run. */
  cutOffAndGoOn(cut: Cut, leftovers: Leftovers): Promise<void>;
  remove(): Promise<void>;
}

/** Articles under way when a run is killed: as many as there may be, one after the other, and in between. */
const atOnce = [[], ['--concurrency', '1'], ['--concurrency', '4'], ['--concurrency', '24']] as const;

const hook = new URL('./crash-hook.mjs', import.meta.url).href;

const envFor = (sandbox: Sandbox) => ({ INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token });

type Listener = (n: number, phase: Phase) => Promise<void>;

/** Publishes what comes before, and the rest once without a disturbance. */
export async function prepareKills(scene: Scene): Promise<Kills> {
  const home = await mkdtemp(path.join(tmpdir(), 'helpcentre-crash-'));
  await publishBefore(scene, home);
  const argv = ['publish', '--yes', ...(scene.argv ?? [])];

  const { repository, sandbox } = await setUp(scene, home, 'undisturbed');
  const whole = await runIn(repository, [...argv, '--json'], { env: envFor(sandbox) });
  expect(whole.code, whole.stderr + whole.stdout).toBe(0);
  const requests = sandbox.log.map(({ n }) => n);
  const writes = sandbox.log.filter(({ method }) => method !== 'GET').map(({ n }) => n);
  const intended = await stateOf(sandbox, repository);
  await sandbox.close();

  let count = 0;
  return {
    requests,
    writes,
    async cutOffAndGoOn(cut, leftovers) {
      count += 1;
      const killed = [...argv, ...(atOnce[count % atOnce.length] ?? [])];
      const { dir, repository, sandbox } = await cutOff(scene, home, String(count), cut, killed);
      try {
        if (leftovers === 'lost') {
          await rm(path.join(repository, '.helpcentre'), { recursive: true, force: true });
          await cp(path.join(home, 'base/repository/helpcentre.lock.json'), path.join(repository, lockfileName));
        }
        const again = await runIn(repository, argv, { env: envFor(sandbox) });
        expect(withoutProgress(again.stderr)).toBe('');
        expect(again.code, again.stdout).toBe(0);
        expect(await stateOf(sandbox, repository)).toEqual(intended);
        const plan = await runIn(repository, ['plan', '--detailed-exitcode', ...(scene.argv ?? [])], {
          env: envFor(sandbox),
        });
        expect(plan.code, plan.stdout).toBe(0);
      } finally {
        await sandbox.close();
        await rm(dir, { recursive: true, force: true });
      }
    },
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

const lockfileName = 'helpcentre.lock.json';

async function publishBefore({ before, between, quirks }: Scene, home: string): Promise<void> {
  await writeFiles(path.join(home, 'base/repository'), before);
  const first = await startSandbox({
    dir: path.join(home, 'base/workspace'),
    rateLimit: 100_000,
    ...(quirks && { quirks }),
  });
  const cwd = path.join(home, 'base/repository');
  const published = await runIn(cwd, ['publish', '--yes'], { env: envFor(first) });
  expect(published.code, published.stderr).toBe(0);
  if (between !== undefined) {
    await writeFiles(cwd, between.files);
    const then = await runIn(cwd, ['publish', '--yes', ...between.argv], { env: envFor(first) });
    expect(then.code, then.stderr).toBe(0);
  }
  await first.close();
}

/** A workspace and a checkout as they are after the first publish, with the second one's sources in place. */
async function setUp(scene: Scene, home: string, name: string, listener?: Listener) {
  const dir = path.join(home, name);
  const repository = path.join(dir, 'repository');
  await cp(path.join(home, 'base'), dir, { recursive: true });
  await writeFiles(repository, scene.after);
  for (const file of scene.gone) await rm(path.join(repository, file));
  const sandbox = await startSandbox({
    dir: path.join(dir, 'workspace'),
    rateLimit: 100_000,
    ...(scene.quirks && { quirks: scene.quirks }),
    ...(listener && { onRequest: listener }),
  });
  await scene.editByHand?.(sandbox);
  return { dir, repository, sandbox };
}

/** Runs until the process is killed. Only what is killed has to be a process: what runs after it takes a tenth so. */
async function cutOff(scene: Scene, home: string, name: string, cut: Cut, argv: readonly string[]) {
  let child: ReturnType<typeof startBuilt> | null = null;
  let exited: Promise<unknown> = Promise.resolve();
  const place = await setUp(scene, home, name, async (n, phase) => {
    if (!('request' in cut) || n !== cut.request || phase !== cut.phase || child === null) return;
    child.kill('SIGKILL');
    await exited;
  });
  const { repository, sandbox } = place;
  // Killed before a request was sent: it never takes effect.
  if ('request' in cut && cut.phase === 'received') sandbox.setFaults(`reset-before@${cut.request}`);
  const env = {
    ...envFor(sandbox),
    ...('env' in cut ? { CRASH_AT: cut.env, NODE_OPTIONS: `--import ${hook}` } : {}),
  };
  child = startBuilt([...argv, '--quiet'], { cwd: repository, env });
  exited = once(child, 'exit');
  const [code, signal] = (await exited) as [number | null, string | null];
  child = null;
  // Notes on what is under way at once are kept together, so that there can be fewer of them than writes, but one there
  // is; and an order of writes may take a request less than another.
  const isPast = 'request' in cut ? sandbox.log.length < cut.request : /^note:(?!1$)/.test(cut.env);
  // Windows tells of no signal when a process ended itself.
  if (!isPast || code !== 0)
    expect(signal ?? (isWindows && code === 1 ? 'SIGKILL' : null), 'the run was to be killed').toBe('SIGKILL');
  sandbox.setFaults([]);
  return place;
}

async function rowsAt<T>({ url, token }: Sandbox, at: string): Promise<readonly T[]> {
  const headers = { authorization: `Bearer ${token}`, 'intercom-version': '2.16' };
  const answer = await fetch(`${url}${at}?per_page=50`, { headers });
  return ((await answer.json()) as { data: readonly T[] }).data;
}

async function redirectsOf(sandbox: Sandbox): Promise<readonly { from_url: string; target_id: string }[]> {
  const centres = await rowsAt<{ id: string }>(sandbox, '/help_center/help_centers');
  const lists = await Promise.all(
    centres.map(({ id }) =>
      rowsAt<{ from_url: string; target_id: string }>(sandbox, `/help_center/help_centers/${id}/redirects`),
    ),
  );
  return lists.flat().sort((a, b) => (a.from_url < b.from_url ? -1 : 1));
}

/** An internal article or a snippet, as far as it is compared. */
interface Unlisted {
  readonly id: string;
  readonly title: string;
  readonly body?: string;
  readonly body_markdown: string;
  readonly ai_chatbot_availability: boolean;
}

/** Internal articles and snippets, with the ids that the lockfile has for them. */
async function unlistedOf(sandbox: Sandbox): Promise<readonly Unlisted[]> {
  const lists = await Promise.all(
    (['internal_articles ia_', 'content_snippets snip_'] as const).map(async (type) => {
      const [list, beginning] = type.split(' ');
      const rows = await rowsAt<Unlisted>(sandbox, `/${list}`);
      return rows.map((row) => ({ ...row, id: `${beginning}${row.id}` }));
    }),
  );
  return lists.flat().sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** All that a reader and the next run can tell, with titles in the place of ids. */
async function stateOf(sandbox: Sandbox, repository: string) {
  const lockfile = JSON.parse(await readFile(path.join(repository, lockfileName), 'utf8')) as Lockfile;
  const articles = sandbox.world.articles();
  const unlisted = await unlistedOf(sandbox);
  const titleOf = new Map([
    ...articles.map((article) => [article.id, article.contents.en?.title ?? '?'] as const),
    ...unlisted.map(({ id, title }) => [id, title] as const),
  ]);
  const collections = sandbox.world.collections();
  const shown = articles.map((article) => ({
    title: titleOf.get(article.id),
    places: article.parentIds.map((id) => collections.find((one) => one.id === id)?.contents.en?.name),
    locales: Object.entries(article.contents).map(([locale, content]) => ({
      locale,
      title: content?.title,
      state: content?.state,
      body: named(sandbox.world.body(article.id, locale as 'en') ?? '', titleOf),
      ...(content?.draft == null
        ? {}
        : { draft: { title: content.draft.title, body: named(content.draft.body, titleOf) } }),
    })),
  }));
  const [section] = Object.values(lockfile.workspaces);
  const recorded = Object.entries(section?.articles ?? {}).map(([key, { id, removed, locales }]) => ({
    key,
    article: titleOf.get(id),
    removed,
    locales: Object.entries(locales).map(([locale, { source, desired, staged }]) => ({
      ...{ locale, source, desired },
      ...(staged === undefined ? {} : { staged: staged.desired }),
    })),
  }));
  return {
    articles: shown.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    unlisted: unlisted.map(({ title, body, body_markdown: markdown, ai_chatbot_availability: fin }) => ({
      ...{ title, fin, text: named(body ?? markdown, titleOf) },
    })),
    collections: collections.map((one) => one.contents.en?.name).sort(),
    redirects: (await redirectsOf(sandbox)).map(({ from_url, target_id }) => {
      const { pathname } = new URL(from_url);
      return `${pathname} ${titleOf.get(target_id) ?? collections.find(({ id }) => id === target_id)?.contents.en?.name}`;
    }),
    recorded,
    // Two sources never share an article.
    ids: new Set(Object.values(section?.articles ?? {}).map(({ id }) => id)).size,
    sections: Object.keys(section?.collections ?? {}),
    images: Object.keys(section?.images ?? {}),
  };
}

/** A body with the names of what its links lead to: ids of articles, and of headings that Intercom numbered. */
function named(body: string, titleOf: ReadonlyMap<string, string>): string {
  const ids = [...body.matchAll(/<h\d id="(h_[0-9a-f]{10})"/g)].map(([, id]) => id ?? '');
  return canonical(body)
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, '')
    .replace(/\/articles\/(\d+)[^"#]*/g, (_, id: string) => `/articles/${titleOf.get(id)}`)
    .replace(/"#(h_[0-9a-f]{10})"/g, (_, id: string) => `"#heading ${ids.indexOf(id)}"`)
    .replace(/#h_[0-9a-f]{10}"/g, '#heading of another"');
}

/** What a run says besides how far it is, which a slow machine is told and a fast one is not. */
function withoutProgress(text: string): string {
  return text.replace(/^\d+ of \d+ \w+\n/gm, '');
}

/** Tries all cases, of which one waits for its process while the other one works, and says which ones failed. */
export async function twoAtATime<Case>(cases: readonly Case[], attempt: (one: Case) => Promise<void>): Promise<void> {
  const queue = new PQueue({ concurrency: 2 });
  expect(cases.length).toBeGreaterThan(1);
  const ends = await Promise.allSettled(cases.map((one) => queue.add(() => attempt(one))));
  const failures = ends.flatMap((end, index) =>
    end.status === 'rejected' ? [{ failed: JSON.stringify(cases[index]), error: end.reason as Error }] : [],
  );
  const [first] = failures;
  if (first !== undefined) {
    first.error.message = `after ${failures.map(({ failed }) => failed).join(', ')}: ${first.error.message}`;
    throw first.error;
  }
}

/** Numbers from 1. */
export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
