import { describe, expect, it } from 'vitest';
import { type LayoutInput, layOut } from '../../src/import/layout.ts';
import type { RemoteArticle, RemoteCollection } from '../../src/model/remote.ts';

const collection = (id: string, name: string, parentId: string | null = null): RemoteCollection => ({
  id,
  name,
  description: '',
  parentId,
  defaultLocale: 'en',
  helpCentreId: '1',
  order: 0,
  url: null,
  translations: {},
});

const article = (id: string, title: string, parentId: string | null = null): RemoteArticle => ({
  id,
  url: null,
  parentId,
  updatedAt: 0,
  updatedById: null,
  pendingDraft: false,
  defaultLocale: 'en',
  locales: { en: { title, description: '', body: '', state: 'draft', authorId: null, url: null } },
});

function placed(input: Partial<LayoutInput>) {
  const layout = layOut({
    collections: [],
    articles: [],
    settings: { locale: 'en', locales: 'suffix' },
    present: [],
    knownKeys: new Map(),
    knownFolders: new Map(),
    helpCentres: [],
    main: null,
    ...input,
  });
  return { folders: Object.fromEntries(layout.folders), keys: Object.fromEntries(layout.keys) };
}

describe('where articles stand', () => {
  it('is a folder for each collection and a file for each article, named after their titles', () => {
    const { folders, keys } = placed({
      collections: [collection('2', 'Invoices & receipts', '1'), collection('1', 'Billing')],
      articles: [article('10', 'Change your plan', '1'), article('11', 'Old invoices', '2'), article('12', 'Welcome')],
    });
    expect(folders).toEqual({ '1': 'billing', '2': 'billing/invoices-receipts' });
    expect(keys).toEqual({
      '10': 'billing/change-your-plan.md',
      '11': 'billing/invoices-receipts/old-invoices.md',
      '12': 'welcome.md',
    });
  });

  it('does not depend on the order of the listing: the older article keeps the plain name', () => {
    const articles = [article('9', 'FAQ'), article('10', 'faq'), article('8', 'Faq?')];
    const expected = { '8': 'faq.md', '9': 'faq-2.md', '10': 'faq-3.md' };
    expect(placed({ articles }).keys).toEqual(expected);
    expect(placed({ articles: articles.toReversed() }).keys).toEqual(expected);
  });

  it('keeps the paths that articles have already, and gives their names to no other', () => {
    const { keys } = placed({
      articles: [article('8', 'FAQ'), article('9', 'FAQ')],
      knownKeys: new Map([['9', 'FAQ.md']]),
    });
    expect(keys).toEqual({ '8': 'faq-2.md', '9': 'FAQ.md' });
  });

  it('puts a collection into the folder that has its name already, whatever the folder is called', () => {
    const present = [{ folder: '02-pay', name: 'Billing', translations: {} }];
    const { folders, keys } = placed({
      collections: [collection('1', 'Billing'), collection('2', 'Pay')],
      articles: [article('10', 'Plans', '1')],
      present,
    });
    expect(folders).toEqual({ '1': '02-pay', '2': 'pay' });
    expect(keys).toEqual({ '10': '02-pay/plans.md' });
  });

  it('keeps apart collections whose folders would be one', () => {
    const { folders } = placed({
      collections: [collection('1', 'Q&A'), collection('2', 'Q/A'), collection('3', 'q a', '1'), collection('4', 'q')],
      present: [{ folder: 'Q', name: 'Something else', translations: {} }],
    });
    expect(folders).toEqual({ '1': 'q-a', '2': 'q-a-2', '3': 'q-a/q-a', '4': 'q-2' });
  });

  it('puts collections of one name in one place into one folder', () => {
    const { folders } = placed({ collections: [collection('1', 'Billing'), collection('2', 'Billing')] });
    expect(folders).toEqual({ '1': 'billing', '2': 'billing' });
  });

  it('takes no name that means something else: the images, a README, a language', () => {
    const { folders, keys } = placed({
      collections: [collection('1', 'Images'), collection('2', 'IT')],
      articles: [article('10', 'README'), article('11', 'Guide.fr')],
      settings: { locale: 'en', locales: 'folder' },
    });
    expect(folders).toEqual({ '1': 'images-2', '2': 'it-collection' });
    expect(keys).toEqual({ '10': 'readme-article.md', '11': 'guide-fr.md' });
  });

  it('stays in the content folder whatever the names', () => {
    const { folders, keys } = placed({
      collections: [collection('1', '..'), collection('2', '../../etc', '1'), collection('3', 'CON')],
      articles: [article('10', '../../etc/passwd', '2'), article('11', '.git', '3'), article('12', '/')],
    });
    expect(folders).toEqual({ '1': 'collection', '2': 'collection/etc', '3': 'con-collection' });
    expect(keys).toEqual({
      '10': 'collection/etc/etc-passwd.md',
      '11': 'con-collection/git.md',
      '12': 'article.md',
    });
  });

  it('ends for collections that lie in each other in a ring', () => {
    const { folders } = placed({ collections: [collection('1', 'A', '2'), collection('2', 'B', '1')] });
    expect(Object.values(folders).every((folder) => folder.split('/').length <= 3)).toBe(true);
  });
});
