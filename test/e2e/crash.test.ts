import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PQueue from 'p-queue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../src/html/canonical.ts';
import type { Lockfile } from '../../src/model.ts';
import { type Phase, type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { runBuilt, startBuilt } from '../kit/built-command.ts';
import { writeFiles } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

const svg = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${colour}"/></svg>`;

const words = (name: string) => Array.from({ length: 12 }, (_, index) => `${name}${index}`).join(' ');

/** What is published before anything is cut off. */
const before = {
  'helpcentre.yml': 'state: published\nmaxRemovals: 100%\n',
  'content/billing/stays.md': `# Stays\n\n${words('stays')}\n`,
  'content/billing/changes.md': `# Changes\n\n${words('changes')}\n`,
  'content/billing/moves.md': `# Moves\n\n${words('moves')}\n`,
  'content/billing/goes.md': `# Goes\n\n${words('goes')}\n`,
};

/** The publish that is cut off: it creates (alone and in a circle of links), updates, moves, uploads and removes. */
const after = {
  'content/billing/changes.md': `# Changes\n\n${words('changes')} and links to [one](../account/one.md).\n`,
  'content/billing/moved/here.md': `# Moves\n\n${words('moves')}\n`,
  'content/account/one.md': '# One\n\nSee [two](two.md#part).\n\n![shot](../images/red.svg)\n',
  'content/account/two.md': '# Two\n\n## Part\n\nSee [one](one.md) and [three](three.md).\n',
  'content/account/three.md': '# Three\n\nAlone.\n\n![shot](../images/blue.svg)\n',
  'content/account/three.fr.md': '# Trois\n\nSeul.\n',
  'content/images/red.svg': svg('red'),
  'content/images/blue.svg': svg('blue'),
};
const gone = ['content/billing/moves.md', 'content/billing/goes.md'];

const hook = new URL('./crash-hook.mjs', import.meta.url).href;

let home = '';
/** Requests of an undisturbed run, and effects it notes. */
let requests = 0;
let effects = 0;
let intended: unknown;

const envFor = (sandbox: Sandbox) => ({ INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token });

/** A workspace and a checkout as they are after the first publish, with the second one's sources in place. */
async function scene(name: string, listener?: (n: number, phase: Phase) => Promise<void>) {
  const dir = path.join(home, name);
  await cp(path.join(home, 'base'), dir, { recursive: true });
  await writeFiles(path.join(dir, 'repository'), after);
  for (const file of gone) await rm(path.join(dir, 'repository', file));
  const sandbox = await startSandbox({
    dir: path.join(dir, 'workspace'),
    rateLimit: 100_000,
    ...(listener === undefined ? {} : { onRequest: listener }),
  });
  return { dir, repository: path.join(dir, 'repository'), sandbox };
}

/** All that a reader and the next run can tell, with titles in the place of ids. */
async function stateOf(sandbox: Sandbox, repository: string) {
  const lockfile = JSON.parse(await readFile(path.join(repository, 'helpcentre.lock.json'), 'utf8')) as Lockfile;
  const articles = sandbox.world.articles();
  const titleOf = new Map(articles.map((article) => [article.id, article.contents.en?.title ?? '?']));
  const named = (text: string) =>
    text
      .replace(/http:\/\/127\.0\.0\.1:\d+/g, '')
      .replace(/\/articles\/(\d+)[^"#]*/g, (_, id: string) => `/articles/${titleOf.get(id)}`);
  const shown = articles.map((article) => ({
    title: titleOf.get(article.id),
    places: article.parentIds.map((id) => sandbox.world.collections().find((one) => one.id === id)?.contents.en?.name),
    locales: Object.entries(article.contents).map(([locale, content]) => ({
      locale,
      title: content?.title,
      state: content?.state,
      body: named(canonical(sandbox.world.body(article.id, locale as 'en') ?? '')),
    })),
  }));
  const [section] = Object.values(lockfile.workspaces);
  const recorded = Object.entries(section?.articles ?? {}).map(([key, { id, removed, locales }]) => ({
    key,
    article: titleOf.get(id),
    removed,
    locales: Object.entries(locales).map(([locale, { source, desired }]) => ({ locale, source, desired })),
  }));
  return {
    articles: shown.sort((a, b) => ((a.title ?? '') < (b.title ?? '') ? -1 : 1)),
    collections: sandbox.world
      .collections()
      .map((one) => one.contents.en?.name)
      .sort(),
    recorded,
    sections: Object.keys(section?.collections ?? {}),
    images: Object.keys(section?.images ?? {}),
  };
}

/**
 * Runs until the process is killed, then runs again, with or without what the first run left behind. Only what is
 * killed has to be a process: the run after it is in this one, which takes a tenth of the time.
 */
async function cutOffAndGoOn(
  name: string,
  cut: { readonly request: number; readonly phase: 'received' | 'applied' } | { readonly env: string },
  leftovers: 'kept' | 'lost',
): Promise<void> {
  let child: ReturnType<typeof startBuilt> | null = null;
  let exited: Promise<unknown> = Promise.resolve();
  const { dir, repository, sandbox } = await scene(name, async (n, phase) => {
    if (!('request' in cut) || n !== cut.request || phase !== cut.phase || child === null) return;
    child.kill('SIGKILL');
    await exited;
  });
  try {
    // Killed before a request was sent: it never takes effect.
    if ('request' in cut && cut.phase === 'received') sandbox.setFaults(`reset-before@${cut.request}`);
    const env = {
      ...envFor(sandbox),
      ...('env' in cut ? { CRASH_AT: cut.env, NODE_OPTIONS: `--import ${hook}` } : {}),
    };
    child = startBuilt(['publish', '--yes', '--quiet'], { cwd: repository, env });
    exited = once(child, 'exit');
    const [code, signal] = (await exited) as [number | null, string | null];
    child = null;
    // Windows tells of no signal when a process ended itself.
    expect(signal ?? (isWindows && code === 1 ? 'SIGKILL' : null), 'the run was to be killed').toBe('SIGKILL');
    sandbox.setFaults([]);
    if (leftovers === 'lost') {
      await rm(path.join(repository, '.helpcentre'), { recursive: true, force: true });
      await cp(path.join(home, 'base/repository/helpcentre.lock.json'), path.join(repository, 'helpcentre.lock.json'));
    }
    const again = await runIn(repository, ['publish', '--yes'], { env: envFor(sandbox) });
    expect(again.stderr).toBe('');
    expect(again.code, again.stdout).toBe(0);
    expect(await stateOf(sandbox, repository)).toEqual(intended);
    const plan = await runIn(repository, ['plan', '--detailed-exitcode'], { env: envFor(sandbox) });
    expect(plan.code, plan.stdout).toBe(0);
  } finally {
    await sandbox.close();
    await rm(dir, { recursive: true, force: true });
  }
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Tries all cases, of which one waits for its process while the other one works. */
async function twoAtATime<Case>(cases: readonly Case[], attempt: (one: Case) => Promise<void>): Promise<void> {
  const queue = new PQueue({ concurrency: 2 });
  expect(cases.length).toBeGreaterThan(1);
  await Promise.all(cases.map((one) => queue.add(() => attempt(one))));
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'helpcentre-crash-'));
  await writeFiles(path.join(home, 'base/repository'), before);
  const first = await startSandbox({ dir: path.join(home, 'base/workspace'), rateLimit: 100_000 });
  const published = await runBuilt(['publish', '--yes'], {
    cwd: path.join(home, 'base/repository'),
    env: envFor(first),
  });
  expect(published.code, published.stderr).toBe(0);
  await first.close();

  const { repository, sandbox } = await scene('undisturbed');
  const whole = await runBuilt(['publish', '--yes', '--json'], { cwd: repository, env: envFor(sandbox) });
  expect(whole.code, whole.stderr).toBe(0);
  requests = sandbox.log.length;
  effects = sandbox.log.filter((entry) => entry.method !== 'GET').length;
  intended = await stateOf(sandbox, repository);
  await sandbox.close();
}, 120_000);

afterAll(() => rm(home, { recursive: true, force: true }));

describe('a publish that is killed', () => {
  for (const leftovers of ['kept', 'lost'] as const) {
    const how = leftovers === 'kept' ? 'with what it left on disk' : 'from a fresh checkout';
    for (const phase of ['received', 'applied'] as const) {
      const when =
        phase === 'received' ? 'just before each request' : 'after each request took effect and before its answer';
      it(`${when}, and run again ${how}, ends as if nothing had happened`, async () => {
        await twoAtATime(upTo(requests), (request) =>
          cutOffAndGoOn(`${leftovers}-${phase}-${request}`, { request, phase }, leftovers),
        );
      }, 300_000);
    }

    it(`after each answer and before it is noted, and run again ${how}, ends as if nothing had happened`, async () => {
      await twoAtATime(upTo(effects), (effect) =>
        cutOffAndGoOn(`${leftovers}-note-${effect}`, { env: `note:${effect}` }, leftovers),
      );
    }, 300_000);

    it(`around the moment the lockfile is replaced, and run again ${how}, ends as if nothing had happened`, async () => {
      await twoAtATime(['before', 'after'], (when) =>
        cutOffAndGoOn(`${leftovers}-lock-${when}`, { env: `lockfile:${when}` }, leftovers),
      );
    }, 120_000);
  }
});
