import { constants } from 'node:fs';
import { access, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRefused, makeAside, withAside, withBeside } from '../disk/aside.ts';
import { refuseLinks } from '../disk/links.ts';
import { makeFolders } from '../disk/own-folder.ts';
import { codeOf } from '../model/code-of.ts';
import { allPages, fileOf, imageFile } from './addresses.ts';
import { clientScript } from './assets/client-script.ts';
import { siteIcon, stylesheet } from './assets/files.ts';
import { coloursOf } from './body/colours.ts';
import { renderPage } from './render.ts';
import { searchScript } from './search/script.ts';
import { readContentFile } from './server/images.ts';
import type { RenderSettings, Site } from './site.ts';

/** Name of the file that says a folder was built by us, and may be built anew. */
const markName = 'helpcentre-preview.json';

/** The folder holds something that was not built by us. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

/** What was built. */
export interface BuildResult {
  readonly pages: number;
  readonly images: number;
}

/** Where a build reads and writes. */
export interface BuildPlaces {
  /** Absolute content folder, for images. */
  readonly content: string;
  /** Absolute folder that is trusted; see `refuseLinks`. */
  readonly root: string;
  /** Absolute folder of a run's own files. */
  readonly own: string;
}

/**
 * Writes the site as a folder of files that need no server. Everything is written elsewhere and then put in its place, so that a build that is cut off leaves what was there.
 *
 * @param folder absolute; absent, empty, or built by us before
 * @throws FolderTaken when the folder holds something else, LinkedFileError when the way there is a link
 */
export async function buildSite(
  site: Site,
  settings: RenderSettings,
  folder: string,
  { content, root, own }: BuildPlaces,
): Promise<BuildResult> {
  await refuseLinks(folder, root);
  const wasThere = await mayBeReplaced(folder);
  await makeFolders(path.dirname(folder), root);
  const build = async (fresh: string): Promise<BuildResult> => {
    await mkdir(fresh);
    const result = await writeSite(site, settings, fresh, content);
    await refuseLinks(folder, root);
    await putInPlace(fresh, folder, wasThere);
    return result;
  };
  return (await canBeMoved(own, folder)) ? withAside(own, build) : withBeside(own, folder, build);
}

/** A folder cannot be moved from another disk, and not made where nothing may be written. */
async function canBeMoved(own: string, folder: string): Promise<boolean> {
  try {
    const aside = await makeAside(own);
    await access(aside, constants.W_OK);
    return (await stat(path.dirname(folder))).dev === (await stat(aside)).dev;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
}

/** Whether a folder is there; one that is not ours is an error. */
async function mayBeReplaced(folder: string): Promise<boolean> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  if (names.length > 0 && !names.includes(markName)) throw new FolderTaken(folder);
  return true;
}

async function putInPlace(fresh: string, folder: string, wasThere: boolean): Promise<void> {
  if (!wasThere) return rename(fresh, folder);
  const old = `${fresh}-old`;
  await rename(folder, old);
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}

async function writeSite(site: Site, settings: RenderSettings, folder: string, content: string): Promise<BuildResult> {
  const made = new Set<string>();
  const write = async (file: string, text: string | Uint8Array): Promise<void> => {
    const absolute = path.join(folder, file);
    const parent = path.dirname(absolute);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await writeFile(absolute, text);
  };
  await write(markName, `${JSON.stringify({ madeBy: 'helpcentre preview --build' }, null, 2)}\n`);
  await write('assets/preview.css', stylesheet);
  await write('assets/colours.css', coloursOf(site).css);
  await write('assets/preview.js', await clientScript());
  await write('assets/icon.svg', siteIcon);
  for (const locale of site.locales) await write(`assets/search-${locale}.js`, searchScript(site, locale));
  const pages = allPages(site);
  for (const page of pages) await write(fileOf(page, site), await renderPage(site, page, settings));
  let images = 0;
  for (const [sha256, image] of site.images) {
    const bytes = await readContentFile(content, image.path);
    if (bytes === null) continue;
    await write(imageFile(sha256, image), bytes);
    images += 1;
  }
  return { pages: pages.length, images };
}
