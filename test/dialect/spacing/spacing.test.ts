import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/body/canonical.ts';
import { compileSources } from '../../../src/compile/compile.ts';
import { asHtmlBlock, decompile } from '../../../src/dialect/decompile.ts';
import { fittingSpacing, fittingSpacings } from '../../../src/dialect/fitting-spacing.ts';
import type { Spacing } from '../../../src/model/article.ts';
import { repositoryOf, settingsOf } from '../../compile/build-repository.ts';
import { compileBody } from '../../compile/compile-body.ts';
import { body } from '../arbitrary-body.ts';
import { addressesIn } from '../round-trip.ts';

/** `UPDATE=1 npx vitest run test/dialect/spacing` writes what comes out as what is expected. Read the difference. */
const isUpdating = process.env.UPDATE !== undefined;
const all: readonly Spacing[] = ['normal', 'airy', 'tight'];
const world = repositoryOf({ 'article.md': '---\ntitle: Article\n---\n', 'img/screen.png': 'screen' });
const addresses = addressesIn(world);
const settingsIn = (spacing: Spacing) => settingsOf({ state: 'published', spacing });
const unitsIn = new Map(all.map((spacing) => [spacing, compileSources(world, settingsIn(spacing))]));

function compiled(markdown: string, spacing: Spacing): string {
  return compileBody(markdown, world, settingsIn(spacing), 'article.md', unitsIn.get(spacing)).body;
}

const read = (name: string): string => readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8');

function compareWith(name: string, actual: string): void {
  const file = path.join(import.meta.dirname, 'fixtures', name);
  if (isUpdating) writeFileSync(file, actual);
  expect(actual).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

/** The lines that only ask for space. */
const linesFor = (markdown: string): number => markdown.match(/^[ >-]*(?:(?:<br>)+|<!-- tight -->)$/gm)?.length ?? 0;

describe.each(all)('the spacing "%s"', (spacing) => {
  it('says how far the blocks of one text stand apart', () => {
    const html = compiled(read('compiled/input.md'), spacing);
    compareWith(
      `compiled/${spacing}.html`,
      `${html.replaceAll(/(?<!^)(?=<(?:p|h\d|ul|hr|pre|div|details)\b)/g, '\n')}\n`,
    );
    expect(canonical(compiled(decompile(html, addresses, spacing).markdown, spacing))).toBe(canonical(html));
  });

  it('says what has to be asked for in the Markdown of one body', () => {
    const stored = read('decompiled/stored.html');
    const { markdown } = decompile(stored, addresses, spacing);
    compareWith(`decompiled/${spacing}.md`, markdown);
    expect(canonical(compiled(markdown, spacing))).toBe(canonical(stored));
  });
});

describe.each(['airy', 'tight'] as const)('under the spacing "%s"', (spacing) => {
  it('any body comes round, to the same Markdown', () => {
    fc.assert(
      fc.property(body, (html) => {
        const { markdown } = decompile(html, addresses, spacing);
        const again = compiled(markdown, spacing);
        expect(canonical(again)).toBe(canonical(html));
        expect(decompile(again, addresses, spacing).markdown).toBe(markdown);
      }),
      { numRuns: 30 },
    );
  });

  it('any body comes round as one block of HTML', () => {
    fc.assert(
      fc.property(body, (html) => {
        expect(canonical(compiled(asHtmlBlock(html, addresses, spacing), spacing))).toBe(canonical(html));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the spacing that fits a body', () => {
  it('never changes what is stored, whatever was usual', () => {
    fc.assert(
      fc.property(body, fc.constantFrom(...all), (html, usual) => {
        const spacing = fittingSpacing(html, addresses, usual);
        expect(canonical(compiled(decompile(html, addresses, spacing).markdown, spacing))).toBe(canonical(html));
      }),
      { numRuns: 30 },
    );
  });

  it('is the one that is usual, unless another saves lines', () => {
    fc.assert(
      fc.property(body, fc.constantFrom(...all), (html, usual) => {
        const fits = fittingSpacings(html, addresses);
        const spacing = fittingSpacing(html, addresses, usual);
        expect(fits).toContain(spacing);
        expect(spacing === usual).toBe(fits.includes(usual));
      }),
      { numRuns: 30 },
    );
  });

  it.each(all)('is "%s" for a text that was written with it', (spacing) => {
    const text =
      '# One\n\nTwo.\n\n- a\n\nThree.\n\n# Four\n\n- b\n\n---\n\nFive.\n\n# Six\n\n![Image](img/screen.png)\n';
    const html = compiled(text, spacing);
    for (const usual of all) expect(fittingSpacing(html, addresses, usual)).toBe(spacing);
    expect(linesFor(decompile(html, addresses, spacing).markdown)).toBe(0);
    for (const other of all.filter((one) => one !== spacing))
      expect(linesFor(decompile(html, addresses, other).markdown)).toBeGreaterThan(0);
  });

  it('is the usual one for a body that says nothing of space', () => {
    for (const usual of all)
      for (const html of ['', '<p class="no-margin">Alone.</p>', `<p>${'<b>'.repeat(300)}x</p>`])
        expect(fittingSpacing(html, addresses, usual)).toBe(usual);
  });
});
