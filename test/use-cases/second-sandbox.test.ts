import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Takes the port that a sandbox has where none is named, unless somebody has it already. */
async function takePort(): Promise<() => Promise<void>> {
  const server = createServer((_, response) => response.end('somebody else'));
  const taken = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(4110, '127.0.0.1', () => resolve(true));
  });
  return async () => {
    if (!taken) return;
    server.close();
    await once(server, 'close');
  };
}

/** Every port of this machine that the files of a folder name in an address. */
async function portsIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((one) => one.isFile())
    .map((one) => readFile(path.join(one.parentPath, one.name), 'utf8'));
  const found = (await Promise.all(texts)).flatMap((text) => [...text.matchAll(/127\.0\.0\.1:(\d+)/g)]);
  return [...new Set(found.map(([, port]) => port ?? ''))].sort();
}

const files = {
  'content/a.md': '# A\n\nSee [the b](b.md#more) and [b](b.md).\n\n![One pixel](one.png)\n',
  'content/b.md': '# B\n\n## More\n\nText, [a](a.md).\n',
  'content/one.png': pixel,
};

it('leaves no address of a port that is gone beside a sandbox that runs', async () => {
  const { dir, write } = await makeRepository(files);
  const own = path.join(dir, '.helpcentre/sandbox');
  const run = (...argv: readonly string[]) => runIn(dir, [...argv, '--sandbox']);
  const free = await takePort();
  onTestFinished(free);
  const first = await run('publish', '--yes');
  expect(first.code, first.stderr).toBe(0);
  expect(first.stdout).toContain('http://127.0.0.1:4110/');
  expect(await portsIn(own)).toEqual(['4110']);
  expect((await run('plan')).stdout).toContain('No changes');
  await write({ 'content/b.md': '# B\n\n## More\n\nMore text, [a](a.md).\n' });
  expect((await run('publish', '--yes')).code).toBe(0);
  expect(await portsIn(own)).toEqual(['4110']);
  await free();
  expect((await run('plan')).stdout).toContain('No changes');
  expect((await run('plan', '--offline')).stdout).toContain('No changes');
});

it('shows links of its own pages on whatever port it runs', async () => {
  const { dir } = await makeRepository(files);
  expect((await runIn(dir, ['publish', '--yes', '--sandbox'])).code).toBe(0);
  const other = await startSandbox({ dir: null });
  await other.close();
  const sandbox = await startSandbox({ dir: path.join(dir, '.helpcentre/sandbox'), port: other.port });
  onTestFinished(() => sandbox.close());
  const [a] = sandbox.world.articles().filter(({ contents }) => contents.en?.title === 'A');
  const page = await (await fetch(`${sandbox.url}/sandbox-help/en/articles/${a?.id}`)).text();
  const links = [...page.matchAll(/href="([^"]*\/articles\/[^"]*)"/g)].map(([, href]) => href ?? '');
  expect(links.length).toBeGreaterThan(0);
  for (const href of links) expect(href).toMatch(/^\/sandbox-help\/en\/articles\//);
});
