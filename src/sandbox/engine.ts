import type { Quirks } from '../model/quirks.ts';
import type { FaultPlan } from './faults/plan.ts';
import type { Limiter } from './http/limit.ts';
import type { Log } from './http/log.ts';
import type { TokenRights } from './options.ts';
import type { Random } from './random.ts';
import type { ImageRecord } from './state/records.ts';
import type { SandboxState } from './state/sandbox-state.ts';
import type { Store } from './state/store.ts';
import type { SandboxVersion } from './version.ts';

/** What every handler and page works with: the workspace, and how the sandbox shall behave. */
export interface Engine {
  readonly world: SandboxState;
  readonly store: Store;
  readonly random: Random;
  readonly log: Log;
  readonly limiter: Limiter;
  readonly defaultVersion: SandboxVersion;
  /** Copies of images by the address that they were fetched from, as long as it runs. */
  readonly fetched: Map<string, ImageRecord>;
  readonly externalImages: 'fetch' | 'accept';
  /** By token. */
  readonly tokens: Map<string, Required<TokenRights>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Milliseconds each request takes at least. */
  readonly latency: number;
  /** Aborted when the sandbox is closed: ends waits and downloads. */
  readonly closing: AbortSignal;
  /** `http://127.0.0.1:PORT`, once it listens. */
  listens: string;
  /** Where its pages are said to be: there too, unless it was started with another address. */
  base: string;
  quirks: Quirks;
  faults: FaultPlan;
}

/** The clock as Intercom tells time: Unix seconds. */
export function seconds(engine: Engine): number {
  return Math.floor(engine.now() / 1000);
}
