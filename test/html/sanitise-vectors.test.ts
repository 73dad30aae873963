import { readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { sanitise } from '../../src/html/sanitise.ts';
import { serialise } from '../../src/html/serialise.ts';

const file = new URL('fixtures/vectors.txt', import.meta.url);
const groups = readFileSync(file, 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((group) => {
    const [title = '', ...lines] = group.split('\n');
    const vectors = lines.filter((line) => line !== '').map((line) => line.replaceAll('⏎', '\n').replaceAll('⇥', '\t'));
    return { title, vectors };
  });

/** Written down once more, so that a slip in the tables of the sanitiser does not pass for right. */
const ELEMENTS = new Set(
  'p br hr h1 h2 h3 h4 b i code a ul ol li pre img div table tbody tr td iframe details summary'.split(' '),
);
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  'a href': /^(?:https?:\/\/|mailto:|tel:|[/?#]|[^:]*$)/,
  'a target': /^_blank$/,
  'img src': /^(?:https?:\/\/|[^:]*$)/,
  'img alt': /^/,
  'img width': /^[\d.]+$/,
  'img height': /^[\d.]+$/,
  'img style': /^(?:(?:width|height): [\w.%]+;? ?)*$/,
  'iframe src': /^https:\/\/(?:www\.youtube\.com|player\.vimeo\.com)\//,
  'div style': /^(?:(?:background|border)-color: [#\w(),. ]+;? ?)*$/,
  'td style': /^(?:(?:background-color|width): [#\w(),.% ]+;? ?)*$/,
  'td colspan': /^\d+$/,
  'td rowspan': /^\d+$/,
  'h1 id': /^/,
};

interface ElementLike {
  readonly tagName: string;
  readonly namespaceURI: string;
  readonly attrs: readonly { readonly name: string; readonly value: string }[];
}

/** Every element that a browser would make of a text, in a page or in an element, with or without scripts. */
function elementsOf(html: string): readonly ElementLike[] {
  const found: ElementLike[] = [];
  const collect = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node && !['html', 'head', 'body'].includes(node.tagName)) found.push(node);
    if ('content' in node) collect(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) collect(child);
  };
  for (const scriptingEnabled of [true, false]) {
    collect(parseFragment(html, { scriptingEnabled }));
    collect(parse(`<!doctype html><body>${html}</body>`, { scriptingEnabled }));
  }
  return found;
}

function expectHarmless(html: string): void {
  for (const element of elementsOf(html)) {
    expect(ELEMENTS, html).toContain(element.tagName);
    expect(element.namespaceURI, html).toBe('http://www.w3.org/1999/xhtml');
    for (const { name, value } of element.attrs) {
      if (name === 'class')
        expect(value, html).toMatch(/^(?:(?:no-margin|intercom-[\w-]+|collapsible-section-content) ?)*$/);
      else
        expect(value, `${element.tagName} ${name} in ${html}`).toMatch(
          ATTRIBUTES[`${element.tagName} ${name}`] ?? /never^/,
        );
    }
  }
}

const clean = (tree: Root): string => serialise(sanitise(tree, () => undefined));
const fragment = (html: string): Root => fromHtml(html, { fragment: true });

describe.each(groups)('$title', ({ vectors }) => {
  test.each(vectors)('%s', (vector) => {
    const once = clean(fragment(vector));
    expectHarmless(once);
    expect(serialise(fragment(once))).toBe(once);
    expectHarmless(clean(fromHtml(vector)));
    expectHarmless(clean(fragment(once)));
  });
});

test('together they are harmless too', () => {
  const all = groups.flatMap(({ vectors }) => vectors);
  expect(all.length).toBeGreaterThan(250);
  expectHarmless(clean(fragment(all.join(''))));
  expectHarmless(all.map((vector) => clean(fragment(vector))).join(''));
});

test('trees that no parser makes are harmless too', () => {
  const tree = (
    tagName: string,
    properties: Readonly<Record<string, unknown>>,
    children: Element['children'] = [],
  ): Root => ({
    type: 'root',
    children: [{ type: 'element', tagName, properties: properties as Element['properties'], children }],
  });
  const trees = [
    tree('SCRIPT', {}, [{ type: 'text', value: 'alert(1)' }]),
    tree('script onload=x', {}),
    tree('p', { onClick: 'alert(1)', 'on click': 'x', ONCLICK: 'x' }),
    tree('a', { HREF: 'javascript:alert(1)', xLinkHref: 'javascript:alert(1)' }),
    tree('a', { href: ['javascript:alert(1)'] }),
    tree('p', { class: 'a" onclick="x', className: 'b' }),
    tree('constructor', { __proto__: 'x', constructor: 'y' }),
    tree('__proto__', {}),
    tree('td', { style: ['background: url(x)'] }),
    tree('p', {}, [{ type: 'raw', value: '<script>alert(1)</script>' } as never]),
    tree('p', {}, [{ type: 'comment', value: '--><script>alert(1)</script>' }]),
  ];
  for (const made of trees) expectHarmless(clean(made));
});
