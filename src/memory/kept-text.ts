import { bytesOf, type KeptBytes, keptText, type Origin } from './sheets.ts';

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
export function keepingBody<T extends { readonly body: string }>(
  record: T,
  origin: Origin,
  like?: { readonly body: string },
): T {
  if (place in record) return record;
  const shared = like !== undefined && place in like && like.body === record.body ? (like as Keeping)[place] : null;
  const text = shared ?? keptText(record.body, origin);
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
  const text = keptText(remains, 'intercom');
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
