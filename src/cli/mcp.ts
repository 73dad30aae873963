import process from 'node:process';
import { type ServeOptions, serveMcp } from '../mcp/serve.ts';
import type { Host } from '../model/host.ts';
import { type CommonOptions, makeContext } from '../use-cases/context.ts';

/**
 * `helpcentre mcp`: lets an assistant read, write and check articles, over standard input and output. Nothing else is
 * written there.
 *
 * @returns 0, once the other side is gone or somebody stopped it
 */
export async function mcp(host: Host, options: CommonOptions & ServeOptions): Promise<number> {
  await serveMcp(makeContext(host, options), options, { input: process.stdin, output: process.stdout });
  return 0;
}
