import type { CallToolResult, McpServer, ServerContext, ToolAnnotations } from '@modelcontextprotocol/server';
import type * as z from 'zod';
import type { Context } from '../use-cases/context.ts';
import type { Desk } from './desk.ts';
import { errorAnswer } from './error-answer.ts';
import { slim, slimInput } from './slim.ts';

/** What a tool does, and what it says of itself. */
interface Definition<I extends z.ZodObject, O extends z.ZodObject> {
  readonly name: string;
  readonly description: string;
  readonly input: I;
  readonly output: O;
  readonly annotations: ToolAnnotations;
  run(args: z.output<I>, desk: Desk, context: Context): Promise<z.output<O>>;
}

/** A tool, ready to be offered. */
export interface Tool<Args = never, Result = unknown> {
  readonly name: string;
  register(server: McpServer, desk: Desk): void;
  /** Does it, for whoever asks in another way. */
  call(args: Args, desk: Desk, signal: AbortSignal): Promise<Result>;
}

/** Makes a tool. What goes wrong is an answer too, in words: an assistant can do something with it. */
export function tool<I extends z.ZodObject, O extends z.ZodObject>(
  definition: Definition<I, O>,
): Tool<z.output<I>, z.output<O>> {
  const { name, description, input, output, annotations, run } = definition;
  return {
    name,
    call: (args, desk, signal) => run(args, desk, desk.context(signal)),
    register(server, desk) {
      const inputSchema = slimInput(input);
      const config = { description, inputSchema, outputSchema: slim(output), annotations };
      server.registerTool(name, config, async (args: z.output<I>, ctx: ServerContext): Promise<CallToolResult> => {
        try {
          return answer(desk, await desk.alone(() => run(args, desk, desk.context(ctx.mcpReq.signal))));
        } catch (error) {
          return errorAnswer(desk, error);
        }
      });
    },
  };
}

/** A result as it is sent: as data, and as text for clients that know no other. */
export function answer(desk: Desk, result: Readonly<Record<string, unknown>>): CallToolResult {
  const structuredContent = desk.secrets.clean({ ...result });
  return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
}

/** Annotations of a tool that leaves every file as it is, to the byte. */
export const reads: ToolAnnotations = { readOnlyHint: true, openWorldHint: false };

/** The same of one that asks Intercom. */
export const asks: ToolAnnotations = { readOnlyHint: true };
