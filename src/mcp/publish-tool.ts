import {
  acceptedContent,
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type McpServer,
  type RequestStateCodec,
  type ServerContext,
} from '@modelcontextprotocol/server';
import * as z from 'zod';
import { UsageError } from '../model/usage-error.ts';
import { isEmpty } from '../plan/plan.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { oneLine, paint } from '../report/paint.ts';
import { planText } from '../report/plan-text.ts';
import { publishSources } from '../use-cases/publish.ts';
import { type Desk, gather } from './desk.ts';
import { errorAnswer } from './error-answer.ts';
import { capped, note, noted } from './note.ts';
import { planned } from './planned.ts';
import { slim } from './slim.ts';
import { answer } from './tool.ts';

/** What a person was shown when they were asked; signed, as it goes through the client. */
export interface Asked {
  readonly digest: string;
}

const agreement = z.object({ publish: z.boolean().describe('Publish this to your readers now?') });
const input = z.object({ digest: z.string().describe('Of the plan with online') });
const output = z.object({ ...noted, published: z.boolean(), summary: z.string() });
/** Characters of the plan that a person is shown with the question. */
const mostShown = 4000;

/**
 * Offers publishing, for a server that was started so. It is the person who publishes: they are shown the plan, and asked
 * by their client, which the assistant cannot answer for. A plan that has moved is not carried out.
 */
export function registerPublish(server: McpServer, desk: Desk, states: RequestStateCodec<Asked>): void {
  const config = {
    description: 'Publish the plan with this digest, after the person was asked and agreed.',
    inputSchema: slim(input),
    outputSchema: slim(output),
    annotations: { destructiveHint: true, idempotentHint: true, openWorldHint: true },
  };
  server.registerTool('publish', config, async ({ digest }, ctx): Promise<CallToolResult | InputRequiredResult> => {
    try {
      demandQuestions(server, ctx);
      const asked = ctx.mcpReq.requestState<Asked>();
      const response = inputResponse(ctx.mcpReq.inputResponses, 'publish');
      if (asked?.digest !== digest || response.kind === 'missing')
        return await desk.alone(() => ask(digest, desk, ctx, states));
      const agreed = acceptedContent(ctx.mcpReq.inputResponses, 'publish', agreement);
      if (agreed?.publish !== true)
        return answer(desk, { note, published: false, summary: 'The person did not agree. Nothing was published.' });
      return await desk.alone(() => carryOut(digest, desk, ctx));
    } catch (error) {
      return errorAnswer(desk, error);
    }
  });
}

/** @throws UsageError for a client that cannot put a question to the person */
function demandQuestions(server: McpServer, { mcpReq }: ServerContext): void {
  const envelope: Readonly<Record<string, unknown>> = { ...mcpReq.envelope };
  const told = (envelope[CLIENT_CAPABILITIES_META_KEY] ?? server.server.getClientCapabilities()) as
    | ClientCapabilities
    | undefined;
  if (told?.elicitation !== undefined) return;
  throw new UsageError(
    'nobody-to-ask',
    'this client cannot ask the person (it has no elicitation), so nothing was published',
    'The person publishes: by merging the change, or with "helpcentre publish".',
  );
}

async function ask(digest: string, desk: Desk, ctx: ServerContext, states: RequestStateCodec<Asked>) {
  const context = desk.context(ctx.mcpReq.signal);
  const { plan, remote } = await planned(desk, context, await gather(desk, context), true);
  demandDigest(plan.digest, digest);
  if (isEmpty(plan)) return answer(desk, { note, published: false, summary: 'There is nothing to publish.' });
  const name = remote?.workspace.name ?? '';
  const message = `Publish this to ${oneLine(name)}?\n\n${capped(planText(plan, paint(false), name, 'some'), mostShown)}`;
  const question = { message: desk.secrets.clean(message), requestedSchema: slim(agreement) };
  return inputRequired({
    inputRequests: { publish: inputRequired.elicit(question) },
    requestState: await states.mint({ digest }, ctx),
  });
}

async function carryOut(digest: string, desk: Desk, ctx: ServerContext): Promise<CallToolResult> {
  const context = desk.context(ctx.mcpReq.signal);
  await gather(desk, context);
  const { workspace } = desk;
  const run = await publishSources(context, workspace === undefined ? {} : { workspace }, async ({ plan }) => {
    demandDigest(plan.digest, digest);
    return 'yes';
  });
  return answer(desk, { note, published: run.isCarriedOut, summary: capped(outcomeText(run.facts, paint(false))) });
}

/** @throws UsageError where the plan is another one by now */
function demandDigest(now: string, wanted: string): void {
  if (now === wanted) return;
  throw new UsageError(
    'plan-differs',
    'the plan is not the one of this digest any more, so nothing was published',
    'Call plan with online, show the person what it says now, and give its digest.',
  );
}
