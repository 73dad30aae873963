import { coarse } from '../disk/coarse-times.ts';
import type { Question } from './asked-again.ts';
import { isFailure, type Look, type LookKind, lastChange, seenNow } from './look.ts';
import type { ProgramRun } from './program-run.ts';

/** What a run learned from outside of itself, while it ran. */
export interface Notes {
  /** @param isThere whether the look succeeded */
  looked(kind: LookKind, path: string, isThere: boolean): void;
  ran(program: ProgramRun): void;
  asked(question: Question): void;
  /** Says that the run would come to something else from a moment on. @param moment milliseconds since the epoch */
  until(moment: number): void;
  /** Says that the run did or learned something that cannot be looked at again. @param why for whoever looks into it */
  spoil(why: string): void;
}

/** Notes of a run that is done. */
export interface Noted extends Notes {
  /** All that has to be as it was for the run to come to the same; null where that cannot be told. */
  taken(): Learned | null;
}

/** All that a run learned. */
export interface Learned {
  readonly looks: readonly Look[];
  readonly programs: readonly ProgramRun[];
  readonly questions: readonly Question[];
  /** When the run was, and the moment from which on it would come to something else; in milliseconds since the epoch. */
  readonly from: number;
  readonly until?: number;
}

/**
 * Starts with no notes.
 *
 * @param began when the run did, in milliseconds since the epoch
 */
export function startNotes(began: number): Noted {
  const looks = new Map<string, { readonly kind: LookKind; readonly path: string; readonly isThere: boolean }>();
  const programs: ProgramRun[] = [];
  const questions: Question[] = [];
  let spoiled: string | null = null;
  let end: number | undefined;
  const spoil = (why: string): void => {
    spoiled ??= why;
  };
  return {
    looked(kind, path, isThere) {
      const key = `${kind} ${path}`;
      const before = looks.get(key);
      if (before === undefined) looks.set(key, { kind, path, isThere });
      else if (before.isThere !== isThere) spoil(`${path} came or went`);
    },
    ran: (program) => void programs.push(program),
    asked: (question) => void questions.push(question),
    until(moment) {
      end = Math.min(end ?? moment, moment);
    },
    spoil,
    taken() {
      const seen: Look[] = [];
      for (const { kind, path, isThere } of looks.values()) {
        if (spoiled !== null) return null;
        const saw = seenNow(kind, path);
        // What changed while the run looked at it may not be what the run saw.
        if (isThere === isFailure(saw) || lastChange(kind, path) >= began - coarse) spoil(`${path} has just changed`);
        seen.push({ kind, path, saw });
      }
      if (spoiled !== null) return null;
      return { looks: seen, programs, questions, from: began, ...(end === undefined ? {} : { until: end }) };
    },
  };
}
