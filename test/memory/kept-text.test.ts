import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { keepingBody, withoutBody } from '../../src/memory/kept-text.ts';
import { bytesOf, type KeptBytes, keptBytes } from '../../src/memory/sheets.ts';
import { putTextsAside } from '../kit/spool.ts';

test('a record whose body is kept says the same, and so do copies of it', () => {
  for (const body of ['', 'plain', '“ä” 😀', '\ufeffx', 'half \ud83d', 'x'.repeat(100_000)]) {
    const kept = keepingBody(Object.freeze({ id: 1, body }), 'files');
    expect(kept).toEqual({ id: 1, body });
    expect({ ...kept, id: 2 }).toEqual({ id: 2, body });
    expect(JSON.parse(JSON.stringify(kept))).toEqual({ id: 1, body });
    expect(structuredClone(kept)).toEqual({ id: 1, body });
    expect(keepingBody(kept, 'files')).toBe(kept);
    expect(keepingBody({ body }, 'files', kept).body).toBe(body);
    expect(keepingBody({ body: `${body}!` }, 'files', kept).body).toBe(`${body}!`);
  }
});

test('texts of many lengths lie side by side', () => {
  const texts = Array.from({ length: 9_000 }, (_, index) => `${index} „ü“ `.repeat(index % 50));
  const kept = texts.map((body) => keepingBody({ body }, 'files'));
  const bytes = keptBytes(Buffer.from('bytes'));
  expect(kept.map(({ body }) => body)).toEqual(texts);
  expect(bytesOf(bytes).toString()).toBe('bytes');
});

test('texts are the same once there are so many that they are packed, in whatever order they are read', () => {
  // Ten megabytes, of which four stay as they are.
  const texts = Array.from({ length: 4_000 }, (_, index) => `${index} „ü“ `.repeat(index % 500 === 0 ? 4_000 : 200));
  const kept = texts.map((body) => keepingBody({ body }, 'files'));
  expect(kept.map(({ body }) => body)).toEqual(texts);
  const far = Array.from({ length: 200 }, (_, index) => (index * 1_777) % texts.length);
  expect(far.map((index) => kept[index]?.body)).toEqual(far.map((index) => texts[index]));
});

test('bytes that are kept are packed where they are many, and what they were given as is let go', () => {
  const before = afterCollecting();
  const kept = Array.from({ length: 5_000 }, (_, index) => keptBytes(Buffer.from(`${index} „ü“ `.repeat(200))));
  const grown = afterCollecting() - before;
  const length = kept.reduce((sum, bytes) => sum + bytesOf(bytes).length, 0);
  expect(length).toBeGreaterThan(12_000_000);
  // Of that, four million lie about as they are.
  expect(grown).toBeLessThan(length / 2);
});

/** Bytes of buffers that somebody still holds. */
function afterCollecting(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  collect();
  return process.memoryUsage().arrayBuffers;
}

test.each([64_000_000, 5_000_000, 0])('texts are the same where %d bytes of them are put on disk', (most) => {
  const aside = putTextsAside(most);
  // Some lie by themselves; of all, four megabytes stay in memory.
  const texts = Array.from({ length: 4_000 }, (_, at) => `${most} ${at} „ü“ `.repeat(at % 250 === 0 ? 4_000 : 200));
  const kept = texts.map((body) => keepingBody({ body }, 'files'));
  const bytes = texts.map((text) => keptBytes(Buffer.from(text)));
  expect(kept.map(({ body }) => body)).toEqual(texts);
  const far = Array.from({ length: 400 }, (_, index) => (index * 1_777) % texts.length);
  expect(far.map((at) => kept[at]?.body)).toEqual(far.map((at) => texts[at]));
  expect(far.map((at) => bytesOf(bytes[at] as KeptBytes).toString())).toEqual(far.map((at) => texts[at]));
  expect(Buffer.concat(aside).length > 4_000_000).toBe(most > 0);
});

test('what Intercom answers is not put on disk, however much it is, nor what remains of it', () => {
  const aside = putTextsAside(64_000_000);
  const texts = Array.from({ length: 3_000 }, (_, at) => `secret ${at} `.repeat(at % 100 === 0 ? 3_000 : 250));
  const kept = texts.map((body) => keepingBody({ body }, 'intercom'));
  const remains = texts.map(
    (body) => withoutBody({ body: 'x' }, `${body}!`) as unknown as { readonly remains: string },
  );
  expect(kept.map(({ body }) => body)).toEqual(texts);
  expect(remains.map((one) => one.remains)).toEqual(texts.map((text) => `${text}!`));
  expect(aside).toEqual([]);
  for (const at of texts.keys()) keepingBody({ body: `ours ${at} `.repeat(300) }, 'files');
  expect(Buffer.concat(aside).toString()).toContain('ours 1 ours 1');
  expect(Buffer.concat(aside).toString()).not.toContain('secret');
});
