import type { CollectionField } from '../model/collection.ts';
import { minuteText } from '../model/minute-text.ts';
import type { Held, OnTarget } from '../model/plan.ts';

/**
 * Why a change is held back, in words.
 *
 * @param who who edited the article in Intercom and when, with a space in front; empty where that is not known
 * @param languages which are meant; empty for all
 */
const heldWords: Readonly<Record<Held['why'], (who: string, languages: string) => string>> = {
  drift: (who) => `edited in Intercom${who}`,
  conflict: (who) =>
    who === '' ? 'edited in Intercom and changed here' : `edited in Intercom${who}, and changed here`,
  'pending-draft': (who) =>
    `has an unpublished draft in Intercom${who === '' ? '' : `; the article was last saved${who}`}`,
  'other-type': () => 'has another type in Intercom',
  'no-state': () => 'has lost its file, and cannot be unpublished',
  undisplayed: () => 'has a block that Intercom does not give out',
  'staged-otherwise': (_, languages) =>
    `what is staged${languages === '' ? '' : ` in ${languages}`} is not what its source says now`,
  // Intercom does not say who deleted an article.
  gone: () => 'deleted in Intercom',
  guard: (_, languages) => `readers would lose it${languages === '' ? '' : ` in ${languages}`}`,
  ambiguous: () => 'more than one article fits',
  double: () => 'Intercom has nearly the same article',
  'not-promoted': () => 'not promoted',
};

/** How the target that something would be promoted from has it. */
const onTargetWords: Readonly<Record<OnTarget['is'], (target: string) => string>> = {
  absent: (target) => `not promoted: it is not on ${target} yet`,
  other: (target) => `not promoted: ${target} has it otherwise`,
  present: (target) => `not promoted: it is still on ${target}`,
};

/** Why something is held back: who edited it, and when, as far as Intercom says. */
export function heldReason(held: Pick<Held, 'why' | 'by' | 'at' | 'locales' | 'fields' | 'on'>): string {
  if (held.on !== undefined) return onTargetWords[held.on.is](held.on.target);
  const languages = held.locales?.join(', ') ?? '';
  const inThem = languages === '' ? '' : ` (${languages})`;
  const by = held.by === null ? '' : ` by ${held.by}`;
  const on = held.at === null || held.at === 0 ? '' : ` on ${minuteText(held.at)}`;
  const words = heldWords[held.why](`${inThem}${by}${on}`, languages);
  return held.fields === undefined ? words : `${fieldWords(held.fields)} ${words}; Intercom does not say by whom`;
}

/** What of a collection is meant: `name and fr description`. */
function fieldWords(fields: readonly CollectionField[]): string {
  const words = fields.map((field) => field.replace('.', ' '));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** What is held, as it is called: a path, or `collection Billing`. */
export function heldName({ key, fields }: Pick<Held, 'key' | 'fields'>): string {
  return fields === undefined ? key : `collection ${key}`;
}
