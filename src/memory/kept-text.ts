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

let spool: Spool | null = null;
let [sheet, filled]: [Sheet, number] = [{ held: { in: 'memory', bytes: Buffer.alloc(0) } }, 0];
let last: { readonly text: string; readonly kept: KeptBytes } | null = null;
const loose: Loose[] = [];
let looseBytes = 0;

/** Has texts that are put out of the way from now on be put on disk. */
export function keepTextsIn(given: Spool): void {
  spool = given;
}

/** Keeps bytes. */
export function keptBytes(bytes: Uint8Array): KeptBytes {
  return written(bytes.length, (to, from) => to.set(bytes, from));
}

/** Bytes that are kept, good until others are read. */
export function bytesOf({ on, from, to }: KeptBytes): Buffer {
  return wholeOf(on).subarray(from, to);
}

/** Keeps a text; null for one that UTF-8 cannot hold, since it has half of a character. */
function keptText(text: string): KeptBytes | null {
  // A version has the body of its article.
  if (last?.text === text) return last.kept;
  if (/\p{Surrogate}/u.test(text)) return null;
  const kept = written(Buffer.byteLength(text), (to, from) => void to.write(text, from));
  last = { text, kept };
  return kept;
}

function written(length: number, write: (to: Buffer, from: number) => void): KeptBytes {
  if (length > sheetLength / 8) {
    const own = newSheet(length);
    write(own.held.bytes, 0);
    return { on: own, from: 0, to: length };
  }
  const { held } = sheet;
  const hasRoom = held.in === 'memory' && held.bytes.length - filled >= length;
  const bytes = hasRoom ? held.bytes : newCommonSheet();
  const from = filled;
  write(bytes, from);
  filled += length;
  return { on: sheet, from, to: filled };
}

function newCommonSheet(): Buffer {
  const made = newSheet(sheetLength);
  [sheet, filled] = [made, 0];
  return made.held.bytes;
}

/** A sheet whose bytes are in memory. */
type Loose = Sheet & { readonly held: InMemory };

function newSheet(length: number): Loose {
  while (looseBytes + length > most) {
    const oldest = loose.shift();
    if (oldest === undefined) break;
    const { bytes } = oldest.held;
    looseBytes -= bytes.length;
    (oldest as Sheet).held = spooled(bytes) ?? packed(bytes);
  }
  const made: Loose = { held: { in: 'memory', bytes: Buffer.allocUnsafeSlow(length) } };
  loose.push(made);
  looseBytes += length;
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

/** Where a record has its kept text: copies of the record have the text itself. */
const place = Symbol('kept text');

type Keeping = { readonly [place]: KeptBytes };

const kept: PropertyDescriptor & ThisType<Keeping> = {
  get() {
    return bytesOf(this[place]).toString();
  },
  enumerable: true,
  configurable: true,
};

/**
 * A record with its body kept as bytes, from which it is read when somebody asks for it.
 *
 * @param like a record that may have the same body, which is kept once then
 * @returns the record itself where its body is kept already, or cannot be
 */
export function keepingBody<T extends { readonly body: string }>(record: T, like?: { readonly body: string }): T {
  if (place in record) return record;
  const shared = like !== undefined && place in like && like.body === record.body ? (like as Keeping)[place] : null;
  const text = shared ?? keptText(record.body);
  if (text === null) return record;
  // In a record that has it already it could not be put without a shape for that record alone; see `lazily`.
  const { body: _, ...own } = record;
  Object.defineProperty(own, place, { value: text });
  return Object.defineProperty(own, 'body', kept) as typeof own & { readonly body: string } as T;
}

/** A body is read that was let go: whoever wants it has to ask for it again. */
export class LetGoError extends Error {
  override readonly name = 'LetGoError';

  /** The one whose body it is. */
  readonly record: object;

  constructor(record: object) {
    super('The body of this text was let go.');
    this.record = record;
  }
}

const letGo: PropertyDescriptor & ThisType<object> = {
  get() {
    throw new LetGoError(this);
  },
  enumerable: true,
  configurable: true,
};

/**
 * A record without its body, of which only a part is kept, as bytes.
 *
 * @param remains of the body
 * @returns reading its body, or copying it, throws `LetGoError`; null where what remains cannot be kept
 */
export function withoutBody<T extends { readonly body: string }>(record: T, remains: string): T | null {
  const text = keptText(remains);
  if (text === null) return null;
  const { body: _, ...own } = record;
  Object.defineProperty(own, place, { value: text });
  Object.defineProperty(own, 'remains', kept);
  return Object.defineProperty(own, 'body', letGo) as typeof own & { readonly body: string } as T;
}

/**
 * A record without its body, which has one again.
 *
 * @param other has the body, and shares it
 */
export function withBodyOf<T extends { readonly body: string }>(record: T, other: { readonly body: string }): T {
  const { remains: _, ...own } = Object.getOwnPropertyDescriptors(record as T & { readonly remains?: string });
  const { body, [place]: text } = Object.getOwnPropertyDescriptors(other as Partial<Keeping> & typeof other);
  return Object.defineProperties({}, { ...own, body, ...(text === undefined ? {} : { [place]: text }) }) as T;
}
