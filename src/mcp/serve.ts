import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Context } from '../use-cases/context.ts';
import { openDesk } from './desk.ts';
import { makeServer } from './server.ts';

/** How a server is started. */
export interface ServeOptions {
  /** Offer a tool that publishes, once the person agrees. */
  readonly allowPublish?: boolean;
  /** Id of the workspace to expect; without Intercom its section of the lockfile counts. */
  readonly workspace?: string;
}

/** Bytes of one message: a text that is larger than any article may be has to be refused in words. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Serves the Model Context Protocol over two streams until the one end closes or the person stops it. What is being
 * written or published then is brought to an end first.
 */
export async function serveMcp(
  context: Context,
  options: ServeOptions,
  { input, output }: { readonly input: Readable; readonly output: Writable },
): Promise<void> {
  const closing = new AbortController();
  const desk = openDesk(context, closing.signal, options.workspace);
  const transport = new StdioServerTransport(input, output, { maxBufferSize: mostBytes });
  const ended = new Promise<void>((resolve) => {
    for (const event of ['end', 'close', 'error']) input.once(event, resolve);
    output.once('error', () => resolve());
    output.once('close', () => resolve());
    if (context.host.signal.aborted) resolve();
    context.host.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const handle = serveStdio(() => makeServer(desk, options.allowPublish === true), {
    transport,
    onerror: (error) => context.host.stderr.write(`${desk.secrets.clean(error.message)}\n`),
  });
  await ended;
  closing.abort();
  await desk.idle();
  await handle.close();
  input.destroy();
}
