import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const all = 'frontMatter: { ignore: ["*"] }\nstate: published\n';

/** Findings of `check` for a repository of a tool. */
async function checked(configuration: string, files: Readonly<Record<string, string>>) {
  const { dir } = await makeRepository({ 'helpcentre.yml': configuration, ...files });
  const { stdout } = await runIn(dir, ['check', '--all']);
  return stdout.split('\n').filter((line) => /^\S+:\d+:\d+ |^\d+ sources?/.test(line));
}

const page = (title: string, text: string, ...front: readonly string[]): string =>
  ['---', `title: ${title}`, ...front, '---', '', text, ''].join('\n');

test('pages of a Jekyll collection are found at the addresses that the configuration gives them', async () => {
  const lines = await checked(`flavour: jekyll\ncontent: .\n${all}`, {
    '_config.yml': [
      'collections:',
      '  articles: { output: true, permalink: /article/:name/ }',
      '  faqs: { output: true, permalink: "/:collection/:path:output_ext" }',
      'defaults:',
      '  - { scope: { path: "", type: guides }, values: { permalink: "/g/:title" } }',
      '  - { scope: { path: pages/old }, values: { permalink: "/old/:name/" } }',
      '',
    ].join('\n'),
    '_articles/account/keys.md': page('Keys', '[F](/faqs/a/b) [G](/g/two/#part) [O](/old/c/) [H](/g/short)'),
    '_faqs/a/b.md': page('B', '[K](/article/keys/) [Gone](/article/gone/)'),
    '_guides/one/two.md': page('Two', '## Part\n\nText.'),
    '_guides/three.md': page('Three', 'Text.', 'slug: short'),
    'pages/old/more/c.md': page('C', 'Text.'),
  });
  expect(lines).toEqual([
    expect.stringMatching(/^(?:\.\/)?_faqs\/a\/b\.md:5:21 error .*"\/article\/gone\/"/),
    '5 sources: 1 error',
  ]);
});

test.each([
  ['hugo.yaml', 'permalinks:\n  blog: /:section/:year/:month/:slug/\n  docs: /:contentbasename/\n'],
  ['hugo.toml', '[permalinks]\nblog = "/:section/:year/:month/:slug/"\ndocs = "/:contentbasename/"\n'],
  [
    'config/_default/hugo.yaml',
    'permalinks:\n  page:\n    blog: /:section/:year/:month/:title/\n    docs: /:filename/\n',
  ],
])('pages of Hugo are found at the addresses that %s gives them', async (file, configuration) => {
  const lines = await checked(`flavour: hugo\ncontent: content\n${all}`, {
    [file]: configuration,
    'content/_index.md': page('Home', '[B](/blog/2021/02/the-users-update/) [D](/deep/) [X](/blog/2021/03/gone/)'),
    'content/blog/2021-02-01-february.md': page("The Users' Update", 'Text.', 'date: 2021-02-01 12:30:00+00:00'),
    'content/docs/more/deep/index.md': page('Deeper', 'Text.'),
  });
  expect(lines).toEqual([
    expect.stringMatching(/^content\/_index\.md:5:\d+ error .*"\/blog\/2021\/03\/gone\/"/),
    '3 sources: 1 error',
  ]);
});
