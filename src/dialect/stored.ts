import GithubSlugger, { slug as slugOf } from 'github-slugger';
import { canonicalWith } from '../body/canonical.ts';
import { attributeOf, type HtmlElement, type HtmlNode, isHtmlElement, parseBody } from '../body/parse.ts';
import { plainTextOf } from '../body/plain-text.ts';
import { keptSchemes } from '../body/schemes.ts';
import { sendableOnly } from '../body/sendable.ts';
import { fitsMarkdown } from './stored-size.ts';

/** How addresses are written in Markdown. */
export interface Addresses {
  readonly link: (href: string) => string;
  readonly image: (source: string) => string;
  /** Whether a relative address leads to nothing, where that is known: by itself `#install` may look like a heading. */
  readonly leadsNowhere?: (href: string) => boolean;
  /** `left-out`: no heading has an id of its own but where nothing else would lead to it. */
  readonly headingIds?: 'left-out';
  /** Anchors of headings that are written with them, though they get the same by themselves. */
  readonly writtenAnchors?: ReadonlySet<string>;
}

/** A heading of a stored body: what it says, and the anchor that it gets once the body is Markdown. */
export interface StoredHeading {
  readonly text: string;
  readonly slug: string;
}

/** Stands for an address until the canonical form is settled, since that would rewrite what is written in Markdown. */
const token = /^helpcentre-address-(\d+)$/;

/**
 * Reads a body as Intercom keeps it into the canonical form, addresses as they are written in Markdown. Headings have
 * an `id` only where one must be written: not GitHub's slug of their text, and none that Intercom made. A link whose
 * address leads nowhere in Markdown has the attribute `kept`.
 *
 * @returns null where the body is nested deeper, or holds more, than can be read
 */
export function readStored(html: string, addresses: Addresses): readonly HtmlNode[] | null {
  const written: { readonly href: string | null; readonly address: string }[] = [];
  const note = (href: string | null, address: string): string => {
    written.push({ href, address });
    return `helpcentre-address-${written.length - 1}`;
  };
  const nodes = parseBody(
    canonicalWith(html, {
      ...sendableOnly,
      link: (href) => note(href, addresses.link(href)),
      image: (source) => note(null, addresses.image(source)),
      seesHeadingIds: true,
      headingMarkup: 'in-one-line',
    }),
  );
  if (nodes === null || !fitsMarkdown(nodes)) return null;
  const anchors = new Set(settleIds(nodes, addresses.headingIds, addresses.writtenAnchors).anchors.values());
  walk(nodes, (element) => {
    let isKept = element.tagName === 'a' && attributeOf(element, 'href') === null;
    for (const attribute of element.attrs) {
      const settled = written[Number(token.exec(attribute.value)?.[1] ?? -1)];
      if (settled === undefined) continue;
      attribute.value = settled.address;
      isKept ||= settled.href === settled.address && isDead(settled.address, anchors, addresses);
    }
    if (isKept) element.attrs.push({ name: 'kept', value: '' });
  });
  return nodes;
}

function isDead(address: string, anchors: ReadonlySet<string>, { leadsNowhere }: Addresses): boolean {
  if (hasScheme(address)) return staysAsItIs(address);
  if (leadsNowhere !== undefined) return leadsNowhere(address);
  return !(address.startsWith('#') && anchors.has(decoded(address.slice(1))));
}

function decoded(fragment: string): string {
  try {
    return decodeURI(fragment);
  } catch {
    return fragment;
  }
}

/**
 * What a link in Markdown has to name to lead to a heading of a stored body: the anchors that the headings get once
 * the body is Markdown.
 *
 * @param ids as for `Addresses`
 * @returns anchor by the id that Intercom has
 */
export function anchorsOf(html: string, ids?: Addresses['headingIds']): ReadonlyMap<string, string> {
  return settled(html, ids).anchors;
}

/** The headings of a stored body that links can lead to, in order. */
export function headingsOf(html: string, ids?: Addresses['headingIds']): readonly StoredHeading[] {
  return settled(html, ids).headings;
}

function settled(html: string, ids: Addresses['headingIds']): Settled {
  return settleIds(parseBody(canonicalWith(html, { ...sendableOnly, seesHeadingIds: true })) ?? [], ids);
}

/** Whether an address names its scheme or host. */
export function hasScheme(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

/** Whether an address of the web is none that can be opened: `http://`, or one with a space in its host. */
export function isBroken(address: string): boolean {
  return /^(?:https?:|\/\/)/i.test(address) && !URL.canParse(address.replace(/^\/\//, 'https://'));
}

/** Whether a link of Intercom's own to an address is kept to the letter: it leads to no source, and to no page. */
export function staysAsItIs(address: string): boolean {
  return !hasScheme(address) || isBroken(address) || keptSchemes.some((scheme) => address.startsWith(`${scheme}:`));
}

/** An id that Intercom made up itself. */
const madeUp = /^h_[0-9a-f]{10}$/;

interface Settled {
  /** By the id that the heading had. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly headings: readonly StoredHeading[];
}

/** Leaves headings only those ids that have to be written; returns the anchor that each will have, by the id it had. */
function settleIds(
  nodes: readonly HtmlNode[],
  ids: Addresses['headingIds'],
  written: ReadonlySet<string> = new Set(),
): Settled {
  const slugger = new GithubSlugger();
  const anchors = new Map<string, string>();
  const headings: StoredHeading[] = [];
  walk(nodes, (element) => {
    if (!/^h[1-6]$/.test(element.tagName)) return;
    const id = attributeOf(element, 'id');
    if (isInSummary(element)) {
      element.attrs = element.attrs.filter(({ name }) => name !== 'id');
      return;
    }
    const text = plainTextOf(element.childNodes);
    const { anchor, isOwn } = anchorOf(id, text, ids, slugger);
    if (id !== null && anchor !== '' && !anchors.has(id)) anchors.set(id, anchor);
    if (anchor !== '') headings.push({ text, slug: anchor });
    if (isOwn) return;
    element.attrs = element.attrs.filter(({ name }) => name !== 'id');
    if (written.has(anchor)) element.attrs.push({ name: 'id', value: anchor });
  });
  return { anchors, headings };
}

/** The anchor of a heading, and whether it is its own id, which has to be written for that. */
function anchorOf(
  id: string | null,
  text: string,
  ids: Addresses['headingIds'],
  slugger: GithubSlugger,
): { readonly anchor: string; readonly isOwn: boolean } {
  const { slug, takeBack } = slugged(text, slugger);
  const isOwn =
    (ids !== 'left-out' || slug === '') &&
    id !== null &&
    id !== slug &&
    !madeUp.test(id) &&
    /^[^\s{}]+$/.test(id) &&
    !Object.hasOwn(slugger.occurrences, id);
  if (isOwn) {
    takeBack();
    slugger.occurrences[id] = 0;
  }
  return { anchor: isOwn ? id : slug, isOwn };
}

/** Takes a slug for a heading, with what gives it back: a copy of all that are taken would be made for every heading. */
function slugged(text: string, slugger: GithubSlugger): { readonly slug: string; readonly takeBack: () => void } {
  const plain = slugOf(text);
  const count = slugger.occurrences[plain];
  const slug = slugger.slug(text);
  const takeBack = (): void => {
    delete slugger.occurrences[slug];
    if (count !== undefined) slugger.occurrences[plain] = count;
  };
  return { slug, takeBack };
}

function isInSummary({ parentNode }: HtmlElement): boolean {
  return parentNode !== null && 'tagName' in parentNode && parentNode.tagName === 'summary';
}

function walk(nodes: readonly HtmlNode[], see: (element: HtmlElement) => void): void {
  for (const node of nodes) {
    if (!isHtmlElement(node)) continue;
    see(node);
    walk(node.childNodes, see);
  }
}
