import { expect, test } from 'vitest';
import {
  fromWireAdmins,
  fromWireArticle,
  fromWireCollection,
  fromWireHelpCentre,
  fromWireMe,
  parentOf,
  withHelpCentres,
} from '../../src/intercom/from-wire.ts';
import { adminList, article, collection, helpCentre, me } from '../../src/intercom/wire.ts';
import type { RemoteCollection } from '../../src/model/remote.ts';

const newest = { version: '2.16', defaultLocale: 'en' } as const;
const oldest = { version: '2.11', defaultLocale: 'en' } as const;

const draft = {
  id: '15009700',
  type: 'article',
  workspace_id: 'abc',
  parent_id: null,
  parent_type: null,
  parent_ids: [],
  content_id: '17681113',
  title: 'Test Article',
  description: '',
  body: '<p class="no-margin">Test body</p>',
  author_id: 10553731,
  state: 'draft',
  created_at: 1778132904,
  updated_at: 1778132904,
  url: null,
};

const read = (wire: object, reading: { version: '2.11' | '2.16'; defaultLocale: string } = newest) =>
  fromWireArticle(article.parse({ ...draft, ...wire }), reading);

test('an article without translations has its default locale alone', () => {
  expect(read({})).toEqual({
    id: '15009700',
    url: null,
    parentId: null,
    updatedAt: 1778132904,
    createdAt: 1778132904,
    updatedById: null,
    pendingDraft: false,
    schedule: { publishAt: null, unpublishAt: null },
    defaultLocale: 'en',
    locales: {
      en: {
        title: 'Test Article',
        description: '',
        body: '<p class="no-margin">Test body</p>',
        state: 'draft',
        authorId: '10553731',
        url: null,
      },
    },
  });
});

const french = {
  type: 'article_content',
  title: 'Essai',
  description: null,
  body: 'B',
  author_id: 5,
  state: 'published',
};

test('translations are told apart from the map’s own type key, and Indonesian is a locale', () => {
  const translated_content = {
    type: 'article_translated_content',
    en: { ...french, title: 'Stale copy of the root' },
    fr: french,
    id: { ...french, title: 'Uji' },
    de: null,
    es: { type: 'article_content', title: null, body: '', state: 'draft' },
    'pt-BR': { ...french, title: 'Teste', author_id: '7', url: 'https://help.example.com/pt-BR/articles/1' },
  };
  const { locales } = read({ default_locale: 'en', translated_content });
  expect(Object.keys(locales)).toEqual(['en', 'fr', 'id', 'pt-BR']);
  expect(locales.en?.title).toBe('Test Article');
  expect(locales.id?.title).toBe('Uji');
  expect(locales.fr).toEqual({
    title: 'Essai',
    description: '',
    body: 'B',
    state: 'published',
    authorId: '5',
    url: null,
  });
  expect(locales['pt-BR']?.authorId).toBe('7');
});

test('keys that are no locales never get in', () => {
  const map = JSON.parse(
    '{"__proto__":{"title":"x"},"constructor":{"title":"x"},"toString":{"title":"x"},"fr":{"title":"y"}}',
  );
  const { locales } = read({ translated_content: map });
  expect(Object.keys(locales)).toEqual(['en', 'fr']);
  expect(Object.getPrototypeOf(locales)).toBe(Object.prototype);
});

test('a default locale that Intercom names wins over the one assumed', () => {
  const found = read({ default_locale: 'fr', translated_content: { fr: french, en: { ...french, title: 'English' } } });
  expect(found.defaultLocale).toBe('fr');
  expect(found.locales.fr?.title).toBe('Test Article');
  expect(found.locales.en?.title).toBe('English');
});

test('absent and unknown things are read as the harmless ones', () => {
  const bare = fromWireArticle(article.parse({ id: 7, brand_new_field: { a: 1 }, state: 'archived' }), oldest);
  expect(bare).toMatchObject({ id: '7', updatedAt: 0, parentId: null, url: null });
  expect(bare.locales.en).toEqual({ title: '', description: '', body: '', state: 'draft', authorId: null, url: null });
});

test.each([
  ['2.16', { parent_ids: [18] }, '18'],
  ['2.16', { parent_ids: [], parent_id: 18 }, null],
  ['2.16', { parent_ids: [5, 18], parent_id: 18 }, '5'],
  ['2.15', { parent_ids: [18], parent_id: null }, '18'],
  ['2.15', { parent_ids: [], parent_id: 18 }, null],
  ['2.15', { parent_ids: [5, 18], parent_id: 18 }, '18'],
  ['2.11', { parent_id: '18' }, '18'],
  ['2.11', {}, null],
] as const)('on %s the parent of %j is %s', (version, wire, parent) => {
  expect(parentOf(article.parse({ id: '1', ...wire }), version)).toBe(parent);
});

test('who edited last and whether a draft is pending come from 2.16 on, from any locale', () => {
  const seen = { has_unpublished_changes: true, updated_by_id: 99 };
  expect(read(seen)).toMatchObject({ pendingDraft: true, updatedById: '99' });
  expect(read(seen, oldest)).toMatchObject({ pendingDraft: false, updatedById: null });
  const inFrench = { translated_content: { fr: { ...french, has_unpublished_changes: true } } };
  expect(read(inFrench)).toMatchObject({ pendingDraft: true });
});

test('a collection’s translations leave out its default locale and empty names', () => {
  const wire = collection.parse({
    id: 88,
    name: 'Billing',
    description: null,
    parent_id: null,
    help_center_id: 79,
    order: 3,
    icon: 'gear',
    default_locale: 'en',
    translated_content: {
      type: 'group_translated_content',
      en: { type: 'group_content', name: 'Billing', description: '' },
      fr: { type: 'group_content', name: 'Facturation', description: 'Tout' },
      de: { type: 'group_content', name: 'Abrechnung', description: null },
      es: { type: 'group_content', name: null },
      it: null,
    },
  });
  expect(fromWireCollection(wire, newest)).toEqual({
    id: '88',
    name: 'Billing',
    description: '',
    parentId: null,
    defaultLocale: 'en',
    helpCentreId: '79',
    order: 3,
    url: null,
    icon: 'gear',
    translations: { fr: { name: 'Facturation', description: 'Tout' }, de: { name: 'Abrechnung' } },
  });
});

test('sections belong to the help centre of the collection at the top, circles to none', () => {
  const make = (id: string, parentId: string | null, helpCentreId: string | null): RemoteCollection => ({
    id,
    name: id,
    description: '',
    parentId,
    defaultLocale: 'en',
    helpCentreId,
    order: 0,
    url: null,
    translations: {},
  });
  const all = [
    make('3', '2', null),
    make('2', '1', null),
    make('1', null, '79'),
    make('8', '9', null),
    make('9', '8', null),
    make('5', '404', null),
  ];
  expect(withHelpCentres(all).map((one) => one.helpCentreId)).toEqual(['79', '79', '79', null, null, null]);
});

test('a help centre that is switched off has no address, and only 2.16 tells the default one', () => {
  const wire = helpCentre.parse({
    id: 7,
    identifier: 'acme',
    display_name: 'Acme help',
    url: 'https://help.acme.test/',
    website_turned_on: true,
    default: true,
    locales: ['en', 'fr'],
  });
  const expected = { id: '7', identifier: 'acme', name: 'Acme help', url: 'https://help.acme.test' };
  expect(fromWireHelpCentre(wire, '2.16')).toEqual({ ...expected, isDefault: true, locales: ['en', 'fr'] });
  expect(fromWireHelpCentre(wire, '2.15')).toEqual({ ...expected, isDefault: null, locales: null });
  expect(fromWireHelpCentre({ ...wire, website_turned_on: false }, '2.16').url).toBeNull();
});

test('the bot is not a teammate', () => {
  const admins = adminList.parse({
    type: 'admin.list',
    admins: [
      { id: '1', name: 'Ada', email: 'ada@example.com', job_title: 'x' },
      { id: '2', name: 'Fin', email: 'operator+abc@intercom.io' },
      null,
      { id: 3, name: null, email: null },
    ],
  });
  expect(fromWireAdmins(admins.admins)).toEqual([
    { id: '1', name: 'Ada', email: 'ada@example.com' },
    { id: '3', name: '', email: '' },
  ]);
});

test('the workspace comes from the token’s owner, its region as settings spell it', () => {
  const owner = { type: 'admin', id: '9', app: { type: 'app', id_code: 'abc12345', name: 'Acme', region: 'EU' } };
  expect(fromWireMe(me.parse(owner))).toEqual({ id: 'abc12345', name: 'Acme', region: 'eu', tokenOwnerId: '9' });
});
