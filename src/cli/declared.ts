import type { Command } from 'commander';

/** A line to paste, and what it does. */
export interface Example {
  readonly line: string;
  readonly does: string;
}

/** Headings that the list of commands has, in their order. */
export const commandGroups = ['Begin', 'Write', 'Publish', 'Look at what is live', 'Tools'] as const;

/** What is known of a command besides what the parser has to know. The help and docs/reference/commands.md are made from it. */
export interface Facts {
  readonly group: (typeof commandGroups)[number];
  /** What it does, in whole sentences. */
  readonly about: string;
  /** Whom it asks for what, and where it writes. */
  readonly network: string;
  /** Each can be pasted into the folder of a help centre, or into the one that `does` speaks of. */
  readonly examples: readonly [Example, ...Example[]];
  /** What its options can say, where a line does not hold it; shown below them as it is. */
  readonly more?: string;
  /** When it ends with 1 or 2, where that is no error. */
  readonly exits?: Readonly<Partial<Record<'1' | '2', string>>>;
  /** What it prints with `--json`, where that is no document of its own. */
  readonly json?: string;
}

const known = new WeakMap<Command, Facts>();

/** Declares what is known of a command, beside its options. */
export function declared(command: Command, facts: Facts): Command {
  known.set(command, facts);
  return command;
}

/** What a command was declared with; null for one that was not. */
export function factsOf(command: Command): Facts | null {
  return known.get(command) ?? null;
}
