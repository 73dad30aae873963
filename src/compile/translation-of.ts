import * as posix from 'node:path/posix';
import { flavours } from '../flavour/flavours.ts';
import { isOfSite } from '../flavour/tools/github.ts';
import { type Translation, translate } from '../flavour/translate.ts';
import type { ContentPath } from '../model/article.ts';
import { behindAlias } from './alias.ts';
import type { Library } from './library.ts';
import { maxLength, mostLines } from './limits.ts';
import { snippetPaths, textsIn } from './snippet-paths.ts';

/** A text of another tool in our dialect; undefined for one that is read as it is. */
export function translationOf(path: ContentPath, text: string, library: Library): Translation | undefined {
  const { dialect, values, asked } = library;
  // A text beyond these bounds is refused as it is.
  const isOurs = dialect.flavour === 'github' && Object.keys(dialect.components).length === 0 && !isOfSite(text);
  if (isOurs || text.length > maxLength || text.split('\n').length > mostLines) return undefined;
  const flavour = flavours[dialect.flavour];
  const isVariable = (name: string): boolean => {
    asked.add(name);
    return values.owns(name);
  };
  return translate(text, flavour, dialect.components, path, isVariable, {
    imported: (address) => importedText(address, path, library),
    part: (file) => partText(file, library),
  });
}

/** Folders above the content folder that parts may lie in. */
const mostAbove = 3;

/** The text of a file that a tool puts in, from the content folder or above; null where it is none. */
function partText(file: string, { files, uses }: Library): string | null {
  for (let above = 0; above <= mostAbove; above += 1) {
    const path = posix.normalize('../'.repeat(above) + file);
    uses.add(path);
    const facts = files.get(path);
    if (facts?.kind === 'text') return facts.text;
  }
  return null;
}

/** The text of a file that a page imports, where it is one of the repository's. */
function importedText(address: string, from: ContentPath, library: Library): string | null {
  if (!/^(?:[./]|[@~][\w-]*\/)/.test(address)) return null;
  const likely = snippetPaths(address, from, library);
  const isText = (path: ContentPath): boolean => library.files.get(path)?.kind === 'text';
  const found = likely.find(isText) ?? behindAlias(address, textsIn(library));
  for (const path of [...likely, found]) if (path !== null) library.uses.add(path);
  const facts = found === null ? undefined : library.files.get(found);
  return facts?.kind === 'text' ? facts.text : null;
}
