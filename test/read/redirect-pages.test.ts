import { expect, test } from 'vitest';
import { flavours } from '../../src/flavour/flavours.ts';
import { translate } from '../../src/flavour/translate.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

test('files that Jekyll leaves out unasked are no articles', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: jekyll\ncontent: .\nstate: published\n',
    '_docs/a.md': '---\ntitle: A\n---\n\nText.\n',
    '_docs/_defaults.md': '---\ntitle:\n---',
    'vendor/bundle/ruby/2.6.0/gems/x/History.md': '# History\n',
    'vendor/acme.md': '---\ntitle: Acme\n---\n\nText.\n',
  });
  const { stdout } = await runIn(dir, ['check', '--all']);
  expect(stdout).toBe('2 sources: no problems\n');
});

test('pages of Jekyll that only lead elsewhere are addresses of others, and no articles', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: jekyll\nstate: published\n',
    'content/a.md': '---\ntitle: A\n---\n\n[C](/old/c/) [D](/d) [E](/e) [F](/f) [G](/g)\n',
    'content/old/c.md': '---\nlayout: redirect\nredirect: /b/\n---\n',
    'content/f.md': '---\nredirect: /old/c\n---\n',
    'content/g.md': '---\nredirect: /gone\n---\n',
    'content/b.md': '---\ntitle: B\n---\n\n## Part\n\nText.\n',
    'content/d.md': '---\nredirect_to: https://example.com/d\n---\n',
    'content/e.md': '---\nredirect: /b\n---\n\nText that readers see.\n',
  });
  const { stdout } = await runIn(dir, ['plan', '--sandbox', '--all']);
  const { stdout: said } = await runIn(dir, ['check', '--all']);
  expect(said).toMatch(/^content\/a\.md:5:38 error link to "\/gone", which does not exist/);
  expect(said).toContain('sources: 1 error');
  expect(stdout).toContain('e.md');
  expect(stdout).not.toMatch(/\+ .*(?:c|d)\.md/);
});

test('posts of Jekyll that are HTML are articles, and nothing in them is Markdown', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: jekyll\ncontent: .\nstate: published\n',
    'index.html': '---\nlayout: list\n---\n<ul></ul>\n',
    'blog/_posts/2015-03-23-new-one.html':
      '---\ntitle: New one\n---\nFirst: <b>bold</b>, 2 * 3 * 4.<br />\n\n    Second.<br>\n<ul>\n\n<li>Third</li>\n</ul>\n',
    'blog/_posts/2016-03-23-next.md': '---\ntitle: Next\n---\n\nAfter [that](/2015/03/23/new-one/).\n',
  });
  expect((await runIn(dir, ['check', '--all'])).stdout).toBe('2 sources: no problems\n');
  const { text } = translate('A <b>b</b> * c * d.<br>\n\n    Second.\n', flavours.jekyll, {}, 'a.html');
  expect(text).toBe('<div>\nA <b>b</b> * c * d.<br>\n<!-- -->\n    Second.\n</div>\n');
});
