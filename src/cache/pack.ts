import * as z from 'zod';
import { type Seal, sealed, unsealed } from './seal.ts';

/** Something that is kept: facts as JSON, and a text. */
export interface Kept {
  /** JSON. */
  readonly facts: Buffer;
  readonly text: Buffer;
  /** How many savings ago it was last asked for. */
  readonly age: number;
}

const indexSchema = z.array(z.tuple([z.string(), z.number(), z.number(), z.number()]));

/**
 * What is kept as one file: a seal, an index in JSON, and the bytes of all entries.
 *
 * @param seal what no file is believed without
 */
export function packed(entries: ReadonlyMap<string, Kept>, seal: Seal): Buffer {
  const index = [...entries].map(([key, { facts, text, age }]) => [key, age, facts.length, text.length]);
  const parts = [...entries.values()].flatMap(({ facts, text }) => [facts, text]);
  const rest = Buffer.concat([Buffer.from(`\n${JSON.stringify(index)}\n`), ...parts]);
  return sealed(rest, seal);
}

/** Reads such a file; null for anything else, a file of another secret or build, and one that is cut off or was changed. */
export function unpacked(bytes: Buffer, seal: Seal): ReadonlyMap<string, Kept> | null {
  const rest = unsealed(bytes, seal);
  if (rest === null || rest[0] !== newline) return null;
  const end = rest.indexOf(newline, 1);
  const entries = new Map<string, Kept>();
  let at = end + 1;
  for (const [key, age, facts, text] of indexSchema.parse(JSON.parse(rest.toString('utf8', 1, end)))) {
    entries.set(key, { age, facts: rest.subarray(at, at + facts), text: rest.subarray(at + facts, at + facts + text) });
    at += facts + text;
  }
  return entries;
}

const newline = 0x0a;
