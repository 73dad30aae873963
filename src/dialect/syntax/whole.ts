import type { Root } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { parse, postprocess, preprocess } from 'micromark';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Event, Extension, ParseContext } from 'micromark-util-types';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import { unified } from 'unified';
import type { Point } from 'unist';
import type { Values } from '../../model/variables.ts';
import { complexityLimit } from './complexity-limit.ts';
import { onlyOurDirectives } from './directive-names.ts';
import { htmlTags, placeholderText } from './html-tags.ts';
import { withStepLimit } from './steps.ts';
import { taskMarks } from './task-marks.ts';
import { treeMaker } from './tree.ts';
import { without } from './unneeded.ts';
import { variableSyntax, variableValues } from './variable-names.ts';

/** Reads Markdown; `from` is the point in the whole text that it begins at, of a text that is read in parts. */
export type ReadMarkdown = (text: string, from: Point) => Root;

/** For each language's values, by the constructs that are left out. */
const readers = new WeakMap<Values, Map<string, ReadMarkdown>>();

/**
 * What reads all of the dialect's Markdown.
 *
 * @param values of `{{name}}`, the same object for all texts of a language; when there are none, the syntax is off
 * @param unneeded constructs that are not tried
 * @returns a reader that throws TooComplex, as `parseMarkdown` says
 */
export function wholeSyntax(values: Values, unneeded: readonly string[]): ReadMarkdown {
  const known = readers.get(values) ?? new Map<string, ReadMarkdown>();
  readers.set(values, known);
  const key = unneeded.join();
  const reader = known.get(key) ?? makeReader(values, unneeded);
  known.set(key, reader);
  return reader;
}

/**
 * Leaves out what looks for addresses once more in text that is read already: there an escaped one, `https\\://`, is as
 * good as any. The syntax itself finds them all.
 */
function withoutTransforms(extension: TreeExtension | TreeExtension[]): TreeExtension[] {
  return [extension].flat().map(({ transforms: _, ...rest }) => rest);
}

function makeReader(values: Values, unneeded: readonly string[]): ReadMarkdown {
  const data = unified().use(remarkGfm).use(remarkDirective).freeze().data();
  const given = [...(data.micromarkExtensions ?? [])];
  const directives = given.pop();
  const syntax = [...given, ...(directives === undefined ? [] : [onlyOurDirectives(directives)])];
  syntax.push(htmlTags(), complexityLimit());
  if (values.isOn) syntax.push(variableSyntax());
  const extensions = (data.fromMarkdownExtensions ?? []).flatMap(withoutTransforms);
  extensions.push(placeholderText(), taskMarks());
  if (values.isOn) extensions.push(variableValues(values));
  const eventsOf = eventReader(without(combineExtensions(syntax), unneeded));
  const treeOf = treeMaker(extensions);
  return (text, from) => treeOf(eventsOf(text, from));
}

/**
 * Reads events with one parser as long as it can: micromark puts all syntax together anew for each.
 *
 * @param syntax ours, besides CommonMark's
 */
function eventReader(syntax: Extension): (text: string, from: Point) => Event[] {
  let free: ParseContext | null = null;
  const made = (): ParseContext => {
    const parser = parse({ extensions: [syntax] });
    parser.constructs = withStepLimit(parser.constructs);
    return parser;
  };
  return (text, { line, column, offset = 0 }) => {
    const parser = free ?? made();
    // One that gave up is not used again.
    free = null;
    const events = postprocess(parser.document({ line, column, offset }).write(preprocess()(text, undefined, true)));
    // All that it knows of one text.
    parser.defined = [];
    parser.lazy = {};
    parser.gfmFootnotes = [];
    free = parser;
    return events;
  };
}
