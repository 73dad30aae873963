import type { QuirkName, Quirks } from '../model/quirks.ts';
import type { Question, Reply, Workbench } from '../model/workbench.ts';
import type { Answers } from '../model/workspace-facts.ts';

/** Requests that a probe takes at most. */
export const mostRequests = 60;
/** Of these, what taking everything away again may need. */
const forClearing = 6;

/** The requests that questions may take are used up. */
export class SpentError extends Error {
  override readonly name = 'SpentError';
}

/** Intercom would not have something without which nothing more can be asked. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly reply: Reply & { readonly kind: 'refused' | 'lost' };

  constructor(reply: Reply & { readonly kind: 'refused' | 'lost' }) {
    super(reply.error.message);
    this.reply = reply;
  }
}

/** What came of a probe's questions. */
export interface Findings {
  readonly answers: Answers;
  /** What was stored where it is nothing that is known: our own words, as Intercom has them. */
  readonly unknown: ReadonlyMap<QuirkName, string>;
  /** Why a question was not asked, as a clause. */
  readonly left: ReadonlyMap<QuirkName, string>;
}

/** Asks, within the requests that there are, and keeps what was answered. */
export interface Bench {
  readonly version: Workbench['version'];
  readonly findings: Findings;
  /** @throws SpentError, IntercomError */
  ask(question: Question): Promise<Reply>;
  /** As `ask`, where only a good answer will do. @throws RefusedError besides */
  demand(question: Question): Promise<Reply & { readonly kind: 'taken' }>;
  pauses: Workbench['pauses'];
  answer<Name extends QuirkName>(name: Name, value: Quirks[Name]): void;
  /** What came back, where it is none of the answers that are known. */
  wonder(name: QuirkName, seen: string): void;
  /** Says why some are not answered; what was said first counts. */
  leave(names: readonly QuirkName[], why: string): void;
}

/** Starts with nothing asked. */
export function createBench(workbench: Workbench): Bench {
  const answers: Record<string, unknown> = {};
  const unknown = new Map<QuirkName, string>();
  const left = new Map<QuirkName, string>();
  const ask = async (question: Question): Promise<Reply> => {
    if (workbench.requests() >= mostRequests - forClearing) throw new SpentError();
    return workbench.ask(question);
  };
  return {
    version: workbench.version,
    findings: { answers, unknown, left },
    ask,
    async demand(question) {
      const reply = await ask(question);
      if (reply.kind === 'taken') return reply;
      throw new RefusedError(reply);
    },
    pauses: workbench.pauses,
    answer: (name, value) => {
      answers[name] = value;
    },
    wonder: (name, seen) => void unknown.set(name, seen.slice(0, 2000)),
    leave(names, why) {
      for (const name of names)
        if (answers[name] === undefined && !unknown.has(name) && !left.has(name)) left.set(name, why);
    },
  };
}
