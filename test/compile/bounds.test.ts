import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';
import { compileBody } from './compile-body.ts';
import { repeated, syntaxUnits } from './syntax-units.ts';

const repository = repositoryOf({ '_s.md': 'S', 'b.md': '# B\n', 'b.png': 'i' });
const settings = settingsOf({ variables: { a: 'value' } });
const compiled = (text: string) => compileBody(text, repository, settings);

/** A text compiles, or is one located problem; and what it makes is in proportion to it. */
function expectBounded(text: string): void {
  const { body, problems } = compiled(text);
  if (problems.some(({ code }) => code === 'too-deep')) expect(problems.at(-1)?.place?.line).toBeGreaterThan(0);
  expect(body.length).toBeLessThan(100 * text.length + 10_000);
  expect(JSON.stringify(problems).length).toBeLessThan(2_000_000);
}

describe('a file of one kind of syntax, over and over', () => {
  it.each(syntaxUnits.map((unit) => [JSON.stringify(unit), unit]))('%s comes to an end', (_, unit) => {
    expectBounded(repeated(unit, 4_000));
    expectBounded(`<p>${repeated(unit, 4_000)}`);
  });

  it('comes to an end in pairs and triples too', () => {
    const units = fc.array(fc.constantFrom(...syntaxUnits), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(units, fc.boolean(), (some, inHtml) =>
        expectBounded((inHtml ? '<p>' : '') + repeated(some.join(''), 4_000)),
      ),
      { numRuns: 20, seed: 17 },
    );
  });
});

describe('a file that was made to be slow', () => {
  it.each([
    ['footnotes that begin in one another', '[^a]: '.repeat(20_000)],
    ['white space in raw HTML', `<p>${' '.repeat(100_000)}`],
    ['images in one line', '<img>'.repeat(8_000)],
    ['closing tags that close nothing', `<div>${'</div><details>'.repeat(8_000)}`],
    ['closing tags that do not reach what they close', '<div><object></div></object>'.repeat(4_000)],
    ['declarations', '<!DOCTYPE'.repeat(20_000)],
    ['a fence as long as the file', '~'.repeat(200_000)],
    ['variables without a value', '{{b}} '.repeat(20_000)],
  ])('because of %s comes to an end', (_, text) => {
    expectBounded(text);
  });

  it('quotes no more than a line of itself, and tells a hundred problems of a kind and how many more', () => {
    const { problems } = compiled('{{b}} '.repeat(20_000));
    expect(problems).toHaveLength(101);
    for (const { message } of problems) expect(message.length).toBeLessThan(500);
    expect(problems.some(({ message }) => / \(and 19899 more of the same code\)$/.test(message))).toBe(true);
  });

  it('stops no other, and is an article that failed', () => {
    const two = repositoryOf({ 'bad.md': '<img>'.repeat(8_000), 'good.md': '# Good\n\nText\n' });
    const { desired, problems } = compile(two, settings);
    expect(desired.failed).toEqual(['bad.md']);
    expect(desired.articles.map(({ key }) => key)).toEqual(['good.md']);
    expect(problems.map(({ code, place }) => [code, place?.file])).toContainEqual(['too-deep', 'content/bad.md']);
  });
});
