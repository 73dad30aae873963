import { describe, expect, test } from 'vitest';
import { renameOver } from '../../src/disk/rename-over.ts';

/** A disk that refuses so many times. */
function refusing(code: string, times: number) {
  let asked = 0;
  const rename = (): Promise<void> => {
    asked += 1;
    return asked <= times ? Promise.reject(Object.assign(new Error(code), { code })) : Promise.resolve();
  };
  return { rename, asked: () => asked };
}

describe('putting a file in the place of another', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('is tried again on Windows while it is open (%s)', async (code) => {
    const { rename, asked } = refusing(code, 3);
    await renameOver('a', 'b', { platform: 'win32', rename, pause: 0 });
    expect(asked()).toBe(4);
  });

  test.each([
    ['win32', 'ENOENT', 1],
    ['win32', 'EBUSY', 6],
    ['linux', 'EPERM', 1],
    ['darwin', 'EBUSY', 1],
  ] as const)('on %s ends with %s after %d attempts', async (platform, code, times) => {
    const { rename, asked } = refusing(code, 100);
    await expect(renameOver('a', 'b', { platform, rename, pause: 0 })).rejects.toThrow(code);
    expect(asked()).toBe(times);
  });
});
