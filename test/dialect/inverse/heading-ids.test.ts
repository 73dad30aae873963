import { expect, it } from 'vitest';
import { anchorsOf, decompile } from '../../../src/dialect/decompile.ts';

const stored = '<h1 id="my-own">First steps</h1><h2 id="h_0123456789">More</h2><h2 id="sign">!?</h2>';
const addresses = { link: (href: string) => href, image: (source: string) => source };

it('ids that nobody has to see are left out, but for one that nothing else would lead to', () => {
  const { markdown } = decompile(stored, { ...addresses, headingIds: 'left-out' });
  expect(markdown).toBe('## First steps\n\n### More\n\n### !? {#sign}\n');
  expect([...anchorsOf(stored, 'left-out')]).toEqual([
    ['my-own', 'first-steps'],
    ['h_0123456789', 'more'],
    ['sign', 'sign'],
  ]);
});

it('ids are written otherwise', () => {
  expect(decompile(stored, addresses).markdown).toBe('## First steps {#my-own}\n\n### More\n\n### !? {#sign}\n');
});
