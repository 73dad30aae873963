import path from 'node:path';
import * as z from 'zod';
import { LinkedFileError } from '../disk/links.ts';
import { readOwn } from '../disk/own-file.ts';
import type { WorkspaceFacts } from '../model/workspace-facts.ts';
import { factsSchema } from './lockfile-schema.ts';

const some = z.object({ workspaces: z.record(z.string(), z.object({ facts: z.unknown().optional() })) });

/**
 * What the lockfile knows of the workspaces that were asked, by id. The rest of it is not looked at: what is wrong with
 * it is told where it is read as a whole.
 *
 * @param file absolute path of the lockfile
 */
export async function readFacts(file: string): Promise<ReadonlyMap<string, WorkspaceFacts>> {
  const bytes = await readOwn(file, path.dirname(file)).catch((error: unknown) => {
    if (error instanceof LinkedFileError) throw error;
    return null;
  });
  // A lockfile of many articles takes longer to read as JSON than to look through.
  if (bytes?.includes('"facts"') !== true) return new Map();
  const sections = some.safeParse(jsonOf(bytes.toString('utf8')));
  if (!sections.success) return new Map();
  return new Map(
    Object.entries(sections.data.workspaces).flatMap(([id, { facts }]) => {
      const read = factsSchema.safeParse(facts);
      return read.success ? [[id, read.data] as const] : [];
    }),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
