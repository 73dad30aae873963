import { createHmac, timingSafeEqual } from 'node:crypto';

/** What tells a file of ours from any other. */
export interface Seal {
  /** What a repository brings along could hold any text. */
  readonly secret: Uint8Array;
  /** What another build kept is of no use to this one, and would only be carried along. */
  readonly maker: string;
}

/** Characters of a seal: an HMAC in hex. */
export const sealLength = 64;

/** Bytes with their seal in front. */
export function sealed(bytes: Uint8Array, seal: Seal): Buffer {
  return Buffer.concat([Buffer.from(sealOf(bytes, seal)), bytes]);
}

/** The bytes behind a seal; null where it is none of this secret and build over these very bytes. */
export function unsealed(bytes: Buffer, seal: Seal): Buffer | null {
  const [found, rest] = [bytes.subarray(0, sealLength), bytes.subarray(sealLength)];
  return isSealOf(rest, found, seal) ? rest : null;
}

/** Whether something is the seal of some bytes. */
export function isSealOf(bytes: Uint8Array, found: Uint8Array, seal: Seal): boolean {
  return found.length === sealLength && timingSafeEqual(found, Buffer.from(sealOf(bytes, seal)));
}

/** The seal of some bytes, in hex. */
export function sealOf(bytes: Uint8Array, { secret, maker }: Seal): string {
  return createHmac('sha256', secret).update(`${maker}\n`).update(bytes).digest('hex');
}
