import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { headings } from '../../src/body/headings.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { runs } from '../kit/depth.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const folders = ['', 'x/', 'x/y/', 'z/q/r/'] as const;
const link = fc.record({ to: fc.nat({ max: 20 }), toHeading: fc.boolean() });
const node = fc.record({ folder: fc.constantFrom(...folders), links: fc.array(link, { maxLength: 3 }) });

/** Articles that link to each other anyhow, and where a publish of them is cut off. */
const scene = fc.record({
  nodes: fc.array(node, { minLength: 3, maxLength: 8 }),
  headingIds: fc.constantFrom('kept' as const, 'replaced' as const),
  cutAt: fc.nat({ max: 20 }),
  phase: fc.constantFrom('received' as const, 'applied' as const),
  reaches: fc.boolean(),
});
type Node = {
  readonly folder: string;
  readonly links: readonly { readonly to: number; readonly toHeading: boolean }[];
};

const atOnce = [[], ['--concurrency', '1'], ['--concurrency', '4'], ['--concurrency', '24']] as const;

/** The links of a scene, by number of the article, to articles that there are. */
const linksOf = (nodes: readonly Node[]) =>
  nodes.map(({ links }) => links.map(({ to, toHeading }) => ({ to: to % nodes.length, toHeading })));

function sourcesOf(nodes: readonly Node[]): Readonly<Record<string, string>> {
  const links = linksOf(nodes);
  return Object.fromEntries(
    nodes.map(({ folder }, at) => {
      const said = links[at]?.map(
        ({ to, toHeading }) => `[see](/${nodes[to]?.folder}${to}.md${toHeading ? `#part-${to}` : ''})`,
      );
      return [`content/${folder}${at}.md`, `# T${at}\n\nText. ${said?.join(' ')}\n\n## Part ${at}\n\nText.\n`];
    }),
  );
}

/** For each article those that it leads to, however many links it takes. */
function reachOf(nodes: readonly Node[]): readonly ReadonlySet<number>[] {
  const links = linksOf(nodes);
  return links.map((own) => {
    const seen = new Set<number>();
    const todo = own.map(({ to }) => to);
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      todo.push(...(links[at] ?? []).map(({ to }) => to));
    }
    return seen;
  });
}

/** What readers see: by number of the article, where its links lead, and which of them they cannot open. */
function seenIn({ world }: Sandbox) {
  const numbers = new Map(world.articles().map(({ id, contents }) => [id, Number(contents.en?.title?.slice(1))]));
  const out = world.articles().filter(({ contents }) => contents.en?.state === 'published');
  const idOf = (id: string): string | undefined =>
    headings(world.body(id) ?? '').find(({ text }) => text?.startsWith('Part'))?.id ?? undefined;
  const links = out.flatMap(({ id: from }) =>
    [...(world.body(from) ?? '').matchAll(/href="([^"]*)"/g)].map(([, href = '']) => {
      const to = /\/articles\/(\d+)/.exec(href)?.[1] ?? from;
      const anchor = href.split('#')[1];
      const isRight = anchor === undefined || anchor === idOf(to);
      const isDead = !out.some(({ id }) => id === to);
      return {
        from: numbers.get(from) ?? -1,
        to: numbers.get(to) ?? -1,
        toHeading: anchor !== undefined,
        isRight,
        isDead,
      };
    }),
  );
  return { titles: [...numbers.values()].sort(), out: out.length, links };
}

it('articles that link to each other anyhow are there once, with the right links, wherever their publish was cut off', async () => {
  let cuts = 0;
  for (const [turn, one] of fc.sample(scene, { numRuns: runs(8), seed: 11 }).entries()) {
    const { nodes, headingIds, cutAt, phase, reaches } = one;
    const repository = await makeRepository({
      'helpcentre.yml': 'state: published\nproblems: { collection-unnamed: warning }\n',
      ...sourcesOf(nodes),
    });
    const journalFile = path.join(repository.dir, '.helpcentre/journal');
    const reach = reachOf(nodes);
    const stop = new AbortController();
    const dead: string[] = [];
    let journal: string | null = null;
    let met = 0;
    const sandbox: Sandbox = await startSandbox({
      ...{ dir: null, rateLimit: 100_000, latency: turn % 2, quirks: { headingIds } },
      onRequest(_, now, { method }) {
        // In a circle one has to be out before the others.
        const found = now === 'applied' && method !== 'GET' ? seenIn(sandbox).links : [];
        for (const { from, to, isDead } of found) if (isDead && !reach[to]?.has(from)) dead.push(`${from} > ${to}`);
        if (now === phase) met += 1;
        if (now !== phase || met !== cutAt + 8 || !existsSync(journalFile)) return;
        journal = readFileSync(journalFile, 'utf8');
        stop.abort();
        if (!reaches) sandbox.setFaults('reset-before');
      },
    });
    onTestFinished(() => sandbox.close());
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const many = atOnce[turn % atOnce.length] ?? [];
    await runIn(repository.dir, ['publish', '--yes', ...many], { env, signal: stop.signal, hurry: 50 });
    sandbox.setFaults([]);
    met = Number.NaN;
    // Left as by a process that was killed there.
    if (journal !== null) {
      cuts += 1;
      await repository.remove('helpcentre.lock.json').catch(() => undefined);
      await repository.write({ '.helpcentre/journal': journal });
    }
    const again = await runIn(repository.dir, ['publish', '--yes', ...many], { env });
    expect(again.code, again.stdout + again.stderr).toBe(0);
    expect((await runIn(repository.dir, ['plan', '--detailed-exitcode'], { env })).code).toBe(0);
    const seen = seenIn(sandbox);
    expect([seen.titles, seen.out]).toEqual([nodes.map((_, at) => at), nodes.length]);
    const wanted = linksOf(nodes).flatMap((own, from) =>
      own.map(({ to, toHeading }) => ({ from, to, toHeading, isRight: true, isDead: false })),
    );
    const sorted = (links: readonly object[]) => links.map((each) => JSON.stringify(each)).sort();
    expect(sorted(seen.links), JSON.stringify(one)).toEqual(sorted(wanted));
    expect(dead, JSON.stringify(one)).toEqual([]);
  }
  expect(cuts).toBeGreaterThan(2);
}, 240_000);
