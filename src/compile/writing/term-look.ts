import { positionIn } from '../../dialect/position-in.ts';
import type { Look, Looking } from './looking.ts';
import { inItsCapitals, isPlain } from './terms.ts';
import { isVerbatim } from './verbatim.ts';

/** Words that another is used for, with what puts them right where the source has them as they are shown. */
export function termLook({ rules: { terms, locale }, report, written }: Looking): Look | null {
  if (terms === null) return null;
  return (node, { at, own, within }) => {
    if (node.type !== 'text' || within.some(isVerbatim)) return;
    const found = terms(node.value);
    if (found.length === 0) return;
    const source = written(own);
    // With escapes in it the source is longer than what is shown, and has the same words in the same order.
    const inSource = terms(source);
    const isSame = inSource.map((one) => one.written).join('\n') === found.map((one) => one.written).join('\n');
    // A heading's words are what links to it are made of.
    const isHeading = within.some(({ tagName }) => /^h[1-6]$/.test(tagName));
    for (const { at: from, written: word, term } of isSame ? inSource : found) {
      const args = { written: word.replace(/\s+/g, ' '), term };
      if (!isSame || own === undefined) {
        report('other-term', args, at);
        continue;
      }
      const place = positionIn(source, from, from + word.length, own.start);
      const text = inItsCapitals(term, word, locale);
      const remedy = { description: `write "${text}" for "${args.written}"`, at: place, text };
      report('other-term', args, place, isHeading || !isPlain(term) ? undefined : remedy);
    }
  };
}
