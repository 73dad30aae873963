import path from 'node:path';
import type { Flavour } from '../flavour/flavour.ts';
import { liesIn } from '../git/repository.ts';
import type { ContentPath } from '../model/article.ts';
import { isLeftOut, leftOut } from '../model/left-out.ts';
import type { FileFacts, Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { fileText } from './file-bytes.ts';
import { inBatches } from './in-batches.ts';
import type { ReadMemory } from './memory.ts';

type Facts = ReadonlyMap<ContentPath, FileFacts>;

/** Characters of a file that is shown as code: no page shows more. */
const mostCode = 200_000;

/**
 * Files that pages of another tool show as code: of those alone the text counts. Hidden ones, and those outside the
 * folder of the configuration, are never read.
 *
 * @returns the facts with their texts
 */
async function withQuoted(
  facts: Facts,
  sources: readonly Source[],
  { folder, content, flavour, memory }: Surroundings,
): Promise<Facts> {
  const { quotes } = flavour;
  if (quotes === undefined) return facts;
  const wanted = new Set(
    sources.flatMap(({ path: from, body }) =>
      [...body.matchAll(quotes)].map(([, written = '']) => quotedPath(written, from, content)),
    ),
  );
  return withTexts(facts, [...wanted], { folder, content, flavour, memory });
}

/** Texts in each other: more is a circle. */
const deepest = 6;

/**
 * Files that another tool puts into its texts before it reads them, and those that they name: of those alone the text
 * counts.
 *
 * @returns the facts with their texts
 */
async function withParts(facts: Facts, sources: readonly Source[], surroundings: Surroundings): Promise<Facts> {
  const { parts } = surroundings.flavour;
  if (parts === undefined) return facts;
  const depth = path.posix
    .normalize(surroundings.content)
    .split('/')
    .filter((part) => part !== '.').length;
  let [known, texts] = [facts, sources.map(({ body }) => body)];
  const asked = new Set<string>();
  for (let level = 0; level < deepest && texts.length > 0; level += 1) {
    const names = new Set(texts.flatMap(parts.filesIn));
    const wanted = [...names].flatMap((name) =>
      Array.from({ length: depth + 1 }, (_, above) => path.posix.normalize(`${'../'.repeat(above)}${name}`)),
    );
    const next = wanted.filter((file) => !asked.has(file));
    for (const file of next) asked.add(file);
    known = await withTexts(known, next, surroundings);
    const found = next.map((file) => known.get(file));
    texts = found.flatMap((one) => (one?.kind === 'text' ? [one.text] : []));
  }
  return known;
}

/** Reads files as texts that are not read as such anyhow. */
async function withTexts(facts: Facts, wanted: readonly string[], surroundings: Surroundings): Promise<Facts> {
  const { folder, content, memory } = surroundings;
  const read = await inBatches([...wanted].sort(), async (file): Promise<readonly FileFacts[]> => {
    const known = facts.get(file)?.kind;
    if (known !== undefined && known !== 'other') return [];
    const refused = (reason: string): readonly FileFacts[] => [{ kind: 'refused', path: file, reason }];
    if (isLeftOut(file)) return refused(leftOut);
    if (path.posix.join(content, file).startsWith('..')) return refused('it is outside the folder of helpcentre.yml');
    const absolute = path.join(folder, content, file);
    // Links may lead out too.
    if (!(await liesIn(absolute, folder))) return [];
    const found = await memory.recall(absolute, 'quoted', () => fileText({ path: file, absolute }));
    if (!found.ok) return known === undefined ? [] : refused('it is no text');
    return found.text.length > mostCode ? refused('it is too large') : [{ kind: 'text', path: file, text: found.text }];
  });
  return new Map([...facts, ...read.flat().map((one) => [one.path, one] as const)]);
}

/** The path of a file that a page names, from the content folder. */
function quotedPath(written: string, from: ContentPath, content: Settings['content']): string {
  const [, start = '', rest = ''] = /^(@site\/|@?\/|)(.*)$/s.exec(written) ?? [];
  if (start === '') return path.posix.join(path.posix.dirname(from), rest);
  return start === '@site/' ? path.posix.join(path.posix.relative(content, '.'), rest) : path.posix.normalize(rest);
}

/**
 * The facts with the texts of files that pages show, or have put in, and that are no texts by their names.
 *
 * @param facts of all files
 */
export async function textsPutIn(facts: Facts, sources: readonly Source[], surroundings: Surroundings): Promise<Facts> {
  return withParts(await withQuoted(facts, sources, surroundings), sources, surroundings);
}

interface Surroundings {
  /** Absolute folder of the configuration. */
  readonly folder: string;
  readonly content: Settings['content'];
  readonly flavour: Flavour;
  readonly memory: ReadMemory;
}
