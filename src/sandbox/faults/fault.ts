/**
 * What can go wrong, and when in the life of a request.
 *
 * | kind | what the client meets | what becomes of the request |
 * | --- | --- | --- |
 * | `refuse` | the connection is closed without a word | nothing happens |
 * | `reset-before` | the connection is reset | nothing happens |
 * | `429` `500` `502` `503` `504` | that status; 502 to 504 with an HTML page | nothing happens |
 * | `slow` | the answer comes late, after `=2s` or `=1500ms` (default 3s) | it takes effect after the wait |
 * | `drop-after` | the connection is closed without a word | it takes effect |
 * | `reset-after` | the connection is reset | it takes effect |
 * | `500-after` `502-after` `503-after` `504-after` | that status | it takes effect |
 * | `cut` | the answer breaks off after `=100` bytes (default: half of it) | it takes effect |
 */
export const faultKinds = [
  'refuse',
  'reset-before',
  '429',
  '500',
  '502',
  '503',
  '504',
  'slow',
  'drop-after',
  'reset-after',
  '500-after',
  '502-after',
  '503-after',
  '504-after',
  'cut',
] as const;

/** Name of a fault. */
export type FaultKind = (typeof faultKinds)[number];

/** A fault, and which requests it meets: those that fit every condition. */
export interface Fault {
  readonly kind: FaultKind;
  /** Milliseconds for `slow`, bytes for `cut`; null for the default. */
  readonly amount: number | null;
  /** Only requests with this method. */
  readonly method: string | null;
  /** Only requests to paths of this pattern; `*` stands for any characters. */
  readonly path: string | null;
  /** Only these of the requests that fit method and path, counted from 1; `last` is Infinity for "and all after". */
  readonly nth: { readonly first: number; readonly last: number } | null;
  /** Only this share of them, drawn at random; 0 to 1. */
  readonly probability: number | null;
  /** As it was typed. */
  readonly spec: string;
}
