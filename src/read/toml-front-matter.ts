import { parse, TomlError } from 'smol-toml';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';

/** Front matter in TOML, and the text with it blanked out line by line. */
export type TomlFrontMatter =
  | { readonly ok: true; readonly data: LocatedYaml; readonly body: string; readonly bodyLine: number }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads front matter between two lines `+++`, which Hugo has by default.
 *
 * @param text with LF line ends
 * @param file path to name in problems
 * @param limit characters that it may have
 * @returns null where the text does not begin so
 */
export function tomlFrontMatter(text: string, file: string, limit: number): TomlFrontMatter | null {
  const lines = text.split('\n');
  if (lines[0]?.trimEnd() !== '+++') return null;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '+++');
  if (end < 0) return { ok: false, problems: [problem('front-matter-not-closed', {}, { file, line: 1, column: 1 })] };
  const block = lines.slice(1, end);
  if (block.join('\n').length > limit) {
    return { ok: false, problems: [problem('front-matter-too-long', { limit }, { file, line: 1, column: 1 })] };
  }
  try {
    const value: unknown = JSON.parse(JSON.stringify(parse(block.join('\n'))));
    const placeOf = (path: readonly PropertyKey[]) => ({ file, line: lineOf(block, String(path[0])), column: 1 });
    return {
      ok: true,
      data: { value, placeOf, placeOfKey: placeOf },
      body: lines.map((line, index) => (index <= end ? '' : line)).join('\n'),
      bodyLine: Math.min(end + 2, lines.length),
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    return {
      ok: false,
      problems: [problem('bad-toml', { reason }, { file, line: error.line + 1, column: error.column })],
    };
  }
}

/** Line of the file on which a key stands; the first for one that is not found. */
function lineOf(block: readonly string[], key: string): number {
  const index = block.findIndex((line) => /^\s*["']?([\w-]+)["']?\s*=/.exec(line)?.[1] === key);
  return index < 0 ? 1 : index + 2;
}
