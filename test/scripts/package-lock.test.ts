import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as z from 'zod';

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

async function entries() {
  const text = await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8');
  return Object.entries(lock.parse(JSON.parse(text)).packages).filter(([name]) => name !== '');
}

test('every package in the lock has the hash of what is installed', async () => {
  const without = (await entries()).filter(([, one]) => !/^sha512-/.test(one.integrity ?? ''));
  expect(without.map(([name]) => name)).toEqual([]);
});

test('no package in the lock names where it comes from: a registry is a setting of the machine', async () => {
  expect((await entries()).filter(([, one]) => one.resolved !== undefined)).toEqual([]);
});
