import type { LocatedYaml } from '../yaml/located-yaml.ts';

/** Metadata without fences, and the text with it blanked out line by line. */
interface PlainMetadata {
  readonly data: LocatedYaml;
  readonly body: string;
  readonly bodyLine: number;
}

const key = /^ {0,3}([A-Za-z0-9_-]+):(?!\/\/)[ \t]*(.*)$/;

/** Lines that may belong to it. */
const mostLines = 200;

/**
 * Reads lines of `key: value` at the start of a text, which MkDocs takes for metadata: up to the first blank line, or the
 * first that is neither such a line nor indented.
 *
 * @param text with LF line ends
 * @param file path to name in problems
 * @returns null where the text does not begin so
 */
export function plainMetadata(text: string, file: string): PlainMetadata | null {
  const lines = text.split('\n');
  if (!key.test(lines[0] ?? '')) return null;
  const value: Record<string, string> = Object.create(null);
  const found = new Map<string, number>();
  let end = 0;
  let last = '';
  for (; end < Math.min(lines.length, mostLines); end += 1) {
    const line = lines[end] ?? '';
    const [, name = '', said = ''] = key.exec(line) ?? [];
    if (name !== '') {
      last = name.toLowerCase();
      value[last] = said.trim();
      found.set(last, end + 1);
    } else if (/^ {4,}\S/.test(line)) value[last] = `${value[last] ?? ''} ${line.trim()}`.trim();
    else break;
  }
  const placeOf = (path: readonly PropertyKey[]) => ({ file, line: found.get(String(path[0])) ?? 1, column: 1 });
  return {
    data: { value, placeOf, placeOfKey: placeOf },
    body: lines.map((line, index) => (index < end ? '' : line)).join('\n'),
    bodyLine: Math.min(end + 1, lines.length),
  };
}
