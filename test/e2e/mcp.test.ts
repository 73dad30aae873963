import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { builtCommand } from '../kit/built-command.ts';
import { assistantOf, makeClient, treeOf } from '../kit/mcp.ts';
import { makeRepository } from '../kit/repository.ts';
import { bareEnvironment, isWindows } from '../kit/system.ts';

const token = 'dG9rOmFiY2RlZg_secret_1234567890==';
const files = {
  'content/a/_collection.yml': 'name: A\n',
  'content/a/one.md': '---\ntitle: One\n---\n\nPress **Export**.\n',
};

it('serves every tool, resource and prompt to the official client, over standard input and output', async () => {
  const { dir } = await makeRepository(files);
  // It knows nobody of this token.
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [builtCommand, 'mcp'],
    cwd: dir,
    env: { ...bareEnvironment(), INTERCOM_ACCESS_TOKEN: token, INTERCOM_BASE_URL: sandbox.url },
    stderr: 'pipe',
  });
  let stderr = '';
  transport.stderr?.on('data', (text: Buffer) => {
    stderr += text.toString();
  });
  const client = makeClient({ era: 'auto' });
  await client.connect(transport);
  const { call } = assistantOf(client);
  const said: unknown[] = [];
  const args: Readonly<Record<string, object>> = {
    search: { query: 'export' },
    read_article: { article: 'a/one.md' },
    explain_problem: { code: 'dead-link' },
    diff: { article: 'a/one.md' },
    scaffold_article: { title: 'Two', folder: 'a' },
    write_article: { path: 'a/three.md', text: '# Three\n\nSee [one](one.md).\n' },
    move_article: { from: 'a/one.md', to: 'a/first.md' },
  };
  const { tools } = await client.listTools();
  const before = treeOf(dir);
  const ordered = [...tools].sort((a, b) => Number(b.annotations?.readOnlyHint) - Number(a.annotations?.readOnlyHint));
  for (const { name, annotations } of ordered) {
    if (annotations?.readOnlyHint !== true) continue;
    const answer = await call(name, { ...args[name] });
    said.push(answer);
    // The workspace refuses the token.
    expect(answer.error === undefined, name).toBe(name !== 'pull_preview');
  }
  for (const { uri } of (await client.listResources()).resources) said.push(await client.readResource({ uri }));
  const { resourceTemplates } = await client.listResourceTemplates();
  expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['helpcentre://article/{+path}']);
  said.push(await client.readResource({ uri: 'helpcentre://article/a/one.md' }));
  const ref = { type: 'ref/resource', uri: 'helpcentre://article/{+path}' } as const;
  const { completion } = await client.complete({ ref, argument: { name: 'path', value: 'a/' } });
  expect(completion.values).toEqual(['a/one.md']);
  for (const { name } of (await client.listPrompts()).prompts) {
    const given = { change: '-Export\n+Download', article: 'a/one.md', language: 'fr' };
    said.push(await client.getPrompt({ name, arguments: given }));
  }
  // The cache of compiled texts neither: it is read, and not written.
  expect(treeOf(dir)).toEqual(before);
  for (const name of ['scaffold_article', 'write_article', 'move_article']) {
    const answer = await call(name, { ...args[name] });
    expect(answer.error, name).toBeUndefined();
    said.push(answer);
  }
  expect(said).toHaveLength(7 + 4 + 1 + 4 + 3);
  expect(JSON.stringify(said)).not.toContain(token);
  expect(Object.keys(treeOf(dir)).filter((file) => file.endsWith('.md'))).toHaveLength(3);
  await client.close();
  expect(stderr).toBe('');
});

const start = async (dir: string) => {
  const child = spawn(process.execPath, [builtCommand, 'mcp'], { cwd: dir, env: { ...bareEnvironment() } });
  let stdout = '';
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString();
  });
  const send = (message: object | string): void => {
    child.stdin.write(`${typeof message === 'string' ? message : JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  const clientInfo = { name: 'raw', version: '1' };
  send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
  await once(child.stdout, 'data');
  return { child, send, lines: () => stdout.split('\n').filter((line) => line !== '') };
};

it('writes nothing but the protocol, and ends when its input does', async () => {
  const { dir } = await makeRepository(files);
  const { child, send, lines } = await start(dir);
  send({ method: 'notifications/initialized' });
  send('this is no JSON');
  send({ id: 2, method: 'no/such' });
  send({ id: 3, method: 'tools/call', params: { name: 'check', arguments: {} } });
  while (!lines().some((line) => line.includes('"id":3'))) await once(child.stdout, 'data');
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
  const messages = lines().map((line) => JSON.parse(line) as { jsonrpc: string; id?: number });
  expect(messages.every(({ jsonrpc }) => jsonrpc === '2.0')).toBe(true);
  expect(messages.map(({ id }) => id).sort()).toEqual([1, 2, 3]);
});

it.skipIf(isWindows)('ends when somebody stops it', async () => {
  const { dir } = await makeRepository(files);
  const { child } = await start(dir);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
