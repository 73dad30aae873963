import { expect, test } from 'vitest';
import { keepingBody, keepTextsOn, keptBytes } from '../../src/model/kept-text.ts';

/** A disk of any size, and what is on it. */
function disk(room = Number.POSITIVE_INFINITY) {
  let bytes = Buffer.alloc(0);
  return {
    size: () => bytes.length,
    write(more: Buffer) {
      if (bytes.length + more.length > room) return null;
      bytes = Buffer.concat([bytes, more]);
      return bytes.length - more.length;
    },
    read: (at: number, length: number) => bytes.subarray(at, at + length),
  };
}

test('a record whose body is kept says the same, and so do copies of it', () => {
  for (const body of ['', 'plain', '“ä” 😀', '\ufeffx', 'half \ud83d', 'x'.repeat(100_000)]) {
    const kept = keepingBody(Object.freeze({ id: 1, body }));
    expect(kept).toEqual({ id: 1, body });
    expect({ ...kept, id: 2 }).toEqual({ id: 2, body });
    expect(JSON.parse(JSON.stringify(kept))).toEqual({ id: 1, body });
    expect(structuredClone(kept)).toEqual({ id: 1, body });
    expect(keepingBody(kept)).toBe(kept);
    expect(keepingBody({ body }, kept).body).toBe(body);
    expect(keepingBody({ body: `${body}!` }, kept).body).toBe(`${body}!`);
  }
});

test('what is much goes to the disk, and what has no room there stays', () => {
  const [first, small] = [disk(), disk(600_000)];
  const texts = Array.from({ length: 9_000 }, (_, index) => `${index} „ü“ `.repeat(100 + (index % 50)));
  const kept: { readonly body: string }[] = [];
  for (const [index, body] of texts.entries()) {
    if (index === 3_000) keepTextsOn(first);
    if (index === 6_000) keepTextsOn(small);
    kept.push(keepingBody({ body }));
  }
  const bytes = keptBytes(Buffer.from('bytes'));
  expect(first.size()).toBeGreaterThan(1_000_000);
  expect(small.size()).toBeGreaterThan(200_000);
  expect(kept.map(({ body }) => body)).toEqual(texts);
  expect(bytes().toString()).toBe('bytes');
});
