import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { arbitraryHtml } from '../body/arbitrary-html.ts';
import { runs } from '../kit/depth.ts';
import { vectorGroups } from '../kit/vectors.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';
import { compileBody } from './compile-body.ts';

const files = { 'b.md': '# B\n', 'i.png': 'i' };
const repository = repositoryOf(files);
const settings = settingsOf({ variables: { x: '<b onclick=alert(1)>' } });

/** Written down once more, so that a slip in the tables of the compiler does not pass for right. */
const elements = new Set(
  'p br hr h1 h2 h3 h4 b i code a ul ol li pre img div table tbody tr td iframe details summary'.split(' '),
);
const linkSchemes = ['http:', 'https:', 'mailto:', 'tel:'];
const colours = /^(?:(?:background|border)-color: (?:#[\da-f]{3,8}|rgba?\([\d., ]+\));? ?)*$/;

/** Whether a browser would go to an address of these schemes, or the address is one of those that we make. */
function leadsTo(address: string, schemes: readonly string[], made: RegExp): boolean {
  return made.test(address) || schemes.includes(new URL(address, 'https://none.example/').protocol);
}

const ours = /^helpcentre:article\/en\/(?:article|b)\.md(?:#[\w%-]+)?$/;
const attributes: Readonly<Record<string, (value: string) => boolean>> = {
  // An address that Intercom has and that leads nowhere is kept; so does a browser find it.
  'a href': (value) => !URL.canParse(value, 'https://none.example/') || leadsTo(value, linkSchemes, ours),
  'a target': (value) => value === '_blank',
  'img src': (value) => leadsTo(value, ['http:', 'https:'], /^helpcentre:image\/sha256-[\da-f]{64}$/),
  'img alt': () => true,
  'img width': (value) => /^[\d.]+$/.test(value),
  'img height': (value) => /^[\d.]+$/.test(value),
  'img style': (value) => value === 'height: auto;',
  'iframe src': (value) => value.startsWith('https://'),
  'iframe frameborder': (value) => value === '0',
  'iframe allowfullscreen': (value) => value === '',
  'iframe webkitallowfullscreen': (value) => value === '',
  'iframe mozallowfullscreen': (value) => value === '',
  'div style': (value) => colours.test(value),
  'table role': (value) => value === 'presentation',
  'td style': (value) => colours.test(value.replace(/width: [\d.]+px;/, '')),
  'td colspan': (value) => /^\d+$/.test(value),
  'td rowspan': (value) => /^\d+$/.test(value),
  'h1 id': () => true,
  'h2 id': () => true,
  'h3 id': () => true,
  'h4 id': () => true,
};

/** Every element that a browser would make of a text, in a page or in an element, with or without scripts. */
function elementsOf(html: string): readonly DefaultTreeAdapterTypes.Element[] {
  const found: DefaultTreeAdapterTypes.Element[] = [];
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

/** What of a body could do harm, in words. */
function harmIn(html: string): readonly string[] {
  return elementsOf(html).flatMap(({ tagName, namespaceURI, attrs }) => [
    ...(elements.has(tagName) && namespaceURI === 'http://www.w3.org/1999/xhtml' ? [] : [`<${tagName}>`]),
    ...attrs
      .filter(({ name, value }) =>
        name === 'class'
          ? !/^(?:(?:no-margin|intercom-[\w-]+|collapsible-section-content) ?)*$/.test(value)
          : attributes[`${tagName} ${name}`]?.(value) !== true,
      )
      .map(({ name, value }) => `<${tagName} ${name}="${value}">`),
  ]);
}

const compiled = (markdown: string): string => compileBody(markdown, repository, settings).body;

/** The same, brought in by a snippet and by a variable. */
function indirectly(vector: string): readonly string[] {
  const including = repositoryOf({ ...files, '_snippets/v.md': `${vector}\n` });
  const holding = settingsOf({ variables: { v: vector } });
  return [
    compileBody('::include{file=_snippets/v.md}\n', including, settings).body,
    compileBody('a {{v}} [b]({{v}}) ![{{v}}](i.png)\n', repository, holding).body,
    compileBody('<p title="{{v}}"><a href="{{v}}">{{v}}</a></p>\n', repository, holding).body,
  ];
}

describe('what is written to run where an article is read', () => {
  it.each(vectorGroups())('does not get into a body: $title', ({ vectors }) => {
    const harmful = vectors.flatMap((vector) =>
      [compiled(vector), ...indirectly(vector)].flatMap((body) => {
        const harm = harmIn(body);
        return harm.length === 0 ? [] : [{ vector, body, harm }];
      }),
    );
    expect(harmful).toEqual([]);
  });

  it('is seen for what it is by this test', () => {
    const html = vectorGroups().flatMap(({ vectors }) => vectors.filter((vector) => vector.startsWith('<')));
    expect(html.filter((vector) => harmIn(vector).length > 0).length).toBeGreaterThan(250);
  });

  it('does not get into a body where all of it is in one', () => {
    const all = vectorGroups().flatMap(({ vectors }) => vectors);
    expect(all.length).toBeGreaterThan(300);
    expect(harmIn(compiled(all.join('\n\n')))).toEqual([]);
    expect(harmIn(all.map(compiled).join(''))).toEqual([]);
  });

  it('does not get into a body from any HTML', () => {
    fc.assert(
      fc.property(arbitraryHtml, (html) => {
        expect(harmIn(compiled(html))).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});
