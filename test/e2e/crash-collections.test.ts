import { once } from 'node:events';
import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PQueue from 'p-queue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { Lockfile } from '../../src/model/recorded.ts';
import { type Phase, type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { startBuilt } from '../kit/built-command.ts';
import { oneIn } from '../kit/depth.ts';
import { writeFiles } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

const described = 'name: Billing\ndescription: Money.\ntranslations:\n  fr:\n    name: Facturation\n';
const file = 'content/billing/_collection.yml';
const before = {
  'helpcentre.yml': 'state: published\nmaxRemovals: 100%\n',
  [file]: described,
  'content/billing/a.md': '# A\n\nFirst of all.\n',
  'content/billing/b.md': '# B\n\nSecond to none.\n',
  'content/plain/c.md': '# C\n\nThird time lucky.\n',
  'content/plain/d.md': '# D\n\nFourth, and last.\n',
};

type Edit = (repository: string) => Promise<void>;
const writing =
  (files: Readonly<Record<string, string>>): Edit =>
  (repository) =>
    writeFiles(repository, files);
const moving =
  (from: string, to: string, files: Readonly<Record<string, string>> = {}): Edit =>
  async (repository) => {
    await writeFiles(repository, files);
    await rename(path.join(repository, 'content', from), path.join(repository, 'content', to));
  };

const edits: Readonly<Record<string, Edit>> = {
  'a new collection with a section': writing({
    'content/new/_collection.yml': 'name: New\ndescription: Ours.\ntranslations: { fr: { name: Nouveau } }\n',
    'content/new/deep/e.md': '# E\n\nFifth.\n',
  }),
  'another name': writing({ [file]: described.replace('Billing', 'Payments') }),
  'another name by its folder': moving('plain', 'fancy'),
  'another description': writing({ [file]: described.replace('Money', 'Cash') }),
  'another translation': writing({ [file]: described.replace('Facturation', 'Paiements\n    description: Argent.') }),
  'all of its texts': writing({
    [file]: 'name: Payments\ndescription: Cash.\ntranslations:\n  fr:\n    name: Paiements\n    description: Argent.\n',
  }),
  'another place': moving('plain', 'billing/plain'),
  'another place in a new collection': moving('plain', 'new/plain', { 'content/new/e.md': '# E\n\nFifth.\n' }),
};

/** Nothing was published, and the help centre's first language is another than the sources'. */
const empty: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a translation into it': {
    [file]: described,
    'content/billing/a.md': '# A\n\nFirst.\n',
    'content/billing/a.fr.md': '# Â\n\nUn.\n',
  },
  'no text in it': {
    [file]: 'name: Billing\ndescription: Money.\n',
    'content/other/_collection.yml': 'name: Other\norder: 1\n',
  },
  sections: {
    [file]: described,
    'content/billing/in/_collection.yml': 'name: Inner\ntranslations: { fr: { name: Dedans, description: Sec. } }\n',
  },
};

const hook = new URL('./crash-hook.mjs', import.meta.url).href;
const envFor = ({ url, token }: Sandbox) => ({ INTERCOM_BASE_URL: url, INTERCOM_ACCESS_TOKEN: token });
let home = '';
let count = 0;

/** A workspace and a checkout after the first publish, with an edit of the sources. */
async function scene(edit: Edit, onRequest?: (n: number, phase: Phase) => Promise<void>, base: Base = 'base') {
  count += 1;
  const dir = path.join(home, String(count));
  await cp(path.join(home, base), dir, { recursive: true });
  const repository = path.join(dir, 'repository');
  await edit(repository);
  const workspace = path.join(dir, 'workspace');
  const sandbox = await startSandbox({ dir: workspace, rateLimit: 100_000, ...(onRequest ? { onRequest } : {}) });
  return { dir, repository, sandbox };
}

/** Collections as readers have them, with names in the place of ids, and what the lockfile says of them. */
async function stateOf({ world }: Sandbox, repository: string) {
  const { workspaces } = JSON.parse(await readFile(path.join(repository, 'helpcentre.lock.json'), 'utf8')) as Lockfile;
  const names = new Map(world.collections().map(({ id, contents }) => [id, contents.en?.name]));
  const nameOf = (id: string | null | undefined) => (id == null ? id : names.get(id));
  const [section] = Object.values(workspaces);
  return {
    shelves: world
      .collections()
      .map(({ id, contents, parentId }) => ({ name: nameOf(id), contents, parent: nameOf(parentId) }))
      .sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1)),
    articles: world
      .articles()
      .map(({ contents, parentIds }) => `${nameOf(parentIds[0])} / ${contents.en?.title}`)
      .sort(),
    recorded: Object.entries(section?.collections ?? {}).map(([key, { id, desired, folder, remote = {} }]) => {
      const { place: _, ...prints } = remote;
      return { key, name: nameOf(id), desired, folder, prints };
    }),
  };
}

/** A workspace that was published to, or one with nothing in it. */
type Base = 'base' | 'empty';

type Cut = { readonly request: number; readonly phase: 'received' | 'applied' } | { readonly note: number };

/** Collections under way when a run is killed: as many as there may be, one after the other, and in between. */
const atOnce = [[], ['--concurrency', '1'], ['--concurrency', '4'], ['--concurrency', '24']] as const;
let killed = 0;

/** Kills a publish, runs it again, with or without what the first run left on disk, and demands what is intended. */
async function cutOff(
  edit: Edit,
  cut: Cut,
  leftovers: 'kept' | 'lost',
  intended: unknown,
  base: Base = 'base',
): Promise<void> {
  let child: ReturnType<typeof startBuilt> | null = null;
  let exited: Promise<unknown> = Promise.resolve();
  const { dir, repository, sandbox } = await scene(
    edit,
    async (n, phase) => {
      if (!('request' in cut) || n !== cut.request || phase !== cut.phase || child === null) return;
      child.kill('SIGKILL');
      await exited;
    },
    base,
  );
  try {
    if ('request' in cut && cut.phase === 'received') sandbox.setFaults(`reset-before@${cut.request}`);
    const killing = 'note' in cut ? { CRASH_AT: `note:${cut.note}`, NODE_OPTIONS: `--import ${hook}` } : {};
    killed += 1;
    const argv = ['publish', '--yes', '--quiet', ...(atOnce[killed % atOnce.length] ?? [])];
    child = startBuilt(argv, { cwd: repository, env: { ...envFor(sandbox), ...killing } });
    exited = once(child, 'exit');
    const [code, signal] = (await exited) as [number | null, string | null];
    child = null;
    expect(signal ?? (isWindows && code === 1 ? 'SIGKILL' : null), 'the run was to be killed').toBe('SIGKILL');
    sandbox.setFaults([]);
    if (leftovers === 'lost') await rm(path.join(repository, '.helpcentre'), { recursive: true, force: true });
    const run = (...argv: readonly string[]) => runIn(repository, argv, { env: envFor(sandbox) });
    const plan = JSON.parse((await run('plan', '--json')).stdout) as Plan;
    expect([plan.held, plan.problems]).toEqual([[], []]);
    const again = await run('publish', '--yes');
    expect(again.code, again.stdout + again.stderr).toBe(0);
    expect(await stateOf(sandbox, repository)).toEqual(intended);
    expect((await run('plan', '--detailed-exitcode')).code).toBe(0);
  } finally {
    await sandbox.close();
    await rm(dir, { recursive: true, force: true });
  }
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'helpcentre-crash-'));
  const repository = path.join(home, 'base/repository');
  await writeFiles(repository, before);
  const sandbox = await startSandbox({ dir: path.join(home, 'base/workspace'), rateLimit: 100_000 });
  await sandbox.world.setLocales(['en', 'fr']);
  const published = await runIn(repository, ['publish', '--yes'], { env: envFor(sandbox) });
  expect(published.code, published.stdout + published.stderr).toBe(0);
  await rm(path.join(repository, '.helpcentre'), { recursive: true, force: true });
  await sandbox.close();
  await writeFiles(path.join(home, 'empty/repository'), { 'helpcentre.yml': 'state: published\n' });
  const untouched = await startSandbox({ dir: path.join(home, 'empty/workspace') });
  await untouched.world.setLocales(['fr', 'en']);
  await untouched.close();
});

afterAll(() => rm(home, { recursive: true, force: true }));

describe('a publish that is killed around the write of a collection, and run again', () => {
  const all = [
    ...Object.entries(edits).map(([name, edit]) => ({ name, edit, base: 'base' as const })),
    ...Object.entries(empty).map(([name, files]) => ({
      name: `the first collections of a help centre in another language, with ${name}`,
      edit: writing(files),
      base: 'empty' as const,
    })),
  ];
  it.each(all)(
    'goes on with $name: no twin, and nothing is held by our own doing',
    async ({ edit, base }) => {
      const { repository, sandbox } = await scene(edit, undefined, base);
      const whole = await runIn(repository, ['publish', '--yes'], { env: envFor(sandbox) });
      expect(whole.code, whole.stdout + whole.stderr).toBe(0);
      const intended = await stateOf(sandbox, repository);
      const writes = sandbox.log.flatMap(({ method }, index) => (method === 'GET' ? [] : [index + 1]));
      await sandbox.close();
      expect(writes.length).toBeGreaterThan(0);
      // In an empty help centre a collection is one note after two writes.
      const notes = base === 'base' ? writes.length : intended.shelves.length + intended.articles.length;
      const cuts = writes.flatMap((request, index): readonly Cut[] => [
        { request, phase: 'received' },
        { request, phase: 'applied' },
        ...(index < notes ? [{ note: index + 1 }] : []),
      ]);
      const queue = new PQueue({ concurrency: 2 });
      // In turn: three places around a write, and every sixth of them for each restart.
      const runs = (['kept', 'lost'] as const).flatMap((leftovers, turn) =>
        oneIn(8, cuts, 2 * turn).map((cut) => queue.add(() => cutOff(edit, cut, leftovers, intended, base))),
      );
      await Promise.all(runs);
    },
    120_000,
  );
});
