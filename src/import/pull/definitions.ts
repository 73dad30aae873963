import type { Piece } from './pieces.ts';

/**
 * Finds the definitions of links and notes that a text names, and those that these name in turn.
 *
 * @param pieces of the source that they stand in
 * @returns a function from a text to the definitions' texts, in the order of the source; those in the text itself too
 */
export function mentionedDefinitions(pieces: readonly Piece[]): (text: string) => readonly string[] {
  const all = pieces
    .filter(({ type }) => /definition$/i.test(type))
    .map(({ text }) => ({ text, label: labelOf(text) }));
  return (text) => {
    const wanted = new Set<string>();
    for (const queue = [text]; all.length > 0; ) {
      const next = queue.pop();
      if (next === undefined) break;
      const folded = fold(next);
      for (const definition of all) {
        if (wanted.has(definition.text) || !folded.includes(definition.label)) continue;
        wanted.add(definition.text);
        queue.push(definition.text);
      }
    }
    return all.flatMap((definition) => (wanted.has(definition.text) ? [definition.text] : []));
  };
}

/** `[label]` as it has to stand where it is named; `[` where it cannot be told, which every link has. */
function labelOf(definition: string): string {
  const [, label] = /^ {0,3}(\[(?:\\[\s\S]|[^\\[\]])+\]):/.exec(definition) ?? [];
  return label === undefined ? '[' : fold(label);
}

/** Labels are the same in any case, however their lines break, in a quote too. */
function fold(text: string): string {
  return text
    .replace(/[\s>]+/g, '')
    .toLowerCase()
    .toUpperCase();
}
