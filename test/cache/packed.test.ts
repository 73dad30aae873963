import { expect, test } from 'vitest';
import { packed } from '../../src/cache/packed.ts';
import { madeOf } from '../../src/cache/run-memo.ts';
import { bytesOf } from '../../src/memory/sheets.ts';
import { putTextsAside } from '../kit/spool.ts';

test('what is written is what was made, whatever else is read between two pieces of it', async () => {
  const sheets = putTextsAside(256_000_000);
  const texts = Array.from({ length: 4_000 }, (_, at) => `text ${at} `.repeat(at % 500 === 0 ? 9_000 : 250));
  const asked = new Map(texts.map((text, at) => [`${at}`.padStart(43, '0'), madeOf({ at }, text)]));
  const pieces: Uint8Array[] = [];
  for await (const piece of packed(null, async () => null, asked, { secret: Buffer.alloc(32), maker: 'one' })) {
    // Somebody else reads, from more places than are remembered.
    for (const [at, made] of [...asked.values()].entries()) if (at % 300 === 0) bytesOf(made.text);
    pieces.push(Buffer.from(piece));
  }
  const content = Buffer.concat(pieces);
  const all = texts.join('');
  expect(sheets.length).toBeGreaterThan(50);
  expect(content.subarray(content.length - all.length).toString() === all).toBe(true);
});
