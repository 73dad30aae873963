import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { putLast } from './put-last.ts';

/**
 * Texts that are kept for long and seldom read: bodies of thousands of articles, nearly all of them unchanged. They are
 * bytes side by side, and packed where there are many: a quarter of what they are as text, and no part in collecting
 * garbage.
 */
interface KeptText {
  readonly on: Sheet;
  readonly from: number;
  readonly to: number;
}

/** Texts side by side. It is given back when none of them is kept any more. */
interface Sheet {
  /** Packed where `isPacked`. */
  bytes: Buffer;
  isPacked: boolean;
}

/** Bytes of a sheet: so many are unpacked to read one text. */
const sheetLength = 64 * 1024;
/** Bytes that lie about as they are: the newest ones. Where there are no more than that, nothing is ever packed. */
const most = 4 * 1024 * 1024;
/** Sheets that were unpacked last, and are kept so: neighbours are read one after the other. */
const mostUnpacked = 4;

let [sheet, filled]: [Sheet, number] = [{ bytes: Buffer.alloc(0), isPacked: false }, 0];
let last: { readonly text: string; readonly kept: KeptText } | null = null;
const loose: Sheet[] = [];
let looseBytes = 0;
const unpacked = new Map<Sheet, Buffer>();

/** Keeps bytes. @returns reads them */
export function keptBytes(bytes: Buffer): () => Buffer {
  return reading(written(bytes.length, (to, from) => void bytes.copy(to, from)));
}

/** A function of its own: made where the bytes are copied, it would hold those too. */
function reading(kept: KeptText): () => Buffer {
  return () => bytesOf(kept);
}

/** Keeps a text; null for one that UTF-8 cannot hold, since it has half of a character. */
function keptText(text: string): KeptText | null {
  // A version has the body of its article.
  if (last?.text === text) return last.kept;
  if (/\p{Surrogate}/u.test(text)) return null;
  const kept = written(Buffer.byteLength(text), (to, from) => void to.write(text, from));
  last = { text, kept };
  return kept;
}

function written(length: number, write: (to: Buffer, from: number) => void): KeptText {
  if (length > sheetLength / 8) {
    const own = newSheet(length);
    write(own.bytes, 0);
    return { on: own, from: 0, to: length };
  }
  if (sheet.isPacked || sheet.bytes.length - filled < length) [sheet, filled] = [newSheet(sheetLength), 0];
  const from = filled;
  write(sheet.bytes, from);
  filled += length;
  return { on: sheet, from, to: filled };
}

function newSheet(length: number): Sheet {
  while (looseBytes + length > most) {
    const oldest = loose.shift();
    if (oldest === undefined) break;
    looseBytes -= oldest.bytes.length;
    pack(oldest);
  }
  const made = { bytes: Buffer.allocUnsafeSlow(length), isPacked: false };
  loose.push(made);
  looseBytes += length;
  return made;
}

function pack(full: Sheet): void {
  const packed = deflateRawSync(full.bytes, { level: 1, chunkSize: sheetLength });
  // What it comes in has room for all that it could have come to.
  full.bytes = Buffer.concat([packed]);
  full.isPacked = true;
}

function bytesOf({ on, from, to }: KeptText): Buffer {
  return unpackedOf(on).subarray(from, to);
}

function unpackedOf(one: Sheet): Buffer {
  if (!one.isPacked) return one.bytes;
  const bytes = unpacked.get(one) ?? inflateRawSync(one.bytes, { chunkSize: sheetLength });
  putLast(unpacked, one, bytes, mostUnpacked);
  return bytes;
}

/** Where a record has its kept text: copies of the record have the text itself. */
const place = Symbol('kept text');

type Keeping = { readonly [place]: KeptText };

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
