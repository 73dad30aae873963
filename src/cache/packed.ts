import { bytesOf as keptBytesOf } from '../memory/sheets.ts';
import { hashOf, indexOf, type Of, type Row } from './pack.ts';
import type { Reader } from './reader.ts';
import type { Made } from './run-memo.ts';
import { type Seal, sealOf } from './seal.ts';

/** Bytes of all that is kept. */
const mostBytes = 256 * 1024 * 1024;
/** Savings after which an entry that nobody asked for is dropped: other branches and settings come back. */
const mostAge = 20;

/** What a run asked for by key: numbers of entries that were there, and what it made itself. */
export type Asked = ReadonlyMap<string, number | Made>;

/** An entry that is to be written, and where it comes from. */
interface Writing extends Row {
  readonly found: number | Made;
}

/**
 * What is kept as one file, in pieces: a seal over the index, the index, all facts, and all texts. It holds all that a
 * run asked for, and of the rest what was asked for lately, as far as there is room.
 *
 * @param open opens the file that was there; it is closed again when all pieces are read
 */
export function packed(
  before: Reader | null,
  open: () => Promise<Reader | null>,
  asked: Asked,
  seal: Seal,
): AsyncIterable<Uint8Array> {
  const rows: Writing[] = [];
  let bytes = 0;
  for (const row of candidates(before, asked)) {
    bytes += row.length('facts') + row.length('text');
    if (bytes > mostBytes) break;
    rows.push(row);
  }
  return {
    async *[Symbol.asyncIterator]() {
      const reader = await open();
      try {
        if (reader?.seal !== before?.seal) throw new Error('Another run has written the file meanwhile.');
        const index = indexOf(rows);
        const length = Buffer.alloc(4);
        length.writeUInt32LE(index.length);
        yield Buffer.concat([Buffer.from(sealOf(index, seal)), length, index]);
        for (const of of ['facts', 'text'] as const) yield* inPieces(rows, of, reader);
      } finally {
        await reader?.close();
      }
    },
  };
}

function* candidates(before: Reader | null, asked: Asked): Generator<Writing> {
  for (const [key, found] of asked) yield typeof found === 'number' ? keptRow(before, found, 0) : madeRow(key, found);
  if (before === null) return;
  const { entries } = before;
  const rest = Array.from({ length: entries.count }, (_, number) => number)
    .filter((number) => entries.age(number) < mostAge && !asked.has(entries.key(number)))
    .sort((a, b) => entries.age(a) - entries.age(b));
  for (const number of rest) yield keptRow(before, number, entries.age(number) + 1);
}

function madeRow(key: string, found: Made): Writing {
  const length = (of: Of): number => found[of].to - found[of].from;
  return { key, age: 0, found, length, hash: (of) => hashOf(keptBytesOf(found[of])) };
}

function keptRow(before: Reader | null, found: number, age: number): Writing {
  if (before === null) throw new Error('There was no file.');
  const { entries } = before;
  const length = (of: Of): number => entries.part(found, of).length;
  return { key: entries.key(found), age, found, length, hash: (of) => entries.part(found, of).hash };
}

/** Bytes that are written at once, at most, unless an entry is larger. */
const piece = 1024 * 1024;

/** One piece after the other in the same bytes. */
function* inPieces(rows: readonly Writing[], of: Of, reader: Reader | null): Generator<Uint8Array> {
  const room = Buffer.allocUnsafeSlow(piece);
  let filled = 0;
  for (const row of rows) {
    if (filled + row.length(of) > room.length) {
      yield room.subarray(0, filled);
      filled = 0;
    }
    // What was read is good only until more is: while a piece is written, somebody else may read.
    const bytes = bytesOf(row, of, reader);
    if (bytes.length > room.length) yield Buffer.from(bytes);
    else filled += bytes.copy(room, filled);
  }
  yield room.subarray(0, filled);
}

/** What cannot be read any more counts as not there next time. */
function bytesOf({ found, length }: Writing, of: Of, reader: Reader | null): Buffer {
  if (typeof found !== 'number') return keptBytesOf(found[of]);
  return reader?.copy(reader.entries.part(found, of)) ?? Buffer.alloc(length(of));
}
