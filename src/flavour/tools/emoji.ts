import { nameToEmoji } from 'gemoji';
import type { InlineRule } from '../flavour.ts';

/** `:tada:` is the emoji, in tools that show it; some editors write `:heavy\_plus\_sign:`. */
export const emoji: InlineRule = {
  sign: ':',
  pattern: /(?<![\w:/.\\]):((?:[a-z0-9_+-]|\\_){1,60}):(?!\w)/dg,
  write: ([, written = '']) => {
    const name = written.replaceAll('\\', '');
    return Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? null) : null;
  },
};
