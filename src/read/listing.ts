import path from 'node:path';
import type { Settings } from '../model/settings.ts';
import { ignoredPaths, listFiles } from './files.ts';
import type { Listing } from './memory.ts';
import { translationFiles } from './translations.ts';

/**
 * All files of the content folder, with the translations that a tool keeps beside it, and which of them are ignored.
 *
 * @param folder absolute folder of the configuration
 */
export async function listing(folder: string, settings: Settings): Promise<Listing> {
  const absolute = path.join(folder, settings.content);
  const { files, refused } = await listFiles(absolute);
  const beside = await translationFiles(folder, settings);
  return { files: [...files, ...beside], refused, ignored: await ignoredPaths(absolute, settings.ignore) };
}
