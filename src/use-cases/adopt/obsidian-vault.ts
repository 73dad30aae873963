import path from 'node:path';
import * as z from 'zod';
import { inside, record, wordOf } from './tool.ts';
import { type Tree, textOf, textsIn } from './tree.ts';

/** Files of a vault that name folders of templates, and their keys. */
const ofTemplates = [
  ['.obsidian/templates.json', 'folder'],
  ['.obsidian/plugins/templater-obsidian/data.json', 'templates_folder'],
] as const;

/**
 * Folders of an Obsidian vault with texts that no reader sees: those that it does not publish, and its templates.
 *
 * @param vault folder of the vault
 * @returns paths inside it
 */
export async function unpublishedInVault(tree: Tree, vault: string): Promise<readonly string[]> {
  const settings = async (file: string) => record.safeParse(dataOf(await textOf(tree, inside(vault, file)))).data ?? {};
  const excluded = z.array(z.string()).safeParse((await settings('.obsidian/publish.json')).excluded).data ?? [];
  const templates = await Promise.all(
    ofTemplates.map(async ([file, key]) => wordOf((await settings(file))[key]) ?? ''),
  );
  const folders = [...excluded, ...templates].map((one) => path.posix.join(one, '.').replace(/^\/|\/$/g, ''));
  const found = [...new Set(folders)].filter(
    (one) => one !== '' && one !== '.' && !one.startsWith('..') && textsIn(tree, inside(vault, one)).length > 0,
  );
  return found.filter((one) => !found.some((other) => one.startsWith(`${other}/`))).sort();
}

function dataOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
