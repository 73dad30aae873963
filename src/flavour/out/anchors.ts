import type { FlavourName } from '../../model/flavour-name.ts';
import { looseAnchor } from '../../model/loose-anchor.ts';

/** A heading, and the anchor that it has for us: GitHub's. */
export interface AnchoredHeading {
  readonly text: string;
  readonly slug: string;
}

/** How links to a heading are written for a tool. */
export type ToolAnchor =
  | { readonly is: 'by-rule'; readonly anchor: string }
  /** The heading is written with its anchor, since the tool's rule makes one that nobody can name, or none is known. */
  | { readonly is: 'written'; readonly anchor: string }
  /** Nothing leads to it but to the top of its page. */
  | { readonly is: 'nowhere'; readonly anchor: string };

/** The anchors that a tool makes of headings. */
interface Rule {
  /** null: not known. */
  readonly of: (text: string) => string | null;
  /** What comes behind the one that is taken, for the nth of them; null where the tool makes no other. */
  readonly again: ((anchor: string, nth: number) => string) | null;
  /** Whether a heading can be given its anchor. */
  readonly isWritable: boolean;
}

/** Python-Markdown keeps letters of ASCII alone; the second of two is `name_1`. */
const mkdocs: Rule = {
  of: (text) =>
    text
      .normalize('NFKD')
      .replace(/\P{ASCII}/gu, '')
      .replace(/[^\w\s-]/g, '')
      .trim()
      .toLowerCase()
      .replace(/[-\s]+/g, '-'),
  again: (anchor, nth) => `${anchor}_${nth}`,
  isWritable: true,
};

/** VitePress makes a hyphen of each sign, and leaves no accents. */
const vitepress: Rule = {
  of: (text) =>
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .replace(/^(?=\d)/, '_')
      .toLowerCase(),
  again: (anchor, nth) => `${anchor}-${nth}`,
  isWritable: true,
};

/** Mintlify keeps letters; what it makes of signs differs from one to the next. */
const mintlify: Rule = {
  of: (text) => (/^[\p{L}\p{M}\p{N} ]+$/u.test(text) ? text.trim().toLowerCase().replace(/\s+/g, '-') : null),
  again: (anchor, nth) => `${anchor}-${nth + 1}`,
  isWritable: true,
};

/** GitBook does not say what it makes of anything but letters of ASCII. */
const gitbook: Rule = {
  of: (text) => (/^[a-z][a-z0-9 ]*$/i.test(text) ? text.trim().toLowerCase().replace(/\s+/g, '-') : null),
  again: null,
  isWritable: true,
};

/** Obsidian leads to a heading by its words, to the first of those that have the same. */
const obsidian: Rule = {
  of: (text) =>
    text
      .replace(/[!-/:-@[-^`{-~]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  again: null,
  isWritable: false,
};

/** Those that are not here have GitHub's. */
const rules: Partial<Readonly<Record<FlavourName, Rule>>> = { mkdocs, vitepress, mintlify, gitbook, obsidian };

/**
 * How a tool leads to the headings of a page, by our anchors. What is by the tool's rule is also read back as that
 * heading.
 *
 * @param headings of one text, in order
 */
export function toolAnchors(
  flavour: FlavourName,
  headings: readonly AnchoredHeading[],
): ReadonlyMap<string, ToolAnchor> {
  const rule = rules[flavour];
  if (rule === undefined) return new Map();
  const taken = new Map<string, number>();
  const found = new Map<string, ToolAnchor>();
  for (const { text, slug } of headings) {
    const anchor = nextOf(rule, text, taken);
    if (anchor !== null && leadsTo(anchor, headings) === slug) found.set(slug, { is: 'by-rule', anchor });
    else found.set(slug, { is: rule.isWritable ? 'written' : 'nowhere', anchor: slug });
  }
  return found;
}

/** The anchor that a heading gets, where those before it have theirs. */
function nextOf({ of, again }: Rule, text: string, taken: Map<string, number>): string | null {
  const plain = of(text);
  if (plain === null || plain === '' || plain !== plain.normalize('NFC')) return null;
  const before = taken.get(plain);
  taken.set(plain, (before ?? 0) + 1);
  if (before === undefined) return plain;
  return again === null ? null : again(plain, before);
}

/** The heading that reading takes an anchor for. */
function leadsTo(anchor: string, headings: readonly AnchoredHeading[]): string | undefined {
  const found =
    headings.find(({ slug }) => slug === anchor) ??
    headings.find(({ slug }) => looseAnchor(slug) === looseAnchor(anchor));
  return found?.slug;
}
