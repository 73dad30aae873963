import PQueue from 'p-queue';
import { IntercomError } from '../model/workspace.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { PublishInput } from './publish-input.ts';

/** What was to be sent when the run was stopped, and was not: it is as if it had not been begun. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';
  readonly code = 'cancelled';

  constructor() {
    super('The run was stopped before this was sent.');
  }
}

/**
 * Makes the way for what is sent: never more than so many at once, and nothing any more once the run is stopped. What
 * failed makes way for another only when it is clear what that means for the others.
 *
 * @param breaker told of every answer, and asked before anything is sent
 */
export function makeFlights(
  { concurrency, signal }: Pick<PublishInput, 'concurrency' | 'signal'>,
  breaker: CircuitBreaker,
): <Answer>(send: () => Promise<Answer>) => Promise<Answer> {
  const queue = new PQueue({ concurrency });
  return (send) =>
    queue.add(async () => {
      if (signal.aborted || breaker.reason() !== null) throw new NotSentError();
      try {
        const answer = await send();
        breaker.succeeded();
        return answer;
      } catch (error) {
        if (error instanceof IntercomError) await breaker.failed(error);
        throw error;
      }
    });
}
