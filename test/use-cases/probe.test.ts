import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { ApiVersion } from '../../src/model/api-version.ts';
import {
  observedQuirks,
  type QuirkName,
  type Quirks,
  quirkNames,
  quirkTable,
  strictQuirks,
} from '../../src/model/quirks.ts';
import type { WorkspaceFacts } from '../../src/model/workspace-facts.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { runs } from '../kit/depth.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { changingPictures } from '../sandbox/changing-pictures.ts';

/** Constructs that one workspace or another does not take. */
const article = `# A

- one
  - two
    - three

:::note
Mind this.
:::

:::details{title="More"}
Inside.
:::

## Two

#### Four

| a | b |
| - | - |
| c | d |

::video[https://www.youtube.com/watch?v=aqz-KE-bpKQ]

::video[https://vimeo.com/1084537]

Dear {{first_name}}, see [B](b.md).
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

async function probeWithPictures({ dir, env }: Awaited<ReturnType<typeof workspace>>) {
  const served = await changingPictures();
  const pictures = ['png', 'gif', 'svg', 'webp', 'jpg'].map((kind) => `${served}/a.${kind}`);
  return runIn(dir, ['probe', '--yes', '--picture', ...pictures, '--changing-picture', `${served}/changing.png`], {
    env,
  });
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
      expect((await probeWithPictures(bed)).stderr).not.toContain('error');
      expect(bed.sandbox.log.length - log).toBeLessThan(60);
      const facts = await factsIn(bed.dir);
      const unasked = found.filter((name) => facts.answers[name] === undefined);
      // Of pictures that are all refused nothing more can be seen; a size takes up to seven requests, and comes last.
      const excused = quirks.imageTypes.includes('png') ? [] : ['imageSizes', 'sameImageAddress'];
      expect(unasked.filter((name) => ![...excused, 'largestBody'].includes(name))).toEqual([]);
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
});
