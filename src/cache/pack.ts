import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/** Something that is kept: facts as JSON, and a text. */
export interface Kept {
  /** JSON. */
  readonly facts: Buffer;
  readonly text: Buffer;
  /** How many savings ago it was last asked for. */
  readonly age: number;
}

/** What tells a file of ours from any other. */
export interface Seal {
  /** What a repository brings along could hold any text. */
  readonly secret: Uint8Array;
  /** What another build kept is of no use to this one, and would only be carried along. */
  readonly maker: string;
}

const indexSchema = z.array(z.tuple([z.string(), z.number(), z.number(), z.number()]));

/** Characters of the seal on the first line: an HMAC of all that follows. */
const sealLength = 64;

/**
 * What is kept as one file: a seal, an index in JSON, and the bytes of all entries.
 *
 * @param seal what no file is believed without
 */
export function packed(entries: ReadonlyMap<string, Kept>, seal: Seal): Buffer {
  const index = [...entries].map(([key, { facts, text, age }]) => [key, age, facts.length, text.length]);
  const parts = [...entries.values()].flatMap(({ facts, text }) => [facts, text]);
  const rest = Buffer.concat([Buffer.from(`\n${JSON.stringify(index)}\n`), ...parts]);
  return Buffer.concat([Buffer.from(sealOf(rest, seal)), rest]);
}

/** Reads such a file; null for anything else, a file of another secret or build, and one that is cut off or was changed. */
export function unpacked(bytes: Buffer, seal: Seal): ReadonlyMap<string, Kept> | null {
  const rest = bytes.subarray(sealLength);
  const found = bytes.subarray(0, sealLength);
  if (rest[0] !== newline || !timingSafeEqual(found, Buffer.from(sealOf(rest, seal)))) return null;
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

function sealOf(rest: Uint8Array, { secret, maker }: Seal): string {
  return createHmac('sha256', secret).update(`${maker}\n`).update(rest).digest('hex');
}
