import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

test('what a Jekyll page has put in is read from _includes, _data and _config.yml, beside the content folder too', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: jekyll\ncontent: _docs\nstate: published\nimages: { host: none, roots: [.] }\n',
    '_config.yml': 'title: Site\nfunding: https://give.example.com\nlist: [a]\n',
    '_data/words.yml': 'team: The **team**\nnotes:\n  all: |\n    First.\n\n    Second.\n',
    '_includes/a.html': '<p>{{ site.data.words.team }} {% include b.html %}</p>\n',
    '_includes/b.html': '<a href="/two/">two</a>\n',
    '_docs/one.md':
      '# One\n\n{% include a.html %}\n\n{{ site.data.words.notes.all }}\n\n[Give]({{ site.funding }}), {{ site.list }}\n\n{% raw %}\n{{ site.title }}\n{% endraw %}\n',
    '_docs/two.md': '# Two\n',
  });
  const { stdout } = await runIn(dir, ['check', '--all']);
  expect(stdout.split('\n').filter((line) => /^\S+:\d+:\d+ |^\d+ sources?/.test(line))).toEqual([
    expect.stringMatching(/^_docs\/one\.md:7:29 warning .*site\.list/),
    '2 sources: 1 warning',
  ]);
});

test('anchors into a page are not judged where a layout shows more of it than its text', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: jekyll\ncontent: docs\nstate: published\n',
    'docs/a.md': '---\ntitle: A\nimages:\n- url: /a.png\n  title: The first\n---\n\nSee [it](#image-1).\n',
    'docs/b.md': '---\ntitle: B\n---\n\nSee [it](#image-1).\n',
  });
  const { stdout } = await runIn(dir, ['check', '--all']);
  expect(stdout).toContain('docs/b.md:5:5 warning');
  expect(stdout).not.toContain('docs/a.md:');
});
