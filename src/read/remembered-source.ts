import { createHash } from 'node:crypto';
import type { Flavour } from '../flavour/flavour.ts';
import { keepingBody } from '../memory/kept-text.ts';
import type { Memo } from '../model/memo.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { decode } from './decode.ts';
import { readSource, type SourceAddress, type SourceResult } from './source.ts';
import type { UnknownKey } from './unknown-keys.ts';

/** A source without its text, which the file holds anyway. */
interface Facts {
  readonly source: Omit<Source, 'body'>;
  readonly problems: readonly Problem[];
  readonly untidy: readonly Problem[];
  readonly unknown: readonly UnknownKey[];
}

/**
 * Reads one Markdown file, or recalls what it came to; see `readSource`.
 *
 * @param memo of earlier readings; what has a mistake in its front matter is always read
 */
export function rememberedSource(
  address: SourceAddress,
  bytes: Uint8Array,
  file: string,
  { rules, flavour, memo }: { readonly rules: Settings['frontMatter']; readonly flavour: Flavour; readonly memo: Memo },
): SourceResult {
  const hash = createHash('sha256').update(bytes).digest('base64url');
  const key = memo.key('source', address, file, rules, flavour.name, flavour.files.index, hash);
  const known = memo.recall(key)?.facts as Facts | undefined;
  if (known !== undefined) {
    const decoded = decode(bytes);
    const body = decoded.ok ? blanked(decoded.text, known.source.bodyLine) : '';
    const { source, ...found } = known;
    return { ok: true, source: keepingBody({ ...source, body }, 'files'), ...found };
  }
  const read = readSource(address, bytes, file, rules, flavour);
  if (read.ok) {
    const { body, ...source } = read.source;
    const decoded = decode(bytes);
    const isThere = decoded.ok && blanked(decoded.text, source.bodyLine) === body;
    if (isThere)
      memo.keep(key, { source, problems: read.problems, untidy: read.untidy, unknown: read.unknown } satisfies Facts);
  }
  return read.ok ? { ...read, source: keepingBody(read.source, 'files') } : read;
}

/** A text whose lines above one are empty. */
function blanked(text: string, line: number): string {
  let at = 0;
  for (let number = 1; number < line; number += 1) at = text.indexOf('\n', at) + 1;
  return '\n'.repeat(line - 1) + text.slice(at);
}
