import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a picture that Docsy finds by the start of its name is the one beside the page', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: hugo\nimages: { host: github, roots: [static] }\nstate: published\n',
    'content/news/a/index.md':
      '---\ntitle: A\n---\n\n{{< imgproc shot Resize 500x >}}\nWhat it shows.\n{{< /imgproc >}}\n\n{{< imgproc gone Fit "20x20" >}}\n',
    'content/news/a/shot-of-all.png': png,
  });
  const { stdout } = await runIn(dir, ['check', '--all']);
  expect(stdout).toMatch(/content\/news\/a\/index\.md:9:1 error image "gone" does not exist/);
  expect(stdout).toMatch(/sources?: 1 error/);
});

test('a file that lies with the pictures is there, and has no place in Intercom', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: hugo\nimages: { host: github, roots: [static] }\nstate: published\n',
    'content/a.md': '---\ntitle: A\n---\n\n[Report](/report.pdf) [Gone](/gone.pdf)\n',
    'static/report.pdf': '%PDF',
  });
  const { stdout } = await runIn(dir, ['check', '--all']);
  expect(stdout).toContain('content/a.md:5:1 warning link to the file "/report.pdf"');
  expect(stdout).toContain('content/a.md:5:23 error link to "/gone.pdf", which does not exist');
});

test('a text beside the configuration of MkDocs is put in where a page asks for it', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: mkdocs\ncontent: docs\nstate: published\n',
    'docs/contributing.md': '--8<-- "CONTRIBUTING.md"\n',
    'docs/changes.md': '# Changes\n\n{! include-markdown "../CHANGELOG.md" !}\n\n--8<-- "GONE.md"\n',
    'CONTRIBUTING.md': '# How to contribute\n\nText.\n',
    'CHANGELOG.md': 'Nothing yet.\n',
  });
  const { stdout } = await runIn(dir, ['check', '--all']);
  expect(stdout).toMatch(/^docs\/changes\.md:5:1 warning snippet "GONE\.md" does not exist/);
  expect(stdout).toMatch(/2 sources: 1 warning/);
});

test('Docusaurus begins at the folder of its site behind @site', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: docusaurus\ncontent: website/docs\nstate: published\n',
    'website/docs/a.md': '# A\n\n[b](@site/docs/b.md#top) [c](@site/docs/b) [gone](@site/docs/gone.md)\n',
    'website/docs/b.md': '# B\n\n## Top\n',
  });
  const { stdout } = await runIn(dir, ['check', '--all']);
  expect(stdout).toMatch(/website\/docs\/a\.md:3:44 error link to "@site\/docs\/gone\.md"/);
  expect(stdout).toMatch(/sources: 1 error\n/);
});

test('Docusaurus takes a file that is not beside the page from its content folder, or from the folder of its site', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: docusaurus\ncontent: docs\nstate: published\n',
    'docs/a/a.md': '# A\n\n[b](docs/b.md#top) [b](b.md) [gone](./docs/b.md) [gone](docs/gone.md)\n',
    'docs/b.md': '# B\n\n## Top\n',
  });
  const { stdout } = await runIn(dir, ['check', '--all']);
  expect(stdout).toContain('link to "./docs/b.md", which does not exist');
  expect(stdout).toContain('link to "docs/gone.md", which does not exist');
  expect(stdout).toMatch(/sources: 2 errors\n/);
});

test('texts that pages of GitBook share are where it keeps them', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'flavour: gitbook\nstate: published\npages: all\n',
    'content/guide/a.md': '# A\n\n{% include "../.gitbook/includes/note.md" %}\n',
    'content/.gitbook/includes/note.md': 'Shared.\n',
  });
  expect((await runIn(dir, ['check', '--all'])).stdout).toContain('1 source: no problems');
});
