import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { openOwn } from '../disk/own-file.ts';
import { readWhole } from '../disk/whole.ts';
import { type Entries, entriesOf, hashOf, type Of, type Part } from './pack.ts';
import { isSealOf, type Seal, sealLength } from './seal.ts';

/** A file of what earlier runs kept: only its index is in memory. */
export interface Reader {
  readonly entries: Entries;
  /** Tells the file from any other. */
  readonly seal: string;
  /** What an entry holds; null where that is not what was written. */
  read(number: number, of: Of): string | null;
  /** Bytes of a part, whatever they are, until another one is read; null where there are none any more. */
  copy(part: Part): Buffer | null;
  /** Lets go of the file. */
  close(): Promise<void>;
}

/** Bytes that are read at once: what is asked for one after the other stands so, too. */
const window = 64 * 1024;
const head = sealLength + 4;

/** What is left open when nobody can ask any more. */
const forgotten = new FinalizationRegistry<FileHandle>((handle) => void handle.close());

/** @returns null for a file that is not there, not whole, of another secret or build, or whose index was changed */
export async function openReader(file: string, root: string, seal: Seal): Promise<Reader | null> {
  const handle = await openOwn(file, root, constants.O_RDONLY).catch(() => null);
  if (handle === null) return null;
  const found = await indexIn(handle, seal).catch(() => null);
  if (found === null) {
    await handle.close();
    return null;
  }
  const reader = readerOf(handle, found);
  forgotten.register(reader, handle, reader);
  return reader;
}

/** What stands at the beginning of a file. */
interface Found extends Pick<Reader, 'entries' | 'seal'> {
  /** Where the bytes of the entries begin. */
  readonly start: number;
}

async function indexIn(handle: FileHandle, seal: Seal): Promise<Found | null> {
  const { size } = await handle.stat();
  const begin = bytesAt(handle, 0, Math.min(head, size));
  if (begin === null || begin.length < head) return null;
  const start = head + begin.readUInt32LE(sealLength);
  const index = start > size ? null : bytesAt(handle, head, start - head);
  if (index === null || !isSealOf(index, begin.subarray(0, sealLength), seal)) return null;
  const entries = entriesOf(index);
  if (start + entries.length !== size) return null;
  return { entries, start, seal: begin.toString('latin1', 0, sealLength) };
}

function readerOf(handle: FileHandle, { entries, start, seal }: Found): Reader {
  const room = Buffer.allocUnsafeSlow(window);
  let ahead: Buffer = room.subarray(0, 0);
  let from = 0;
  const copy = ({ at, length }: Part): Buffer | null => {
    if (at < from || at + length > from + ahead.length) {
      const end = from + ahead.length;
      // Where it is asked for here and there, what stands beside it would be read in vain.
      const isNext = at >= end && at < end + window;
      const wanted = isNext ? Math.max(length, Math.min(window, entries.length - at)) : length;
      const read = bytesAt(handle, start + at, wanted, room);
      // What was there may be written over already.
      [ahead, from] = [read ?? room.subarray(0, 0), at];
      if (read === null) return null;
    }
    return ahead.subarray(at - from, at - from + length);
  };
  const reader: Reader = {
    entries,
    seal,
    copy,
    read(number, of) {
      const part = entries.part(number, of);
      const bytes = copy(part);
      return bytes === null || !hashOf(bytes).equals(part.hash) ? null : bytes.toString();
    },
    async close() {
      forgotten.unregister(reader);
      await handle.close();
    },
  };
  return reader;
}

/** Bytes of a file, put into a room where they fit; null where there are fewer, or it is closed. */
function bytesAt({ fd }: FileHandle, at: number, length: number, room?: Buffer): Buffer | null {
  const bytes = room !== undefined && length <= room.length ? room.subarray(0, length) : Buffer.allocUnsafe(length);
  try {
    return readWhole(fd, bytes, at) ? bytes : null;
  } catch {
    return null;
  }
}
