import type { Comment, Element, ElementContent } from 'hast';
import type { Position } from 'unist';
import { joinLines, trimEnd, trimStart } from '../body/white-space.ts';
import type { Spacing } from '../model/article.ts';
import type {
  Alignment,
  Container,
  ElementRule,
  FoundAnchor,
  FoundHeading,
  FoundTarget,
  Report,
  Shape,
} from './construct.ts';
import { elementRules } from './constructs.ts';
import { classes, element, isBlock, isElement, isSpace } from './element.ts';
import { blank, spaced, tight } from './spacing.ts';
import { warnOfStyle } from './style.ts';
import { markTarget } from './target.ts';
import { isUndisplayedMark, undisplayed } from './undisplayed.ts';

/** What was come across while a body was rewritten, in document order. */
export interface Findings {
  readonly headings: FoundHeading[];
  readonly anchors: FoundAnchor[];
  readonly targets: FoundTarget[];
}

interface Course {
  readonly spacing: Spacing;
  readonly report: Report;
  readonly found: Findings;
  readonly emptyLinks: { target: string; position: Position | undefined }[];
  seen: number;
  /** Position of the innermost element around that has one. */
  nearest: Position | undefined;
}

/**
 * Rewrites ordinary HTML to blocks as Intercom has them. Space between the top-level blocks is not put in yet,
 * because the first heading may still leave as the title.
 *
 * @param nodes the body, read by an HTML parser
 * @param spacing how much space stands between blocks in other blocks
 * @param report gets every finding
 */
export function shapeBody(
  nodes: readonly ElementContent[],
  spacing: Spacing,
  report: Report,
): { readonly blocks: Element[]; readonly found: Findings } {
  const found: Findings = { headings: [], anchors: [], targets: [] };
  const course: Course = {
    spacing,
    report: (code, args, at, remedy) => report(code, args, at ?? course.nearest, remedy),
    found,
    emptyLinks: [],
    seen: 0,
    nearest: undefined,
  };
  const blocks = shapeIn(course, null, ['body']).blocks(nodes);
  const shown = new Set(found.targets.map(({ position }) => placeKey(position)));
  for (const { target, position } of course.emptyLinks) {
    if (!shown.has(placeKey(position))) report('link-empty', { target }, position);
  }
  return { blocks, found };
}

function placeKey(position: Position | undefined): string {
  return position === undefined ? '' : `${position.start.line}:${position.start.column}`;
}

function shapeIn(course: Course, align: Alignment | null, within: readonly Container[]): Shape {
  const shape: Shape = {
    report: course.report,
    align,
    spacing: course.spacing,
    within,
    pieces(nodes) {
      const pieces: ElementContent[] = [];
      for (const node of nodes) addPieces(pieces, node, shape, course);
      return pieces;
    },
    blocks: (nodes) => shape.paragraphs(shape.pieces(nodes)),
    inside: (container) => shapeIn(course, align, [container, ...within]),
    flow: (nodes, container) => spaced(shape.inside(container).blocks(nodes), container, course.spacing),
    paragraphs: (pieces) => paragraphsOf(pieces, align),
    aligned: (next) => (next === align ? shape : shapeIn(course, next, within)),
    sees() {
      course.seen += 1;
    },
    seen: () => course.seen,
    target(target) {
      course.found.targets.push({ ...target, position: target.position ?? course.nearest });
      return markTarget(course.found.targets.length - 1);
    },
    emptyLink: (target, position) => void course.emptyLinks.push({ target, position: position ?? course.nearest }),
    heading: (heading) => void course.found.headings.push({ ...heading, position: heading.position ?? course.nearest }),
    anchor: (anchor) =>
      void course.found.anchors.push({ ...anchor, position: anchor.position ?? course.nearest, seen: course.seen }),
  };
  return shape;
}

function addPieces(out: ElementContent[], node: ElementContent, shape: Shape, course: Course): void {
  if (node.type === 'text') {
    if (!isSpace(node)) course.seen += 1;
    out.push({ type: 'text', value: joinLines(node.value) });
  } else if (node.type === 'comment') out.push(...commentPieces(node, shape));
  else if (node.type === 'element') {
    for (const piece of elementPieces(node, shape, course)) {
      if (piece.type === 'element' && node.position) piece.position ??= node.position;
      out.push(piece);
    }
  }
}

function elementPieces(node: Element, shape: Shape, course: Course): readonly ElementContent[] {
  const around = course.nearest;
  course.nearest = node.position ?? around;
  const { id } = node.properties;
  if (typeof id === 'string' && !/^h[1-6a]$/.test(node.tagName) && node.tagName !== 'a') {
    shape.anchor({ id, bare: false, position: undefined });
  }
  warnOfStyle(node, shape);
  const pieces = ruleFor(node)(node, shape);
  course.nearest = around;
  return pieces;
}

/** Comments show nothing, but for two marks. */
function commentPieces(node: Comment, shape: Shape): readonly ElementContent[] {
  if (node.value.trim() === 'tight') return [tight()];
  if (!isUndisplayedMark(node.value)) return [];
  shape.report('undisplayable', {}, node.position);
  shape.sees();
  return [undisplayed()];
}

function ruleFor(node: Element): ElementRule {
  for (const name of classes(node)) {
    const rule = elementRules.get(`${node.tagName}.${name}`);
    if (rule !== undefined) return rule;
  }
  return elementRules.get(node.tagName) ?? unknownElement;
}

/** An element that no construct speaks for keeps what is in it. */
const unknownElement: ElementRule = (node, shape) => {
  shape.report('html-reduced', { element: node.tagName, kept: 'what is in it is kept' }, node.position);
  return shape.pieces(node.children);
};

/** Runs of inline pieces become paragraphs; a run of line breaks alone is as many empty paragraphs. */
function paragraphsOf(pieces: readonly ElementContent[], align: Alignment | null): Element[] {
  const out: Element[] = [];
  let run: ElementContent[] = [];
  for (const piece of pieces) {
    if (isBlock(piece)) {
      addRun(out, run, align, false);
      out.push(piece);
      run = [];
    } else run.push(piece);
  }
  addRun(out, run, align, true);
  return out;
}

function addRun(out: Element[], run: readonly ElementContent[], align: Alignment | null, isLast: boolean): void {
  const hasText = run.some((piece) => !isElement(piece, 'br') && !isSpace(piece));
  if (hasText) out.push(paragraph(trimmed(run, out.length > 0, !isLast), align));
  else for (const piece of run) if (isElement(piece, 'br')) out.push(blank());
}

function paragraph(children: readonly ElementContent[], align: Alignment | null): Element {
  return element(
    'p',
    { className: align === null ? ['no-margin'] : [`intercom-align-${align}`, 'no-margin'] },
    children,
  );
}

/** Takes white space off both ends, and line breaks off an end that touches a block. */
function trimmed(run: readonly ElementContent[], afterBlock: boolean, beforeBlock: boolean): ElementContent[] {
  const out = [...run];
  const isLoose = (piece: ElementContent | undefined, touches: boolean): boolean =>
    piece !== undefined && (isSpace(piece) || (touches && isElement(piece, 'br')));
  while (isLoose(out[0], afterBlock)) out.shift();
  while (isLoose(out.at(-1), beforeBlock)) out.pop();
  const first = out[0];
  if (first?.type === 'text') out[0] = { type: 'text', value: trimStart(first.value) };
  const last = out.at(-1);
  if (last?.type === 'text') out[out.length - 1] = { type: 'text', value: trimEnd(last.value) };
  return out;
}
