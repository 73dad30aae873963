import path from 'node:path';
import type { FlavourName } from '../model/flavour-name.ts';
import type { ImageSettings } from '../model/settings.ts';

/** Where each tool looks for images whose addresses begin with a slash, from the content folder on. */
const usual: Partial<Record<FlavourName, readonly string[]>> = {
  docusaurus: ['../static', '../../static'],
  hugo: ['../static', '../assets', '../../static', '../../assets'],
  starlight: ['../../../public'],
  vitepress: ['public'],
  // What several pages share is there too.
  gitbook: ['.gitbook/assets', '.gitbook/includes'],
};

/**
 * Image settings with the folders that the tool itself looks in, where the configuration names none. Not all of them
 * need exist.
 *
 * @param content the content folder, beside which they are; those that would lie outside the configuration's folder are left out
 */
export function withUsualRoots(images: ImageSettings, flavour: FlavourName, content: string): ImageSettings {
  if (images.roots !== undefined) return images;
  const found = (usual[flavour] ?? []).map((root) => path.posix.join(content, root));
  const inside = found.filter((root) => root !== '..' && !root.startsWith('../'));
  return inside.length === 0 ? images : { ...images, roots: inside };
}
