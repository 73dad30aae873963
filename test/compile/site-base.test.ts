import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';

/** What comes of one line in `a/start.md`, in our own dialect, beside `b/c.md`. */
function linked(text: string, changes: Parameters<typeof settingsOf>[0]) {
  const repository = repositoryOf({
    'a/start.md': `# Start\n\n${text}\n`,
    'b/c.md': '# C\n\n## Part one\n\nText.\n',
    'img/x.png': 'x',
  });
  const { desired, attempted, problems } = compile(repository, settingsOf(changes));
  const [start] = [...desired.articles, ...attempted.articles].filter(({ key }) => key === 'a/start.md');
  return { html: start?.locales.en?.body ?? '', problems: problems.map(({ message, help }) => `${message}. ${help}`) };
}

describe('a site that serves the content folder at a path, in our own dialect', () => {
  const base = '/docs/';

  test.each(['/docs/b/c', '/docs/b/c.md', '/docs/b/c/', '/b/c.md', '../b/c.md'])('has a page at %s', (address) => {
    const { html, problems } = linked(`[C](${address}#part-one)`, { base });
    expect(problems).toEqual([]);
    expect(html).toContain('helpcentre:article/en/b/c.md');
  });

  test('has its pictures there', () => {
    expect(linked('![X](/docs/img/x.png)', { base }).problems).toEqual([]);
  });

  test('has no page that is no source, and says the nearest one in the same form', () => {
    expect(linked('[C](/docs/x/b/c)', { base }).problems).toEqual([
      'link to "/docs/x/b/c", which does not exist. Did you mean "/docs/b/c"?',
    ]);
    expect(linked('[B](/docs/b)', { base }).problems).toEqual([
      'link to "/docs/b", which is a folder and no article. Link to an article in it.',
    ]);
  });

  test.each(['part-one', 'h-part-one', 'user-content-part-one', 'h-c', 'h-it-s-one-two', 'c'])(
    'gives headings ids of its own, such as %s',
    (anchor) => {
      const files = {
        'a.md': `# A\n\n[x](/docs/c#${anchor})\n`,
        'c.md': "# C\n\n## Part one\n\nX.\n\n## It's one (two)\n",
      };
      expect(compile(repositoryOf(files), settingsOf({ base })).problems).toEqual([]);
    },
  );

  test('is larger than that path: what is beside it is not said to be missing', () => {
    expect(linked('[T](/team)', { base }).problems).toEqual([
      '"/team" leads out of the content folder. Say where the site is with "siteUrl:" in helpcentre.yml, or link to the whole address.',
    ]);
  });

  test('has its home page at the top, which no source is', () => {
    const said = '"/" leads out of the content folder. Say where the site is';
    expect(linked('[T](/)', { base }).problems[0]).toContain(said);
    expect(linked('[T](/)', { flavour: 'mintlify' }).problems[0]).toContain(said);
    expect(linked('[T](/)', {}).problems[0]).toContain('which is a folder and no article');
  });

  test('is where its address says', () => {
    const siteUrl = 'https://example.com';
    const { html, problems } = linked('[T](/team?x#y) [C](https://example.com/docs/b/c) [D](gone.md)', {
      base,
      siteUrl,
    });
    expect(problems).toEqual(['link to "gone.md", which does not exist. Correct the path, or remove the link.']);
    expect(html).toContain('https://example.com/team?x#y');
    expect(html).toContain('helpcentre:article/en/b/c.md');
  });
});

test('GitHub knows a heading by the name that it has in the page too', () => {
  const files = { 'a.md': '# A\n\n[x](c.md#user-content-one) [y](c.md#h-one)\n', 'c.md': '# C\n\n## One\n\nX.\n' };
  const { problems } = compile(repositoryOf(files), settingsOf());
  expect(problems.map(({ message }) => message)).toEqual(['link to "c.md", which has no heading "#h-one"']);
});

test('without a site an address counts from the content folder, and names its file', () => {
  expect(linked('[C](/docs/b/c.md)', {}).problems).toEqual([
    'link to "/docs/b/c.md", which does not exist. Did you mean "/b/c.md"?',
  ]);
  expect(linked('[C](/b/c)', {}).problems).toEqual(['link to "/b/c", which does not exist. Did you mean "/b/c.md"?']);
});
