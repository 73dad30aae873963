import type { Root } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { combineExtensions } from 'micromark-util-combine-extensions';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Values } from '../../model/variables.ts';
import { complexityLimit } from './complexity-limit.ts';
import { onlyOurDirectives } from './directive-names.ts';
import { htmlTags, placeholderText } from './html-tags.ts';
import { countingIn, type Steps, stepLimit } from './steps.ts';
import { taskMarks } from './task-marks.ts';
import { unneededIn, without } from './unneeded.ts';
import { variableSyntax, variableValues } from './variable-names.ts';

type Parser = Processor<Root, undefined, undefined, undefined, undefined>;

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
  return countingIn(steps, () => parser.parse(text));
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
function withoutTransforms(extension: Extension | Extension[]): Extension[] {
  return [extension].flat().map(({ transforms: _, ...rest }) => rest);
}

function makeParser(values: Values, unneeded: readonly string[]): Parser {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkDirective)
    .use(function narrow(this: Processor) {
      const data = this.data();
      const syntax = data.micromarkExtensions ?? [];
      const directives = syntax.pop();
      if (directives !== undefined) syntax.push(onlyOurDirectives(directives));
      syntax.push(htmlTags(), complexityLimit(), stepLimit());
      if (values.isOn) syntax.push(variableSyntax());
      // One that is put together: the parser does so anew for every text.
      data.micromarkExtensions = [without(combineExtensions(syntax), unneeded)];
      data.fromMarkdownExtensions = [
        ...(data.fromMarkdownExtensions ?? []).flatMap(withoutTransforms),
        placeholderText(),
        taskMarks(),
      ];
      if (values.isOn) data.fromMarkdownExtensions.push(variableValues(values));
    })
    .freeze() as unknown as Parser;
}
