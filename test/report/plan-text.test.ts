import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { dayText } from '../../src/model/minute-text.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Change, ChangeKind, CollectionChange, Held, HeldWhy, Plan, Reason } from '../../src/model/plan.ts';
import { outcomeSummary, outcomeText, type RunFacts } from '../../src/report/outcome-text.ts';
import { paint } from '../../src/report/paint.ts';
import { changeLine, planSummary, planText } from '../../src/report/plan-text.ts';

const plain = paint(false);

/** What moves the cursor, changes colours or turns text around. */
const steering = /(?!\n)[\p{Cc}\u202a-\u202e]/u;

function change(kind: ChangeKind, reasons: readonly Reason[], more: Partial<Change> = {}): Change {
  const en = { do: 'write', desired: null, remote: null } as const;
  return { kind, key: 'billing/refunds.md', id: '1', title: 'Refunds', reasons, locales: { en }, ...more };
}

function plan(more: Partial<Plan>): Plan {
  return {
    formatVersion: 1,
    workspace: 'abc12345',
    helpCentre: null,
    collections: [],
    changes: [],
    held: [],
    unchanged: 0,
    notCompiled: [],
    leftOut: [],
    problems: [],
    digest: `sha256-${'0'.repeat(64)}`,
    ...more,
  };
}

function held(why: HeldWhy, by: string | null = null, at: number | null = null): Held {
  return { key: 'a.md', id: '1', title: 'A', why, by, at, help: 'What to do.' };
}

test('a plan is a summary, the collections, the changes, and what is held with a way on', () => {
  const collections: CollectionChange[] = [{ kind: 'create', key: 'Billing', id: null, reasons: ['new'] }];
  const changes = [change('create', ['new'], { id: null }), change('update', ['title', 'body'], { key: 'b.md' })];
  const text = planText(
    plan({ collections, changes, held: [held('drift', 'Ann Bell', 1778132904)], unchanged: 16 }),
    plain,
    'Acme',
  );
  expect(
    text,
  ).toBe(`Plan for Acme (abc12345): 1 to create, 1 to update, 1 collection to write; 1 held back; 16 unchanged

  + create    collection Billing

  + create    billing/refunds.md
  ~ update    b.md  title changed; text changed

Held back
  ! a.md  edited in Intercom by Ann Bell on 7 May 2026 at 05:48 UTC
    → What to do.
`);
});

test('a plan with nothing in it is one line', () => {
  expect(planText(plan({ unchanged: 3 }), plain, 'Acme')).toBe('Plan for Acme (abc12345): No changes; 3 unchanged\n');
});

test('an offline plan says that Intercom was not asked', () => {
  expect(planText(plan({ workspace: null }), plain, null)).toBe(
    'Offline plan: No changes; 0 unchanged\nIntercom was not asked: edits made there are not in this plan.\n',
  );
});

describe('every kind and reason reads as English', () => {
  test.each<[ChangeKind, readonly Reason[], Partial<Change>, string]>([
    ['create', ['new'], {}, '  + create    billing/refunds.md'],
    [
      'create',
      ['new'],
      { locales: { en: change('create', []).locales.en as never, fr: change('create', []).locales.en as never } },
      '  + create    billing/refunds.md  in en, fr',
    ],
    ['adopt', ['same-in-intercom'], {}, '  = adopt     billing/refunds.md  Intercom has the same'],
    [
      'adopt',
      ['named-by-id', 'title'],
      {},
      '  = adopt     billing/refunds.md  its id is in the front matter; title changed',
    ],
    ['recreate', ['gone-in-intercom'], {}, '  + recreate  billing/refunds.md  deleted in Intercom'],
    ['move', ['path'], { from: 'old.md' }, '  > move      billing/refunds.md  from old.md'],
    [
      'move',
      ['path', 'collection', 'body'],
      { from: 'old.md' },
      '  > move      billing/refunds.md  from old.md; collection changed; text changed',
    ],
    ['unpublish', ['file-gone'], {}, '  - unpublish billing/refunds.md  file gone'],
    ['delete', ['file-gone'], {}, '  - delete    billing/refunds.md  file gone'],
    ['record', ['same-in-intercom'], {}, '  . record    billing/refunds.md  Intercom has the same'],
    ['forget', ['gone-in-intercom'], {}, '  . forget    billing/refunds.md  deleted in Intercom'],
    ['update', ['title'], {}, '  ~ update    billing/refunds.md  title changed'],
    ['update', ['description'], {}, '  ~ update    billing/refunds.md  description changed'],
    ['update', ['body'], {}, '  ~ update    billing/refunds.md  text changed'],
    ['update', ['source'], {}, '  ~ update    billing/refunds.md  source changed'],
    ['update', ['state'], {}, '  ~ update    billing/refunds.md  state changed'],
    ['update', ['author'], {}, '  ~ update    billing/refunds.md  author changed'],
    ['update', ['collection'], {}, '  ~ update    billing/refunds.md  collection changed'],
    ['update', ['locale-added'], {}, '  ~ update    billing/refunds.md  language added'],
    ['update', ['locale-removed'], {}, '  ~ update    billing/refunds.md  language removed'],
    ['update', ['overwrite'], {}, '  ~ update    billing/refunds.md  writes over an edit made in Intercom'],
    ['update', ['path'], {}, '  ~ update    billing/refunds.md  file moved'],
  ])('%s for %j', (kind, reasons, more, line) => {
    expect(changeLine(change(kind, reasons, more), plain)).toBe(line);
  });

  test.each<[CollectionChange['kind'], CollectionChange['reasons'], string]>([
    ['create', ['new'], '  + create    collection A'],
    ['adopt', ['same-in-intercom'], '  = adopt     collection A  Intercom has it already'],
    ['recreate', ['gone-in-intercom'], '  + recreate  collection A  deleted in Intercom'],
    ['update', ['name', 'description'], '  ~ update    collection A  name changed, description changed'],
    [
      'update',
      ['translations', 'place'],
      '  ~ update    collection A  translations changed, moved to another collection',
    ],
  ])('a collection: %s for %j', (kind, reasons, line) => {
    expect(planText(plan({ collections: [{ kind, key: 'A', id: null, reasons }] }), plain, 'Acme').split('\n')[2]).toBe(
      line,
    );
  });

  test.each<[HeldWhy, string | null, number | null, string]>([
    ['drift', null, null, 'edited in Intercom'],
    ['drift', 'Ann', 1778132904, 'edited in Intercom by Ann on 7 May 2026 at 05:48 UTC'],
    ['drift', null, 1778132904, 'edited in Intercom on 7 May 2026 at 05:48 UTC'],
    ['drift', 'Ann', 0, 'edited in Intercom by Ann'],
    ['conflict', null, null, 'edited in Intercom and changed here'],
    ['conflict', 'Ann', 1778132904, 'edited in Intercom by Ann on 7 May 2026 at 05:48 UTC, and changed here'],
    ['pending-draft', null, null, 'has an unpublished draft in Intercom'],
    [
      'pending-draft',
      'Ann',
      1778132904,
      'has an unpublished draft in Intercom; the article was last saved by Ann on 7 May 2026 at 05:48 UTC',
    ],
    ['undisplayed', 'Ann', 1778132904, 'has a block that Intercom does not give out'],
    ['gone', 'Ann', 1778132904, 'deleted in Intercom'],
    ['guard', 'Ann', 1778132904, 'readers would lose it'],
    ['ambiguous', 'Ann', 1778132904, 'more than one article fits'],
    ['double', null, null, 'Intercom has nearly the same article'],
  ])('held: %s by %s at %s', (why, by, at, words) => {
    const lines = planText(plan({ held: [held(why, by, at)] }), plain, 'Acme').split('\n');
    expect(lines.slice(3)).toEqual([`  ! a.md  ${words}`, '    → What to do.', '']);
  });
});

test.each<[string, Partial<Plan>, string]>([
  ['nothing', {}, 'No changes; 0 unchanged'],
  [
    'kinds in their order, each once',
    { changes: [change('delete', []), change('update', []), change('create', []), change('update', [])] },
    '1 to create, 2 to update, 1 to delete; 0 unchanged',
  ],
  [
    'collections only',
    {
      collections: [
        { kind: 'create', key: 'A', id: null, reasons: ['new'] },
        { kind: 'update', key: 'B', id: '1', reasons: ['name'] },
      ],
    },
    '2 collections to write; 0 unchanged',
  ],
  ['held only', { held: [held('gone')], unchanged: 2 }, 'No changes; 1 held back; 2 unchanged'],
  [
    'errors only',
    { notCompiled: ['a.md', 'b.md'], leftOut: ['c.md'], unchanged: 2 },
    'No changes; 2 not compiled; 1 left out for errors; 2 unchanged',
  ],
])('the summary of %s', (_, more, summary) => {
  expect(planSummary(plan(more))).toBe(summary);
});

test('no name from Intercom or from a file steers the terminal', () => {
  const evil = '\u001b[31m\u202ex\n';
  const everything = plan({
    workspace: evil,
    collections: [{ kind: 'create', key: evil, id: null, reasons: ['new'] }],
    changes: [change('move', ['path'], { key: evil, from: evil })],
    held: [{ ...held('drift', evil, 1), key: evil, help: evil }],
  });
  expect(planText(everything, plain, evil)).not.toMatch(steering);
  expect(planText(everything, plain, evil).split('\n').length).toBe(
    planText(everything, plain, 'x').split('\n').length,
  );
});

test('a day is the same in every time zone and language', () => {
  expect(dayText(0)).toBe('1 January 1970');
  expect(dayText(1772323199)).toBe('28 February 2026');
  expect(dayText(1772323200)).toBe('1 March 2026');
  const script = `import('${new URL('../../src/model/minute-text.ts', import.meta.url)}').then(({ dayText }) => console.log(dayText(1772323199)))`;
  for (const [TZ, LANG] of [
    ['Pacific/Kiritimati', 'fr_FR.UTF-8'],
    ['America/Los_Angeles', 'C'],
    ['Asia/Tokyo', 'ar_EG.UTF-8'],
  ]) {
    const env = { ...process.env, TZ, LANG, LC_ALL: LANG };
    expect(execFileSync(process.execPath, ['--import', 'tsx', '-e', script], { env, encoding: 'utf8' })).toBe(
      '28 February 2026\n',
    );
  }
});

describe('outcomes', () => {
  const done = (kind: ChangeKind, key: string, url: string | null = null): Outcome => ({
    result: 'done',
    change: change(kind, [], { key }),
    id: '1',
    url,
  });
  const failed = (key: string, requestId: string | null = null): Outcome => ({
    result: 'failed',
    change: change('update', [], { key }),
    message: 'Title is too long',
    requestId,
  });
  const facts = (more: Partial<RunFacts>): RunFacts => ({
    outcomes: [],
    notBegun: [],
    collections: [],
    failedCollections: new Map(),
    requests: {},
    seconds: 0,
    heldBack: 0,
    notCompiled: 0,
    leftOut: 0,
    ...more,
  });

  test('are listed by file, with the page or the reason, and summed up', () => {
    const outcomes = [
      failed('z.md', 'req-1'),
      done('unpublish', 'd.md'),
      done('update', 'c.md'),
      done('create', 'b.md', 'https://help.example.com/1'),
      done('record', 'a.md'),
    ];
    expect(
      outcomeText(facts({ outcomes, requests: { GET: 3, POST: 1, PUT: 2 }, seconds: 3.14, heldBack: 2 }), plain),
    ).toBe(`  ✓ created     b.md
    https://help.example.com/1
  ✓ updated     c.md
    not public
  ✓ unpublished d.md
  ✗ failed      z.md
    Title is too long (request req-1)

Published: 1 created, 1 updated, 1 unpublished, 1 recorded, 1 failed, 2 held back; 6 requests (3 writes) in 3.1 s
`);
  });

  test('name collections that failed and how many articles wait', () => {
    const text = outcomeText(
      facts({ failedCollections: new Map([['Billing', 'not allowed']]), notBegun: ['a.md', 'b.md'] }),
      plain,
    );
    expect(text).toBe(`  ✗ failed      collection Billing
    not allowed

Not begun: 2 articles. Run again to go on from here.
  a.md
  b.md

Nothing published: 1 failed, 2 not begun; 0 requests (0 writes) in 0.0 s
`);
  });

  test.each<[string, Partial<RunFacts>, string]>([
    ['nothing', { requests: { GET: 1 } }, 'Published: nothing to do; 1 request (0 writes) in 0.0 s'],
    [
      'a collection alone',
      {
        collections: [{ kind: 'update', key: 'Billing', id: '1', reasons: ['name'] }],
        requests: { GET: 5, PUT: 1 },
      },
      'Published: 1 collection written; 6 requests (1 write) in 0.0 s',
    ],
    [
      'one write',
      { outcomes: [done('move', 'a.md')], requests: { GET: 1, PUT: 1 }, seconds: 0.05 },
      'Published: 1 moved; 2 requests (1 write) in 0.1 s',
    ],
    ['what has errors', { notCompiled: 1 }, 'Nothing published: 1 not compiled; 0 requests (0 writes) in 0.0 s'],
    ['what is all held back', { heldBack: 4 }, 'Nothing published: 4 held back; 0 requests (0 writes) in 0.0 s'],
    [
      'a run that was stopped before its first write',
      { notBegun: ['a.md'], stopped: 'Stopped.' },
      'Nothing published: 1 not begun; 0 requests (0 writes) in 0.0 s',
    ],
  ])('the summary of %s', (_, more, summary) => {
    expect(outcomeSummary(facts(more))).toBe(summary);
  });

  test('no answer of Intercom steers the terminal', () => {
    const evil = '\u001b[2J\u202e\n';
    const outcomes: Outcome[] = [
      done('create', evil, evil),
      { result: 'failed', change: change('update', [], { key: evil }), message: evil, requestId: evil },
    ];
    expect(outcomeText(facts({ outcomes, failedCollections: new Map([[evil, evil]]) }), plain)).not.toMatch(steering);
  });
});
