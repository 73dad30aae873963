import { blobId } from '../git/blob-id.ts';
import type { ContentPath } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import type { FileFacts } from '../model/repository.ts';
import { fileBytes, whereReadable } from './file-bytes.ts';
import { factsOf } from './file-facts.ts';
import type { FoundFile } from './files.ts';
import { inBatches } from './in-batches.ts';
import { lookAtFile } from './look-at-file.ts';
import type { ReadMemory } from './memory.ts';
import type { TextFile } from './read-result.ts';

/** What is known of files that are no sources, and which of them are texts. */
export interface ReadFacts {
  readonly facts: ReadonlyMap<ContentPath, FileFacts>;
  readonly texts: readonly (readonly [ContentPath, TextFile])[];
}

/**
 * Looks at the files that are no sources.
 *
 * @param refused links that lead out of the folder, with the reason
 */
export async function readFacts(
  files: readonly FoundFile[],
  refused: ReadonlyMap<ContentPath, string>,
  memory: ReadMemory,
): Promise<ReadFacts> {
  const links: FileFacts[] = [...refused].map(([file, reason]) => ({ kind: 'refused', path: file, reason }));
  const texts: [ContentPath, TextFile][] = [];
  const facts = await inBatches(files, async (file) => {
    const { fact, blob } = await memory.recall(file.absolute, `facts ${file.path}`, async () => {
      const look = async () =>
        ({ ok: true, fact: file.bytes === undefined ? await lookAtFile(file.path, file.absolute) : null }) as const;
      const looked = await whereReadable(look);
      if (looked.ok && looked.fact !== null) return { fact: looked.fact, blob: null };
      const read = looked.ok ? await fileBytes(file) : looked;
      if (!read.ok) {
        const reason = `it cannot be read: ${read.reason}`;
        return { fact: { kind: 'refused', path: file.path, reason } as const, blob: null };
      }
      const fact = factsOf(file.path, read.bytes);
      return { fact, blob: fact.kind === 'text' ? blobId(read.bytes) : null };
    });
    if (blob !== null) texts.push([file.path, { absolute: file.absolute, blob }]);
    return fact;
  });
  const sorted = [...links, ...facts].sort((a, b) => byCodeUnit(a.path, b.path));
  return { facts: new Map(sorted.map((fact) => [fact.path, fact])), texts };
}
