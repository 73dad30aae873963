import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Desired } from '../../src/model/desired.ts';
import type { Settings } from '../../src/model/settings.ts';
import { isEmpty, makePlan } from '../../src/plan/plan.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import {
  desiredOf,
  nothingRecorded,
  plainSettings,
  planIn,
  publishIn,
  type TestSource,
  writerFor,
} from '../kit/world.ts';

const text = (name: string) => Array.from({ length: 30 }, (_, index) => `${name}${index}`).join(' ');
const texts = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'].map(text);

const keys = fc.constantFrom('a.md', 'b.md', 'c.md', 'x/a.md', 'x/b.md', 'y/d.md');
const source: fc.Arbitrary<TestSource> = fc.record(
  {
    title: fc.constantFrom('One', 'Two', 'Three', 'Four'),
    body: fc.constantFrom(...texts, `${texts[0]} edited`, `${texts[1]} edited too`),
    parent: fc.constantFrom('Billing', 'Account'),
    state: fc.constantFrom('published' as const, 'draft' as const),
  },
  { requiredKeys: ['title', 'body'] },
);
const sources = fc.dictionary(keys, source, { maxKeys: 6 });

/** What a person does in Intercom between two publishes: an article by its number, and what becomes of it. */
const handiwork = fc.array(
  fc.record({
    article: fc.nat({ max: 5 }),
    act: fc.constantFrom(
      'edit' as const,
      'rename' as const,
      'delete' as const,
      'draft' as const,
      'write a new one' as const,
    ),
  }),
  { maxLength: 4 },
);

const policies: fc.Arbitrary<Pick<Settings, 'onDrift' | 'removed'>> = fc.record({
  onDrift: fc.constantFrom('fail' as const, 'keep' as const, 'overwrite' as const),
  removed: fc.constantFrom('unpublish' as const, 'delete' as const, 'keep' as const),
});

function shuffled(desired: Desired): Desired {
  return { ...desired, articles: [...desired.articles].reverse(), collections: [...desired.collections].reverse() };
}

describe('in a random world', () => {
  it('a plan is the same whatever the order of its inputs, touches nothing unmanaged, writes over no person, loses no id, and leaves nothing to do', async () => {
    await fc.assert(
      fc.asyncProperty(sources, sources, handiwork, policies, async (before, after, edits, policy) => {
        let seconds = 1_800_000_000;
        const sandbox = await startSandbox({ dir: null, now: () => seconds * 1000 });
        try {
          const settings = { ...plainSettings, ...policy };
          const writer = writerFor(sandbox);
          const first = await publishIn(writer, desiredOf(before), nothingRecorded, settings);
          expect(first.outcomes.every((outcome) => outcome.result === 'done')).toBe(true);

          seconds += 60;
          const managed = new Map(Object.entries(first.recorded.articles).map(([key, entry]) => [entry.id, key]));
          const touched = new Map<string, string>();
          const unmanaged = new Set<string>();
          const ids = [...managed.keys()];
          for (const { article, act } of edits) {
            const id = ids[article];
            if (act === 'write a new one') {
              unmanaged.add(
                (await sandbox.world.createArticle({ title: 'Unmanaged', body: '<p>By hand.</p>', state: 'published' }))
                  .id,
              );
            } else if (id !== undefined && sandbox.world.article(id) !== null) {
              // Only over a published text can a draft wait.
              if (act === 'draft' && sandbox.world.article(id)?.contents.en?.state !== 'published') continue;
              if (act === 'edit') await sandbox.world.editArticle(id, { body: '<p>Edited by a person.</p>' });
              if (act === 'rename') await sandbox.world.editArticle(id, { title: 'Renamed by a person' });
              if (act === 'draft') await sandbox.world.stageDraft(id, { body: '<p>Not published yet.</p>' });
              if (act === 'delete') await sandbox.world.removeArticle(id);
              touched.set(id, act);
            }
          }
          const bodiesOf = () =>
            new Map(
              sandbox.world
                .articles()
                .map((article) => [article.id, JSON.stringify([article.contents, article.parentIds])]),
            );
          const left = bodiesOf();

          seconds += 60;
          const desired = desiredOf(after);
          const remote = await writer.snapshot({ defaultLocale: 'en' });
          const input = { recorded: first.recorded, settings, allowRemovals: true, otherContent: false };
          const plan = makePlan({ ...input, desired, remote });
          const other = makePlan({
            ...input,
            desired: shuffled(desired),
            remote: { ...remote, articles: [...remote.articles].reverse() },
          });
          expect(other.digest).toBe(plan.digest);
          expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
          for (const change of plan.changes) expect(unmanaged.has(change.id ?? '')).toBe(false);

          const second = await publishIn(writer, desired, first.recorded, settings);
          const right = bodiesOf();
          for (const id of unmanaged) expect(right.get(id)).toBe(left.get(id));
          if (policy.onDrift !== 'overwrite') {
            for (const [id, act] of touched) {
              if (act === 'edit' || act === 'rename' || act === 'draft') expect(right.get(id), act).toBe(left.get(id));
            }
          }
          // No id is lost: whatever was managed and exists is managed still, unless it was to be deleted.
          const still = new Set(Object.values(second.recorded.articles).map((entry) => entry.id));
          for (const id of ids) if (right.has(id)) expect(still.has(id), `article ${id}`).toBe(true);

          const third = await planIn(writer, desired, second.recorded, settings);
          expect(isEmpty(third), JSON.stringify(third.changes)).toBe(true);
        } finally {
          await sandbox.close();
        }
      }),
      { numRuns: 60, interruptAfterTimeLimit: 45_000 },
    );
  });
});
