import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { runBuilt } from '../kit/built-command.ts';
import { makeRepository } from '../kit/repository.ts';

const secret = 'dG9rOjVkZjQ3ZTE1X2FiY2RfNGE1Yl84YzdkX3NlY3JldDoxOjA=';

/** Ways in which the token could be written down. */
const forms = [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
  Buffer.from(secret).toString('hex'),
  secret.slice(0, 24),
  secret.slice(-24),
];

/** Every file below a folder, with what it holds. */
async function filesIn(dir: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')] as const));
}

it('the token is in nothing that the command writes, whatever happens', async () => {
  const { dir } = await makeRepository({
    'content/a.md': '# A\n\nText. See [b](b.md).\n',
    'content/b.md': '# B\n\nText. See [a](a.md).\n',
    'content/c.md': '# C\n\nText.\n',
  });
  const sandbox = await startSandbox({ dir: path.join(dir, 'workspace'), tokens: [{ token: secret }] });
  onTestFinished(() => sandbox.close());
  const written: string[] = [];
  const run = async (argv: readonly string[], from: 'stdin' | 'env', more: Readonly<Record<string, string>> = {}) => {
    const token: Readonly<Record<string, string>> = from === 'env' ? { INTERCOM_ACCESS_TOKEN: secret } : {};
    const result = await runBuilt([...argv, ...(from === 'stdin' ? ['--token-stdin'] : [])], {
      cwd: dir,
      env: { INTERCOM_BASE_URL: sandbox.url, ...token, ...more },
      ...(from === 'stdin' ? { stdin: `${secret}\n` } : {}),
    });
    written.push(result.stdout, result.stderr);
    return result;
  };
  const noted: string[] = [];
  const look = async () => {
    const files = await filesIn(dir);
    noted.push(...files.map(([file]) => path.relative(dir, file)));
    for (const text of [...written, ...files.map(([, content]) => content), JSON.stringify(sandbox.log)]) {
      for (const form of forms) expect(text.includes(form)).toBe(false);
    }
  };

  expect((await run(['plan', '--verbose', '--json', '--out', 'plan.json'], 'stdin')).code).toBe(0);
  // A failure in the middle leaves the journal's traces and prints errors with request ids.
  sandbox.setFaults('500@POST@2,drop-after@POST@3');
  const first = await run(['publish', '--yes', '--verbose'], 'stdin');
  expect(first.code, first.stderr).toBe(0);
  expect(first.stderr).toMatch(/^GET \/me 200 \d+ ms, \d+ left$/m);
  expect(first.stderr).toMatch(/^GET \/articles\?page=1&per_page=250 200 \d+ ms, \d+ left$/m);
  expect(first.stderr).toMatch(/^POST \/articles 200 \d+ ms, \d+ left$/m);
  expect(first.stderr).toMatch(/^POST \/articles no answer \d+ ms$/m);
  const lines = first.stderr.split('\n').filter((line) => /^(GET|POST|PUT|DELETE) /.test(line));
  expect(lines).toHaveLength(sandbox.log.length - 5);
  await look();
  // Words of Intercom's that repeat the token; a refused one; a host that is not there; one that is no address.
  sandbox.setToken(secret, null);
  expect((await run(['publish', '--yes', '--verbose'], 'env')).stderr).toContain('401');
  const elsewhere = await run(['plan', '--verbose'], 'env', { INTERCOM_BASE_URL: `https://${secret}@example.com` });
  expect(elsewhere.code).toBe(1);
  expect((await run(['plan', '--verbose'], 'env', { INTERCOM_BASE_URL: 'http://example.com' })).code).toBe(1);
  expect((await run(['plan', '--verbose'], 'env', { INTERCOM_ACCESS_TOKEN: `${secret}\u0007` })).code).toBe(1);
  expect((await run(['plan', '--verbose', secret], 'env')).code).not.toBe(0);
  expect((await run(['plan', '--token', secret], 'env')).code).toBe(64);
  await sandbox.close();
  // The last two were given the token as an argument, which is repeated by whoever reads arguments.
  written.splice(-4);
  await look();
  expect(noted).toEqual(expect.arrayContaining(['helpcentre.lock.json', 'plan.json', 'workspace/state.json']));
});
