import { attributeOf, classesOf, type HtmlElement } from '../parse.ts';
import { withoutVariableMarks } from '../variable-mark.ts';
import { printAttribute } from './node.ts';
import { normaliseStyle } from './style.ts';
import { withEncodedFragment, withoutSignature } from './url.ts';

/** Attributes that Intercom adds or rewrites on save, or that nobody can see, by element. */
const ignoredAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['target', 'rel'],
  h: ['id'],
  iframe: ['allow', 'allowfullscreen', 'frameborder', 'mozallowfullscreen', 'webkitallowfullscreen'],
  table: ['role'],
};
const ignoredClasses = new Set(['no-margin', 'intercom-content-link', 'intercom-align-left', 'intercom-container']);
const alignmentClass = /^intercom-align-/;

/**
 * The attributes of an element that a reader can see, in their one spelling: sorted by name, Intercom's own additions
 * left out, classes and styles normalised. Attributes that are not known are kept, so that what Intercom may add
 * one day counts as a difference.
 *
 * @param element as parsed
 * @param extraClass alignment that comes from around it; an alignment of its own wins
 */
export function attributesOf(element: HtmlElement, extraClass: string | null = null): string {
  const ignored = ignoredAttributes[/^h[1-6]$/.test(element.tagName) ? 'h' : element.tagName] ?? [];
  const kept = new Map<string, string>();
  for (const { name, value } of element.attrs) {
    if (name === 'class' || ignored.includes(name) || !/^(?!on)[a-z][a-z0-9_-]*$/.test(name)) continue;
    const normal = spellingOf(element.tagName, name, value);
    if (normal !== null) kept.set(name, normal);
  }
  const classes = visibleClasses(element, extraClass);
  if (classes.length > 0) kept.set('class', classes.join(' '));
  return [...kept]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => printAttribute(name, value))
    .join('');
}

/** The alignment class that the element carries, `intercom-align-left` included; null without one. */
export function alignmentOf(element: HtmlElement): string | null {
  return classesOf(element).find((token) => alignmentClass.test(token)) ?? null;
}

/** An alignment as an attribute to print; nothing for the default. */
export function alignmentAttribute(alignment: string | null, otherClass?: string): string {
  const classes = [otherClass ?? '', alignment === 'intercom-align-left' ? '' : (alignment ?? '')];
  const value = classes.filter((token) => token !== '').join(' ');
  return value === '' ? '' : printAttribute('class', value);
}

function visibleClasses(element: HtmlElement, extraClass: string | null): readonly string[] {
  const own = classesOf(element);
  const all = extraClass === null || own.some((token) => alignmentClass.test(token)) ? own : [...own, extraClass];
  return [...new Set(all.filter((token) => !ignoredClasses.has(token)))].sort();
}

/** One attribute's value in its one spelling; null when it says nothing. */
function spellingOf(tagName: string, name: string, value: string): string | null {
  switch (name) {
    case 'href':
      return addressOf(value);
    case 'src':
      return withoutSignature(value.trim());
    case 'alt':
      return withoutVariableMarks(value.replace(/(?<![ \t])[ \t]*[\n\r]\s*/g, ' ')) || null;
    case 'style':
      return (
        normaliseStyle(value, (property, set) => tagName === 'img' && property === 'height' && set === 'auto') || null
      );
    case 'colspan':
    case 'rowspan':
    case 'start':
      return value.trim() === '1' ? null : value.trim();
    default:
      return value;
  }
}

/** Address of a link; null for a link without one. */
export function hrefOf(element: HtmlElement): string | null {
  const href = attributeOf(element, 'href');
  return href === null ? null : addressOf(href);
}

function addressOf(href: string): string {
  return withEncodedFragment(withoutSignature(href.trim()));
}
