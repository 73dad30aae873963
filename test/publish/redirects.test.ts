import { expect, test } from 'vitest';
import type { RedirectChange } from '../../src/model/plan.ts';
import { IntercomError } from '../../src/model/workspace.ts';
import { publishRedirects } from '../../src/publish/redirects.ts';
import type { World } from '../../src/publish/world.ts';

const change = (kind: RedirectChange['kind'], address: string, article: string | null): RedirectChange => ({
  ...{ kind, key: `7${address}`, address, locale: 'en', id: kind === 'create' ? null : '9' },
  to: article === null ? null : { article },
});

/** A run in which these are due; what it does is in `done`. */
function worldOf(redirects: readonly RedirectChange[], more: Partial<World> = {}) {
  const done: string[] = [];
  const world = {
    plan: { redirects },
    remote: { helpCentres: [{ id: '7', url: 'https://help.example.com' }] },
    known: new Map([['a.md', { id: '1', remote: null }]]),
    ...{ entries: new Map(), collectionIds: new Map(), signal: new AbortController().signal },
    breaker: { reason: () => null, succeeded: () => undefined, failed: async () => undefined },
    writer: {
      async createRedirect({ address }: { address: string }) {
        if (address === '/bad') {
          const facts = { method: 'POST', path: '/', status: 422, code: 'data_invalid', requestId: 'r', detail: '' };
          throw new IntercomError({ ...facts, message: 'No.' });
        }
        done.push(`POST ${address}`);
        return { id: '10' };
      },
      deleteRedirect: async (_: string, id: string) => void done.push(`DELETE ${id}`),
    },
    record: async ({ key, entry }: { key: string; entry: { id: string } | null }) =>
      void done.push(`${key}: ${entry?.id ?? 'none'}`),
    ...more,
  } as unknown as World;
  return { world, done };
}

test('a redirect is replaced by deleting it first, each effect noted, and what goes goes first', async () => {
  const { world, done } = worldOf([
    change('replace', '/a', 'a.md'),
    change('remove', '/b', null),
    change('record', '/c', 'a.md'),
  ]);
  const outcomes = await publishRedirects(world, new Set());
  expect(outcomes.map(({ result }) => result)).toEqual(['done', 'done', 'done']);
  expect(done).toEqual(['DELETE 9', '7/b: none', 'DELETE 9', '7/a: none', 'POST /a', '7/a: 10', '7/c: 9']);
});

test('one that fails stops no other, and a target that failed leaves its redirect for the next run', async () => {
  const { world, done } = worldOf([
    change('create', '/bad', 'a.md'),
    change('create', '/x', 'b.md'),
    change('create', '/y', 'a.md'),
  ]);
  const outcomes = await publishRedirects(world, new Set());
  expect(outcomes.map(({ result }) => result)).toEqual(['failed', 'left', 'done']);
  expect(done).toEqual(['POST /y', '7/y: 10']);
  const again = worldOf([change('create', '/y', 'a.md')]);
  expect(await publishRedirects(again.world, new Set(['a.md']))).toMatchObject([{ result: 'left' }]);
  expect(again.done).toEqual([]);
});

test('a run that is to stop begins none, and notes what is there', async () => {
  const signal = AbortSignal.abort();
  const { world, done } = worldOf([change('create', '/x', 'a.md'), change('record', '/c', 'a.md')], { signal });
  const outcomes = await publishRedirects(world, new Set());
  expect(outcomes.map(({ result }) => result)).toEqual(['left', 'done']);
  expect(done).toEqual(['7/c: 9']);
});
