import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { parseConfiguration } from '../../src/config/settings.ts';
import { readRepository } from '../../src/read/repository.ts';
import { makeRepository } from '../kit/repository.ts';

/** What one page shows, where Hugo lists the pages below it. */
async function shown(text: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const yaml = 'flavour: hugo\nstate: published\n';
  const { dir } = await makeRepository({
    'helpcentre.yml': yaml,
    'content/_index.md': 'Home\n',
    'content/a/_index.md': text,
    'content/a/second.md': '---\ntitle: A [second]\nweight: 2\n---\n\nText.\n',
    'content/a/first.md': '# The first\n',
    'content/a/hidden.md': '---\ntitle: Hidden\ndraft: true\n---\n\nText.\n',
    'content/a/part/_index.md': '---\ntitle: Part\nweight: 1\n---\n\nText.\n',
    'content/a/part/deep.md': '---\ntitle: Deep\n---\n\nText.\n',
    'content/b/other.md': '---\ntitle: Other\n---\n\nText.\n',
    ...more,
  });
  const parsed = parseConfiguration(yaml, 'helpcentre.yml', dir);
  if (!parsed.ok) throw new Error('no configuration');
  const { repository } = await readRepository(dir, parsed.settings);
  const { desired, problems } = compile(repository, parsed.settings);
  expect(problems).toEqual([]);
  const { body } = desired.articles.find(({ key }) => key === 'a/_index.md')?.locales.en ?? {};
  return (body ?? '')
    .replace(/<a href="helpcentre:article\/en\/([^"?]*)[^"]*"[^>]*>/g, '<$1>')
    .replace(/<\/?p[^>]*>|<\/a>/g, '');
}

test('the pages below are listed where a shortcode of Hugo lists them, in the order of its site', async () => {
  expect(await shown('Text\n\n{{< toc-tree >}}\n')).toBe(
    'Text<ul><li><a/part/_index.md>Part<ul><li><a/part/deep.md>Deep</li></ul></li>' +
      '<li><a/second.md>A [second]</li><li><a/first.md>The first</li></ul>',
  );
});

test('those of the next level alone are, unless more are asked for', async () => {
  const one = await shown('Text\n\n{{% children sort="weight" %}}\n');
  expect(one).toContain('<a/part/_index.md>Part');
  expect(one).not.toContain('Deep');
  expect(await shown('Text\n\n{{% children depth="2" %}}\n')).toContain('Deep');
});

test('in code the shortcode stays what it is', async () => {
  expect(await shown('Text\n\n```\n{{</* toc-tree */>}}\n```\n')).toContain('{{&lt; toc-tree &gt;}}');
});
