import type { AuditKind, AuditPlace, AuditRank } from '../model/audit.ts';
import type { Facts } from './facts.ts';

/** What a check found, before it has the code of the check. */
export interface Found {
  readonly rank: AuditRank;
  /** One sentence. */
  readonly message: string;
  /** What to do; that of the kind where absent. */
  readonly help?: string;
  readonly places: readonly [AuditPlace, ...AuditPlace[]];
}

/** One check: what it looks for, in words for people, and how it finds it. Only what is certain is found. */
export interface Check extends AuditKind {
  readonly find: (facts: Facts) => readonly Found[];
}
