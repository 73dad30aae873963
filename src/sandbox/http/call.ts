import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { TokenRights } from '../options.ts';
import type { TeammateRecord } from '../state/records.ts';
import type { SandboxVersion } from '../version.ts';
import type { OpenEntry, Written } from './log.ts';

/** One request to the API after it was let in: what every handler may ask about it. */
export interface Call {
  readonly entry: OpenEntry;
  /** Where its body comes from. */
  readonly incoming: Readable & { readonly headers: IncomingHttpHeaders };
  /** URL as the client wrote it. */
  readonly url: URL;
  readonly version: SandboxVersion;
  readonly rights: Required<TokenRights>;
  /** Teammate the token belongs to. */
  readonly admin: TeammateRecord;
}

/** Notes in the log that a call changed something; what is noted is saved before the call is answered. */
export function wrote(call: Call, kind: Written['kind'], action: Written['action'], id: string): void {
  call.entry.written = [...call.entry.written, { kind, action, id }];
}

/** What the routes' handlers find in Hono's context. */
export interface ApiEnv {
  Bindings: { readonly call: Call };
}
