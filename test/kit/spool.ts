import { onTestFinished } from 'vitest';
import { keepTextsIn } from '../../src/memory/sheets.ts';

/**
 * Has texts be put aside until the test is over, into memory, where there is room for so many bytes.
 *
 * @returns what was put there, in its order
 */
export function putTextsAside(most: number): readonly Buffer[] {
  const sheets: Buffer[] = [];
  let room = most;
  keepTextsIn({
    put(bytes) {
      if (bytes.length > room) return null;
      room -= bytes.length;
      return sheets.push(Buffer.from(bytes)) - 1;
    },
    read: (at, into) => void into.set(sheets[at] ?? []),
  });
  // Other tests keep theirs in this process too.
  onTestFinished(() => {
    room = 0;
  });
  return sheets;
}
