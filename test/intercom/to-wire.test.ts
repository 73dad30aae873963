import { expect, test } from 'vitest';
import { articleCreate, articleUpdate, collectionCreate, collectionUpdate } from '../../src/intercom/to-wire.ts';

const part = { title: 'T', description: 'D', body: '<p>B</p>', state: 'published', authorId: '42' } as const;
const wirePart = { title: 'T', description: 'D', body: '<p>B</p>', state: 'published', author_id: 42 };

test('a create has the parent as a number, the default locale at the root and only there', () => {
  expect(articleCreate({ parentId: '18', locales: { en: part, fr: { ...part, title: 'F' } } }, 'en')).toEqual({
    ...wirePart,
    parent_id: 18,
    parent_type: 'collection',
    translated_content: { fr: { type: 'article_content', ...wirePart, title: 'F' } },
  });
  expect(articleCreate({ parentId: null, locales: { en: part } }, 'en')).toEqual(wirePart);
});

test('an update has the parent as text, null takes it away, absent leaves it', () => {
  const locales = { en: part };
  const update = { ...wirePart, parent_id: '18', parent_type: 'collection' };
  expect(articleUpdate({ parentId: '18', locales }, 'en')).toEqual(update);
  expect(articleUpdate({ parentId: null, locales }, 'en')).toEqual({ ...wirePart, parent_id: null });
  expect(articleUpdate({ locales }, 'en')).toEqual(wirePart);
});

test('a write sends only what it names', () => {
  const locales = { en: { state: 'draft', authorId: '42' }, id: { state: 'draft', authorId: null } } as const;
  expect(articleUpdate({ locales }, 'en')).toEqual({
    state: 'draft',
    author_id: 42,
    translated_content: { id: { type: 'article_content', state: 'draft' } },
  });
  expect(articleUpdate({ locales: { fr: { ...part, title: 'F' } } }, 'en')).toEqual({
    translated_content: { fr: { type: 'article_content', ...wirePart, title: 'F' } },
  });
});

test('a collection’s help centre is named on create only', () => {
  const write = { name: 'N', description: '', parentId: '5', translations: { fr: { name: 'M' } } };
  const wire = {
    name: 'N',
    description: '',
    parent_id: '5',
    translated_content: { fr: { type: 'group_content', name: 'M', description: '' } },
  };
  expect(collectionCreate({ ...write, helpCentreId: '79' })).toEqual({ ...wire, help_center_id: 79 });
  expect(collectionCreate({ ...write, helpCentreId: null })).toEqual(wire);
  expect(collectionUpdate(write)).toEqual(wire);
});
