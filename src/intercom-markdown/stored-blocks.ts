import type { Element, ElementContent } from 'hast';
import { parseReference } from '../body/reference-url.ts';
import { keptSchemes, writtenSchemes } from '../body/schemes.ts';

/** Makes an element of a stored body. */
export function element(
  tagName: string,
  properties: Element['properties'] = {},
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

/** Text. */
export const text = (value: string): ElementContent => ({ type: 'text', value });

/** Paragraph. */
export function paragraph(children: readonly ElementContent[], properties: Element['properties'] = {}): Element {
  return element('p', { className: ['no-margin'], ...properties }, children);
}

/** A link, as Intercom keeps it: an address that a browser would run is none. */
export function linkTo(
  href: string,
  children: readonly ElementContent[],
  properties: Element['properties'] = {},
): Element {
  const address = isKept(href) ? { href } : {};
  return element('a', { ...address, target: '_blank', className: ['intercom-content-link'], ...properties }, children);
}

/** What an image, or a button, stands in. */
export function container(children: readonly ElementContent[], align: string | null = null): Element {
  const aligned = align === 'center' || align === 'right' ? [`intercom-align-${align}`] : [];
  return element('div', { className: ['intercom-container', ...aligned] }, children);
}

/** A line break for each newline: Intercom deletes newlines in code. */
export function linesInCode(value: string): ElementContent[] {
  return value
    .split('\n')
    .flatMap((line, index): ElementContent[] => [
      ...(index === 0 ? [] : [element('br')]),
      ...(line === '' ? [] : [text(line)]),
    ]);
}

function isKept(href: string): boolean {
  // Ours stands for one that is not known yet.
  if (parseReference(href) !== null) return true;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  return scheme === undefined || writtenSchemes.includes(scheme) || keptSchemes.includes(scheme);
}
