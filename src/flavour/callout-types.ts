import type { Becomes, CalloutColor } from './flavour.ts';

/** Kinds of callouts that tools have, by the colour that says the same. */
const colors: Readonly<Record<string, CalloutColor>> = {
  note: 'blue',
  info: 'blue',
  seealso: 'blue',
  todo: 'blue',
  tip: 'green',
  hint: 'green',
  success: 'green',
  check: 'green',
  done: 'green',
  important: 'gray',
  secondary: 'gray',
  abstract: 'gray',
  summary: 'gray',
  tldr: 'gray',
  example: 'gray',
  quote: 'gray',
  cite: 'gray',
  question: 'yellow',
  help: 'yellow',
  faq: 'yellow',
  warning: 'yellow',
  warn: 'yellow',
  caution: 'yellow',
  attention: 'yellow',
  danger: 'red',
  error: 'red',
  failure: 'red',
  fail: 'red',
  missing: 'red',
  bug: 'red',
};

/** Kinds that their colour tells: of the others the name is shown, as their tools do. */
const told = [
  'note',
  'info',
  'tip',
  'hint',
  'success',
  'check',
  'important',
  'warning',
  'warn',
  'caution',
  'danger',
  'error',
];

/** Whether a word is a kind of callout. */
export function isCalloutType(type: string): boolean {
  return Object.hasOwn(colors, type.toLowerCase());
}

/**
 * The callout of a kind; gray, with its name for a title, where the kind is not known.
 *
 * @param title as given; `null` for none
 */
export function callout(type: string, title: string | null): Becomes {
  const kind = type.toLowerCase();
  const color = Object.hasOwn(colors, kind) ? (colors[kind] ?? 'gray') : 'gray';
  const name = kind === '' || told.includes(kind) ? null : kind[0]?.toUpperCase() + kind.slice(1).replaceAll('-', ' ');
  const given = title?.trim() ?? '';
  return { is: 'callout', color, title: given === '' ? name : given };
}
