import { describe, expect, it } from 'vitest';
import { flavourNames } from '../../src/model/flavour-name.ts';
import { said } from './said.ts';

describe.each(flavourNames)('in %s', (flavour) => {
  it('<details> that nothing closes is said, and holds what follows', () => {
    const { body, problems } = said(flavour, 'Before.\n\n<details>\n<summary>More</summary>\n\nInside.\n\nLast.');
    expect(problems).toEqual(['3:1 html-unclosed']);
    expect(body).toMatch(/<summary><h2>More<\/h2><\/summary>.*Inside\..*Last\..*<\/details>/s);
  });

  it('in an item of a list it ends with the item', () => {
    const { body, problems } = said(flavour, '- One\n\n  <details><summary>More</summary>\n\n  Inside.\n\nLast.');
    expect(problems).toEqual(['3:3 html-unclosed']);
    expect(body).toMatch(/<summary><h2>More<\/h2><\/summary>.*Inside\..*<\/details><\/li><\/ul>.*Last\./s);
  });
});

it.each([
  ['mintlify', '<Note>\nInside.\n\nLast.'],
  ['gitbook', '{% hint style="info" %}\nInside.\n\nLast.'],
] as const)('in %s a callout that nothing closes is said, and is no empty box', (flavour, text) => {
  const { body, problems } = said(flavour, text);
  expect(problems).toEqual(['1:1 html-unclosed']);
  expect(body).not.toContain('callout');
  expect(body).toMatch(/Inside\..*Last\./s);
});
