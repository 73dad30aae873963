import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { systemReason } from '../../src/model/system-reason.ts';
import { explainError } from '../../src/use-cases/explain-error.ts';

test("what the system says is put into a sentence, with the file's name", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'reason-'));
  const file = path.join(folder, 'a');
  await writeFile(file, '');
  const inFile = await readFile(path.join(file, 'b')).catch((error: unknown) => error);
  expect(explainError(inFile).message).toBe(`${file}/b cannot be used: a part of its path is a file, not a folder`);
  const ofFolder = await readFile(folder).catch((error: unknown) => error);
  expect(systemReason(ofFolder)).toBe('it is a folder');
});

test.each(['EACCES', 'EROFS', 'ENOSPC', 'EMFILE', 'EIO', 'ENAMETOOLONG'])('%s has a sentence of ours', (code) => {
  const raw = Object.assign(new Error(`${code}: raw, open '/x'`), { code, syscall: 'open', path: '/x' });
  const { message, help } = explainError(raw);
  expect(message).toMatch(/^\/x cannot be used: [a-z ]+$/);
  expect(help).not.toBe('');
});

test("an error without words of ours keeps the system's", () => {
  expect(systemReason(Object.assign(new Error('EFOO: odd'), { code: 'EFOO' }))).toBe('EFOO: odd');
});
