/** Milliseconds that a time may be off by: some disks keep whole seconds only, so what was written so shortly before it was read may have changed since. */
export const coarse = 2_000;
