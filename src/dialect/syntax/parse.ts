import type { Root } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Values } from '../../model/variables.ts';
import { complexityLimit } from './complexity-limit.ts';
import { onlyOurDirectives } from './directive-names.ts';
import { htmlTags, placeholderText } from './html-tags.ts';
import { countingIn, type Steps, stepLimit } from './steps.ts';
import { variableSyntax, variableValues } from './variable-names.ts';

type Parser = Processor<Root, undefined, undefined, undefined, undefined>;

const parsers = new WeakMap<Values, Parser>();

/**
 * Reads Markdown in the dialect: CommonMark, GFM and the dialect's directives and variables.
 *
 * @param text with `\n` line ends
 * @param values of `{{name}}`, the same object for all texts of a language; when there are none, the syntax is off
 * @param steps that were taken for other parts of the same source
 * @returns mdast; positions count from line 1, column 1, offset 0
 * @throws TooComplex when one paragraph holds more marks than any real one, or reading takes too many steps
 */
export function parseMarkdown(text: string, values: Values, steps: Steps = { taken: 0 }): Root {
  let parser = parsers.get(values);
  if (parser === undefined) {
    parser = makeParser(values);
    parsers.set(values, parser);
  }
  const ready = parser;
  return countingIn(steps, () => ready.parse(text));
}

/**
 * Leaves out what looks for addresses once more in text that is read already: there an escaped one, `https\\://`, is as
 * good as any. The syntax itself finds them all.
 */
function withoutTransforms(extension: Extension | Extension[]): Extension[] {
  return [extension].flat().map(({ transforms: _, ...rest }) => rest);
}

function makeParser(values: Values): Parser {
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
      data.fromMarkdownExtensions = [
        ...(data.fromMarkdownExtensions ?? []).flatMap(withoutTransforms),
        placeholderText(),
      ];
      if (!values.isOn) return;
      syntax.push(variableSyntax());
      data.fromMarkdownExtensions?.push(variableValues(values));
    })
    .freeze() as unknown as Parser;
}
