import { describe, expect, test } from 'vitest';
import type { Desired } from '../../src/model/desired.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Recorded } from '../../src/model/recorded.ts';
import { addressBelow, type DesiredRedirect, type RecordedRedirect } from '../../src/model/redirect.ts';
import type { Remote } from '../../src/model/remote.ts';
import { isEmpty } from '../../src/plan/plan.ts';
import { formatPlan, parsePlan } from '../../src/plan/plan-file.ts';
import { redirectedPlan } from '../../src/plan/redirects.ts';
import { mergeLockfiles } from '../../src/record/merge-lockfiles.ts';
import { applyRecordings } from '../../src/record/record.ts';
import { desiredOf, nothingRecorded, planFor } from '../kit/world.ts';

const url = 'https://help.example.com/acme';
const sources = { 'a.md': { title: 'A', body: 'Text' }, 'b.md': { title: 'B', body: 'Text' } };
const entry = (targetId: string, id = '9'): RecordedRedirect => ({ id, locale: 'en', targetType: 'article', targetId });

interface World {
  readonly wanted?: readonly DesiredRedirect[];
  readonly known?: Recorded['redirects'];
  readonly theirs?: Remote['redirects'];
  readonly desired?: Partial<Desired>;
  readonly isChosen?: (one: { readonly key: string }) => boolean;
  readonly offline?: boolean;
}

/** The plan of two articles that are published as they are, and of what there is of redirects. */
function planned({ wanted = [], known, theirs = [], desired: more, isChosen = () => true, offline }: World): Plan {
  const desired = { ...desiredOf(sources), ...(wanted.length === 0 ? {} : { redirects: wanted }), ...more };
  const text = { title: '', description: '', body: '', authorId: null, state: 'published' } as const;
  const remote: Remote = {
    workspace: { id: 'w', name: 'W', region: 'us', tokenOwnerId: '1' },
    helpCentres: [{ id: '7', identifier: 'acme', name: 'Acme', url, isDefault: true, locales: ['en'] }],
    ...{ collections: [], teammates: [], redirects: theirs },
    articles: Object.entries({ '1': 'A', '2': 'B' }).map(([id, title]) => ({
      ...{ id, url: null, parentId: null, updatedAt: 1, updatedById: null, pendingDraft: false, defaultLocale: 'en' },
      locales: { en: { ...text, title, url: `${url}/en/articles/${id}-x` } },
    })),
  };
  const articles = Object.fromEntries(
    desiredOf(sources).articles.map(({ key }, index) => {
      const print = `sha256-${'0'.repeat(64)}` as const;
      const locale = { source: '0'.repeat(40), desired: print, remote: print };
      return [key, { id: String(index + 1), url: null, updatedAt: 1, locales: { en: locale } }];
    }),
  );
  const recorded = { ...nothingRecorded, articles, ...(known === undefined ? {} : { redirects: known }) };
  const { digest: _, ...rest } = planFor(desired, recorded, remote);
  const base = { ...rest, helpCentre: '7', changes: [], held: [], problems: [], digest: 'sha256-x' } as unknown as Plan;
  return redirectedPlan(base, {
    ...{ desired, recorded, remote: offline ? null : remote, isWhole: isChosen({ key: '' }) },
    isChosen,
  });
}

const to = (article: string, from = '/en/old'): DesiredRedirect => ({ from, locale: 'en', target: { article } });
const there = (targetId: string, id = '9') => ({ ...entry(targetId, id), helpCentreId: '7', address: '/en/old' });
const steps = ({ redirects = [], problems }: Plan) => [
  ...redirects.map(({ kind, key, id }) => `${kind} ${key} ${id}`),
  ...problems.map(({ code }) => code),
];
const key = '7/en/old';

describe('what becomes of a redirect', () => {
  test.each<[string, World, readonly string[]]>([
    ['wanted, and nowhere', { wanted: [to('a.md')] }, ['create 7/en/old null']],
    ['wanted, and there by hand', { wanted: [to('a.md')], theirs: [there('1')] }, ['record 7/en/old 9']],
    ['wanted, and there by hand to another', { wanted: [to('a.md')], theirs: [there('2')] }, ['redirect-taken']],
    ['as it was made', { wanted: [to('a.md')], known: { [key]: entry('1') }, theirs: [there('1')] }, []],
    [
      'ours, to another',
      { wanted: [to('b.md')], known: { [key]: entry('1') }, theirs: [there('1')] },
      ['replace 7/en/old 9'],
    ],
    ['ours, and gone from Intercom', { wanted: [to('a.md')], known: { [key]: entry('1') } }, ['create 7/en/old null']],
    [
      'ours, and made again by hand to another',
      { wanted: [to('a.md')], known: { [key]: entry('1') }, theirs: [there('2', '10')] },
      ['redirect-taken'],
    ],
    [
      'ours, in a help centre with another domain',
      { wanted: [to('a.md')], known: { [key]: entry('1') }, theirs: [{ ...there('1'), address: '/acme/en/old' }] },
      [],
    ],
    ['wanted no more', { known: { [key]: entry('1') }, theirs: [there('1')] }, ['remove 7/en/old 9']],
    ['wanted no more, and gone', { known: { [key]: entry('1') } }, ['forget 7/en/old 9']],
    ['of people', { theirs: [there('1')] }, []],
    [
      'without a target for now',
      { wanted: [{ from: '/en/old', locale: 'en', target: null }], known: { [key]: entry('1') }, theirs: [there('1')] },
      [],
    ],
    [
      'that a broken file may name',
      { known: { [key]: entry('1') }, theirs: [there('1')], desired: { redirectsUnread: true } },
      [],
    ],
    [
      'whose source does not compile',
      {
        known: { [key]: entry('1') },
        theirs: [there('1')],
        desired: { articles: desiredOf({ 'b.md': sources['b.md'] }).articles, failed: ['a.md'] },
      },
      [],
    ],
    ['without any source', { known: { [key]: entry('1') }, theirs: [there('1')], desired: { articles: [] } }, []],
    ['of another part', { wanted: [to('a.md')], isChosen: (one) => one.key === 'b.md' }, []],
    ['elsewhere', { wanted: [to('a.md', 'https://example.com/en/old')] }, ['redirect-outside']],
    ['where an article is', { wanted: [to('a.md', '/en/articles/2-x')] }, ['redirect-live']],
    ['offline, as it was made', { wanted: [to('a.md')], known: { [key]: entry('1') }, offline: true }, []],
    [
      'offline, by its whole address',
      { wanted: [to('a.md', `${url}/en/old`)], known: { [key]: entry('1') }, offline: true },
      [],
    ],
    [
      'offline, to another',
      { wanted: [to('b.md')], known: { [key]: entry('1') }, offline: true },
      ['replace 7/en/old 9'],
    ],
  ])('%s', (_, world, expected) => {
    expect(steps(planned(world))).toEqual(expected);
  });

  test('is a step of the plan: it counts, is in the digest, and a saved plan has it', () => {
    const plan = planned({ wanted: [to('a.md')] });
    expect(isEmpty(plan)).toBe(false);
    expect(parsePlan(formatPlan(plan))).toMatchObject({ ok: true, plan: { redirects: [{ kind: 'create' }] } });
    const other = planned({ wanted: [to('b.md')] });
    expect(other.digest).not.toBe(plan.digest);
  });
});

test.each([
  ['/en/old', '/en/old'],
  ['/en/old/', '/en/old'],
  ['/en/old?page=2#part', '/en/old?page=2'],
  ['/acme/en/old', '/en/old'],
  ['/en/alt für', '/en/alt%20f%C3%BCr'],
  [`${url}/en/old`, '/en/old'],
  ['https://HELP.example.com/acme/en/old', '/en/old'],
  ['https://help.example.com/acmecorp/en/old', null],
  ['https://help.example.com/other', null],
  ['https://example.com/acme/en/old', null],
])('%s is %s in a help centre', (from, address) => {
  expect(addressBelow(from, url)).toBe(address);
});

test('what took effect is recorded, and two lockfiles are merged redirect by redirect', () => {
  const of = 'redirect' as const;
  const made = applyRecordings(nothingRecorded, [{ of, key, entry: entry('1') }]);
  expect(made.redirects).toEqual({ [key]: entry('1') });
  expect(applyRecordings(made, [{ of, key, entry: null }])).toEqual(nothingRecorded);
  const lockfile = (redirects: Recorded['redirects']) => ({
    ...{ lockfileVersion: 1 as const },
    workspaces: { w: { ...nothingRecorded, ...(redirects === undefined ? {} : { redirects }) } },
  });
  const merged = mergeLockfiles(
    lockfile({ [key]: entry('1') }),
    lockfile({ [key]: entry('1'), '7/a': entry('2') }),
    lockfile({ '7/b': entry('2', '10') }),
  );
  expect(merged.workspaces.w?.redirects).toEqual({ '7/a': entry('2'), '7/b': entry('2', '10') });
});
