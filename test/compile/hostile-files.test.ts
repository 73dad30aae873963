import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import { parseConfiguration } from '../../src/config/settings.ts';
import { decompile } from '../../src/dialect/decompile.ts';
import { factsOf } from '../../src/read/file-facts.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';
import { compileBody } from './compile-body.ts';

const repository = repositoryOf({});

describe('a source that was made to be slow or to fill the memory', () => {
  it.each([
    ['open tags', `<p>${'<a'.repeat(30_000)}`],
    ['addresses without an end', '_www.'.repeat(40_000)],
    ['white space in raw HTML', `<p>${' '.repeat(100_000)}x`],
    ['images in one line', '<img>'.repeat(8_000)],
    ['images with addresses', '<img src="https://a.b/c.png">'.repeat(8_000)],
  ])('because of %s ends in a body or in one located error', (_, text) => {
    const { problems } = compileBody(text, repository, settingsOf());
    const unread = problems.filter(({ code }) => code === 'too-deep');
    expect(unread.length).toBeLessThan(2);
    for (const { place } of unread) expect(place?.line).toBe(1);
    expect(JSON.stringify(problems).length).toBeLessThan(100_000);
  });

  it('because of twenty thousand variables is compiled', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `v${index}`);
    const yaml = `variables:\n${names.map((name) => `  ${name}: x\n`).join('')}`;
    const read = parseConfiguration(yaml, 'helpcentre.yml', '/');
    if (!read.ok) throw new Error('the configuration is not read');
    expect(Object.keys(read.settings.variables)).toHaveLength(20_000);
    const { body } = compileBody('{{v19999}} {{nothing}}', repository, settingsOf(read.settings));
    expect(body).toContain('x {{nothing}}');
  });
});

it('sixteen pairs of braces in "ignore" are refused where they stand', () => {
  const read = parseConfiguration(`ignore:\n  - "${'{a,b}'.repeat(16)}"\n`, 'helpcentre.yml', '/');
  if (read.ok) throw new Error('the glob was taken');
  expect(read.problems.map(({ place }) => place?.line)).toEqual([2]);
  expect(read.problems[0]?.message).toContain('braces');
});

it.each([
  ['declarations', '<!DOCTYPE'.repeat(22_000)],
  ['declarations with sets', '<!DOCTYPE['.repeat(20_000)],
  ['instructions', '<?'.repeat(100_000)],
  ['comments', '<!--'.repeat(50_000)],
  ['closed comments', `${'<!---->'.repeat(28_000)}<p>`],
  ['space', `<${' '.repeat(200_000)}`],
  ['open elements', '<svg'.repeat(50_000)],
])('a file that is no source and has nothing but %s is no image', (_, text) => {
  expect(factsOf('a.svg', Buffer.from(text)).kind).toBe('other');
});

describe('a stored body that was made to be slow', () => {
  const addresses = { link: (href: string) => href, image: (source: string) => source };
  it.each(['](b)', '](', '<p>[', '<img>', '<h2>a</h2>', 'a@b.c ', '<div>', '<b>', '*', '<td>'])(
    '%s to 200 kB is one block of HTML, or Markdown',
    (unit) => {
      const html = unit.repeat(200_000 / unit.length);
      expect(canonical(html).length).toBeLessThan(3_000_000);
      const { markdown, html: kept } = decompile(html, addresses);
      expect(markdown.length).toBeLessThan(2_000_000);
      for (const { reason } of kept) expect(reason.length).toBeLessThan(500);
    },
  );

  it('says that it is more than can be written as Markdown', () => {
    const { blocks, html } = decompile('<p>[</p>'.repeat(20_000), addresses);
    expect(blocks).toBe(1);
    expect(html[0]?.reason).toContain('than can be written as Markdown');
  });
});
