import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { HeardAnswer, Host } from '../model/host.ts';

/** A question to Intercom that changes nothing, and what stands for its answer. */
export interface Question {
  readonly url: string;
  /** Without the token, which is nowhere kept. */
  readonly headers: Readonly<Record<string, string>>;
  readonly tokenVariable: string;
  /** Hash of status and body. */
  readonly answered: string;
}

/** Questions that wait for an answer at once: few, because what has changed is often on the first page. */
const most = 4;
/** Milliseconds until an answer has to be there: then it is left to the run itself, which can say what is wrong. */
const patience = 10_000;

/**
 * What has to be asked again before a run that heard this is said again.
 *
 * @returns null where that is not possible: it was no mere question, or its token came from elsewhere
 */
export function questionOf(heard: HeardAnswer, env: Host['env']): Question | null {
  const { method, url, tokenVariable, status, body } = heard;
  const { authorization, ...headers } = heard.headers;
  if (method !== 'GET' || status !== 200 || authorization !== `Bearer ${env[tokenVariable]}`) return null;
  return { url, headers, tokenVariable, answered: hashFor(status).update(body).digest('base64url') };
}

/** Takes the body of an answer, a piece at a time. */
const hashFor = (status: number | undefined) => createHash('sha256').update(`${status}\0`);

/** Asks again, as few at once as are under way together, and no more after the first answer that is another. */
export async function isAnsweredAsBefore(questions: readonly Question[], env: Host['env']): Promise<boolean> {
  if (questions.length === 0) return true;
  const { Agent, get } = questions[0]?.url.startsWith('https:')
    ? await import('node:https')
    : await import('node:http');
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  const waiting = [...questions];
  let isSame = true;
  const one = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && isSame; next = waiting.shift()) {
      const { url, headers, tokenVariable, answered } = next;
      const options = {
        ...{ agent, timeout: patience, signal: AbortSignal.timeout(patience) },
        headers: { ...headers, authorization: `Bearer ${env[tokenVariable]}` },
      };
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        get(url, options, resolve).on('error', reject);
      });
      const hash = hashFor(answer.statusCode);
      for await (const piece of answer) hash.update(piece as Buffer);
      isSame &&= hash.digest('base64url') === answered;
    }
  };
  try {
    await Promise.all(Array.from({ length: most }, one));
  } catch {
    isSame = false;
  }
  agent.destroy();
  return isSame;
}
