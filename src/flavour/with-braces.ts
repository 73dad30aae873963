import type { Flavour, InlineRule } from './flavour.ts';

/** Braces are signs like any other. Code that is indented has no escapes. */
const shown: InlineRule = {
  sign: '{',
  pattern: /(?<!^(?: {4}|\t).*)\{(?=[{%#])/dg,
  write: () => '\\{',
};

/** A tool's Markdown where it is told to leave its own tags alone. */
export function withBraces(flavour: Flavour): Flavour {
  const inline = flavour.inline.filter(({ sign }) => !sign.startsWith('{{') && !sign.startsWith('{%'));
  return { ...flavour, tags: [], inline: [...inline, shown] };
}
