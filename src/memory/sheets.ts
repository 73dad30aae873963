import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Texts that are kept for long and seldom read: bodies of thousands of articles, nearly all of them unchanged. They are
 * bytes side by side, and where there are many they are put on disk, or else packed: a quarter of what they are as text, and
 * no part in collecting garbage.
 */
export interface KeptBytes {
  readonly on: Sheet;
  readonly from: number;
  readonly to: number;
}

/** Texts side by side. Its memory is given back when none of them is kept any more. */
interface Sheet {
  held: Held;
}

/** Where the bytes of a sheet are. */
type Held = InMemory | { readonly in: 'packed'; readonly bytes: Buffer } | InSpool;

interface InMemory {
  readonly in: 'memory';
  readonly bytes: Buffer;
}

interface InSpool {
  readonly in: 'spool';
  readonly spool: Spool;
  readonly at: number;
  readonly length: number;
}

/** Where bytes are put that need not be in memory; see `openSpool`. */
interface Spool {
  put(bytes: Uint8Array): number | null;
  read(at: number, into: Uint8Array): void;
}

/** Bytes of a sheet: so many are read to read one text. */
const sheetLength = 64 * 1024;
/** Bytes that lie about as they are: the newest ones. Where there are no more than that, nothing is ever put elsewhere. */
const most = 4 * 1024 * 1024;
/** Sheets that were read back last: neighbours are read one after the other. */
const readBack: { sheet: Sheet | null; bytes: Buffer }[] = Array.from({ length: 4 }, nothingRead);
let turn = 0;

/**
 * Where a text comes from: what is in files of the repository or of ours anyway may be put on disk. What Intercom answers
 * may not: nobody expects an internal article, or a draft, in a file.
 */
export type Origin = 'files' | 'intercom';

/** The sheets of one origin. */
interface Pile {
  /** The one that is written to. */
  sheet: Sheet;
  filled: number;
  /** Those that lie about, the oldest first. */
  readonly loose: Loose[];
  looseBytes: number;
}

const piles: Readonly<Record<Origin, Pile>> = { files: emptyPile(), intercom: emptyPile() };
let spool: Spool | null = null;
let last: { readonly text: string; readonly kept: KeptBytes } | null = null;

function emptyPile(): Pile {
  return { sheet: { held: { in: 'memory', bytes: Buffer.alloc(0) } }, filled: 0, loose: [], looseBytes: 0 };
}

/** Has texts that come from files be put on disk from now on, where they would be packed. */
export function keepTextsIn(given: Spool): void {
  spool = given;
}

/** Keeps bytes that come from files, or are written to one. */
export function keptBytes(bytes: Uint8Array): KeptBytes {
  return written(bytes.length, (to, from) => to.set(bytes, from), 'files');
}

/** Bytes that are kept, good until others are read. */
export function bytesOf({ on, from, to }: KeptBytes): Buffer {
  return wholeOf(on).subarray(from, to);
}

/** Keeps a text; null for one that UTF-8 cannot hold, since it has half of a character. */
export function keptText(text: string, origin: Origin): KeptBytes | null {
  // A version has the body of its article.
  if (last?.text === text) return last.kept;
  if (/\p{Surrogate}/u.test(text)) return null;
  const kept = written(Buffer.byteLength(text), (to, from) => void to.write(text, from), origin);
  last = { text, kept };
  return kept;
}

function written(length: number, write: (to: Buffer, from: number) => void, origin: Origin): KeptBytes {
  if (length > sheetLength / 8) {
    const own = newSheet(length, origin);
    write(own.held.bytes, 0);
    return { on: own, from: 0, to: length };
  }
  const pile = piles[origin];
  const { held } = pile.sheet;
  const hasRoom = held.in === 'memory' && held.bytes.length - pile.filled >= length;
  const bytes = hasRoom ? held.bytes : newCommonSheet(origin);
  const from = pile.filled;
  write(bytes, from);
  pile.filled += length;
  return { on: pile.sheet, from, to: pile.filled };
}

function newCommonSheet(origin: Origin): Buffer {
  const made = newSheet(sheetLength, origin);
  Object.assign(piles[origin], { sheet: made, filled: 0 });
  return made.held.bytes;
}

/** A sheet whose bytes are in memory. */
type Loose = Sheet & { readonly held: InMemory };

function newSheet(length: number, origin: Origin): Loose {
  const pile = piles[origin];
  while (pile.looseBytes + length > most) {
    const oldest = pile.loose.shift();
    if (oldest === undefined) break;
    const { bytes } = oldest.held;
    pile.looseBytes -= bytes.length;
    (oldest as Sheet).held = (origin === 'files' ? spooled(bytes) : null) ?? packed(bytes);
  }
  // Cleared: what lay in this place before could be anything, and would be put on disk too.
  const made: Loose = { held: { in: 'memory', bytes: Buffer.alloc(length) } };
  pile.loose.push(made);
  pile.looseBytes += length;
  return made;
}

function spooled(bytes: Buffer): Held | null {
  const at = spool?.put(bytes) ?? null;
  return spool === null || at === null ? null : { in: 'spool', spool, at, length: bytes.length };
}

function packed(bytes: Buffer): Held {
  const made = deflateRawSync(bytes, { level: 1, chunkSize: sheetLength });
  // What it comes in has room for all that it could have come to.
  return { in: 'packed', bytes: Buffer.concat([made]) };
}

function wholeOf(one: Sheet): Buffer {
  const { held } = one;
  if (held.in === 'memory') return held.bytes;
  const known = readBack.find((before) => before.sheet === one);
  if (known !== undefined) return known.bytes;
  turn = (turn + 1) % readBack.length;
  const place = readBack[turn] ?? nothingRead();
  place.sheet = null;
  place.bytes = held.in === 'packed' ? inflateRawSync(held.bytes, { chunkSize: sheetLength }) : read(held, place.bytes);
  place.sheet = one;
  return place.bytes;
}

function nothingRead(): { sheet: Sheet | null; bytes: Buffer } {
  return { sheet: null, bytes: Buffer.alloc(0) };
}

/** @param before bytes that nobody reads any more: they are used again where they are as many */
function read({ spool: from, at, length }: InSpool, before: Buffer): Buffer {
  const bytes = before.length === length ? before : Buffer.allocUnsafeSlow(length);
  from.read(at, bytes);
  return bytes;
}
