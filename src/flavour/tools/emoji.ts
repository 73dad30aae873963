import { nameToEmoji } from 'gemoji';
import type { InlineRule } from '../flavour.ts';

/** `:tada:` is the emoji, in tools that show it. */
export const emoji: InlineRule = {
  sign: ':',
  pattern: /(?<![\w:/.]):([a-z0-9_+-]{1,60}):(?!\w)/dg,
  write: ([, name = '']) => (Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? null) : null),
};
