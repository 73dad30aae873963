import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListPage } from '../../src/intercom/gather.ts';
import { type GetPage, listAll } from '../../src/intercom/paging.ts';
import { chance } from './throttled.ts';

interface Row {
  readonly id: string;
}

/** A list sorted by last change that can be edited between two pages. */
function movingList(count: number, most = 250) {
  let rows: Row[] = Array.from({ length: count }, (_, at) => ({ id: String(at) }));
  const asked: [number, number][] = [];
  const before: (() => void)[] = [];
  const getPage: GetPage<Row> = async (page, wanted) => {
    asked.push([page, wanted]);
    before.shift()?.();
    const perPage = Math.min(wanted, most);
    const data = rows.slice((page - 1) * perPage, page * perPage);
    const totalPages = Math.max(1, Math.ceil(rows.length / perPage));
    return { rows: data, totalCount: rows.length, totalPages, perPage, more: page < totalPages };
  };
  const touch = (id: string) => {
    rows = [{ id }, ...rows.filter((row) => row.id !== id)];
  };
  const remove = (id: string) => {
    rows = rows.filter((row) => row.id !== id);
  };
  return { getPage, asked, before, touch, remove, ids: () => rows.map((row) => row.id).sort() };
}

const bounds = (perPage: number, listAttempts: number) => ({ perPage, listAttempts, mostPages: 2000 });
const ids = (rows: readonly Row[]) => rows.map((row) => row.id).sort();

test('a list is read to its end in the largest pages there are, and page 0 is never asked for', async () => {
  const list = movingList(601);
  const listed = await listAll(list.getPage, bounds(250, 3));
  expect(listed.ok && ids(listed.rows)).toEqual(list.ids());
  expect(list.asked).toEqual([
    [1, 250],
    [2, 250],
    [3, 250],
  ]);
});

test('where the server gives fewer rows per page, that is what the other pages ask for', async () => {
  const list = movingList(100, 40);
  const listed = await listAll(list.getPage, bounds(250, 3));
  expect(listed.ok && listed.rows).toHaveLength(100);
  expect(list.asked).toEqual([
    [1, 250],
    [2, 40],
    [3, 40],
  ]);
});

test('an empty list is one page', async () => {
  const list = movingList(0);
  expect(await listAll(list.getPage, bounds(250, 3))).toEqual({ ok: true, rows: [] });
  expect(list.asked).toHaveLength(1);
});

test('an edit while pages are read hides a row, and the list is read again', async () => {
  const list = movingList(30);
  list.before.push(
    () => undefined,
    () => list.touch('25'),
  );
  const listed = await listAll(list.getPage, bounds(10, 3));
  expect(listed.ok && ids(listed.rows)).toEqual(list.ids());
  expect(list.asked).toHaveLength(3 + 4);
});

test('a removal while pages are read changes the count, and the list is read again', async () => {
  const list = movingList(30);
  list.before.push(
    () => undefined,
    () => list.remove('3'),
  );
  const listed = await listAll(list.getPage, bounds(10, 3));
  expect(listed.ok && ids(listed.rows)).toEqual(list.ids());
});

test('a list that never holds still is given up after so many readings, with the reason', async () => {
  const list = movingList(30);
  let turn = 0;
  const getPage: GetPage<Row> = (page, perPage) => {
    if (page === 2) list.touch(String(20 + (turn++ % 10)));
    return list.getPage(page, perPage);
  };
  const listed = await listAll(getPage, bounds(10, 4));
  expect(listed).toEqual({ ok: false, why: '29 of 30 could be read', isEndless: false });
  expect(list.asked.filter(([page]) => page === 1)).toHaveLength(4);
});

test.each([
  ['neither count nor pages', { totalCount: null, totalPages: null, perPage: null }],
  ['a count alone', { totalCount: 25, totalPages: null, perPage: null }],
])('a list that tells %s is read to its end all the same', async (_what, told) => {
  const list = movingList(25);
  const getPage = async (page: number, perPage: number): Promise<ListPage<Row>> => ({
    ...(await list.getPage(page, perPage)),
    ...told,
  });
  const listed = await listAll(getPage, bounds(10, 2));
  expect(listed.ok && listed.rows).toHaveLength(25);
});

test('a list without pages is what it is', async () => {
  const page = { rows: [{ id: '1' }, { id: '2' }], totalCount: null, totalPages: null, perPage: null, more: null };
  expect(await listAll(async () => page, bounds(250, 2))).toEqual({ ok: true, rows: page.rows });
});

test('whatever is edited while it is read, a list that is handed on is whole or refused', async () => {
  const edits = fc.array(fc.tuple(fc.nat(8), fc.nat(39), fc.boolean()), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 12 }),
      edits,
      async (count, per, plan) => {
        const list = movingList(count);
        for (const [at, row, away] of plan) {
          const before = list.before[at] ?? (() => undefined);
          while (list.before.length <= at) list.before.push(() => undefined);
          list.before[at] = () => {
            before();
            if (away) list.remove(String(row % count));
            else if (list.ids().includes(String(row % count))) list.touch(String(row % count));
          };
        }
        const listed = await listAll(list.getPage, bounds(per, 12));
        expect(listed.ok).toBe(true);
        if (listed.ok) expect(ids(listed.rows)).toEqual(expect.arrayContaining(list.ids()));
      },
    ),
    { numRuns: 300 },
  );
});

/** A list whose rows were all changed in the same second, so that their order is another one on every page. */
function tiedList(count: number, order: (rows: readonly TiedRow[], page: number) => readonly TiedRow[], told = count) {
  const rows = Array.from({ length: count }, (_, at) => ({ id: String(at), updated_at: 1_800_000_000 }));
  let asked = 0;
  const getPage: GetPage<TiedRow> = async (page, perPage) => {
    asked += 1;
    const data = order(rows, page).slice((page - 1) * perPage, page * perPage);
    return { rows: data, totalCount: told, totalPages: Math.ceil(count / perPage), perPage, more: null };
  };
  return { getPage, rows, asked: () => asked };
}

interface TiedRow {
  readonly id: string;
  readonly updated_at: number;
}

function shuffled(seed: number) {
  const draw = chance(seed);
  return (rows: readonly TiedRow[]) =>
    rows
      .map((row) => ({ row, at: draw() }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row);
}

test.each([501, 620, 751, 1_000, 2_500])(
  'a list of %i rows of one second, in another order on each page, is gathered from several readings',
  async (count) => {
    const turned = tiedList(count, (rows, page) => (page % 2 === 0 ? rows : rows.toReversed()));
    for (const list of [turned, tiedList(count, shuffled(count))]) {
      const listed = await listAll(list.getPage, bounds(250, 5));
      expect(listed.ok && ids(listed.rows)).toEqual(ids(list.rows));
      expect(list.asked()).toBeGreaterThan(Math.ceil(count / 250));
    }
  },
);

test('a list that says it is longer than it is, is given up, with the reason', async () => {
  const list = tiedList(620, shuffled(1), 621);
  expect(await listAll(list.getPage, bounds(250, 5))).toEqual({
    ok: false,
    why: '620 of 621 could be read',
    isEndless: false,
  });
});

test('rows of two readings are not joined when something changed in between', async () => {
  // "gone" is deleted and "new" made after the first reading, which missed "late": four ids, of which one is no more.
  const at = 1_800_000_000;
  const readings = [
    [
      { id: 'gone', updated_at: at },
      { id: 'a', updated_at: at },
    ],
    [
      { id: 'new', updated_at: at + 9 },
      { id: 'a', updated_at: at },
    ],
    [
      { id: 'new', updated_at: at + 9 },
      { id: 'a', updated_at: at },
      { id: 'late', updated_at: at },
    ],
  ];
  let turn = 0;
  const getPage = async (): Promise<ListPage<TiedRow>> => {
    const rows = readings[turn++] ?? [];
    return { rows, totalCount: 3, totalPages: 1, perPage: 250, more: null };
  };
  const listed = await listAll(getPage, bounds(250, 5));
  expect(listed.ok && ids(listed.rows)).toEqual(['a', 'late', 'new']);
});

test('an edit between two readings starts the gathering anew, with the row as it is now', async () => {
  const at = 1_800_000_000;
  let turn = 0;
  const readings = [
    [{ id: 'a', updated_at: at }],
    [{ id: 'a', updated_at: at + 5 }],
    [
      { id: 'b', updated_at: at },
      { id: 'a', updated_at: at + 5 },
    ],
  ];
  const getPage = async (): Promise<ListPage<TiedRow>> => {
    const rows = readings[turn++] ?? [];
    return { rows, totalCount: 2, totalPages: 1, perPage: 250, more: null };
  };
  expect(await listAll(getPage, bounds(250, 5))).toMatchObject({
    ok: true,
    rows: expect.arrayContaining([{ id: 'a', updated_at: at + 5 }]),
  });
  expect(turn).toBe(3);
});
