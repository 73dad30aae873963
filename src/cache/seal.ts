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

/** Whether something is the seal of some bytes. */
export function isSealOf(bytes: Uint8Array, found: Uint8Array, seal: Seal): boolean {
  return found.length === sealLength && timingSafeEqual(found, Buffer.from(sealOf(bytes, seal)));
}

/** The seal of some bytes, in hex. */
export function sealOf(bytes: Uint8Array, { secret, maker }: Seal): string {
  return createHmac('sha256', secret).update(`${maker}\n`).update(bytes).digest('hex');
}
