import { expect, it } from 'vitest';
import { whereTheyPart } from '../../src/import/round-trip.ts';

const names = {
  link: (href: string) => (href === 'https://x.example/en/articles/1' ? 'helpcentre:article/en/a.md' : href),
  image: (source: string) => source,
};

it('finds no difference where both show the same, links by what they lead to', () => {
  const compiled = '<p class="no-margin"><a href="helpcentre:article/en/a.md">A</a></p>';
  const stored = '<p class="no-margin"><a href="https://x.example/en/articles/1" target="_blank">A</a></p>';
  expect(whereTheyPart(compiled, stored, names)).toBeNull();
  expect(whereTheyPart('<h1 id="a">A</h1>', '<h3 id="h_1">A</h3>', names)).toBeNull();
});

it('counts the markup of headings, which people see and an import must keep', () => {
  expect(whereTheyPart('<h1 id="a">A</h1>', '<h3 id="h_1"><b>A</b></h3>', names)).toBe(
    'it compiles to "<h1>A</h1>" where Intercom has "<h1><b>A</b></h1>"',
  );
});

it('says where the two part', () => {
  expect(whereTheyPart('<p>Same</p><p>One</p>', '<p>Same</p><p>Two</p>', names)).toBe(
    'it compiles to "<p>One</p>" where Intercom has "<p>Two</p>"',
  );
  expect(whereTheyPart('<p>Same</p>', `<p>Same</p><p>${'x'.repeat(100)}</p>`, names)).toBe(
    `it compiles to "</p>" where Intercom has "</p><p>${'x'.repeat(53)}…"`,
  );
});
