import module from 'node:module';
import { afterEach, expect, test, vi } from 'vitest';
import { keepCompiledCode } from '../../src/cache/code.ts';

const node = module as { enableCompileCache?: unknown };
const before = node.enableCompileCache;
afterEach(() => {
  node.enableCompileCache = before;
});

test('Node keeps what it compiled in the folder of the person, where it can and may', () => {
  const enable = vi.fn();
  node.enableCompileCache = enable;
  keepCompiledCode({ XDG_CACHE_HOME: '/home/ada/cache' });
  keepCompiledCode({ XDG_CACHE_HOME: '/home/ada/cache', HELPCENTRE_CACHE: 'off' });
  keepCompiledCode({});
  expect(enable.mock.calls).toEqual([['/home/ada/cache/helpcentre/code']]);
});

test('a Node that cannot does without', () => {
  node.enableCompileCache = undefined;
  expect(() => keepCompiledCode({ XDG_CACHE_HOME: '/home/ada/cache' })).not.toThrow();
});
