import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gfmRules } from './gfm-rules.ts';
import { byNumber, type Example, ours, theirs } from './specification.ts';

describe('rules that GFM adds to CommonMark', () => {
  it.each(gfmRules)('$section, $examples: $rule', ({ cases }) => {
    for (const [markdown, html] of cases) expect(ours(markdown), markdown).toBe(theirs(html));
  });

  it('have a case for every example of the specification about them', () => {
    const numbers = gfmRules.flatMap((rule) => rule.examples.split(', ').map(Number));
    const wanted = [range(198, 205), range(279, 280), range(491, 492), range(621, 631), [653]].flat();
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(wanted);
  });

  it('but ftp: addresses stay text, because Intercom does not link to them', () => {
    expect(ours('At ftp://files.example.com.\n')).toBe('<p>At ftp://files.example.com.</p>');
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The specification's own text, version 0.29; its licence is not the project's, so it is not part of it. */
const specification = fileURLToPath(new URL('../../../shared/corpus/gfm/spec.txt', import.meta.url));

/** Its examples that come out otherwise on purpose, by number. */
const others = byNumber({
  'a tag whose name is no HTML element, and a tag that never ends, are text: nothing vanishes': [
    120, 126, 127, 128, 133, 142, 170, 500, 532, 544, 632, 633, 634, 636, 642,
  ],
  'a declaration, an instruction and CDATA are text: nothing vanishes': [149, 150, 151, 647, 648, 649],
  'a bare address is a link by the extension': [610, 616, 619, 620],
  'Intercom does not link to ftp: addresses': [628],
  'comments end as newer CommonMark says': [645, 646],
});

function examplesIn(file: string): readonly Example[] {
  const [text = ''] = readFileSync(file, 'utf8').split('<!-- END TESTS -->');
  let section = '';
  const examples: Example[] = [];
  for (const match of text.matchAll(/^#{1,6} +(.*)$|^`{32} example[^\n]*\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$/gm)) {
    const [, heading, markdown = '', html = ''] = match;
    if (heading !== undefined) section = heading;
    else {
      const number = examples.length + 1;
      const [source = '', result = ''] = [markdown, html].map((part) => part.replaceAll('→', '\t'));
      examples.push({ number, name: `${number} ${section}`, markdown: source, html: result });
    }
  }
  return examples;
}

describe.skipIf(!existsSync(specification))('the GFM specification (skipped without ../shared/corpus/gfm)', () => {
  const examples = existsSync(specification) ? examplesIn(specification) : [];

  it('has 673 examples', () => {
    expect(examples).toHaveLength(673);
  });

  it('says of all examples but those listed what comes out', () => {
    const different = examples.filter(({ markdown, html }) => ours(markdown) !== theirs(html));
    expect(different.map(({ number }) => number)).toEqual([...others.keys()].sort((a, b) => a - b));
  });
});
