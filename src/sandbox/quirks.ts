import { observedQuirks, strictQuirks } from '../model/quirks.ts';

/** The two modes by name. */
export const modes = { observed: observedQuirks, strict: strictQuirks } as const;

/** `observed` follows real workspaces, `strict` the official pages. */
export type Mode = keyof typeof modes;
