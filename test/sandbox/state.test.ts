import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SandboxError, startSandbox } from '../../src/sandbox/index.ts';
import { testBed } from './start.ts';

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'helpcentre-sandbox-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** The message of the error that starting a sandbox in a folder ends in. */
async function failure(dir: string): Promise<string> {
  const error = await startSandbox({ dir }).then(
    async (sandbox) => {
      await sandbox.close();
      return null;
    },
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(SandboxError);
  return (error as SandboxError).message;
}

describe('a sandbox in a folder', () => {
  test('is there again after a restart: articles, images, ids, and the same address', async () => {
    const dir = await folder();
    const before = await testBed({ dir });
    const { id, workspace_id } = await before.article({
      body: '<p>x</p><img src="https://example.com/a.png">',
      state: 'published',
      translated_content: { fr: { title: 'Bonjour' } },
    });
    await before.collection();
    const article = (await before.get(`/articles/${id}`)).body;
    await before.sandbox.close();
    const after = await testBed({ dir });
    expect(after.sandbox.port).toBe(before.sandbox.port);
    const again = (await after.get(`/articles/${id}`)).body;
    const unsigned = (value: unknown) => JSON.stringify(value).replace(/\?expires=[^"\\)]*/g, '');
    expect(unsigned(again)).toBe(unsigned(article));
    const image = /<img src="([^"]+)"/.exec(again.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await fetch(image)).status).toBe(200);
    const next = await after.article();
    expect(next.workspace_id).toBe(workspace_id);
    expect(Number(next.id)).toBeGreaterThan(Number(id));
  });

  test('has saved a write before it is answered, each for itself and many at once', async () => {
    const dir = await folder();
    const bed = await testBed({ dir });
    const lines = async () => (await readFile(join(dir, 'changes.jsonl'), 'utf8')).trim().split('\n');
    for (let n = 0; n < 3; n++) {
      const { id } = await bed.article({ title: `Article ${n}` });
      expect((await lines()).at(-1)).toContain(`["articles","${id}",{`);
    }
    await Promise.all(Array.from({ length: 20 }, () => bed.article()));
    expect((await lines()).join('').match(/\["articles",/g)).toHaveLength(23);
    expect((await readdir(dir)).sort()).toEqual(['changes.jsonl', 'images', 'sandbox.lock', 'state.json', 'tmp']);
    await bed.sandbox.close();
    expect((await readdir(dir)).sort()).toEqual(['images', 'state.json', 'tmp']);
  });

  test('loses nothing that was answered when the process is killed, and nothing half-written is taken for whole', async () => {
    const dir = await folder();
    const bed = await testBed({ dir });
    const { id } = await bed.article({ title: 'Kept' });
    const gone = await bed.article({ title: 'Gone' });
    const collection = await bed.collection();
    await bed.put(`/articles/${id}`, { title: 'Kept too', parent_id: collection.id });
    await bed.del(`/articles/${gone.id}`);
    const articles = JSON.stringify(bed.sandbox.world.articles());
    // What a killed process leaves: both files, and a line that it was writing.
    const left = await folder();
    await cp(dir, left, { recursive: true });
    await rm(join(left, 'sandbox.lock'));
    await appendFile(join(left, 'changes.jsonl'), '[["articles","1",{"id":"1","ti');
    const again = await testBed({ dir: left });
    expect(JSON.stringify(again.sandbox.world.articles())).toBe(articles);
    expect(again.sandbox.world.collections()).toHaveLength(1);
    const next = await again.article();
    expect(Number(next.id)).toBeGreaterThan(Number(gone.id));
  });

  test('leaves a damaged state file alone, and says what is wrong', async () => {
    const dir = await folder();
    await (await startSandbox({ dir })).close();
    const damage = async (name: string, damaged: string) => {
      const file = join(dir, name);
      await writeFile(file, damaged);
      const message = await failure(dir);
      expect(message).toContain(`${file} is damaged and was left as it is: `);
      expect(message).toMatch(/Repair it, or delete the folder to start with an empty workspace\.$/);
      expect(await readFile(file, 'utf8')).toBe(damaged);
    };
    for (const damaged of ['nonsense\n', '[["articles","1",{"id":"1"}]]\n', '[["nowhere","1",null]]\n']) {
      await damage('changes.jsonl', damaged);
    }
    for (const damaged of ['{"format": 1, "worksp', '{"format": 2}', '[]', '']) await damage('state.json', damaged);
    await rm(dir, { recursive: true });
    await (await startSandbox({ dir })).close();
  });

  test('is one at a time', async () => {
    const dir = await folder();
    const first = await startSandbox({ dir });
    const message = await failure(dir);
    expect(message).toBe(
      `The folder ${dir} is in use by another sandbox (process ${process.pid}): stop that one, or choose another folder.`,
    );
    await first.close();
    await (await startSandbox({ dir })).close();
    expect(await readdir(dir)).not.toContain('sandbox.lock');
  });

  test('takes over from a process that is gone, and not from one that runs', async () => {
    const dir = await folder();
    await (await startSandbox({ dir })).close();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    onTestFinished(() => void other.kill());
    await writeFile(join(dir, 'sandbox.lock'), JSON.stringify({ pid: other.pid, port: 0 }));
    expect(await failure(dir)).toContain(`(process ${other.pid})`);
    // The process id was given to another program: nobody answers on the port of the lock.
    await writeFile(join(dir, 'sandbox.lock'), JSON.stringify({ pid: other.pid, port: 1 }));
    await (await startSandbox({ dir })).close();
    await writeFile(join(dir, 'sandbox.lock'), JSON.stringify({ pid: other.pid, port: 0 }));
    other.kill('SIGKILL');
    await once(other, 'exit');
    await (await startSandbox({ dir })).close();
    await writeFile(join(dir, 'sandbox.lock'), 'not JSON');
    await (await startSandbox({ dir })).close();
  });

  test('lets go of the folder when its port is taken', async () => {
    const other = await startSandbox({ dir: null });
    onTestFinished(() => other.close());
    const dir = await folder();
    await expect(startSandbox({ dir, port: other.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await (await startSandbox({ dir })).close();
  });

  test('listens no longer when its state cannot be kept', async () => {
    const probe = await startSandbox({ dir: null });
    await probe.close();
    const dir = await folder();
    // A folder where the file of changes belongs.
    await mkdir(join(dir, 'changes.jsonl'));
    await expect(startSandbox({ dir, port: probe.port })).rejects.toThrow();
    await (await startSandbox({ dir: null, port: probe.port })).close();
    await rm(join(dir, 'changes.jsonl'), { recursive: true });
    await (await startSandbox({ dir })).close();
  });

  test('takes another port when the one of the last run is taken', async () => {
    const dir = await folder();
    const first = await startSandbox({ dir });
    await first.close();
    const squatter = await startSandbox({ dir: null, port: first.port });
    onTestFinished(() => squatter.close());
    const second = await startSandbox({ dir });
    onTestFinished(() => second.close());
    expect(second.port).not.toBe(first.port);
  });
});

test('a sandbox in memory leaves nothing, and stops with requests under way', async () => {
  const sandbox = await startSandbox({ dir: null, latency: 60_000 });
  const hanging = fetch(`${sandbox.url}/me`).catch((error: unknown) => error);
  await expect.poll(() => sandbox.log.length).toBe(1);
  await sandbox.close();
  expect(await hanging).toBeInstanceOf(Error);
});
