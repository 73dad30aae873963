import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { factsOf, refuseLinks } from '../../disk/links.ts';
import { flavours } from '../../flavour/flavours.ts';
import type { ContentPath } from '../../model/article.ts';
import { isLeftOut } from '../../model/left-out.ts';
import { hasSourceEnding } from '../../model/source-path.ts';
import { UsageError } from '../../model/usage-error.ts';
import { isPortable } from '../../read/article-paths.ts';
import { isDescription } from '../../read/is-source.ts';
import type { Inputs } from '../inputs.ts';

/** A file of the content folder that may be written. */
export interface ContentFile {
  readonly path: ContentPath;
  readonly absolute: string;
}

type Here = Pick<Inputs, 'settings' | 'folder'>;

/**
 * A path from the content folder on. The content folder's own name may stand in front of it, as problems name files.
 *
 * @param name with forward slashes
 */
export async function contentPath(name: string, { settings, folder }: Here): Promise<ContentPath> {
  const plain = path.posix.normalize(name.normalize('NFC')).replace(/^\.\//, '');
  const { content } = settings;
  const prefix = `${path.posix.normalize(content)}/`;
  if (content === '.' || !plain.startsWith(prefix)) return plain;
  // A folder in the content folder may have its name.
  const isInside = (await factsOf(path.join(folder, content, plain))) !== null;
  return isInside ? plain : plain.slice(prefix.length);
}

/**
 * The file that is to be written: a source, a snippet or a `_collection.yml` in the content folder, whatever is there now.
 *
 * @param name as `contentPath` takes it
 * @throws UsageError for everything else: a path that leads out, a hidden one, the configuration, the lockfile
 * @throws LinkedFileError where a part of the way there is a link
 */
export async function contentFile(name: string, here: Here): Promise<ContentFile> {
  const { settings, folder } = here;
  const inContent = await contentPath(name, here);
  const refuse = (why: string, help: string): never => {
    throw new UsageError('not-writable', `"${name}" is not written: ${why}`, help);
  };
  if (settings.layout === 'intercom-sync')
    refuse("the repository has the layout of Intercom's connector", 'Write it with "helpcentre convert" first.');
  const leadsOut = name.split('/').includes('..') || path.posix.isAbsolute(inContent);
  if (leadsOut || !isPortable(inContent) || inContent.includes('\0'))
    refuse('it is not in the content folder', `Name a path in "${settings.content}", such as billing/invoices.md.`);
  if (isLeftOut(inContent)) refuse('hidden files and node_modules are left alone', 'Name another path.');
  const { files } = flavours[settings.flavour];
  if (!hasSourceEnding(inContent) && !isDescription(inContent, files))
    refuse('only articles, snippets and _collection.yml are', 'Name a file that ends in .md, or a _collection.yml.');
  const absolute = path.join(folder, settings.content, inContent);
  await refuseLinks(absolute, folder);
  const facts = await lstat(absolute).catch(() => null);
  if (facts !== null && !facts.isFile()) refuse('it is no file', 'Name another path.');
  return { path: inContent, absolute };
}
