import { tests } from 'commonmark-spec';
import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { type CompiledBody, compileMarkdown } from '../../src/compile/body.ts';
import { settleOutline } from '../../src/compile/outline.ts';
import { shapeBody } from '../../src/dialect/shape.ts';
import { spaced } from '../../src/dialect/spacing.ts';
import { canonical } from '../../src/html/canonical.ts';
import { serialise } from '../../src/html/serialise.ts';

const ignore = (): void => undefined;

function filled(html: string, targets: readonly { readonly target: string }[]): string {
  return html.replace(/helpcentre-target-(\d+)/g, (_, index: string) =>
    (targets[Number(index)]?.target ?? '').replace(/&/g, '&amp;').replace(/"/g, '&quot;'),
  );
}

/** What the Markdown compiles to, with addresses as they were written. */
function ours(markdown: string): string {
  const body: CompiledBody = compileMarkdown({
    path: 'a.md',
    text: markdown,
    root: 'content',
    title: 'x',
    files: new Map(),
    variables: {},
    flatten: [],
  });
  return canonical(filled(body.html, body.targets));
}

/** The specification's HTML, brought down to what Intercom has by the same rules. */
function theirs(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  const { blocks, found } = shapeBody(tree.children as ElementContent[], ignore);
  settleOutline(found, null, ignore);
  const root: Root = { type: 'root', children: spaced(blocks, 'body') };
  return canonical(filled(serialise(root), found.targets));
}

/** Examples that come out otherwise on purpose, by number. */
const others: Readonly<Record<string, readonly number[]>> = {
  'a tag whose name is no HTML element, and a tag that never ends, are text: nothing vanishes': [
    150, 156, 157, 158, 163, 173, 201, 491, 524, 536, 613, 614, 615, 617, 623,
  ],
  'a declaration, an instruction and CDATA are text: nothing vanishes': [180, 181, 182, 627, 628, 629],
  'a bare address is a link in GFM': [602, 608, 611, 612],
};

const reasons = new Map(Object.entries(others).flatMap(([reason, numbers]) => numbers.map((n) => [n, reason])));

const examples = tests.map(({ markdown, html, number, section }) => ({
  name: `${number} ${section}`,
  number,
  markdown: markdown.replace(/→/g, '\t'),
  html: html.replace(/→/g, '\t'),
}));

describe('CommonMark', () => {
  it.each(examples.filter(({ number }) => !reasons.has(number)))(
    'example $name comes out as the specification says',
    ({ markdown, html }) => {
      expect(ours(markdown)).toBe(theirs(html));
    },
  );

  it.each(examples.filter(({ number }) => reasons.has(number)))(
    'example $name still comes out otherwise, as documented',
    ({ markdown, html }) => {
      expect(ours(markdown)).not.toBe(theirs(html));
    },
  );
});
