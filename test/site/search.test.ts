import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../src/site/search/document.ts';
import { createEngine } from '../../src/site/search/engine.ts';
import { excerptOf, markWords } from '../../src/site/search/excerpt.ts';
import { searchDocuments, searchScript } from '../../src/site/search/script.ts';
import { folded, wordsOf } from '../../src/text/spoken-words.ts';
import { previewOf } from './preview-of.ts';

function document(id: string, parts: Partial<SearchDocument>): SearchDocument {
  return { id, title: id, description: '', trail: '', headings: '', text: '', draft: false, ...parts };
}

async function findIn(documents: readonly SearchDocument[], query: string, locale = 'en'): Promise<readonly string[]> {
  const engine = await createEngine(documents, locale);
  return engine.find(query, 10).map((found) => found.document.id);
}

describe('the search', () => {
  const documents = [
    document('a', { title: 'Change your billing address', text: 'Open the settings.' }),
    document('b', { title: 'Délais de dépôt', text: 'Réglez la facture. Größe und Straße.' }),
    document('c', { title: 'Printers', headings: 'Billing', text: 'Paper, and an address on the tag.' }),
  ];

  test.each([
    ['a word', 'settings', ['a']],
    ['the beginning of a word', 'sett', ['a']],
    ['several words, all of them', 'billing address', ['a', 'c']],
    ['words with accents, typed without', 'delais depot', ['b']],
    ['words without accents, typed with them', 'séttings', ['a']],
    ['German letters', 'strasse', ['b']],
    ['capitals', 'PRINTERS', ['c']],
    ['a small slip', 'adress billling', ['a', 'c']],
    ['some of the words where none has all', 'settings unicorns', ['a']],
    ['nothing', 'unicorns', []],
    ['signs that are no words', '*?"', []],
    ['names of objects’ own methods', 'constructor __proto__', []],
  ])('finds by %s', async (_, query, expected) => {
    expect(await findIn(documents, query)).toEqual(expected);
  });

  test('finds words in languages that are written without spaces', async () => {
    const japanese = [document('j', { title: '請求書の住所を変更する' })];
    expect(await findIn(japanese, '住所', 'ja')).toEqual(['j']);
    expect(wordsOf('請求書の住所', 'ja')).toContain('住所');
  });

  test('folds words so that they can be compared', () => {
    expect(['Übersicht', 'ÉTÉ', 'Łódź', 'ﬁne', '１２'].map(folded)).toEqual(['ubersicht', 'ete', 'lodz', 'fine', '12']);
  });
});

describe('an excerpt', () => {
  test('is the part around the first word that was found, with all such words marked', () => {
    const text = `${'before '.repeat(30)}the Dépôt stands here, a dépôt ${'after '.repeat(60)}`;
    const pieces = excerptOf(text, new Set(['depot']));
    expect(pieces.filter(({ isFound }) => isFound).map((piece) => piece.text)).toEqual(['Dépôt', 'dépôt']);
    const whole = pieces.map((piece) => piece.text).join('');
    expect(whole).toMatch(/^… before/);
    expect(whole).toMatch(/after …$/);
    expect(whole.length).toBeLessThan(230);
  });

  test('is the beginning where nothing of the text was found', () => {
    expect(excerptOf('Short.', new Set(['x']))).toEqual([{ text: 'Short.', isFound: false }]);
  });

  test('marked words and the rest are the text again', () => {
    const text = 'One, two; ONE (three)';
    expect(
      markWords(text, new Set(['one']))
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('what is searched', () => {
  test('is each article of the language: its title, headings, collections and text, without markup', async () => {
    const { site } = await previewOf({
      'c/s/a.md':
        '---\ntitle: A & B\ndescription: D\n---\n## One <two>\n\nText with `a < b` and **bold**.\n\n- item\n- other\n',
      'c/s/a.fr.md': '---\ntitle: F\n---\nTexte.\n',
      'b.md': '# B\n\nText.\n',
    });
    expect(searchDocuments(site, 'en').map(({ id }) => id)).toEqual(['en/articles/b.html', 'en/articles/c/s/a.html']);
    expect(searchDocuments(site, 'en')[1]).toMatchObject({
      title: 'A & B',
      description: 'D',
      trail: 'C › S',
      text: expect.stringMatching(/Text with a < b and bold\. item other$/),
    });
    expect(searchDocuments(site, 'fr').map(({ title }) => title)).toEqual(['F']);
  });

  test('is delivered as a script that hands it to the page', async () => {
    const { site } = await previewOf({ 'a.md': '# A\n\nText </script> here.\n' });
    const delivered: unknown[] = [];
    new Function('helpcentreSearch', searchScript(site, 'en'))((value: unknown) => delivered.push(value));
    expect(delivered).toEqual([{ locale: 'en', documents: searchDocuments(site, 'en') }]);
  });
});
