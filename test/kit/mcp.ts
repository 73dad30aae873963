import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { onTestFinished } from 'vitest';
import { openDesk } from '../../src/mcp/desk.ts';
import { makeServer } from '../../src/mcp/server.ts';
import { makeContext } from '../../src/use-cases/context.ts';
import { inventHost } from './run-in.ts';

/** What a tool answered: its data, or the error. */
export type Answer = Readonly<Record<string, unknown>> & {
  readonly error?: { readonly code: string; readonly message: string; readonly help: string };
};

/** An assistant's client, connected to a server. */
export interface Assistant {
  readonly client: Client;
  /** Calls a tool. */
  call(name: string, args?: Readonly<Record<string, unknown>>): Promise<Answer>;
}

export interface AssistantOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly allowPublish?: boolean;
  /** What the person says when they are asked; absent for a client that cannot ask. */
  readonly person?: (message: string) => 'accept' | 'refuse' | 'decline';
  /** Which of the two protocols: of 2026, or of 2025. */
  readonly era?: 'auto' | 'legacy';
}

/** A client of the official library. */
export function makeClient({ person, era = 'legacy' }: AssistantOptions = {}): Client {
  const capabilities = person === undefined ? {} : { elicitation: { form: {} } };
  const client = new Client({ name: 'test', version: '1' }, { capabilities, versionNegotiation: { mode: era } });
  if (person !== undefined)
    client.setRequestHandler('elicitation/create', ({ params }) => {
      const says = person(params.message);
      return says === 'decline' ? { action: 'decline' } : { action: 'accept', content: { publish: says === 'accept' } };
    });
  return client;
}

/** Calls tools of a connected client. */
export function assistantOf(client: Client): Assistant {
  return {
    client,
    async call(name, args = {}) {
      const { isError, structuredContent, content } = await client.callTool({ name, arguments: { ...args } });
      const [first] = content;
      const text = first?.type === 'text' ? first.text : '';
      if (isError !== true) return structuredContent as Answer;
      return text.startsWith('{') ? (JSON.parse(text) as Answer) : { error: { code: 'sdk', message: text, help: '' } };
    },
  };
}

/** Connects to a server in the same process, in a folder. */
export async function assistantIn(dir: string, options: AssistantOptions = {}): Promise<Assistant> {
  const { host } = inventHost(dir, { env: { PATH: process.env.PATH ?? '', HOME: dir, ...options.env } });
  const closing = new AbortController();
  const desk = openDesk(makeContext(host, {}), closing.signal);
  const [theirs, ours] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(() => makeServer(desk, options.allowPublish === true), { transport: ours });
  const client = makeClient(options);
  await client.connect(theirs);
  onTestFinished(async () => {
    closing.abort();
    await client.close();
    await handle.close();
    await desk.idle();
  });
  return assistantOf(client);
}

/** Every file below a folder with what is in it, but for git's own: equal for trees that are equal to the byte. */
export function treeOf(dir: string): Readonly<Record<string, string>> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const all = files.map((entry) => path.join(entry.parentPath, entry.name));
  const own = all.filter((file) => !file.startsWith(path.join(dir, '.git') + path.sep)).sort();
  const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  return Object.fromEntries(own.map((file) => [path.relative(dir, file), hash(file)]));
}
