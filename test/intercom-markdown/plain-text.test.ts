import fc from 'fast-check';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { defaultHandlers } from 'mdast-util-to-markdown';
import { expect, it } from 'vitest';
import { isPlainText } from '../../src/intercom-markdown/plain-text.ts';
import { printMarkdown } from '../../src/intercom-markdown/print.ts';

/** Every sign that means something, many times as likely as what means nothing. */
const value = fc.string({
  unit: fc.constantFrom(...'ab1wWspé !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~\n\t\r\u00a0\u200b'),
  minLength: 1,
  maxLength: 6,
});
const word = fc.constantFrom('a', 'See this.', 'www', 'http', '1');
const text = fc.oneof(word, value).map((one): PhrasingContent => ({ type: 'text', value: one }));
const around = fc.oneof(
  text,
  text.map((one): PhrasingContent => ({ type: 'strong', children: [one] })),
  text.map((one): PhrasingContent => ({ type: 'link', url: 'https://a.example', children: [one] })),
  fc.constant<PhrasingContent>({ type: 'break' }),
  fc.constant<PhrasingContent>({ type: 'inlineCode', value: 'x' }),
  fc.constant<PhrasingContent>({ type: 'image', url: 'https://a.example/a.png', alt: 'b' }),
);
const line = fc.array(around, { minLength: 1, maxLength: 4 });
const block = line.chain((children) =>
  fc.constantFrom<RootContent>(
    { type: 'paragraph', children },
    { type: 'heading', depth: 2, children },
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: [{ type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }],
    },
    { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }] },
  ),
);

it('a text that is taken as it is gets no backslash from the one who looks for all of them', () => {
  let plain = 0;
  fc.assert(
    fc.property(block, (one) => {
      const tree: Root = { type: 'root', children: [one] };
      plain += JSON.stringify(one).match(/"text","value":"(?:a|See this\.)"/g)?.length ?? 0;
      expect(printMarkdown(tree)).toBe(printMarkdown(tree, { text: defaultHandlers.text }));
    }),
    { numRuns: 5_000 },
  );
  expect(plain).toBeGreaterThan(1_000);
});

it.each([
  ['Open the settings, and choose "Billing" (at the end): 3 of 4 are there.', '\n', '\n'],
  ['a-b', '\n', '\n'],
  ['Größe 5 % – ja', '\n', '\n'],
  [' and ', '*', '['],
  ['-', 'a', 'b'],
])('%j is taken as it is between %j and %j', (...given) => {
  expect(isPlainText(...given)).toBe(true);
});

it.each([
  ...['1. a', '- a', 'a ', ' a', 'a_b', 'a*', 'see www.a', 'a:', 'https://a', ':::a', '[a', 'a [b', 'a|b', '#', ''].map(
    (one) => [one, '\n', '\n'] as const,
  ),
  ['(a', ']', '\n'],
  ['.a', 'w', '\n'],
  ['a!', '\n', '['],
] as const)('%j is looked through between %j and %j', (...given) => {
  expect(isPlainText(...given)).toBe(false);
});
