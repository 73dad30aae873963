import { flavours } from '../flavour/flavours.ts';
import { type FlavourName, flavourNames } from '../model/flavour-name.ts';
import { type ForeignKind, foreignKinds, isForeignKind } from '../model/foreign-kinds.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import type { Foreigners } from './findings.ts';

/** One tool's marks in the sources. */
interface Seen {
  readonly flavour: FlavourName;
  readonly files: number;
  /** How often each kind is there. */
  readonly kinds: ReadonlyMap<ForeignKind, number>;
}

/** Marks that may be a single slip. */
const least = 3;

/**
 * Says once which tool the sources look written for, where the configuration names none, or another one: when one text in
 * twenty has its marks. Beside a flavour that is set it takes one in five, because a text or two may quote another tool.
 *
 * @param texts what only other tools read, a text each
 */
export function flavourUnset(
  texts: readonly Foreigners[],
  { flavour: set, layout }: Pick<Settings, 'flavour' | 'layout'>,
): readonly Problem[] {
  if (layout === 'intercom-sync') return [];
  const [most] = flavourNames.map((name) => seen(name, set, texts)).sort((a, b) => total(b) - total(a));
  if (most === undefined || total(most) < least) return [];
  if (most.files * (set === 'github' ? 20 : 5) < texts.length) return [];
  const [kind, count] = [...most.kinds].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (kind === undefined || count === undefined) return [];
  const { mark } = foreignKinds[kind];
  const { title } = flavours[most.flavour];
  return [problem('flavour-unset', { count, mark, files: most.files, title, flavour: most.flavour, set })];
}

function seen(flavour: FlavourName, set: FlavourName, texts: readonly Foreigners[]): Seen {
  const kinds = new Map<ForeignKind, number>();
  let files = 0;
  for (const text of texts) {
    // What the flavour that is set reads too is no sign of another.
    const own = countsIn(text).filter(([kind]) => isTelling(kind) && isOf(kind, flavour) && !isOf(kind, set));
    if (own.length > 0) files += 1;
    for (const [kind, number] of own) kinds.set(kind, (kinds.get(kind) ?? 0) + number);
  }
  return { flavour, files, kinds };
}

function countsIn(text: Foreigners): readonly (readonly [ForeignKind, number])[] {
  return Object.entries(text).flatMap(([kind, number]) => (isForeignKind(kind) ? [[kind, number] as const] : []));
}

const isOf = (kind: ForeignKind, flavour: FlavourName): boolean => foreignKinds[kind].flavours.includes(flavour);

/** Whether a kind tells anything of a tool. */
const isTelling = (kind: ForeignKind): boolean => foreignKinds[kind].isCommon !== true;

/** Of two tools that both read it, the one that a kind names first. */
function total({ kinds, flavour }: Seen): number {
  const each = [...kinds].map(([kind, count]) => (foreignKinds[kind].flavours[0] === flavour ? count : count * 0.9));
  return each.reduce((sum, count) => sum + count, 0);
}
