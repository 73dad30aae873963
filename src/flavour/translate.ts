import type { TextFlavour } from '../model/flavour-name.ts';
import { createCodeLines } from '../text/code-lines.ts';
import { inBlocks } from './blocks.ts';
import { withoutComments } from './comments.ts';
import type { Choices, IsVariable, Remark } from './context.ts';
import type { Flavour } from './flavour.ts';
import { asOneBlock, isHtmlPage } from './html-pages.ts';
import { withoutLoneIcons } from './icons.ts';
import { indentOf, type Line, linesOf, shiftAt } from './lines.ts';
import { withoutLongSpans } from './long-spans.ts';
import type { Imported } from './modules.ts';
import { ownElements } from './own-elements.ts';
import { isProgramIn, withoutProgram } from './program.ts';
import { chosenTags } from './tags.ts';

/** A text in our dialect, and where each of its places is in the source. */
export interface Translation {
  readonly text: string;
  /** The place in the source of one in `text`; lines and columns from 1. */
  readonly sourceOf: (point: { readonly line: number; readonly column: number }) => { line: number; column: number };
  readonly remarks: readonly PlacedRemark[];
  /**
   * Line that stands for the first remark, each of the others for one more: what a remark is about may not be in the
   * translation.
   */
  readonly remarkLine: number;
}

/** A remark, and where what it is about stands in the source: from 1. */
export interface PlacedRemark {
  readonly remark: Remark;
  readonly line: number;
  readonly column: number;
}

/** What a remark is about, where that is said once a file: of `{{ films.a }}` and `{{ films.b }}` it is `films`. */
function subjectOf(remark: Remark): string | null {
  if (remark.is === 'icon') return remark.is;
  // Of several files that are put in each is another.
  if (remark.is === 'unknown-tag')
    return `<${remark.name} ${/^\{%-?\s*include\w*\s+(\S+)/.exec(remark.written)?.[1] ?? ''}`;
  const root =
    remark.is === 'program' ? /^\{{0,2}-?\s*([A-Za-z_$][\w$]*)\s*(?:[.[(|?-]|\}|$)/.exec(remark.written) : null;
  return root?.[1] ?? null;
}

/** Lines that are looked through for the ends of tags in one text. */
const mostLooks = 200_000;

/** Texts of other files, by the name or address that a text gives them; null where they are not there. */
export interface OtherTexts {
  /** Put in by the tool before it reads the page. */
  readonly part: (name: string) => string | null;
  /** Constants in them are shown. */
  readonly imported: Imported;
}

/** Tools that hand elements over to the browser as they are written, which shows what is in those it does not know. */
const asWritten: readonly TextFlavour[] = ['jekyll', 'hugo', 'mkdocs'];

const noTexts: OtherTexts = { part: () => null, imported: () => null };

/**
 * Reads another tool's Markdown into our dialect, line by line, so that everything keeps its place. Nothing of it is
 * ever run.
 *
 * @param text with LF line ends, front matter blanked out
 * @param file its name: what a program's is shows in the ending
 * @param isVariable whether a name is a variable, and no expression of the tool
 * @param texts of other files that its tool puts in, or takes constants from
 */
export function translate(
  text: string,
  flavour: Flavour,
  choices: Choices,
  file: string,
  isVariable: IsVariable = () => false,
  texts: OtherTexts = noTexts,
): Translation {
  const remarks: PlacedRemark[] = [];
  const named = new Set<string>();
  const say = (remark: Remark, at: Line, index = indentOf(at)): void => {
    // What one name says is said once a file.
    const subject = subjectOf(remark);
    if (subject !== null && named.has(subject)) return;
    named.add(subject ?? '');
    remarks.push({ remark, line: at.line, column: index + 1 + shiftAt(at, index + 1) });
  };
  const whole = flavour.parts?.putIn(linesOf(text), texts.part) ?? linesOf(text);
  const spans = withoutLongSpans(whole, isProgramIn(flavour, file));
  const program = withoutProgram(spans.lines, { flavour, file, say, isVariable, imported: texts.imported });
  const elements = program.isMdx || asWritten.includes(flavour.name) ? ownElements(program.lines) : null;
  const read = elements === null ? flavour : { ...flavour, tags: [...flavour.tags, elements] };
  const own = withoutLoneIcons(withoutComments(program.lines, flavour.comments, createCodeLines), say);
  const page = isHtmlPage(file) ? asOneBlock(own) : own;
  const lines = inBlocks(flavour.before?.(page) ?? page, {
    flavour: withChosen(read, Object.keys(choices)),
    choices,
    names: program.names,
    isMdx: program.isMdx,
    ids: new Set(),
    isVariable,
    depth: 0,
    inCallout: false,
    isIndented: false,
    stepsApart: false,
    say,
    budget: { left: mostLooks },
    lastEnds: new WeakMap(),
  });
  return {
    text: spans.shown(lines.map((line) => line.text).join('\n')),
    sourceOf({ line, column }) {
      const found = lines[line - 1];
      if (found !== undefined) return { line: found.line, column: Math.max(1, column + shiftAt(found, column)) };
      const said = remarks[line - lines.length - 1];
      return said === undefined ? { line: lines.at(-1)?.line ?? 1, column } : { line: said.line, column: said.column };
    },
    remarks,
    remarkLine: lines.length + 1,
  };
}

/** A tool whose texts have no tags reads those that the configuration names. */
function withChosen(flavour: Flavour, names: readonly string[]): Flavour {
  const hasTags = flavour.tags.some(({ syntax }) => syntax.noun === 'component');
  if (names.length === 0 || hasTags) return flavour;
  return { ...flavour, tags: [...flavour.tags, { syntax: chosenTags(names), blocks: {}, inline: {} }] };
}
