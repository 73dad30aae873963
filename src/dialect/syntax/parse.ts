import type { Root } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { parse, postprocess, preprocess } from 'micromark';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Event, Extension, ParseContext } from 'micromark-util-types';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import { unified } from 'unified';
import type { Values } from '../../model/variables.ts';
import { complexityLimit } from './complexity-limit.ts';
import { onlyOurDirectives } from './directive-names.ts';
import { htmlTags, placeholderText } from './html-tags.ts';
import { countingIn, type Steps, withStepLimit } from './steps.ts';
import { taskMarks } from './task-marks.ts';
import { treeMaker } from './tree.ts';
import { unneededIn, without } from './unneeded.ts';
import { variableSyntax, variableValues } from './variable-names.ts';

type Parser = (text: string) => Root;

/** For each language's values, by the constructs that are left out. */
const parsers = new WeakMap<Values, Map<string, Parser>>();

/**
 * Reads Markdown in the dialect: CommonMark, GFM and the dialect's directives and variables.
 *
 * @param text with `\n` line ends
 * @param values of `{{name}}`, the same object for all texts of a language; when there are none, the syntax is off
 * @param steps that were taken for other parts of the same source
 * @param unneeded constructs that are not tried
 * @returns mdast; positions count from line 1, column 1, offset 0
 * @throws TooComplex when one paragraph holds more marks than any real one, or reading takes too many steps
 */
export function parseMarkdown(
  text: string,
  values: Values,
  steps: Steps = { taken: 0 },
  unneeded: readonly string[] = unneededIn(text),
): Root {
  const parser = parserFor(values, unneeded);
  return countingIn(steps, () => parser(text));
}

function parserFor(values: Values, unneeded: readonly string[]): Parser {
  const known = parsers.get(values) ?? new Map<string, Parser>();
  parsers.set(values, known);
  const key = unneeded.join();
  const parser = known.get(key) ?? makeParser(values, unneeded);
  known.set(key, parser);
  return parser;
}

/**
 * Leaves out what looks for addresses once more in text that is read already: there an escaped one, `https\\://`, is as
 * good as any. The syntax itself finds them all.
 */
function withoutTransforms(extension: TreeExtension | TreeExtension[]): TreeExtension[] {
  return [extension].flat().map(({ transforms: _, ...rest }) => rest);
}

function makeParser(values: Values, unneeded: readonly string[]): Parser {
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
  return (text) => treeOf(eventsOf(text));
}

/**
 * Reads events with one parser as long as it can: micromark puts all syntax together anew for each.
 *
 * @param syntax ours, besides CommonMark's
 */
function eventReader(syntax: Extension): (text: string) => Event[] {
  let free: ParseContext | null = null;
  const made = (): ParseContext => {
    const parser = parse({ extensions: [syntax] });
    parser.constructs = withStepLimit(parser.constructs);
    return parser;
  };
  return (text) => {
    const parser = free ?? made();
    // One that gave up is not used again.
    free = null;
    const events = postprocess(parser.document().write(preprocess()(text, undefined, true)));
    // All that it knows of one text.
    parser.defined = [];
    parser.lazy = {};
    parser.gfmFootnotes = [];
    free = parser;
    return events;
  };
}
