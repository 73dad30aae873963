import type { Quirks } from '../model/quirks.ts';
import type { Fault } from './faults/fault.ts';
import type { PhaseListener } from './http/log.ts';
import type { LocaleCode } from './locales.ts';
import type { Mode } from './quirks.ts';
import type { SandboxVersion } from './version.ts';

/** A token that the API takes, and what it may do. */
export interface TokenRights {
  readonly token: string;
  /** Whether it may change anything; a read-only one gets a 403. Default: yes. */
  readonly write?: boolean;
  /** Whether it may see articles, collections and the rest of the help centre at all. Default: yes. */
  readonly articles?: boolean;
  /** Whether it may see redirects. Default: yes. */
  readonly redirects?: boolean;
  /** Whether it may see content snippets. Default: yes. */
  readonly snippets?: boolean;
}

/** How a sandbox is started. Everything but `dir` has a default. */
export interface SandboxOptions {
  /** Folder of its state, absolute; null keeps everything in memory. */
  readonly dir: string | null;
  /**
   * Whether git has these very bytes of the folder's lock, which then came with a checkout and holds nobody up. Default:
   * it never has.
   */
  readonly isCommitted?: (file: string, bytes: Uint8Array) => Promise<boolean>;
  /** Port on 127.0.0.1; 0, the default, takes the one of the last run if it is free, or any. */
  readonly port?: number;
  /**
   * Where its pages are said to be, without a trailing slash: for one that listens on this port for a moment, and is found
   * elsewhere later. Default: where it listens.
   */
  readonly address?: string;
  /** Default: `observed`. */
  readonly mode?: Mode;
  /** Single switches that differ from the mode. */
  readonly quirks?: Partial<Quirks>;
  /** Version of a request that names none. Default: 2.16. */
  readonly version?: SandboxVersion;
  /** Milliseconds every request takes at least. Default: 0. */
  readonly latency?: number;
  /** Requests in ten seconds; null, the default, for no limit. */
  readonly rateLimit?: number | null;
  /** Seed of everything drawn at random: ids, request ids, faults. Default: 1. */
  readonly seed?: number;
  /** Faults, as `parseFaults` gives them. Default: none. */
  readonly faults?: readonly Fault[];
  /** Images on other hosts than loopback: fetched; or, the default, taken as they are with a stand-in picture. */
  readonly externalImages?: 'fetch' | 'accept';
  /** Milliseconds since the epoch. Default: the clock. */
  readonly now?: () => number;
  /** Whether the workspace has languages. Only for a new one. Default: yes. */
  readonly multilingual?: boolean;
  /** Locales of the help centre, the default one first. Only for a new workspace. Default: en, fr, de, es. */
  readonly locales?: readonly LocaleCode[];
  /** Tokens besides `sandbox`, which may do everything. */
  readonly tokens?: readonly TokenRights[];
  /** Called at each phase of each request; the request waits for it. */
  readonly onRequest?: PhaseListener;
}
