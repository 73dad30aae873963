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

test('what a Hugo page has put in is read from the folders of its site, and pictures by the names of its front matter', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: hugo\ncontent: site/content\nstate: published\nimages: { host: none }\n',
    'site/data/properties/card.yaml':
      'properties:\n- name: size\n  type: int\n  defaultValue: 10\n  description:\n    en: How *wide*.\n- name: name\n  required: true\n  description: Its name.\n',
    'site/static/part.md.part': '**Part**\n\n| A |\n| - |\n| 1 |\n',
    'site/static/a.css': 'a {\n  b: c;\n}\n',
    'site/content/pic/a.png': 'png',
    'site/content/pic/index.md':
      '---\ntitle: Pic\nresources:\n- name: forest\n  src: a.png\n  title: A forest\n  params: { credits: "by [Me](https://example.com)" }\n- src: song.mp3\n  title: A song\n---\n\n{{< img name="forest" lazy=false >}}\n\n{{< audio name="song.mp3" >}}\n',
    'site/content/one.md':
      '# One\n\n{{< propertylist name=card sort=name order=asc >}}\n\n- {{< include file="x.css" >}}\n\n{{< include file="/static/a.css" language="CSS" >}}\n\n{{< include file="/static/part.md.part" >}}\n\n{{< progress title=Eating value=65 >}}\n',
  });
  const { stdout } = await runIn(dir, ['check', '--all']);
  expect(stdout.split('\n').filter((line) => /^\S+:\d+:\d+ /.test(line))).toEqual([
    expect.stringMatching(/^site\/content\/one\.md:5:3 .*include file="x.css".*\(component-unknown\)/),
    expect.stringMatching(/^site\/content\/pic\/index\.md:12:1 .*"a\.png" is not an image/),
    expect.stringMatching(/^site\/content\/pic\/index\.md:14:1 .*song\.mp3/),
  ]);
});
