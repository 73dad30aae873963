import type * as z from 'zod';
import type { ApiRequest } from './api-request.ts';
import type { Connection } from './connection.ts';
import { createSurely } from './create-surely.ts';
import type { Kind, Moment } from './known.ts';
import { inShape, wrongId } from './requests.ts';

/** What is created, and how it is known again where the answer is lost. */
interface Creation<T extends z.ZodType> {
  readonly kind: Kind;
  /** What one is called, for an error. */
  readonly what: string;
  readonly asked: ApiRequest;
  readonly shape: T;
  /** Before which everything was there already. */
  readonly mark: Moment;
  /** Looks whether it is there by now; null when it is not. */
  look(): Promise<z.output<T> | null>;
}

/**
 * Creates something once, on a connection that knows what existed before: an answer about what did is never taken for
 * the new one. What was created is accounted for.
 *
 * @throws IntercomError
 */
export async function createKnown<T extends z.ZodType<{ readonly id: string }>>(
  { transport, known, limits }: Connection,
  { kind, what, asked, shape, mark, look }: Creation<T>,
): Promise<z.output<T>> {
  const wire = await createSurely<z.output<T>>({
    send: () => transport.send(asked),
    read: (answer) => {
      const row = inShape(shape, answer, asked);
      if (known.had(kind, row.id, mark)) throw wrongId(asked, answer, `with ${what} ${row.id}, which is an old one`);
      return row;
    },
    look,
    pause: (milliseconds) => transport.pause(milliseconds, asked),
    pauses: limits.lookMs,
    pausesAfterTimeOut: limits.lookAfterTimeOutMs,
    attempts: limits.attempts,
  });
  known.claim(kind, wire.id);
  return wire;
}
