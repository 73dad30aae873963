import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Lockfile } from '../../src/model/recorded.ts';
import { type LogEntry, type Phase, type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const count = 120;
/** Requests that may be under way when there is a reason to stop. */
const underWay = 24;

const sources = Object.fromEntries(
  Array.from({ length: count }, (_, at) => [
    `content/a${String(at).padStart(3, '0')}.md`,
    `# Article ${at}\n\nText.\n`,
  ]),
);

/** A checkout with many new articles, and a sandbox that can be made to act at a phase of a request. */
async function scene(token: string, write = true) {
  const repository = await makeRepository(sources);
  let act: (n: number, phase: Phase, entry: LogEntry) => void = () => undefined;
  const sandbox: Sandbox = await startSandbox({
    dir: null,
    tokens: [{ token, write }],
    onRequest: (n, phase, entry) => act(n, phase, entry),
  });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: token };
  return {
    repository,
    sandbox,
    publish: (...argv: readonly string[]) => runIn(repository.dir, ['publish', '--yes', ...argv], { env, hurry: 50 }),
    when(listener: typeof act) {
      act = listener;
    },
    async recorded() {
      const text = await readFile(path.join(repository.dir, 'helpcentre.lock.json'), 'utf8');
      const [section] = Object.values((JSON.parse(text) as Lockfile).workspaces);
      return Object.values(section?.articles ?? {}).map((entry) => entry.id);
    },
    writes: () => sandbox.log.filter((entry) => entry.method !== 'GET').length,
    ids: () => sandbox.world.articles().map((article) => article.id),
  };
}

/** Runs again with everything in order, and looks whether each article is there once. */
async function goesOn({ sandbox, publish, recorded, ids }: Awaited<ReturnType<typeof scene>>) {
  const again = await publish();
  expect(again.code, again.stdout + again.stderr).toBe(0);
  expect(sandbox.world.articles()).toHaveLength(count);
  expect((await recorded()).sort()).toEqual([...ids()].sort());
  expect((await publish()).stdout).toContain('No changes');
}

describe('a publish that can only fail from some point on', () => {
  it('stops at a token that was revoked, records what was done, names the rest, and goes on later', async () => {
    const it = await scene('dG9rOnJldm9rZWQ=');
    it.when((_, phase) => {
      if (phase === 'applied' && it.ids().length === 30) it.sandbox.setToken('dG9rOnJldm9rZWQ=', null);
    });
    const result = await it.publish();
    expect(result.code).toBe(1);
    const done = it.ids();
    expect((await it.recorded()).sort()).toEqual([...done].sort());
    expect(done.length).toBeLessThanOrEqual(30 + underWay);
    expect(it.writes()).toBeLessThanOrEqual(done.length + underWay);
    expect(result.stdout).toContain('Intercom no longer takes the access token, so nothing else was begun.');
    expect(result.stdout).toContain(`Published: ${done.length} created, `);
    const failed = it.writes() - done.length;
    expect(result.stdout).toContain(
      `Not begun: ${count - done.length - failed} articles. Run again to go on from here.`,
    );
    // The rest is named twenty at a time, as the plan's own list is now.
    expect(result.stdout).toMatch(/Not begun: [^\n]*\n( {2}a\d{3}\.md\n){20} {2}… and \d+ more\n/);
    it.when(() => undefined);
    it.sandbox.setToken('dG9rOnJldm9rZWQ=', {});
    await goesOn(it);
  });

  it('stops when every write is forbidden', async () => {
    const it = await scene('dG9rOnJlYWRvbmx5', false);
    const result = await it.publish('--json');
    expect(result.code).toBe(1);
    expect(it.ids()).toEqual([]);
    expect(it.writes()).toBeLessThanOrEqual(5 + underWay);
    const { outcomes, notBegun, stopped } = JSON.parse(result.stdout) as {
      outcomes: { result: string; message: string }[];
      notBegun: string[];
      stopped: string;
    };
    expect(stopped).toBe('The same happened 5 times in a row, so nothing else was begun.');
    expect(outcomes.length + notBegun.length).toBe(count);
    expect(outcomes.every((outcome) => outcome.result === 'failed' && outcome.message.includes('403'))).toBe(true);
    it.sandbox.setToken('dG9rOnJlYWRvbmx5', { write: true });
    await goesOn(it);
  });

  it('goes on when writes are forbidden in the middle and allowed again soon', async () => {
    const it = await scene('dG9rOmJyaWVm');
    let refused = 0;
    it.when((_, phase, entry) => {
      if (phase === 'applied' && it.ids().length === 30 && refused === 0) {
        refused = entry.n;
        it.sandbox.setToken('dG9rOmJyaWVm', { write: false });
      } else if (phase === 'answered' && entry.status === 403) it.sandbox.setToken('dG9rOmJyaWVm', { write: true });
    });
    const result = await it.publish();
    expect(result.code).toBe(1);
    expect(result.stdout).not.toContain('Not begun');
    expect(it.ids().length).toBeGreaterThan(count - 12);
    await goesOn(it);
  });

  it('goes on when single articles are refused, however many', async () => {
    const it = await scene('dG9rOm1hbnk=');
    await it.repository.write(
      Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`content/a01${at}.md`, '# List\n\n- a\n  - b\n'])),
    );
    it.sandbox.setQuirks({ nestedLists: 'refused' });
    const result = await it.publish();
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('110 created, 10 failed');
    expect(result.stdout).not.toContain('Not begun');
    it.sandbox.setQuirks({ nestedLists: 'kept' });
    await goesOn(it);
  });

  it('waits for a network that is lost for a moment', async () => {
    const it = await scene('dG9rOm5ldHdvcms=');
    let lost = false;
    it.when((_, phase) => {
      if (phase !== 'applied' || it.ids().length < 30 || lost) return;
      lost = true;
      it.sandbox.setFaults('reset-before@1-12');
    });
    const result = await it.publish();
    expect(result.code, result.stdout + result.stderr).toBe(0);
    expect(it.ids()).toHaveLength(count);
  });

  it('stops when the network stays lost, and goes on when it is back', async () => {
    const it = await scene('dG9rOmdvbmU=');
    let lost = false;
    it.when((_, phase) => {
      if (phase !== 'applied' || it.ids().length < 30 || lost) return;
      lost = true;
      it.sandbox.setFaults('reset-before');
    });
    const result = await it.publish();
    expect(result.code).toBe(1);
    expect((await it.recorded()).length).toBeGreaterThanOrEqual(22);
    expect(result.stdout).toContain('The same happened 5 times in a row, so nothing else was begun.');
    expect(Number(/Not begun: (\d+) articles/.exec(result.stdout)?.[1])).toBeGreaterThan(count - 30 - 3 * underWay);
    it.when(() => undefined);
    it.sandbox.setFaults([]);
    await goesOn(it);
  });
});

it('a publish that is asked to stop between two collections says which it did not begin, and is not done', async () => {
  const folders = ['one', 'two', 'three'].map((name) => [
    `content/${name}/_collection.yml`,
    `name: ${name}\norder: 1\n`,
  ]);
  const repository = await makeRepository(Object.fromEntries(folders));
  const stop = new AbortController();
  const sandbox = await startSandbox({
    dir: null,
    onRequest: (_, phase, { method }) => {
      if (method === 'POST' && phase === 'applied') stop.abort();
    },
  });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const first = await runIn(repository.dir, ['publish', '--yes'], { env, hurry: 50, signal: stop.signal });
  expect(sandbox.world.collections()).toHaveLength(1);
  expect(first.code).toBe(1);
  expect(first.stdout).toContain('the run was stopped before it');
  const again = await runIn(repository.dir, ['publish', '--yes'], { env, hurry: 50 });
  expect(again.code).toBe(0);
  expect(sandbox.world.collections()).toHaveLength(3);
});
