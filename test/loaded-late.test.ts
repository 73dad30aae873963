import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const source = path.join(import.meta.dirname, '../src');
/** What a file loads as soon as it is loaded: values, and no types. */
const loads = /^(?:import|export)\s(?!type\b)(?:[^;']*?\bfrom\s)?'([^']+)'/gm;

/** Everything that is loaded with a file, and the packages that it needs. */
function loadedWith(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name = ''] of readFileSync(path.join(source, file), 'utf8').matchAll(loads)) {
    if (name.startsWith('.')) loadedWith(path.posix.join(path.posix.dirname(file), name), found);
    else found.add(name);
  }
  return found;
}

test('what asks the network is loaded once it is to be asked: until then the sources are read and compiled', () => {
  for (const command of ['cli/publish.ts', 'cli/plan.ts', 'cli/check.ts']) {
    const loaded = loadedWith(command);
    expect(loaded, command).toContain('use-cases/sources.ts');
    expect(loaded, command).not.toContain('undici');
  }
  expect(loadedWith('intercom/index.ts')).toContain('undici');
});

test('what compiles is loaded after what reads, so that threads are loaded beside it', () => {
  const loaded = loadedWith('cli/begun.ts');
  expect(loaded).toContain('read/repository.ts');
  expect(loaded).not.toContain('compile/compile.ts');
});
