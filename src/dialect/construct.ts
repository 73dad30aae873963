import type { Element, ElementContent, Properties } from 'hast';
import type { RootContent } from 'mdast';
import type {} from 'mdast-util-to-hast';
import type { Position } from 'unist';
import type { HtmlElement, HtmlNode } from '../body/parse.ts';
import type { Spacing } from '../model/article.ts';
import type { ArgsOf, ProblemCode } from '../model/problem.ts';

declare module 'hast' {
  interface ElementData {
    /** An empty paragraph that the author asked for. */
    blank?: true;
    /** A paragraph written with `class="no-margin"`: no space is added beside it. */
    exact?: true;
    /** `<!-- tight -->`: no space between the blocks around it. */
    tight?: true;
    /** Intercom has it here, though it refuses it in what is sent. HTML that was parsed never has this. */
    kept?: true;
  }
}

/** Where blocks stand; decides about spacing and about what may stand there. */
export type Container = 'body' | 'item' | 'cell' | 'callout' | 'section';

/** How text is set, besides to the left. */
export type Alignment = 'center' | 'right' | 'justify';

/** What puts a finding right, by positions in the text that was read. */
export interface Remedy {
  readonly description: string;
  readonly at: Position;
  readonly text: string;
}

/** Collects a finding at a place in the source; without a place the nearest one around is used. */
export type Report = <C extends ProblemCode>(
  code: C,
  args: ArgsOf<C>,
  at: Position | undefined,
  remedy?: Remedy,
) => void;

/** What a rule for Markdown nodes may use. */
export interface Preparing {
  readonly report: Report;
  /** The source's text at a position, as it was written. */
  readonly written: (at: Position | undefined) => string;
  /** Whether the source, or a snippet in it, holds this: what is not there need not be looked for in the tree. */
  readonly mentions: (text: string) => boolean;
}

/** An element's name in place of a Markdown node's own, as `mdast-util-to-hast` reads it. */
export function becomes(hName: string, hProperties: Properties = {}): { hName: string; hProperties: Properties } {
  return { hName, hProperties };
}

/**
 * Looks at a Markdown node before it becomes HTML, and may change it in place: `data.hName` and
 * `data.hProperties` say what element it becomes.
 */
export type NodeRule = (node: never, preparing: Preparing) => void;

/** Rewrites one element of ordinary HTML to what Intercom has for it: inline nodes, or blocks. */
export type ElementRule = (element: Element, shape: Shape) => readonly ElementContent[];

/** Why Markdown cannot say a block; for people: "a table with coloured cells". */
export interface Unsayable {
  readonly reason: string;
}

/** Where a block of the canonical form stands. */
export interface Standing {
  /** The containers around, innermost first. */
  readonly within: readonly Container[];
  /** How much space there is between blocks. */
  readonly spacing: Spacing;
}

/** What the inverse of a construct may use. */
export interface Writing extends Standing {
  /** Writes what is in a container, with what asks for the space between. */
  flow(nodes: readonly HtmlNode[], container: Container): RootContent[];
}

/**
 * The inverse: writes a block of the canonical form as Markdown nodes. Text is in them as `html` nodes, since it is
 * escaped already. Paragraphs come as many as are lines of one.
 */
export type BlockWriter = (
  blocks: readonly [HtmlElement, ...HtmlElement[]],
  writing: Writing,
) => readonly RootContent[] | Unsayable;

/**
 * One construct of the dialect: what it is called, how Markdown becomes Intercom's HTML, and how that becomes
 * Markdown again. Markdown first becomes ordinary HTML together with the raw HTML in it, so that both are then
 * rewritten by the same rules.
 */
export interface Construct {
  readonly name: string;
  readonly toHtml: {
    /** By `type:name` (directives) or type of the Markdown node. */
    readonly nodes?: Readonly<Record<string, NodeRule>>;
    /** By `tag.class` or `tag`; the first wins. */
    readonly elements?: Readonly<Record<string, ElementRule>>;
  };
  /** By `tag.class` or `tag` of the canonical form. What stands in a line is written by `inline/`. */
  readonly toMarkdown?: Readonly<Record<string, BlockWriter>>;
}

/** A heading of the body, while levels and ids are not settled yet. */
export interface FoundHeading {
  readonly element: Element;
  /** As the author wrote it, 1 to 6. */
  readonly level: number;
  /** What readers see. */
  readonly text: string;
  /** What GitHub makes the slug of. */
  readonly slugText: string;
  /** Id that the author gave it. */
  readonly id: string | null;
  /** Text and images seen before it, and with it: where anchors beside it are told by. */
  readonly from: number;
  readonly to: number;
  readonly position: Position | undefined;
}

/** An `id` or `name` that is no heading's. */
export interface FoundAnchor {
  readonly id: string;
  readonly seen: number;
  /** Its only purpose is to be linked to: `<a name="x"></a>`. */
  readonly bare: boolean;
  readonly position: Position | undefined;
}

/** An address in a link or image, as written. */
export interface FoundTarget {
  readonly kind: 'link' | 'image';
  readonly target: string;
  readonly position: Position | undefined;
}

/** What a rule for elements may use. Rules call back into it for what is inside their element. */
export interface Shape {
  readonly report: Report;
  /** Alignment that an element around asks for. */
  readonly align: Alignment | null;
  /** How much space there is between blocks. */
  readonly spacing: Spacing;
  /** The containers around, innermost first. */
  readonly within: readonly Container[];
  /** Rewrites nodes to inline nodes and blocks, in order. */
  pieces(nodes: readonly ElementContent[]): ElementContent[];
  /** Rewrites nodes to blocks: what is inline becomes paragraphs. */
  blocks(nodes: readonly ElementContent[]): Element[];
  /** The same, inside a container. */
  inside(container: Container): Shape;
  /** Rewrites the content of a container to blocks with the space between them that writers use. */
  flow(nodes: readonly ElementContent[], container: Container): Element[];
  /** Groups rewritten pieces into paragraphs, between the blocks among them. */
  paragraphs(pieces: readonly ElementContent[]): Element[];
  /** The same, inside an element that aligns what is in it. */
  aligned(align: Alignment | null): Shape;
  /** Notes something that readers see, besides text. */
  sees(): void;
  /** Texts and other visible things rewritten so far, in the whole body. */
  seen(): number;
  /** Notes an address and returns what stands for it until all sources are known. */
  target(found: FoundTarget): string;
  /**
   * Notes a link that shows nothing. HTML's parser splits a link around blocks into several, of which some are
   * empty, so it is told only at the end whether anything of it shows.
   */
  emptyLink(target: string, position: Position | undefined): void;
  heading(found: FoundHeading): void;
  anchor(found: Omit<FoundAnchor, 'seen'>): void;
}
