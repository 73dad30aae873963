import { createHash } from 'node:crypto';

/** What an entry consists of: facts as JSON, and a text. */
export type Of = 'facts' | 'text';

/** Bytes in a file: from where on among the bytes of all entries, how many, and what tells them from any others. */
export interface Part {
  readonly at: number;
  readonly length: number;
  readonly hash: Buffer;
}

const keyLength = 43;
const hashLength = 16;
const numbers = { age: keyLength, facts: keyLength + 1, text: keyLength + 5 };
const hashes = { facts: keyLength + 9, text: keyLength + 9 + hashLength };
/** Bytes of an entry's row in the index. */
const rowLength = keyLength + 9 + 2 * hashLength;

/** Whether something can be kept under a key: one that a memo made. */
export function isKey(key: string): boolean {
  return key.length === keyLength && /^[\w-]*$/.test(key);
}

/** What tells some bytes from any others. */
export function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, hashLength);
}

/** An entry that is to be written. */
export interface Row {
  readonly key: string;
  /** How many savings ago it was last asked for. */
  readonly age: number;
  length(of: Of): number;
  /** Worked out where it is asked for: of thousands of entries they would take more room than the index. */
  hash(of: Of): Buffer;
}

/** What stands before the facts and texts of a file: a row of bytes for each entry, so that many take little room. */
export function indexOf(rows: readonly Row[]): Buffer {
  const index = Buffer.alloc(rows.length * rowLength);
  for (const [number, { key, age, ...row }] of rows.entries()) {
    const from = number * rowLength;
    index.write(key, from, 'latin1');
    index.writeUInt8(age, from + numbers.age);
    for (const of of ['facts', 'text'] as const) {
      index.writeUInt32LE(row.length(of), from + numbers[of]);
      row.hash(of).copy(index, from + hashes[of]);
    }
  }
  return index;
}

/** The entries of an index, each with a number from 0 on. */
export interface Entries {
  readonly count: number;
  /** Bytes of all of them. */
  readonly length: number;
  numberOf(key: string): number | undefined;
  key(number: number): string;
  age(number: number): number;
  part(number: number, of: Of): Part;
}

/** @param index bytes that are known to be what `indexOf` made */
export function entriesOf(index: Buffer): Entries {
  const count = index.length / rowLength;
  const key = (number: number): string => index.toString('latin1', number * rowLength, number * rowLength + keyLength);
  const length = (number: number, of: Of): number => index.readUInt32LE(number * rowLength + numbers[of]);
  const starts = { facts: new Float64Array(count + 1), text: new Float64Array(count + 1) };
  let at = 0;
  for (const of of ['facts', 'text'] as const) {
    for (let number = 0; number < count; number += 1) {
      starts[of][number] = at;
      at += length(number, of);
    }
  }
  const slots = slotsOf(index);
  return {
    count,
    length: at,
    numberOf: (one) => numberIn(slots, Buffer.from(one), index),
    key,
    age: (number) => index.readUInt8(number * rowLength + numbers.age),
    part(number, of) {
      const from = number * rowLength + hashes[of];
      const hash = index.subarray(from, from + hashLength);
      return { at: starts[of][number] ?? 0, length: length(number, of), hash };
    },
  };
}

/**
 * Numbers of entries, each at the slot that its key says or at the first one after it that is free: a map would hold every
 * key once more.
 */
function slotsOf(index: Buffer): Int32Array {
  const count = index.length / rowLength;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2))).fill(free);
  for (let number = 0; number < count; number += 1) {
    let slot = slotFor(index, number * rowLength, slots.length);
    while (slots[slot] !== free) slot = (slot + 1) % slots.length;
    slots[slot] = number;
  }
  return slots;
}

function numberIn(slots: Int32Array, key: Buffer, index: Buffer): number | undefined {
  for (let slot = slotFor(key, 0, slots.length); ; slot = (slot + 1) % slots.length) {
    const number = slots[slot] ?? free;
    if (number === free) return undefined;
    const from = number * rowLength;
    if (key.compare(index, from, from + keyLength) === 0) return number;
  }
}

const free = -1;

/** Keys are hashes: of one a few characters will do. */
function slotFor(bytes: Buffer, from: number, slots: number): number {
  let hash = 0;
  for (let at = from; at < from + 8; at += 1) hash = Math.imul(hash, 31) + (bytes[at] ?? 0);
  return (hash >>> 0) % slots;
}
