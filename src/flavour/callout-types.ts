import { colorOfKind } from '../model/callout-kinds.ts';
import type { Becomes } from './flavour.ts';

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

/** Whether a word is a kind of callout that its colour tells: as the name of a tag it can be nothing else. */
export function isToldType(type: string): boolean {
  return told.includes(type);
}

/** Whether a word is a kind of callout. */
export function isCalloutType(type: string): boolean {
  return colorOfKind(type) !== null;
}

/**
 * The callout of a kind; gray, with its name for a title, where the kind is not known.
 *
 * @param title as given; `null` for none
 */
export function callout(type: string, title: string | null): Becomes {
  const kind = type.toLowerCase();
  const color = colorOfKind(kind) ?? 'gray';
  const name = kind === '' || told.includes(kind) ? null : kind[0]?.toUpperCase() + kind.slice(1).replaceAll('-', ' ');
  const given = title?.trim() ?? '';
  return { is: 'callout', color, title: given === '' ? name : given };
}
