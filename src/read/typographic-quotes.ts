import type { Edit } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { readYaml } from '../yaml/located-yaml.ts';

/** Front matter starts on the line below its `---`. */
const firstLine = 2;

interface Quoted {
  readonly key: string;
  /** As written, with its quotes. */
  readonly value: string;
  readonly edit: Edit;
}

/**
 * Adds to YAML's syntax errors the fix that makes it valid: straight quotes where word processors put
 * typographic ones. Only when they alone are what is wrong.
 *
 * @param lines the YAML
 * @param file path to name in places
 */
export function withQuoteFix(problems: readonly Problem[], lines: readonly string[], file: string): readonly Problem[] {
  const found = quotedValues(lines, file);
  const [first, ...others] = problems;
  if (found.length === 0 || first?.code !== 'yaml-syntax') return problems;
  const mended = lines.map((line, index) => {
    const quoted = found.find((one) => one.edit.place.line === index + firstLine);
    return quoted === undefined ? line : line.slice(0, quoted.edit.place.column - 1) + quoted.edit.text;
  });
  if (!readYaml(mended.join('\n'), file).ok) return problems;
  return [{ ...first, fix: { description, edits: found.map((one) => one.edit) } }, ...others];
}

/**
 * Values that are valid YAML and have typographic quotes around them, which readers would see.
 *
 * @param value the YAML's data
 * @param lines the YAML
 * @param file path to name in places
 * @param ignored keys of another tool
 */
export function quoteProblems(
  value: unknown,
  lines: readonly string[],
  file: string,
  ignored: readonly string[],
): readonly Problem[] {
  const data = new Map(Object.entries(value ?? {}));
  return quotedValues(lines, file)
    .filter((one) => !ignored.includes(one.key) && data.get(one.key) === one.value)
    .map(({ key, edit }) => problem('quotes-in-value', { key }, edit.place, { description, edits: [edit] }));
}

const description = 'write straight quotes';

/** Pairs as word processors make them, in several languages; one of the two may have been typed by hand. */
const pairs = [
  { written: /^(?:["“„][^"“”„‟\\]+[“”‟]|[“„][^"“”„‟\\]+")$/, straight: '"' },
  { written: /^[‘‚][^'‘‚‛]+[’‘]$/, straight: "'" },
] as const;

/** Values of the outermost keys that stand whole between quotes of which one is typographic, a line each. */
function quotedValues(lines: readonly string[], file: string): readonly Quoted[] {
  return lines.flatMap((line, index) => {
    const [, ahead = '', key = '', value = ''] = /^(([\w-]+):[ \t]+)(\S.*?)[ \t]*$/.exec(line) ?? [];
    const pair = pairs.find(({ written }) => written.test(value));
    if (pair === undefined) return [];
    const start = { file, line: index + firstLine, column: ahead.length + 1 };
    const place = { ...start, endLine: start.line, endColumn: start.column + value.length };
    return [{ key, value, edit: { place, text: pair.straight + value.slice(1, -1) + pair.straight } }];
  });
}
