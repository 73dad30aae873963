import { pageAddress } from '../documentation.ts';
import type { TextFlavour } from '../flavour-name.ts';
import { type ForeignKind, foreignKinds } from '../foreign-kinds.ts';

/** Something that another tool reads. */
export interface Foreign {
  readonly written: string;
  /** null only for what is no tool's. */
  readonly kind: ForeignKind | null;
  /** The flavour that the text is in. */
  readonly flavour?: TextFlavour;
  /** It is taken out. */
  readonly isLost?: boolean;
}

/** In the tool's words, and what comes of it. */
export function foreignMessage({ written, kind, flavour, isLost }: Foreign): string {
  const known = kind !== null && Object.hasOwn(foreignKinds, kind) ? foreignKinds[kind] : undefined;
  if (known === undefined) return `"${written}" is another tool's and is shown as text`;
  const { shown = isLost === true ? 'nothing is shown for it' : 'it is shown as text' } = known;
  const isOwn = flavour !== undefined && known.flavours.includes(flavour);
  return isOwn
    ? `"${written}" cannot be read as ${known.what}; ${shown}`
    : `"${written}" is ${known.what} of ${known.tool}; ${shown}`;
}

/**
 * What to write, or to set.
 *
 * @param instead what to write, where that is known better
 */
export function foreignHelp({ kind, flavour }: Foreign, instead?: string): string {
  const known = kind !== null && Object.hasOwn(foreignKinds, kind) ? foreignKinds[kind] : undefined;
  if (known === undefined) return `${pageAddress('reference/dialect')} has what can be written instead.`;
  const way = instead ?? known.instead;
  if (flavour !== undefined && known.flavours.includes(flavour)) return way;
  const [first, ...others] = known.flavours;
  if (first === undefined) return way;
  const or = others.length === 0 ? '' : ` (or ${others.join(', ')})`;
  return `${way} If the texts are written for ${known.tool}, set "flavour: ${first}"${or} in helpcentre.yml.`;
}
