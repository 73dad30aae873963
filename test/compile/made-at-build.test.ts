import { expect, test } from 'vitest';
import { madeAtBuild } from '../../src/compile/made-at-build.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

test('patterns name folders, and parts of names; one that takes something back makes all of them say nothing', () => {
  const isMade = madeAtBuild(['reference/plugins/', 'cmd/tool*', 'a/**/z.md']);
  const paths = ['reference/plugins/x.md', 'cmd/tool_get.md', 'cmd/tool_get', 'a/b/c/z.md'];
  expect(paths.filter(isMade)).toEqual(paths);
  expect(['reference/plugins-all.md', 'cmd/other.md', 'x/cmd/tool.md', 'reference'].filter(isMade)).toEqual([]);
  expect(madeAtBuild(['a/*', '!a/b.md'])('a/c.md')).toBe(false);
});

test('a link to a page that git leaves out leads to the site, where it is made', async () => {
  const page = '---\ntitle: A\n---\n\n[made](../made/x.md#y) [dead](../gone/x.md)\n';
  const { dir } = await makeRepository({
    'helpcentre.yml':
      'flavour: starlight\ncontent: site/docs\nstate: published\nsiteUrl: https://docs.example.com\nproblems: { dead-link: warning }\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.gitignore': '# Made\n/site/docs/made/\nnode_modules\n',
    'site/docs/guides/a.md': page,
    'site/docs/b.md': '---\ntitle: B\n---\n\nText.\n',
  });
  const { stdout } = await runIn(dir, ['check', '--all']);
  expect(stdout.split('\n').filter((line) => line.includes('guides/a.md:'))).toEqual([
    expect.stringContaining('link to "../gone/x.md", which does not exist'),
  ]);
});
