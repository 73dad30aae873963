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
