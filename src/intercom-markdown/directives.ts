import { isCarrierData } from '../model/carrier-data.ts';
import { createCodeLines } from '../text/code-lines.ts';
import { type DirectiveShape, directiveShapes, type KnownDirective } from './shapes.ts';

/** A directive of Intercom's Markdown: `:::name attribute="value"`, closed by a bare `:::`. */
export interface Directive {
  /** null for a name that Intercom does not have. */
  readonly name: KnownDirective | null;
  readonly attributes: ReadonlyMap<string, string>;
  /** Index of the line that opens it. */
  readonly open: number;
  /** Index of the line that closes it; that of its own line where none does. */
  readonly close: number;
  /** Columns in front of it. */
  readonly indent: number;
  /** Levels of directives in it, itself included. */
  readonly height: number;
}

/** What is wrong with a directive, or what Intercom alone makes of it. */
export type DirectiveFinding =
  | { readonly is: 'unknown'; readonly name: string }
  | { readonly is: 'braces'; readonly name: string }
  | { readonly is: 'attribute-missing'; readonly name: string; readonly attribute: string }
  | { readonly is: 'attribute-unknown'; readonly name: string; readonly attribute: string }
  | { readonly is: 'attribute-unsaid'; readonly name: string; readonly attribute: string }
  | { readonly is: 'malformed'; readonly name: string; readonly written: string }
  | { readonly is: 'provider'; readonly name: string; readonly provider: string }
  | { readonly is: 'not-closed'; readonly name: string }
  | { readonly is: 'nothing-open' }
  | { readonly is: 'opaque' }
  | { readonly is: 'attachment' };

/** A finding, and where it is: line and column from 1. */
export interface PlacedFinding {
  readonly finding: DirectiveFinding;
  readonly line: number;
  readonly column: number;
}

/** The directives of a text in the order in which they open, and what is wrong with them. */
export interface Directives {
  readonly directives: readonly Directive[];
  /** Lines of colons that close nothing, by index. */
  readonly stray: ReadonlySet<number>;
  readonly findings: readonly PlacedFinding[];
}

const opening = /^([ \t]*):{3,}([A-Za-z][\w-]*)(.*)$/;
const closing = /^[ \t]*:{3,}[ \t]*$/;
const attribute = /\s+([A-Za-z_][\w-]*)="((?:[^"\\]|\\.)*)"/y;

interface Open {
  readonly name: KnownDirective | null;
  readonly written: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly open: number;
  readonly indent: number;
  height: number;
}

/**
 * Reads the directives of a text in Intercom's Markdown. A bare line of colons closes the innermost that is open, however
 * many colons either has; one that holds nothing is closed by the next line that is not blank.
 *
 * @param lines of the text, code included
 */
export function directivesIn(lines: readonly string[]): Directives {
  const isCode = createCodeLines();
  const found: Directive[] = [];
  const findings: PlacedFinding[] = [];
  const stray = new Set<number>();
  const stack: Open[] = [];
  const say = (finding: DirectiveFinding, index: number, column: number): void => {
    findings.push({ finding, line: index + 1, column });
  };
  const end = ({ name, attributes, open, indent, height }: Open, close: number): void => {
    found.push({ name, attributes, open, close, indent, height });
    const around = stack.at(-1);
    if (around !== undefined) around.height = Math.max(around.height, height + 1);
  };
  for (const [index, text] of lines.entries()) {
    if (isCode(text)) continue;
    if (closing.test(text)) {
      const innermost = stack.pop();
      if (innermost !== undefined) end(innermost, index);
      else {
        stray.add(index);
        say({ is: 'nothing-open' }, index, text.indexOf(':') + 1);
      }
      continue;
    }
    const [, before = '', written, rest = ''] = opening.exec(text) ?? [];
    if (written === undefined) continue;
    const one = opened(written, rest, { index, indent: before.length }, say);
    stack.push(one);
    const holds = one.name === null || directiveShapes[one.name].holds;
    if (holds || closing.test(nextLine(lines, index))) continue;
    say({ is: 'not-closed', name: written }, index, before.length + 1);
    stack.pop();
    end(one, index);
  }
  for (const one of stack.splice(0).reverse()) {
    say({ is: 'not-closed', name: one.written }, one.open, one.indent + 1);
    end(one, one.open);
  }
  return { directives: found.sort((a, b) => a.open - b.open), stray, findings };
}

function nextLine(lines: readonly string[], index: number): string {
  for (let at = index + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() !== '') return line;
  }
  return '';
}

function opened(
  written: string,
  rest: string,
  { index, indent }: { readonly index: number; readonly indent: number },
  say: (finding: DirectiveFinding, index: number, column: number) => void,
): Open {
  const name = Object.hasOwn(directiveShapes, written) ? (written as KnownDirective) : null;
  const start = indent + 1;
  const { attributes, end } = attributesIn(rest);
  const left = rest.slice(end);
  const at = indent + 3 + written.length + end + (/^\s*/.exec(left)?.[0].length ?? 0) + 1;
  if (name === null) say({ is: 'unknown', name: written }, index, start);
  else if (left.startsWith('{')) say({ is: 'braces', name }, index, at);
  else if (left.trim() !== '') say({ is: 'malformed', name, written: left.trim() }, index, at);
  if (name !== null) for (const finding of wrongIn(name, directiveShapes[name], attributes)) say(finding, index, start);
  return { name, written, attributes, open: index, indent, height: 1 };
}

function attributesIn(rest: string): { readonly attributes: ReadonlyMap<string, string>; readonly end: number } {
  const attributes = new Map<string, string>();
  let end = 0;
  for (;;) {
    attribute.lastIndex = end;
    const match = attribute.exec(rest);
    if (match === null) return { attributes, end };
    attributes.set(match[1] ?? '', (match[2] ?? '').replace(/\\(["\\])/g, '$1'));
    end = attribute.lastIndex;
  }
}

function wrongIn(
  name: KnownDirective,
  shape: DirectiveShape,
  attributes: ReadonlyMap<string, string>,
): readonly DirectiveFinding[] {
  const missing = shape.required.filter((one) => (attributes.get(one) ?? '').trim() === '');
  const known = [...shape.required, ...shape.optional, ...shape.unsaid];
  const provider = attributes.get('provider') ?? '';
  return [
    ...missing.map((one) => ({ is: 'attribute-missing' as const, name, attribute: one })),
    ...[...attributes.keys()]
      .filter((one) => !known.includes(one))
      .map((one) => ({ is: 'attribute-unknown' as const, name, attribute: one })),
    ...shape.unsaid
      .filter((one) => (attributes.get(one) ?? '') !== '')
      .map((one) => ({ is: 'attribute-unsaid' as const, name, attribute: one })),
    ...(name === 'video' && provider !== '' && shape.providers?.[provider.toLowerCase()] === undefined
      ? [{ is: 'provider' as const, name, provider }]
      : []),
    ...(name === 'intercom-block' && missing.length === 0 && !isCarrierData(attributes.get('data') ?? '')
      ? [{ is: 'opaque' as const }]
      : []),
    ...(name === 'attachment' && missing.length === 0 ? [{ is: 'attachment' as const }] : []),
  ];
}
