/** First line of our part of a file, and the last. Everything before and behind them is somebody else's. */
const begin = '<!-- helpcentre:begin -->';
const end = '<!-- helpcentre:end -->';

/** A file with our part in it, or why it cannot have it. */
export type WithPart =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly did: 'created' | 'added' | 'renewed' | 'nothing' }
  | { readonly ok: false; readonly line: number; readonly message: string; readonly help: string };

/**
 * Puts our part into a file: in the place of the one that is there, else at the end. No other byte changes: neither a
 * byte order mark nor line ends nor what is no UTF-8.
 *
 * @param before the file; null for none
 * @param part lines without markers, each ended by LF; they get the line ends of the file
 * @returns the file with it, or what is wrong with the markers
 */
export function withPart(before: Uint8Array | null, part: string): WithPart {
  // A character for each byte, so that whatever stands in the file goes back as it came.
  const text = before === null ? '' : Buffer.from(before).toString('latin1');
  if (text.includes('\0')) return refused(1, 'it is no text in UTF-8', 'Save it as UTF-8, and run again.');
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const own = Buffer.from(`${begin}\n${part}${end}`).toString('latin1').replaceAll('\n', lineEnd);
  const begins = placesOf(text, begin);
  const ends = placesOf(text, end);
  const [first] = begins;
  const [last] = ends;
  if (first === undefined && last === undefined) {
    const bytes = Buffer.from(`${text}${gapAfter(text, lineEnd)}${own}${lineEnd}`, 'latin1');
    return { ok: true, bytes, did: before === null ? 'created' : 'added' };
  }
  const wrong = wrongMarker(text, begins, ends);
  if (wrong !== null || first === undefined || last === undefined)
    return wrong ?? refused(1, 'its markers are broken', mend);
  const after = `${text.slice(0, first)}${own}${text.slice(last + end.length)}`;
  return { ok: true, bytes: Buffer.from(after, 'latin1'), did: after === text ? 'nothing' : 'renewed' };
}

const mend = `Leave one line "${begin}" and below it one line "${end}", or delete both, and run again.`;

function wrongMarker(text: string, begins: readonly number[], ends: readonly number[]): WithPart | null {
  const at = (place = 0): number => text.slice(0, place).split('\n').length;
  const [first] = begins;
  const [last] = ends;
  if (begins.length > 1) return refused(at(begins[1]), `a second "${begin}" stands there`, mend);
  if (ends.length > 1) return refused(at(ends[1]), `a second "${end}" stands there`, mend);
  if (first === undefined) return refused(at(last), `"${end}" stands there without "${begin}"`, mend);
  if (last === undefined) return refused(at(first), `"${begin}" stands there without "${end}"`, mend);
  return last < first ? refused(at(last), `"${end}" stands above "${begin}"`, mend) : null;
}

function refused(line: number, message: string, help: string): WithPart {
  return { ok: false, line, message, help };
}

/** Where a marker is a line of its own; blanks behind it and around it are no matter. */
function placesOf(text: string, marker: string): readonly number[] {
  const pattern = new RegExp(`(?<=(?:^|\\n|^\\xef\\xbb\\xbf)[ \\t]*)${marker}(?=[ \\t]*(?:\\r?\\n|$))`, 'g');
  return [...text.matchAll(pattern)].map(({ index }) => index);
}

/** What parts our part from the text above: an empty line. */
function gapAfter(text: string, lineEnd: string): string {
  if (/^(?:\xef\xbb\xbf)?$/.test(text)) return '';
  if (/\n\r?\n$/.test(text)) return '';
  return text.endsWith('\n') ? lineEnd : `${lineEnd}${lineEnd}`;
}
