import { IntercomError } from '../model/workspace.ts';
import type { Answer, Settled } from './transport.ts';

/** The pieces of a create that must happen exactly once. */
export interface SureCreate<T> {
  /** Sends it. */
  send(): Promise<Settled>;
  /** Reads the answer. */
  read(answer: Answer): T;
  /** Looks whether it is there by now; null when it is not. */
  look(): Promise<T | null>;
  pause(milliseconds: number): Promise<void>;
  /** Pauses before each look. */
  readonly pauses: readonly number[];
  /** The same when the answer did not come in time, and Intercom may still be at work. */
  readonly pausesAfterTimeOut: readonly number[];
  /** How often it is sent at most. */
  readonly attempts: number;
}

/**
 * Creates something once. When an answer is lost it is looked for, more than once, since it may take a moment to
 * show; only when it is not there is it sent again.
 *
 * @throws IntercomError; when looking failed, one that says that nobody knows whether it was created
 */
export async function createSurely<T>(steps: SureCreate<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const settled = await steps.send();
    if (settled.kind === 'answer') return steps.read(settled);
    if (settled.kind === 'failed') throw settled.error;
    const pauses = settled.timedOut ? steps.pausesAfterTimeOut : steps.pauses;
    const found = await lookFor(steps, pauses, settled.error);
    if (found !== null) return found;
    if (attempt >= steps.attempts) throw settled.error;
  }
}

async function lookFor<T>(steps: SureCreate<T>, pauses: readonly number[], lost: IntercomError): Promise<T | null> {
  try {
    for (const milliseconds of pauses) {
      await steps.pause(milliseconds);
      const found = await steps.look();
      if (found !== null) return found;
    }
    return null;
  } catch (error) {
    throw error instanceof IntercomError ? uncertain(lost, error) : error;
  }
}

/** The create's own error, with the code and reason that kept us from finding out. */
function uncertain(lost: IntercomError, looking: IntercomError): IntercomError {
  const { method, path, status, requestId, detail } = lost;
  const message = `${lost.message} It is not known whether it was created: ${looking.message} The next run looks for it before it creates anything.`;
  return new IntercomError({
    method,
    path,
    status,
    code: looking.code === 'cancelled' ? 'cancelled' : lost.code,
    requestId,
    detail,
    message,
  });
}
