import { expect, it } from 'vitest';
import { inOrder } from '../../src/publish/in-order.ts';
import { orderWrites } from '../../src/publish/order.ts';

/** Writes that end when they are told to. */
function writing(links: Readonly<Record<string, readonly string[]>>) {
  const { groups } = orderWrites(new Map(Object.entries(links).map(([key, to]) => [key, new Set(to)])), new Set());
  const begun: string[] = [];
  const endings = new Map<string, () => void>();
  const all = inOrder(groups, async ({ keys }) => {
    begun.push(keys.join());
    await new Promise<void>((resolve) => endings.set(keys.join(), resolve));
  });
  return {
    all,
    begun,
    async end(key: string) {
      endings.get(key)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

it('begins each as soon as those that it links to have ended, and waits for no others', async () => {
  const { all, begun, end } = writing({ a: ['b'], b: [], c: ['d'], d: [], e: ['a', 'c'] });
  await end('');
  expect(begun).toEqual(['b', 'd']);
  await end('b');
  expect(begun).toEqual(['b', 'd', 'a']);
  await end('a');
  expect(begun).toEqual(['b', 'd', 'a']);
  await end('d');
  await end('c');
  expect(begun).toEqual(['b', 'd', 'a', 'c', 'e']);
  await end('e');
  await all;
});

it('ends at once where there is nothing', async () => {
  await expect(inOrder([], async () => undefined)).resolves.toBeUndefined();
});
