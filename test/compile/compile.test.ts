import { describe, expect, it } from 'vitest';
import { compile, compileSources } from '../../src/compile/compile.ts';
import type { Repository } from '../../src/model/repository.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';

const files: Readonly<Record<string, string>> = {
  'a.md': '---\ntitle: A\n---\n\n## One\n\n[B](sub/b.md#two)\n\n![I](i.png)\n\n::include{file=_s/x.md}\n',
  'sub/b.md': '---\ntitle: B\n---\n\n## Two\n\n[A](../a.md#one)\n\n![I](../copy.png)\n',
  'c.md': '---\ntitle: C\nsync: false\n---\n\n[Dead](gone.md)\n',
  '_s/x.md': 'Snippet.\n',
  'i.png': 'same',
  'copy.png': 'same',
  'unused.png': 'unused',
};
const settings = settingsOf({ state: 'published' });

describe('compile', () => {
  it('gives a value that survives JSON, sorted, the same for the same input', () => {
    const { desired, problems } = compile(repositoryOf(files), settings);
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(desired))).toEqual(desired);
    expect(desired.articles.map(({ key }) => key)).toEqual(['a.md', 'sub/b.md']);
    expect(JSON.stringify(compile(repositoryOf(files), settings).desired)).toBe(JSON.stringify(desired));
  });

  it('does not depend on the order of sources', () => {
    const repository = repositoryOf(files);
    const turned: Repository = { ...repository, sources: [...repository.sources].reverse() };
    expect(compile(turned, settings)).toEqual(compile(repository, settings));
  });

  it('names each image that is used once, by content', () => {
    const { images } = compile(repositoryOf(files), settings).desired;
    expect(Object.values(images)).toEqual([{ path: 'copy.png', bytes: 4, mediaType: 'image/png' }]);
  });

  it('leaves sources with sync: false and their translations alone', () => {
    const { desired, problems } = compile(repositoryOf({ ...files, 'c.fr.md': '---\ntitle: C\n---\n' }), settings);
    expect(desired.skipped).toEqual(['c.fr.md', 'c.md']);
    expect(desired.articles.map(({ key }) => key)).not.toContain('c.md');
    expect(problems).toEqual([]);
  });

  it('leaves one translation with sync: false alone', () => {
    const french = '---\ntitle: A\nsync: false\n---\n';
    const { desired } = compile(repositoryOf({ ...files, 'a.fr.md': french }), settings);
    expect(desired.skipped).toEqual(['a.fr.md', 'c.md']);
    expect(Object.keys(desired.articles[0]?.locales ?? {})).toEqual(['en']);
  });

  it('keeps the fingerprint over an edit that shows nothing, and changes it with all that shows', () => {
    const fingerprint = (changes: Record<string, string>, of = 'a.md', others = settings) =>
      compile(repositoryOf({ ...files, ...changes }), others).desired.articles.find(({ key }) => key === of)?.locales.en
        ?.fingerprint;
    const before = fingerprint({});
    expect(before).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(fingerprint({ 'a.md': `${files['a.md']}\n<!-- a note -->\n` })).toBe(before);
    expect(fingerprint({ '_s/x.md': 'Changed.\n' })).not.toBe(before);
    expect(fingerprint({ 'i.png': 'other bytes' })).not.toBe(before);
    expect(fingerprint({ 'a.md': (files['a.md'] ?? '').replace('title: A', 'title: A2') })).not.toBe(before);
    expect(fingerprint({}, 'a.md', settingsOf({ state: 'draft' }))).not.toBe(before);
    expect(fingerprint({}, 'a.md', settingsOf({ state: 'published', author: 'x' }))).not.toBe(before);
    expect(fingerprint({ 'sub/b.md': `${files['sub/b.md']}More.\n` })).toBe(before);
  });

  it('takes links to sources that could not be read as they are', () => {
    const { 'sub/b.md': _, ...rest } = files;
    const known = compile(repositoryOf(rest), settings, { broken: ['sub/b.md'] });
    expect(known.problems).toEqual([]);
    expect(known.desired.failed).toEqual(['sub/b.md']);
    expect(compile(repositoryOf(rest), settings).problems.map(({ code }) => code)).toEqual(['dead-link']);
  });

  it('keeps a link to a source that cannot be read for now, as it would be published', () => {
    const { 'sub/b.md': _, ...rest } = files;
    const linking = { ...rest, 'a.md': '# A\n\nSee [b](sub/b.md#more).\n' };
    const { desired } = compile(repositoryOf(linking), settings, { broken: ['sub/b.md'] });
    expect(desired.articles[0]?.locales.en?.body).toContain('href="helpcentre:article/en/sub/b.md#more"');
  });

  it('reports a faulty snippet once, and fails every article that includes it', () => {
    const { desired, problems } = compile(
      repositoryOf({
        'a.md': '# A\n\n::include{file=_s/x.md}\n',
        'b.md': '# B\n\n::include{file=_s/x.md}\n',
        '_s/x.md': 'Fine.\n\n[Dead](gone.md)\n',
      }),
      settings,
    );
    expect(problems.map(({ code, place }) => [code, place?.file, place?.line])).toEqual([
      ['dead-link', 'content/_s/x.md', 3],
    ]);
    expect(desired.failed).toEqual(['a.md', 'b.md']);
  });

  it('lowers or drops problems as the configuration says', () => {
    const faulty = { 'a.md': '# A\n\n[Gone](gone.md)\n\n![Lost](lost.png)\n\n> quote\n' };
    const lenient = settingsOf({
      problems: { 'dead-link': 'warning', 'image-missing': 'warning', 'plain-quote': 'off' },
    });
    const { desired, problems } = compile(repositoryOf(faulty), lenient);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['dead-link', 'warning'],
      ['image-missing', 'warning'],
    ]);
    expect(desired.articles[0]?.locales.en?.body).toContain('<p class="no-margin">Gone</p>');
    expect(desired.articles[0]?.locales.en?.body).toContain('<p class="no-margin"><i>[Lost]</i></p>');
  });
});

describe('sources compiled by themselves', () => {
  it('are taken over until they, a snippet or a variable change, and links are looked at anew', () => {
    const before = compileSources(repositoryOf(files), settings);
    const same = compileSources(repositoryOf(files), settings, before);
    expect([...same.values()].map((unit) => unit.body)).toEqual([...before.values()].map((unit) => unit.body));
    for (const [path, unit] of same) expect(unit.body).toBe(before.get(path)?.body);

    const edited = repositoryOf({ ...files, 'sub/b.md': '---\ntitle: B\n---\n\n## Changed\n' });
    const after = compileSources(edited, settings, before);
    expect(after.get('a.md')?.body).toBe(before.get('a.md')?.body);
    expect(after.get('sub/b.md')?.body).not.toBe(before.get('sub/b.md')?.body);
    expect(compile(edited, settings, { units: after })).toEqual(compile(edited, settings));
    expect(compile(edited, settings, { units: after }).problems.map(({ code }) => code)).toEqual(['dead-anchor']);

    const snippet = repositoryOf({ ...files, '_s/x.md': 'Changed.\n' });
    expect(compileSources(snippet, settings, before).get('a.md')?.body).not.toBe(before.get('a.md')?.body);
    const { '_s/x.md': _, ...without } = files;
    expect(compileSources(repositoryOf(without), settings, before).get('a.md')?.body.problems).toHaveLength(1);

    const variables = settingsOf({ state: 'published', variables: { a: 'b' } });
    expect(compileSources(repositoryOf(files), variables, before).get('a.md')?.body).not.toBe(before.get('a.md')?.body);
  });
});
