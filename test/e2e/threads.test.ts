import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { runBuilt } from '../kit/built-command.ts';
import { makeRepository } from '../kit/repository.ts';

test('the built command says the same in one thread and in several', async () => {
  const files = Array.from({ length: 40 }, (_, index) => [
    `content/folder-${index % 5}/article-${index}.md`,
    `# Article ${index}\n\n[next](../folder-${(index + 1) % 5}/article-${index + 1}.md#none)\n\n:::include{file="/_parts/a.md"}\n`,
  ]);
  const { dir } = await makeRepository({
    ...Object.fromEntries(files),
    'content/_parts/a.md': '!!! note\n    {{unknown}} and ![](gone.png)\n',
    'helpcentre.yml': 'flavour: mkdocs\nvariables: { product: Acme }\n',
  });
  const check = (env: Readonly<Record<string, string>>) => runBuilt(['check', '--json'], { cwd: dir, env });
  const alone = await check({ HELPCENTRE_THREADS: '1', HELPCENTRE_CACHE: 'off' });
  const { problems } = JSON.parse(alone.stdout) as { problems: { places?: object[] }[] };
  expect(problems.flatMap(({ places = [{}] }) => places).length).toBeGreaterThan(40);
  expect(await check({ HELPCENTRE_THREADS: '3', HELPCENTRE_CACHE: 'off' })).toEqual(alone);
  const kept = { HELPCENTRE_THREADS: '3', XDG_CACHE_HOME: path.join(dir, '.helpcentre/home') };
  expect(await check(kept)).toEqual(alone);
  expect(await check(kept)).toEqual(alone);
});

test('the built command plans the same in one thread and in several', async () => {
  const files = Array.from({ length: 60 }, (_, at) => [
    `content/folder-${at % 5}/article-${at}.md`,
    `# Article ${at}\n\n*Text* of [the next](../folder-${(at + 1) % 5}/article-${(at + 1) % 60}.md).\n\n- a\n- b\n`,
  ]);
  const { dir } = await makeRepository(Object.fromEntries(files));
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const asked = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token, HELPCENTRE_CACHE: 'off' };
  const plan = (threads: string) =>
    runBuilt(['plan', '--json'], { cwd: dir, env: { ...asked, HELPCENTRE_THREADS: threads } });
  const alone = await plan('1');
  expect(JSON.parse(alone.stdout).changes).toHaveLength(60);
  expect(await plan('3')).toEqual(alone);
});

/** A thread that dies of the first that it is sent, as one does that is out of memory. */
const dying = `import { isMainThread, parentPort } from 'node:worker_threads';
if (!isMainThread) parentPort.on('message', () => process.exit(7));
`;

test('a thread of the built command that dies is an error with the name of a file', async () => {
  const { dir } = await makeRepository({ 'content/a.md': '# A\n', 'content/b.md': '# B\n' });
  const hook = path.join(dir, 'dying.mjs');
  await writeFile(hook, dying);
  const env = { HELPCENTRE_THREADS: '2', HELPCENTRE_CACHE: 'off', NODE_OPTIONS: `--import ${pathToFileURL(hook)}` };
  const { code, stderr } = await runBuilt(['check'], { cwd: dir, env });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error The thread that compiled content\/[ab]\.md ended: exit code 7 \(compiler-ended\)$/m);
  expect(stderr).toContain('HELPCENTRE_THREADS=1');
});
