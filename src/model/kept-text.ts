/**
 * Texts that are kept for long and seldom read: bodies of thousands of articles, nearly all of them unchanged. They are
 * bytes side by side, which take half of what strings take as soon as there is one dash in them, and no part in
 * collecting garbage.
 */
interface KeptText {
  readonly in: Buffer;
  readonly from: number;
  readonly to: number;
}

/** Bytes that are set aside at once. They are given back when no text in them is kept any more. */
const sheetLength = 256 * 1024;

let [sheet, filled]: [Buffer, number] = [Buffer.alloc(0), 0];
let last: { readonly text: string; readonly kept: KeptText } | null = null;

/** Keeps bytes. @returns reads them */
export function keptBytes(bytes: Buffer): () => Buffer {
  const kept = written(bytes.length, (to, from) => void bytes.copy(to, from));
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
    const own = Buffer.allocUnsafeSlow(length);
    write(own, 0);
    return { in: own, from: 0, to: length };
  }
  if (sheet.length - filled < length) [sheet, filled] = [Buffer.allocUnsafeSlow(sheetLength), 0];
  const from = filled;
  write(sheet, from);
  filled += length;
  return { in: sheet, from, to: filled };
}

function bytesOf({ in: bytes, from, to }: KeptText): Buffer {
  return bytes.subarray(from, to);
}

/** Where a record has its kept text: copies of the record have the text itself. */
const place = Symbol('kept text');

type Keeping = { readonly [place]: KeptText };

const property: PropertyDescriptor & ThisType<Keeping> = {
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
  const kept = shared ?? keptText(record.body);
  if (kept === null) return record;
  // In a record that has it already it could not be put without a shape for that record alone; see `lazily`.
  const { body: _, ...own } = record;
  Object.defineProperty(own, place, { value: kept });
  return Object.defineProperty(own, 'body', property) as typeof own & { readonly body: string } as T;
}
