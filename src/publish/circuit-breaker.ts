import type { Locale } from '../model/article.ts';
import { IntercomError, type WorkspaceReader } from '../model/workspace.ts';

/** Stops a run that can only fail: everything else would be a useless request. */
export interface CircuitBreaker {
  /** Takes in that Intercom took a write. */
  succeeded(): void;
  /** Takes in that a write failed, each once; resolves once it is clear what that means for the others. */
  failed(error: IntercomError): Promise<void>;
  /** Why no new write is to be begun, as a sentence; null while they are. */
  reason(): string | null;
}

/** Refusals of one kind in a row after which nobody expects another end. */
const enough = 5;

/**
 * Makes the circuit breaker of one run. A token that is no longer taken stops it at once; a refusal or trouble that has nothing
 * to do with one article, when it comes several times in a row with nothing done in between.
 *
 * @param tokenIsTaken asks Intercom for something; only that tells a refused token from an author who may not write
 *   articles, since both are a 401
 */
export function createCircuitBreaker(tokenIsTaken: () => Promise<boolean>): CircuitBreaker {
  let kind = '';
  let inARow = 0;
  let reason: string | null = null;
  let isRefused = false;
  let asking: Promise<boolean> | null = null;
  /** All that failed meanwhile share one answer: dozens come at once. */
  const ask = (): Promise<boolean> => {
    asking ??= tokenIsTaken().finally(() => {
      asking = null;
    });
    return asking;
  };
  const judged = new WeakMap<IntercomError, Promise<void>>();
  const judge = async (error: IntercomError): Promise<void> => {
    const found = kindOf(error);
    if (found === null) return;
    inARow = found === kind ? inARow + 1 : 1;
    kind = found;
    if (inARow >= enough) reason ??= `The same happened ${enough} times in a row, so nothing else was begun.`;
    if (error.status !== 401 || isRefused || (await ask())) return;
    isRefused = true;
    reason = 'Intercom no longer takes the access token, so nothing else was begun.';
  };
  return {
    succeeded() {
      inARow = 0;
    },
    failed(error) {
      const meant = judged.get(error) ?? judge(error);
      judged.set(error, meant);
      return meant;
    },
    reason: () => reason,
  };
}

/** What makes two failures the same; null for one that is about its article alone. */
function kindOf({ status, code, detail }: IntercomError): string | null {
  if (code === 'cancelled') return null;
  if (status === 401 || status === 403) return `${status} ${code} ${detail}`;
  return status === null || status === 429 || status >= 500 ? 'trouble' : null;
}

/**
 * Asks for an article that need not exist, to find out whether the token is taken.
 *
 * @returns false only when Intercom says 401
 */
export async function takesToken(reader: WorkspaceReader, locale: Locale): Promise<boolean> {
  try {
    await reader.article('1', locale);
    return true;
  } catch (error) {
    if (error instanceof IntercomError) return error.status !== 401;
    throw error;
  }
}
