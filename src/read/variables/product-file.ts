import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isIn } from '../../git/repository.ts';
import { codeOf } from '../../model/code-of.ts';
import { isLeftOut, leftOut } from '../../model/left-out.ts';
import { systemReason } from '../../model/system-reason.ts';
import { decode } from '../decode.ts';
import { catalogTexts, stringsTexts } from './apple.ts';
import { arbTexts, jsonTexts, yamlTexts } from './data.ts';
import { gettextTexts } from './gettext.ts';
import { type ProductTexts, UnreadableTexts } from './product-texts.ts';
import { xmlTexts } from './xml.ts';

/** How a kind of file is read, and how large one may be: a catalog has all languages of a product in it. */
interface Format {
  readonly read: (text: string) => ProductTexts;
  readonly largest: number;
}

const megabyte = 1_000_000;
const formats: Readonly<Record<string, Format>> = {
  json: { read: jsonTexts, largest: 20 * megabyte },
  arb: { read: arbTexts, largest: 20 * megabyte },
  xcstrings: { read: catalogTexts, largest: 20 * megabyte },
  // These are read character by character, or keep the place of everything.
  yml: { read: yamlTexts, largest: 2 * megabyte },
  yaml: { read: yamlTexts, largest: 2 * megabyte },
  po: { read: gettextTexts, largest: 10 * megabyte },
  pot: { read: gettextTexts, largest: 10 * megabyte },
  strings: { read: stringsTexts, largest: 10 * megabyte },
  xml: { read: xmlTexts, largest: 5 * megabyte },
  xlf: { read: xmlTexts, largest: 5 * megabyte },
  xlif: { read: xmlTexts, largest: 5 * megabyte },
  xliff: { read: xmlTexts, largest: 5 * megabyte },
};

/** A file of the product as it was read. */
export type ProductFile =
  | { readonly is: 'read'; readonly texts: ProductTexts }
  | { readonly is: 'absent' }
  | { readonly is: 'unreadable'; readonly reason: string; readonly line?: number; readonly column?: number };

/**
 * Reads a file of the product. Whatever is in it is data: nothing of it is run, and no more of it is looked at than keys
 * and texts.
 *
 * @param absolute the file
 * @param limit absolute folder of the repository, which no file that is read lies outside of, links followed
 */
export async function readProductFile(absolute: string, limit: string): Promise<ProductFile> {
  const refused = (reason: string): ProductFile => ({ is: 'unreadable', reason });
  const format = formats[path.extname(absolute).slice(1).toLowerCase()];
  if (format === undefined) return refused('helpcentre does not know what is in files of this ending');
  const home = await realpath(limit);
  const lexical = path.relative(limit, absolute).split(path.sep).join('/');
  if (!isIn(absolute, limit)) return refused('it is outside of the repository');
  if (isLeftOut(lexical)) return refused(leftOut);
  try {
    const real = await realpath(absolute);
    if (!isIn(real, home)) return refused('it is a link that leads out of the repository');
    if (isLeftOut(path.relative(home, real).split(path.sep).join('/'))) return refused(leftOut);
    // A pipe is waited for without end.
    const facts = await stat(real);
    if (!facts.isFile()) return refused('it is not a file');
    if (facts.size > format.largest) return refused(`it is larger than ${format.largest / megabyte} MB`);
    return parsed(await readFile(real), format);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return { is: 'absent' };
    if (codeOf(error) === '') throw error;
    return refused(systemReason(error));
  }
}

function parsed(bytes: Buffer, { read }: Format): ProductFile {
  const text = textOf(bytes);
  if (!text.ok) return { is: 'unreadable', reason: 'it is not valid UTF-8', line: text.line, column: text.column };
  try {
    return { is: 'read', texts: read(text.text) };
  } catch (error) {
    if (!(error instanceof UnreadableTexts)) throw error;
    return { is: 'unreadable', reason: error.message, line: error.line, column: error.column };
  }
}

/** Older files of Apple's are UTF-16, and begin with its mark. */
function textOf(bytes: Buffer): ReturnType<typeof decode> {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isLittle && !isBig) return decode(bytes);
  const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes);
  return { ok: true, text: text.replace(/\r\n?/g, '\n') };
}
