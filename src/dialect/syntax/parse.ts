import type { Root } from 'mdast';
import type { Values } from '../../model/variables.ts';
import { readInPieces } from './simple/pieces.ts';
import { countingIn, type Steps } from './steps.ts';
import { unneededIn } from './unneeded.ts';
import { wholeSyntax } from './whole.ts';

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
  const readWhole = wholeSyntax(values, unneededIn(text));
  return countingIn(steps, () => readInPieces(text, values, readWhole));
}
