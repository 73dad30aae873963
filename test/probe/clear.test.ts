import { expect, test } from 'vitest';
import type { Question, Reply } from '../../src/model/workbench.ts';
import { IntercomError } from '../../src/model/workspace.ts';
import { clear } from '../../src/probe/clear.ts';
import type { Notes, Thing } from '../../src/probe/things.ts';

const since = 1_000_000;
const later = since + 86_400;
const name = 'helpcentre probe, safe to delete 0123456789ab';
const draft: Thing = { kind: 'article', name, since, id: null };

function noted(things: readonly Thing[]): Notes & { readonly names: () => readonly string[] } {
  const all = new Map(things.map((thing) => [thing.name, thing]));
  return {
    get things() {
      return [...all.values()];
    },
    add: async () => undefined,
    known: async () => undefined,
    drop: async (gone) => void all.delete(gone),
    names: () => [...all.keys()],
  };
}

const taken = (json: unknown): Reply => ({ kind: 'taken', json, requestId: null });
const error = (status: number): IntercomError =>
  new IntercomError({
    method: 'GET',
    path: '/',
    status,
    code: '',
    requestId: null,
    detail: 'no',
    message: `${status}`,
  });
const refused = (status: number): Reply => ({ kind: 'refused', status, words: 'no', json: {}, error: error(status) });

/** Lists `rows` in pages of fifty, whatever length is asked for, and takes away what it is told to. */
function workspace(rows: readonly object[], gone: string[] = []) {
  return async ({ verb, path }: Question): Promise<Reply> => {
    if (verb === 'DELETE') {
      gone.push(path);
      return taken({});
    }
    const page = Number(/\bpage=(\d+)/.exec(path)?.[1]);
    return taken({ data: rows.slice((page - 1) * 50, page * 50), total_count: rows.length });
  };
}

test('a draft whose answer was lost is found behind everything that changed since', async () => {
  const others = Array.from({ length: 420 }, (_, id) => ({ id, title: `${id}`, updated_at: later - id }));
  const gone: string[] = [];
  const notes = noted([draft]);
  const ask = workspace(
    [...others, { id: 7777, title: name, updated_at: since }, { id: 1, updated_at: since - 900 }],
    gone,
  );
  expect(await clear({ ask }, notes, later)).toEqual([]);
  expect([gone, notes.names()]).toEqual([['/articles/7777'], []]);
});

test('what could not be looked for stays noted', async () => {
  for (const ask of [async () => refused(403), async () => Promise.reject(error(500))]) {
    const notes = noted([draft]);
    expect(await clear({ ask }, notes, later)).toEqual([{ thing: draft, why: expect.stringMatching(/403|500/) }]);
    expect(notes.names()).toEqual([name]);
  }
});

test('more than can be looked through is not taken for all', async () => {
  const others = Array.from({ length: 9000 }, (_, id) => ({ id, title: `${id}`, updated_at: later - 1 }));
  const notes = noted([draft]);
  expect((await clear({ ask: workspace(others) }, notes, later)).map(({ why }) => why)).toEqual([
    expect.stringContaining('newest'),
  ]);
  expect(notes.names()).toEqual([name]);
});

test('one that cannot be taken away keeps none of the others', async () => {
  const things: readonly Thing[] = [
    { kind: 'collection', name: 'c', since, id: '2' },
    { ...draft, id: '1' },
  ];
  const notes = noted(things);
  const gone: string[] = [];
  const all = workspace([], gone);
  const ask = async (question: Question) =>
    question.path === '/articles/1' ? Promise.reject(error(500)) : all(question);
  expect(await clear({ ask }, notes, later)).toEqual([{ thing: things[1], why: '500' }]);
  expect([gone, notes.names()]).toEqual([['/help_center/collections/2'], [name]]);
});

test('a redirect is found by its own part of the address, however the rest is written', async () => {
  const redirect: Thing = {
    ...{ kind: 'redirect', name: 'https://help.example.com/helpcentre-probe-0123', centre: '5', since, id: null },
  };
  const gone: string[] = [];
  const ask = workspace([{ id: 9, from_url: '/helpcentre-probe-0123' }], gone);
  expect(await clear({ ask }, noted([redirect]), later)).toEqual([]);
  expect(gone).toEqual(['/help_center/help_centers/5/redirects/9']);
});
