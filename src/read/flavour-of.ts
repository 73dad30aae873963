import type { Flavour } from '../flavour/flavour.ts';
import { flavours } from '../flavour/flavours.ts';
import type { Settings } from '../model/settings.ts';

/** The tool that texts were written for, with what the configuration says of its files. */
export function flavourOf({ flavour, readmes }: Pick<Settings, 'flavour' | 'readmes'>): Flavour {
  const tool = flavours[flavour];
  if (readmes === null || (readmes === 'articles') === tool.files.index.includes('readme')) return tool;
  const others = tool.files.index.filter((name) => name !== 'readme');
  return { ...tool, files: { ...tool.files, index: readmes === 'articles' ? ['readme', ...others] : others } };
}
