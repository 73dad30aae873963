import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalWith } from '../../src/body/canonical.ts';
import { articleReference } from '../../src/body/references.ts';
import { compileSources } from '../../src/compile/compile.ts';
import { asHtmlBlock, decompile } from '../../src/dialect/decompile.ts';
import { fittingSpacing } from '../../src/dialect/fitting-spacing.ts';
import type { Spacing } from '../../src/model/article.ts';
import { repositoryIn, repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';
import { oneIn } from '../kit/depth.ts';
import { addressesIn, roundTrip } from './round-trip.ts';

const corpus = path.join(import.meta.dirname, '../../../shared/corpus');
const folder = path.join(corpus, 'bodies');
const isHere = existsSync(folder);
if (!isHere) process.stdout.write(`Skipped: the real bodies to decompile are not at ${folder}.\n`);

const names = isHere ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
const repository = repositoryOf({ 'article.md': '---\ntitle: Article\n---\n' });
const settings = settingsOf({ state: 'published' });
const addresses = addressesIn(repository);
const units = compileSources(repository, settings);

function compiled(markdown: string): string {
  const { body } = compileBody(markdown, repository, settings, 'article.md', units);
  // A link to a heading of its own article is compiled to a link to the article.
  const own = articleReference({ key: 'article.md', locale: 'en', anchor: null });
  return body.replaceAll(`"${own}#`, '"#');
}

const inHeadings = { headingMarkup: 'in-one-line' } as const;
const bodies = names.map((name) => ({ name, html: readFileSync(path.join(folder, name), 'utf8') }));

describe.skipIf(!isHere)('644 real bodies', () => {
  const decompiled = bodies.map(({ name, html }) => ({ name, stored: html, ...decompile(html, addresses) }));

  it('compile from their Markdown to what they were, and to the same Markdown again', () => {
    expect(decompiled).toHaveLength(644);
    for (const { name, stored, markdown } of oneIn(6, decompiled)) {
      const body = compiled(markdown);
      expect(canonicalWith(body, inHeadings), name).toBe(canonicalWith(stored, inHeadings));
      expect(decompile(body, addresses).markdown, name).toBe(markdown);
    }
  });

  it('keep every link in a heading', () => {
    const linksIn = (html: string): number =>
      [...html.matchAll(/<h[1-4][^>]*>.*?<\/h[1-4]>/gs)].flatMap(([heading]) => heading.match(/<a [^>]*href/g) ?? [])
        .length;
    const kept = decompiled.map(({ name, stored, markdown }) => [name, linksIn(stored), markdown] as const);
    const index = kept.filter(([, links]) => links > 0);
    expect(index.reduce((sum, [, links]) => sum + links, 0)).toBe(76);
    for (const [name, links, markdown] of index) expect(linksIn(compiled(markdown)), name).toBe(links);
  });

  it('compile from one block of HTML to what they were, every eighteenth of them', () => {
    for (const { name, html } of oneIn(18, bodies))
      expect(canonicalWith(compiled(asHtmlBlock(html, addresses)), inHeadings), name).toBe(
        canonicalWith(html, inHeadings),
      );
  });

  it('need an HTML block for no more than one block in twenty', () => {
    const blocks = decompiled.reduce((sum, one) => sum + one.blocks, 0);
    const html = decompiled.reduce((sum, one) => sum + one.html.length, 0);
    process.stdout.write(`${html} of ${blocks} real blocks need HTML (${((html / blocks) * 100).toFixed(2)} %).\n`);
    expect(blocks).toBeGreaterThan(10_000);
    expect(html / blocks).toBeLessThanOrEqual(0.05);
  });

  it('hold as little that people do not write as they do today', () => {
    const all = decompiled.map(({ markdown }) => markdown).join('\n');
    const imported = bodies.map(({ html }) => decompile(html, { ...addresses, headingIds: 'left-out' }).markdown);
    const count = (pattern: RegExp, text = all): number => text.match(pattern)?.length ?? 0;
    expect({
      htmlBlocks: decompiled.reduce((sum, one) => sum + one.html.length, 0),
      inlineTags: count(/<(?:b|i|a|code)\b/g),
      linesWithTagsForBold: count(/^(?! *<(?:tr|td|p)\b).*<(?:b|i)>/gm),
      headingIds: count(/\{#[^}]+\}$/gm, imported.join('\n')),
      emptyLines: count(/^[ >-]*(?:<br>)+$/gm),
      tight: count(/<!-- tight -->/g),
      keptAsTheyAre: count(/data-kept/g),
      unseen: count(/[\u200b\ufeff]|&#x(?:200B|FEFF);/gi),
      bytes: Buffer.byteLength(imported.join('\n')),
    }).toEqual({
      htmlBlocks: 15,
      inlineTags: 132,
      linesWithTagsForBold: 8,
      headingIds: 3,
      emptyLines: 2499,
      tight: 375,
      keptAsTheyAre: 0,
      unseen: 0,
      bytes: 1_916_986,
    });
  });

  it('need about a third of the lines that ask for space under the spacing that fits each', () => {
    const fitted = bodies.map(({ name, html }) => ({ name, html, spacing: fittingSpacing(html, addresses, 'normal') }));
    const how = (spacing: Spacing): number => fitted.filter((one) => one.spacing === spacing).length;
    const all = fitted.map(({ html, spacing }) => decompile(html, addresses, spacing).markdown).join('\n');
    const count = (pattern: RegExp): number => all.match(pattern)?.length ?? 0;
    expect({
      normal: how('normal'),
      airy: how('airy'),
      tight: how('tight'),
      emptyLines: count(/^[ >-]*(?:<br>)+$/gm),
      tightMarks: count(/<!-- tight -->/g),
    }).toEqual({ normal: 559, airy: 62, tight: 23, emptyLines: 883, tightMarks: 255 });
  });

  it.each([
    ['airy', 0],
    ['tight', 2],
  ] as const)('come round under the spacing "%s", every tenth of them', (spacing, first) => {
    const own = settingsOf({ state: 'published', spacing });
    const compiledOnce = compileSources(repository, own);
    const link = articleReference({ key: 'article.md', locale: 'en', anchor: null });
    for (const { name, html } of oneIn(10, bodies, first)) {
      const { markdown } = decompile(html, addresses, spacing);
      const { body } = compileBody(markdown, repository, own, 'article.md', compiledOnce);
      const again = body.replaceAll(`"${link}#`, '"#');
      expect(canonicalWith(again, inHeadings), name).toBe(canonicalWith(html, inHeadings));
      expect(decompile(again, addresses, spacing).markdown, name).toBe(markdown);
    }
  });

  it('are Markdown as a person writes it', () => {
    for (const { name, markdown } of decompiled) {
      const outsideCode = markdown.replace(/^( *)```[\s\S]*?^\1```$/gm, '$1Code.').replace(/`+[^`\n]+`+/g, 'code');
      expect(outsideCode, name).not.toMatch(/[ \t]$/m);
      expect(outsideCode, name).not.toMatch(/\n\n\n|^\n|\n\n$/);
      expect(outsideCode, name).not.toMatch(/\*{4}|^\s*[*+] /m);
      expect(markdown === '' || markdown.endsWith('\n'), name).toBe(true);
    }
  });
});

describe.each([
  ['the example help centre', 1, path.join(import.meta.dirname, '../../content-example/content')],
  ['every third of the 332 articles of a real help centre', 3, path.join(corpus, 'arduino/content')],
])('%s', (_, n, content) => {
  const isThere = existsSync(content);
  if (!isThere) process.stdout.write(`Skipped: the help centre to decompile is not at ${content}.\n`);

  it.skipIf(!isThere)('comes round', () => {
    const whole = repositoryIn(content);
    const own = settingsOf({ state: 'published', variables: { product: 'Mendwick', trial: '30' } });
    const compiledOnce = compileSources(whole, own);
    for (const { path: file, body } of oneIn(n, whole.sources)) {
      const html = compileBody(body, whole, own, file, compiledOnce).body;
      const { before, after, markdown, again } = roundTrip(html, whole, own, file, compiledOnce);
      expect(after, file).toBe(before);
      expect(again, file).toBe(markdown);
    }
  });
});
