import { describe, expect, test } from 'vitest';
import { remoteFingerprint } from '../../../src/body/fingerprint.ts';
import { articleReference, imageReference } from '../../../src/body/references.ts';
import type { Desired } from '../../../src/model/desired.ts';
import type { Recorded } from '../../../src/model/recorded.ts';
import type { Remote, RemoteArticle, RemoteLocale } from '../../../src/model/remote.ts';
import { collectionTrail } from '../../../src/plan/collection-trail.ts';
import { type ArticleDifference, articleDifferences } from '../../../src/use-cases/differences/articles.ts';
import { collectionDifferences } from '../../../src/use-cases/differences/collections.ts';
import { desiredOf, nothingRecorded, plainSettings, planFor, type TestSource } from '../../kit/world.ts';

const sha = (digit: string) => `sha256-${digit.repeat(64)}`;
const cdn = (name: string) => `https://downloads.intercomcdn.com/i/o/w/1/${name}`;

function article(id: string, more: Partial<RemoteLocale> = {}): RemoteArticle {
  const content = {
    title: 'A',
    description: '',
    body: '<p>a</p>',
    state: 'published',
    authorId: '7',
    ...more,
  } as const;
  return {
    id,
    url: null,
    parentId: null,
    updatedAt: 1,
    updatedById: null,
    pendingDraft: false,
    defaultLocale: 'en',
    locales: { en: { ...content, url: `https://help.example.com/en/articles/${id}-old-slug` } },
  };
}

function remoteOf(articles: readonly RemoteArticle[]): Remote {
  return {
    workspace: { id: 'w', name: 'Acme', region: 'us', tokenOwnerId: '7' },
    helpCentres: [],
    collections: [],
    articles,
    teammates: [{ id: '7', name: 'Ann Bell', email: 'ann@example.com' }],
  };
}

/** Articles as the lockfile knows them: published as something else than they are asked to be now. */
function recordedOf(ids: Readonly<Record<string, string>>, images: Recorded['images'] = {}): Recorded {
  const locales = { en: { source: '', desired: sha('0'), remote: sha('0') } };
  const articles = Object.entries(ids).map(([key, id]) => [key, { id, url: null, updatedAt: 1, locales }]);
  return { ...nothingRecorded, articles: Object.fromEntries(articles), images };
}

/** The same lockfile, written when Intercom was as it is now: nobody edited anything there since. */
function untouched(recorded: Recorded, remote: Remote | null): Recorded {
  const printOf = (id: string): string => {
    const found = remote?.articles.find((one) => one.id === id);
    const content = found?.locales.en;
    return found === undefined || content === undefined
      ? sha('0')
      : remoteFingerprint({ ...content, parentId: found.parentId });
  };
  const articles = Object.entries(recorded.articles).map(([key, entry]) => [
    key,
    { ...entry, locales: { en: { source: '', desired: sha('0'), remote: printOf(entry.id) } } },
  ]);
  return { ...recorded, articles: Object.fromEntries(articles) };
}

const sourcesOf = (desired: Desired) => ({
  desired,
  repository: { sources: [], collections: [] },
  settings: { spacing: 'normal' as const },
});

function look(desired: Desired, before: Recorded, remote: Remote | null): readonly ArticleDifference[] {
  const recorded = untouched(before, remote);
  const plan = planFor(desired, recorded, remote);
  const found = articleDifferences({ plan, recorded, remote, sources: sourcesOf(desired) });
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  return found;
}

const wants = (source: Partial<TestSource>): Desired => desiredOf({ 'a.md': { title: 'A', body: 'a', ...source } });

const words = (difference: ArticleDifference | undefined): string =>
  (difference?.locales['en']?.body ?? [])
    .flatMap(({ lines }) => lines.map(({ segments }) => segments.map(({ kind, text }) => `${kind}:${text}`).join(' ')))
    .join('\n');

describe('what changes inside an article', () => {
  test('fields are told with what they were, and only those that change', () => {
    const [found] = look(wants({ title: 'B', state: 'draft' }), recordedOf({ 'a.md': '1' }), remoteOf([article('1')]));
    expect(found).toEqual({
      key: 'a.md',
      title: 'B',
      change: 'update',
      fields: {},
      locales: {
        en: {
          fields: { title: { before: 'A', after: 'B' }, state: { before: 'published', after: 'draft' } },
          body: [],
          images: [],
          unseen: false,
        },
      },
    });
  });

  test('authors are told by name', () => {
    const desired = wants({});
    const named = { ...desired, articles: desired.articles.map((one) => ({ ...one, author: 'ANN@example.com' })) };
    const remote = remoteOf([article('1', { authorId: '9' })]);
    const [found] = look(named, recordedOf({ 'a.md': '1' }), remote);
    expect(found?.locales['en']?.fields).toEqual({ author: { before: '9', after: 'Ann Bell' } });
  });

  test('a link to an article is the same by any slug, and is named by its source', () => {
    const link = (href: string, text: string) => `<p><a href="${href}">${text}</a></p>`;
    const symbolic = articleReference({ key: 'b.md', locale: 'en', anchor: 'x' });
    const desired = desiredOf({
      'a.md': { title: 'A', body: link(symbolic, 'to the other b') },
      'b.md': { title: 'B', body: '<h1 id="x">X</h1>' },
    });
    const stored = (text: string) =>
      remoteOf([
        article('1', { body: link('https://help.example.com/en/articles/2-old-slug#h_1234567890', text) }),
        article('2', { title: 'B', body: '<h1 id="h_1234567890">X</h1>' }),
      ]);
    const recorded = recordedOf({ 'a.md': '1', 'b.md': '2' });
    expect(words(look(desired, recorded, stored('to the old b')).find(({ key }) => key === 'a.md'))).toBe(
      'same:[to the  removed:old added:other same: b](./b.md#x)',
    );
    expect(look(desired, recorded, stored('to the other b')).find(({ key }) => key === 'a.md')?.locales).toEqual({});
  });

  test('an image whose bytes changed is named, and no word of it is in the text', () => {
    const image = (source: string) => `<div class="intercom-container"><img src="${source}"></div>`;
    const desired: Desired = {
      ...wants({ body: image(imageReference(sha('2'))) }),
      images: { [sha('2')]: { path: 'pictures/form.png', bytes: 1, mediaType: 'image/png' } },
    };
    for (const name of ['form.png', `${'1'.repeat(64)}.png`]) {
      const remote = remoteOf([article('1', { body: image(`${cdn(name)}?expires=1&amp;signature=2&amp;req=3`) })]);
      const [found] = look(desired, recordedOf({ 'a.md': '1' }, { [sha('1')]: cdn(name) }), remote);
      expect(found?.locales['en']).toEqual({ fields: {}, body: [], images: ['pictures/form.png'], unseen: false });
    }
    const remote = remoteOf([article('1', { body: image(cdn('other.png')) })]);
    expect(words(look(desired, recordedOf({ 'a.md': '1' }), remote)[0])).toBe(
      'same:![ removed:](other.png) added:](./pictures/form.png)',
    );
  });

  test('an empty line that goes is shown', () => {
    const remote = remoteOf([article('1', { body: '<p>a</p><p></p><p></p><p>b</p>' })]);
    const [found] = look(wants({ body: '<p>a</p><p></p><p>b</p>' }), recordedOf({ 'a.md': '1' }), remote);
    expect(words(found)).toContain('removed:<br>');
    expect(found?.locales['en']?.unseen).toBe(false);
  });

  test('what Markdown does not show is told', () => {
    const image = (address: string) => `<div class="intercom-container"><img src="${address}"></div>`;
    const remote = remoteOf([article('1', { body: image(cdn('a.png')) })]);
    const other = wants({ body: image(cdn('b/a.png')) });
    const [found] = look(other, recordedOf({ 'a.md': '1' }), remote);
    expect(found?.locales['en']).toEqual({ fields: {}, body: [], images: [], unseen: true });
  });

  test('a body that is too much to be Markdown is told, and not shown', () => {
    const remote = remoteOf([article('1', { body: `${'<div>'.repeat(300)}a` })]);
    const [found] = look(wants({}), recordedOf({ 'a.md': '1' }), remote);
    expect(found?.locales['en']).toEqual({ fields: {}, body: [], images: [], unseen: true });
  });

  test('a new article comes whole', () => {
    const [found] = look(wants({ body: '<p>one</p><p></p><p>two</p>' }), nothingRecorded, remoteOf([]));
    expect(found).toMatchObject({ change: 'create', locales: { en: { fields: { title: { before: null } } } } });
    expect(words(found)).toBe('added:one\n\nadded:two');
  });

  test('an article that goes changes its state', () => {
    const recorded = recordedOf({ 'a.md': '1', 'b.md': '2' });
    const remote = remoteOf([article('1'), article('2')]);
    const plan = planFor(wants({}), recorded, remote, { ...plainSettings, onDrift: 'overwrite' });
    const found = articleDifferences({ plan, recorded, remote, sources: sourcesOf(wants({})) }, new Set(['b.md']));
    expect(found).toEqual([
      {
        key: 'b.md',
        title: 'A',
        change: 'unpublish',
        fields: {},
        locales: {
          en: { fields: { state: { before: 'published', after: 'draft' } }, body: [], images: [], unseen: false },
        },
      },
    ]);
  });

  test('offline there is nothing to compare with', () => {
    expect(look(wants({}), recordedOf({ 'a.md': '1' }), null)).toEqual([
      { key: 'a.md', title: 'A', change: 'update', fields: {}, locales: {} },
    ]);
  });
});

test('collections are compared by name, place and language', () => {
  const collection = {
    defaultLocale: 'en',
    name: 'Old',
    description: 'd',
    helpCentreId: null,
    order: 0,
    url: null,
    translations: {},
  };
  const remote: Remote = {
    ...remoteOf([]),
    collections: [
      { ...collection, id: '1', parentId: null },
      { ...collection, id: '2', name: 'Inner', parentId: '1' },
    ],
  };
  expect(collectionTrail('2', remote, null)).toBe('Old > Inner');
  expect(collectionTrail(null, remote, null)).toBeNull();
  const desired: Desired = {
    ...wants({}),
    collections: [
      {
        key: 'New',
        name: 'New',
        description: '',
        parent: null,
        translations: { fr: { name: 'Neuf' } },
        fingerprint: sha('0'),
      },
    ],
  };
  const known = { ...nothingRecorded, collections: { New: { id: '2', desired: sha('9') } } };
  const plan = planFor(desired, known, remote);
  expect(collectionDifferences(plan, desired, remote)).toEqual([
    {
      key: 'New',
      kind: 'update',
      fields: { name: { before: 'Inner', after: 'New' }, place: { before: 'Old', after: null } },
      locales: { fr: { name: { before: null, after: 'Neuf' } } },
    },
  ]);
  expect(collectionDifferences(plan, desired, null)).toEqual([{ key: 'New', kind: 'update', fields: {}, locales: {} }]);
});
