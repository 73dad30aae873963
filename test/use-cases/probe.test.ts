import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import glob from 'fast-glob';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkbench } from '../../src/intercom/index.ts';
import { type ApiVersion, apiVersions } from '../../src/model/api-version.ts';
import {
  observedQuirks,
  type QuirkName,
  type Quirks,
  quirkNames,
  quirkTable,
  strictQuirks,
} from '../../src/model/quirks.ts';
import type { Workbench } from '../../src/model/workbench.ts';
import type { WorkspaceFacts } from '../../src/model/workspace-facts.ts';
import { clear } from '../../src/probe/clear.ts';
import { readNotes } from '../../src/probe/notes.ts';
import { probe } from '../../src/probe/probe.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { makeContext } from '../../src/use-cases/context.ts';
import { factsIn as factsInFile } from '../../src/use-cases/facts-in.ts';
import { gatherSources } from '../../src/use-cases/sources.ts';
import { isDeep, runs } from '../kit/depth.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';
import { changingPictures } from '../sandbox/changing-pictures.ts';

/** Constructs that one workspace or another does not take. */
const article = `# A

- one
  - two
    - three

> [!NOTE]
> Mind this.

<details>
<summary>More</summary>

Inside.

</details>

## Two

#### Four

<table><tr><td colspan="2" style="background-color: #e3e7fa80">a</td></tr><tr><td>b</td><td>c</td></tr></table>

https://www.youtube.com/watch?v=aqz-KE-bpKQ

https://vimeo.com/1084537

:button[Go]{href="https://example.com/go"}

:::center
In the middle\\
of it.
:::

See [B](b.md).
`;

/** A workspace with an article, a collection and a tag, and a repository beside it. */
async function workspace(options: Partial<SandboxOptions> = {}, version: ApiVersion = '2.16') {
  const sandbox = await startSandbox({ dir: null, version, ...options });
  onTestFinished(() => sandbox.close());
  const { world } = sandbox;
  const collection = await world.createCollection({ name: 'Ours' });
  await world.createArticle({ title: 'Theirs', parentId: collection.id, state: 'published' });
  await world.createArticle({ title: 'Loose', state: 'published' });
  const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/json' };
  await fetch(`${sandbox.url}/tags`, { method: 'POST', headers, body: '{"name":"New"}' });
  const { dir } = await makeRepository({
    'helpcentre.yml': `apiVersion: "${version}"\nstate: published\nmaxRemovals: 1\n`,
    'content/a.md': article,
    'content/b.md': '# B\n\nText.\n',
  });
  const env = { INTERCOM_ACCESS_TOKEN: 'sandbox', INTERCOM_BASE_URL: sandbox.url };
  return { sandbox, dir, env };
}

/** What the workspace holds, as anybody can see it. */
async function contents({ url }: Pick<Sandbox, 'url'>): Promise<unknown> {
  const headers = { authorization: 'Bearer sandbox', 'intercom-version': '2.16' };
  const rows = async (at: string): Promise<unknown[]> => {
    const { data } = (await (await fetch(url + at, { headers })).json()) as { data: unknown[] };
    return data;
  };
  const [centre] = (await rows('/help_center/help_centers')) as { id: string }[];
  const lists = ['/articles', '/help_center/collections', `/help_center/help_centers/${centre?.id}/redirects`];
  return Promise.all([...lists, '/tags'].map((list) => rows(`${list}?per_page=150`)));
}

async function factsIn(dir: string): Promise<WorkspaceFacts> {
  const { workspaces } = JSON.parse(await readFile(path.join(dir, 'helpcentre.lock.json'), 'utf8'));
  return (Object.values(workspaces)[0] as { facts: WorkspaceFacts }).facts;
}

/** Settings of all switches, at random. */
const anyQuirks = fc.record(
  Object.fromEntries(
    quirkNames.map((name) => {
      const { kind, values } = quirkTable[name];
      if (kind === 'number') return [name, fc.integer({ min: 16_384, max: 400_000 })];
      return [name, kind === 'list' ? fc.subarray(values as string[]) : fc.constantFrom(...(values as string[]))];
    }),
  ) as unknown as { [Name in QuirkName]: fc.Arbitrary<Quirks[Name]> },
);

/** What a probe has to find of a workspace with languages, a tag, a loose article, another teammate and pictures. */
const found = quirkNames.filter(
  (name) => typeof quirkTable[name].asked === 'string' && !['parentIdInAnswers', 'translationsWhenOff'].includes(name),
);

/** The settings that it was to find; a size only to within a half. */
function expectFound(facts: WorkspaceFacts, set: Quirks, names: readonly QuirkName[]): void {
  const { largestBody = 0, ...answers } = facts.answers;
  const wanted = Object.fromEntries(names.filter((name) => name !== 'largestBody').map((name) => [name, set[name]]));
  expect(answers).toEqual(wanted);
  expect([largestBody <= set.largestBody, largestBody * 2 > Math.min(set.largestBody, 1_048_575)]).toEqual([
    true,
    true,
  ]);
}

async function probeWithPictures({ dir, env }: Awaited<ReturnType<typeof workspace>>, ...more: string[]) {
  const served = await changingPictures();
  const pictures = ['png', 'gif', 'svg', 'webp', 'jpg'].map((kind) => `${served}/a.${kind}`);
  return runIn(
    dir,
    ['probe', '--yes', ...more, '--picture', ...pictures, '--changing-picture', `${served}/changing.png`],
    {
      env,
    },
  );
}

test.each([
  ['as observed', observedQuirks],
  ['as the pages say', strictQuirks],
])('finds every habit of a workspace that does %s, and leaves it as it was', async (_, quirks) => {
  const bed = await workspace({ quirks });
  const before = await contents(bed.sandbox);
  const log = bed.sandbox.log.length;
  const { code, stdout } = await probeWithPictures(bed);
  expect(code).toBe(0);
  expect(bed.sandbox.log.length - log).toBeLessThan(60);
  expectFound(await factsIn(bed.dir), quirks, found);
  expect(await contents(bed.sandbox)).toEqual(before);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('finds every setting of a random workspace, and what is published after it is taken at once', async () => {
  await fc.assert(
    fc.asyncProperty(anyQuirks, async (quirks) => {
      const bed = await workspace({ quirks });
      const before = await contents(bed.sandbox);
      const log = bed.sandbox.log.length;
      const { stdout, stderr } = await probeWithPictures(bed, '--json');
      expect(stderr).not.toContain('error');
      expect(bed.sandbox.log.length - log).toBeLessThan(60);
      const facts = await factsIn(bed.dir);
      const unasked = found.filter((name) => facts.answers[name] === undefined);
      // Where very much is refused the requests run out before the last questions; of refused pictures nothing more is seen.
      const { notAsked } = JSON.parse(stdout) as { notAsked: Partial<Record<QuirkName, string>> };
      for (const name of unasked)
        expect([name, notAsked[name]]).toEqual([name, expect.stringMatching(/used up|can fetch/)]);
      expect(
        unasked.filter((name) => !name.startsWith('image') && !['sameImageAddress', 'largestBody'].includes(name)),
      ).toEqual([]);
      const whole = { ...facts, answers: { largestBody: quirks.largestBody, ...facts.answers } };
      expectFound(
        whole,
        quirks,
        found.filter((name) => !unasked.includes(name)),
      );
      expect(await contents(bed.sandbox)).toEqual(before);
      const begun = bed.sandbox.log.length;
      const published = await runIn(bed.dir, ['publish', '--yes'], { env: bed.env });
      expect([published.code, published.stderr]).toEqual([0, expect.not.stringContaining('error')]);
      expect(bed.sandbox.log.slice(begun).filter(({ status }) => (status ?? 0) >= 400)).toEqual([]);
      expect((await runIn(bed.dir, ['plan', '--detailed-exitcode'], { env: bed.env })).code).toBe(0);
    }),
    { numRuns: runs(3) },
  );
}, 900_000);

test.each(apiVersions)('asks version %s what it has, leaves nothing, and says why of the rest', async (version) => {
  const bed = await workspace({ quirks: { largestBody: 20_000 } }, version);
  const before = await contents(bed.sandbox);
  const { code, stdout } = await runIn(bed.dir, ['probe', '--yes', '--json'], { env: bed.env });
  const { facts, notAsked, unknown } = JSON.parse(stdout);
  expect([code, unknown]).toEqual([0, {}]);
  expect(await contents(bed.sandbox)).toEqual(before);
  expect(Object.keys({ ...facts.answers, ...notAsked }).sort()).toEqual([...quirkNames].sort());
  expect(Object.values(notAsked)).not.toContain('Intercom did not say');
  expect('parentIdInAnswers' in facts.answers).toBe(version !== '2.16');
  expect('draftErrorBody' in facts.answers).toBe(version === '2.16');
});

test('a workspace without languages is asked what it does with a translation', async () => {
  const bed = await workspace({ multilingual: false, quirks: { largestBody: 20_000 } });
  expect((await runIn(bed.dir, ['probe', '--yes'], { env: bed.env })).code).toBe(0);
  const { answers } = await factsIn(bed.dir);
  expect([answers.translationsWhenOff, answers.unknownLocale]).toEqual(['ignored', undefined]);
});

test.each([
  ['may only read', { write: false }],
  ['may not see articles', { articles: false }],
])('with a token that %s it ends with a sentence, and leaves nothing', async (_, rights) => {
  const bed = await workspace();
  const before = await contents(bed.sandbox);
  bed.sandbox.setToken('weak', rights);
  const env = { ...bed.env, INTERCOM_ACCESS_TOKEN: 'weak' };
  const { code, stderr } = await runIn(bed.dir, ['probe', '--yes'], { env });
  expect(code).toBe(1);
  expect(stderr).toMatch(/error Intercom does not allow this \(403, (?:POST|GET) [^)]*\)/);
  expect(stderr).not.toContain('Not taken away');
  expect(await contents(bed.sandbox)).toEqual(before);
});

test('it keeps to a limit of ten requests in ten seconds', async () => {
  const begun = Date.now();
  const now = () => begun + (Date.now() - begun) * 40;
  const bed = await workspace({ rateLimit: 10, now, quirks: { largestBody: 20_000 } });
  const { code } = await runIn(bed.dir, ['probe', '--yes'], { env: bed.env, hurry: 40 });
  expect(code).toBe(0);
  expect((await factsIn(bed.dir)).rateLimit).toBe(10);
});

test('a person who says no is asked for nothing, and without a terminal nothing is asked', async () => {
  const bed = await workspace();
  const log = bed.sandbox.log.length;
  const no = await runIn(bed.dir, ['probe'], { env: bed.env, answer: false });
  expect([no.code, no.stdout]).toEqual([1, 'Nothing was asked.\n']);
  const pipe = await runIn(bed.dir, ['probe'], { env: bed.env });
  expect([pipe.code, pipe.stderr]).toEqual([64, expect.stringContaining('Run again with --yes')]);
  expect(bed.sandbox.log.slice(log).map(({ method, path: at }) => `${method} ${at}`)).toEqual(['GET /me', 'GET /me']);
});

test('a run that is stopped takes away what it made', async () => {
  const stop = new AbortController();
  const bed = await workspace({
    onRequest: (_, phase, { method, path: at }) => {
      if (phase === 'applied' && method === 'PUT' && at.startsWith('/articles/')) stop.abort();
    },
  });
  const before = await contents(bed.sandbox);
  const { code } = await runIn(bed.dir, ['probe', '--yes'], { env: bed.env, signal: stop.signal });
  expect(code).toBe(1);
  expect(await contents(bed.sandbox)).toEqual(before);
});

test('what may not be deleted is named, and the next probe takes it away', async () => {
  const bed = await workspace({ quirks: { largestBody: 20_000 } });
  const before = await contents(bed.sandbox);
  bed.sandbox.setFaults('500@DELETE:/articles*');
  const first = await runIn(bed.dir, ['probe', '--yes'], { env: bed.env, hurry: 1000 });
  expect(first.code).toBe(1);
  expect(first.stderr).toMatch(
    /Not taken away again .*\n {2}draft article "helpcentre probe, safe to delete [0-9a-f]{12}"/,
  );
  bed.sandbox.setFaults([]);
  const second = await runIn(bed.dir, ['probe', '--yes'], { env: bed.env });
  expect([second.code, second.stderr]).toEqual([0, expect.stringContaining('First it takes away')]);
  expect(second.stderr.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(await contents(bed.sandbox)).toEqual(before);
});

test('killed at any request, the next probe leaves the workspace as it was', async () => {
  const bed = await workspace({ quirks: { largestBody: 20_000 } });
  const before = await contents(bed.sandbox);
  const own = path.join(bed.dir, '.helpcentre');
  const { host } = inventHost(bed.dir, { env: bed.env });
  const options = {
    ...host,
    token: 'sandbox',
    baseUrl: bed.sandbox.url,
    region: 'us',
    version: '2.16',
    concurrency: 1,
  } as const;
  const workbench = createWorkbench(options);
  onTestFinished(() => workbench.close());
  const owner = bed.sandbox.world.teammates()[0]?.id ?? '';
  const killed = async (at: number, phase: 'before' | 'after'): Promise<boolean> => {
    let asked = 0;
    const dying: Workbench = {
      ...workbench,
      // Each run has its requests before it.
      requests: () => asked,
      async ask(question) {
        asked += 1;
        if (asked === at && phase === 'before') throw new Error('killed');
        const reply = await workbench.ask(question);
        if (asked === at) throw new Error('killed');
        return reply;
      },
    };
    const notes = await readNotes(own, 'w');
    const input = { workbench: dying, notes, owner, mark: `${at}${phase}`, now: Date.now() / 1000, pictures: [] };
    const ended = await probe({ ...input, now: Math.floor(input.now) }).then(
      () => false,
      (error: Error) => error.message === 'killed',
    );
    await clear(workbench, await readNotes(own, 'w'), Date.now() / 1000 + 3600);
    expect((await readNotes(own, 'w')).things).toEqual([]);
    return ended;
  };
  let last = 0;
  for (let at = 1; await killed(at, 'before'); at += isDeep ? 1 : 4) {
    expect([at, await killed(at, 'after')]).toEqual([at, true]);
    expect(await contents(bed.sandbox), `request ${at}`).toEqual(before);
    last = at;
  }
  expect(last).toBeGreaterThan(25);
  expect(await contents(bed.sandbox)).toEqual(before);
});

test('what a workspace answered is acted on: written plainer, shown, and said by doctor', async () => {
  const quirks = { nestedLists: 'refused', callouts: 'unwrapped', largestBody: 20_000 } as const;
  const bed = await workspace({ quirks });
  const unknown = await runIn(bed.dir, ['doctor'], { env: bed.env });
  expect(unknown.stdout).toMatch(/habits +not known/);
  expect((await runIn(bed.dir, ['check'])).stdout).not.toContain('flattened');
  await runIn(bed.dir, ['probe', '--yes'], { env: bed.env });
  const { stdout } = await runIn(bed.dir, ['check']);
  expect(stdout.match(/a list in a list becomes|a callout becomes|a heading below/g)).toEqual([
    'a list in a list becomes',
    'a callout becomes',
  ]);
  const known = await runIn(bed.dir, ['doctor'], { env: bed.env });
  expect(known.stdout.replace(/\s+/g, ' ')).toMatch(
    /habits known: \d+ answers since 20\d\d-\d\d-\d\d, of version 2\.16/,
  );
  // Explicit words count before what is known.
  const file = path.join(bed.dir, 'helpcentre.yml');
  await writeFile(file, `${await readFile(file, 'utf8')}flatten: []\n`);
  expect((await runIn(bed.dir, ['check'])).stdout).not.toContain('flattened');
});

test('the embedded sandbox is like the workspace that the lockfile knows, and so is --like', async () => {
  const bed = await workspace({
    quirks: { callouts: 'unwrapped', buttons: 'links', largestBody: 20_000 },
    rateLimit: 50_000,
  });
  await runIn(bed.dir, ['probe', '--yes'], { env: bed.env });
  const file = path.join(bed.dir, 'helpcentre.lock.json');
  await writeFile(path.join(bed.dir, 'helpcentre.yml'), 'state: published\nflatten: []\n');
  expect((await runIn(bed.dir, ['publish', '--sandbox', '--yes'])).code).toBe(0);
  const state = await readFile(path.join(bed.dir, '.helpcentre/sandbox/workspace.json'), 'utf8').catch(() => null);
  const facts = await factsInFile(file, 'helpcentre.lock.json', undefined);
  const like = await startSandbox({ dir: null, quirks: facts.answers });
  onTestFinished(() => like.close());
  const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/json' };
  const body =
    '<div class="intercom-interblocks-callout"><p>a</p></div><a class="intercom-h2b-button" href="https://example.com">b</a>';
  const sent = JSON.stringify({ title: 'x', author_id: Number(like.world.teammates()[0]?.id), body });
  const answer = (await (await fetch(`${like.url}/articles`, { method: 'POST', headers, body: sent })).json()) as {
    body: string;
  };
  expect(answer.body).not.toMatch(/callout|button/);
  expect(state ?? '').not.toContain('interblocks-callout');
  expect(facts.rateLimit).toBe(50_000);
});

test('a publish that sees something else takes the answer back, says so, and the next probe asks again', async () => {
  const bed = await workspace({ quirks: { largestBody: 20_000 } });
  await runIn(bed.dir, ['probe', '--yes'], { env: bed.env });
  bed.sandbox.setQuirks({ callouts: 'unwrapped', headingIds: 'replaced' });
  const { code, stderr } = await runIn(bed.dir, ['publish', '--yes'], { env: bed.env });
  expect(code).toBe(0);
  expect(stderr).toMatch(/does something else than it answered on .*:\n {2}callouts: it answered kept\n/);
  const { answers, doubted } = await factsIn(bed.dir);
  expect([answers.callouts, answers.details, doubted]).toEqual([
    undefined,
    'kept',
    { callouts: 'kept', headingIds: 'kept' },
  ]);
  const doctor = await runIn(bed.dir, ['doctor'], { env: bed.env });
  expect(doctor.stdout.replace(/\s+/g, ' ')).toContain('no longer true: headingIds, callouts');
  // Of pictures it cannot be asked without any: what is doubted stays so.
  const file = path.join(bed.dir, 'helpcentre.lock.json');
  const lockfile = await readFile(file, 'utf8');
  await writeFile(file, lockfile.replace('"doubted": {', '"doubted": {"sameImageAddress": "old-copy",'));
  await runIn(bed.dir, ['probe', '--yes'], { env: bed.env });
  const again = await factsIn(bed.dir);
  expect([again.answers.callouts, again.doubted]).toEqual(['unwrapped', { sameImageAddress: 'old-copy' }]);
});

test('a publish that nested lists are refused in takes the answer back too', async () => {
  const bed = await workspace({ quirks: { largestBody: 20_000 } });
  await runIn(bed.dir, ['probe', '--yes'], { env: bed.env });
  bed.sandbox.setQuirks({ nestedLists: 'refused' });
  const { code, stdout, stderr } = await runIn(bed.dir, ['publish', '--yes'], { env: bed.env });
  expect([code, stdout + stderr]).toEqual([1, expect.stringContaining('run "helpcentre probe"')]);
  expect((await factsIn(bed.dir)).doubted).toEqual({ nestedLists: 'kept' });
});

test('an import keeps what is known', async () => {
  const bed = await workspace({ quirks: { largestBody: 20_000 } });
  await runIn(bed.dir, ['probe', '--yes'], { env: bed.env });
  const facts = await factsIn(bed.dir);
  expect((await runIn(bed.dir, ['import', '--yes'], { env: bed.env })).code).toBe(0);
  expect(await factsIn(bed.dir)).toEqual(facts);
  expect((await runIn(bed.dir, ['publish', '--yes'], { env: bed.env })).code).toBe(0);
  expect(await factsIn(bed.dir)).toEqual(facts);
});

test('a report says what was found, and nothing of whose workspace it is', async () => {
  const bed = await workspace({ quirks: { largestBody: 20_000 } });
  const { code } = await runIn(bed.dir, ['probe', '--yes', '--report', 'report.json'], { env: bed.env });
  expect(code).toBe(0);
  const text = await readFile(path.join(bed.dir, 'report.json'), 'utf8');
  const { id } = JSON.parse((await runIn(bed.dir, ['probe', '--yes', '--json'], { env: bed.env })).stdout).workspace;
  expect(text.toLowerCase()).not.toMatch(new RegExp(`${id}|sandbox|127\\.0\\.0\\.1|localhost|ours|theirs`));
  expect(JSON.parse(text)).toMatchObject({
    report: 1,
    apiVersion: '2.16',
    answers: { nestedLists: 'kept' },
    unknown: {},
  });
  await writeFile(path.join(bed.dir, 'notes.txt'), 'mine');
  // What cannot be written is said before anything is asked.
  const asked = bed.sandbox.log.length;
  const nowhere = await runIn(bed.dir, ['probe', '--yes', '--report', 'none/report.json'], { env: bed.env });
  expect([nowhere.code, nowhere.stderr]).toEqual([64, expect.stringContaining('no folder')]);
  const taken = await runIn(bed.dir, ['probe', '--yes', '--report', 'notes.txt'], { env: bed.env });
  expect([taken.code, taken.stderr]).toEqual([64, expect.stringContaining('no report')]);
  expect(bed.sandbox.log.length).toBe(asked);
  expect(await readFile(path.join(bed.dir, 'notes.txt'), 'utf8')).toBe('mine');
});

test('a workspace that was only asked keeps nobody from publishing to another, which is written as it is', async () => {
  const bed = await workspace({ quirks: { largestBody: 20_000, nestedLists: 'refused', callouts: 'unwrapped' } });
  await runIn(bed.dir, ['probe', '--yes'], { env: bed.env });
  const other = await startSandbox({ dir: null, seed: 99 });
  onTestFinished(() => other.close());
  const env = { ...bed.env, INTERCOM_BASE_URL: other.url };
  const published = await runIn(bed.dir, ['publish', '--yes'], { env });
  expect([published.code, published.stderr]).toEqual([0, expect.not.stringMatching('flattened|something else')]);
  expect(JSON.stringify(other.world.articles())).toMatch(/<ul>.*<ul>.*intercom-interblocks-callout/s);
});

test('the preview shows what the workspace would make of a text', async () => {
  const bed = await workspace({ quirks: { buttons: 'links', largestBody: 20_000 } });
  const shown = async (out: string): Promise<string> => {
    expect((await runIn(bed.dir, ['preview', '--build', out])).code).toBe(0);
    const [page] = await glob('**/a.html', { cwd: path.join(bed.dir, out), absolute: true, ignore: ['changes/**'] });
    return readFile(page ?? '', 'utf8');
  };
  expect(await shown('before')).toMatch(/<a class="[^"]*intercom-h2b-button/);
  await runIn(bed.dir, ['probe', '--yes'], { env: bed.env });
  expect(await shown('after')).not.toMatch(/<a class="[^"]*intercom-h2b-button/);
});

test('the same files for another target are written as its workspace takes them', async () => {
  const bed = await workspace();
  const context = makeContext(inventHost(bed.dir).host, {});
  const gathered = await gatherSources(context);
  if (!gathered.ok) throw new Error('no sources');
  const { sources } = gathered;
  const facts: WorkspaceFacts = { asked: '2026-11-27', apiVersion: '2.16', answers: { callouts: 'unwrapped' } };
  const bodyIn = ({ desired }: typeof sources) => desired.articles.find(({ key }) => key === 'a.md')?.locales.en?.body;
  expect(bodyIn(sources)).toContain('interblocks-callout');
  expect(bodyIn(sources.under({ ...sources.settings, facts }))).not.toContain('interblocks-callout');
  expect(bodyIn(sources.under({ ...sources.settings }))).toBe(bodyIn(sources));
});
