import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';

const titled = (title: string, body = '', fields = '') => `---\ntitle: ${title}\n${fields}---\n\n${body}\n`;
const compiled = (files: Record<string, string>) => compile(repositoryOf(files), settingsOf({ state: 'published' }));
const hrefs = (html = '') => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe('locales of an article', () => {
  it('are its sources, each with its own title, body and state', () => {
    const { desired, problems } = compiled({
      'a.md': titled('One', 'Text.', 'author: jo@example.com\n'),
      'a.fr.md': titled('Un', 'Texte.', 'state: draft\n'),
    });
    expect(problems).toEqual([]);
    expect(desired.articles).toHaveLength(1);
    expect(desired.articles[0]).toMatchObject({ key: 'a.md', author: 'jo@example.com', parent: null });
    expect(Object.keys(desired.articles[0]?.locales ?? {})).toEqual(['en', 'fr']);
    expect(desired.articles[0]?.locales.fr).toMatchObject({ path: 'a.fr.md', title: 'Un', state: 'draft' });
  });

  it('fail together', () => {
    const { desired } = compiled({ 'a.md': titled('One'), 'a.fr.md': titled('Un', '[x](nulle-part.md)') });
    expect(desired.articles).toEqual([]);
    expect(desired.failed).toEqual(['a.md']);
  });

  it('are warned of saying something else about the article as a whole', () => {
    const { problems } = compiled({
      'a.md': titled('One', '', 'collection: Billing\nauthor: jo@example.com\n'),
      'a.fr.md': titled('Un', '', 'collection: Facturation\nauthor: jo@example.com\n'),
    });
    expect(problems.map(({ code, place }) => [code, place?.file, place?.line])).toEqual([
      ['locale-field', 'content/a.fr.md', 3],
    ]);
  });

  it('need the default one', () => {
    const repository = repositoryOf({ 'b.md': titled('B') });
    const source = repository.sources[0];
    if (source === undefined) throw new Error('no source');
    const orphan = { ...source, path: 'a.fr.md', article: 'a.md', locale: 'fr' };
    const sources = [source, orphan];
    const { desired, problems } = compile({ ...repository, sources }, settingsOf());
    expect(problems.map(({ code, place }) => [code, place?.file])).toEqual([['lonely-locale', 'content/a.fr.md']]);
    expect(desired.failed).toEqual(['a.md']);
    const known = compile({ ...repository, sources }, settingsOf(), { broken: ['a.md'] });
    expect(known.problems).toEqual([]);
    expect(known.desired.failed).toEqual(['a.md']);
  });
});

describe('a link from a translation', () => {
  const files = {
    'a.md': titled('A', '[B](b.md#second)'),
    'a.fr.md': titled('A (fr)', '[B](b.md), [C](c.md)'),
    'b.md': titled('B', '## First\n\n## Second'),
    'b.fr.md': titled('B (fr)', '## Premier\n\n## Deuxième'),
    'c.md': titled('C'),
  };

  it('goes to the same locale of the target, or to the default one where there is none', () => {
    const { desired } = compiled(files);
    const [a] = desired.articles;
    expect(hrefs(a?.locales.fr?.body)).toEqual(['helpcentre:article/fr/b.md', 'helpcentre:article/en/c.md']);
    expect(hrefs(a?.locales.en?.body)).toEqual(['helpcentre:article/en/b.md#second']);
  });

  it('finds the heading by its place when both texts have as many headings', () => {
    const { desired, problems } = compiled({ ...files, 'a.fr.md': titled('A', '[B](b.md#second)') });
    expect(problems).toEqual([]);
    expect(hrefs(desired.articles[0]?.locales.fr?.body)).toEqual(['helpcentre:article/fr/b.md#deuxi%C3%A8me']);
  });

  it('finds it by its own id', () => {
    const { desired } = compiled({
      'a.md': titled('A'),
      'a.fr.md': titled('A', '[B](b.md#two)'),
      'b.md': titled('B', '## Second {#two}'),
      'b.fr.md': titled('B', '## Premier\n\n## Deuxième {#two}'),
    });
    expect(hrefs(desired.articles[0]?.locales.fr?.body)).toEqual(['helpcentre:article/fr/b.md#two']);
  });

  it('goes to the top with a warning when no heading matches', () => {
    const { desired, problems } = compiled({
      ...files,
      'a.fr.md': titled('A', '[B](b.md#second)'),
      'b.fr.md': titled('B', '## Tout'),
    });
    expect(problems.map(({ code, place }) => [code, place?.file])).toEqual([['anchor-in-locale', 'content/a.fr.md']]);
    expect(hrefs(desired.articles[0]?.locales.fr?.body)).toEqual(['helpcentre:article/fr/b.md']);
  });

  it('goes to the default locale where the translation is left alone', () => {
    const { desired } = compiled({ ...files, 'b.fr.md': titled('B', '', 'sync: false\n') });
    expect(hrefs(desired.articles[0]?.locales.fr?.body)[0]).toBe('helpcentre:article/en/b.md');
  });

  it('goes where it says when it names the file of a locale', () => {
    const { desired } = compiled({ ...files, 'a.md': titled('A', '[B](b.fr.md#premier)') });
    expect(hrefs(desired.articles[0]?.locales.en?.body)).toEqual(['helpcentre:article/fr/b.md#premier']);
  });
});
