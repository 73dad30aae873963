import type { Check, Found } from '../check.ts';
import type { AuditedText, Facts } from '../facts.ts';
import { quoted } from '../words.ts';
import { duplicatesIn, onceForAllLanguages, together } from './duplicates.ts';

const exact = ({ text }: AuditedText): string => text.title.trim();
const loose = (text: AuditedText): string => exact(text).normalize('NFC').toLowerCase().replace(/\s+/g, ' ');

function alike(shelf: readonly AuditedText[]): readonly (readonly AuditedText[])[] {
  const groups = new Map<string, AuditedText[]>();
  for (const text of shelf) if (exact(text) !== '') groups.set(loose(text), [...(groups.get(loose(text)) ?? []), text]);
  return [...groups.values()].filter(({ length }) => length > 1);
}

function found(facts: Facts, isWanted: (titles: number) => boolean, what: string): readonly Found[] {
  const twins = duplicatesIn(facts).map((texts) => new Set(texts.map(({ article }) => article)));
  return onceForAllLanguages(facts, alike).flatMap((texts) => {
    const [first] = texts;
    // Of articles with the same text, that is said already.
    const isTold = twins.some((twin) => texts.every(({ article }) => twin.has(article)));
    if (first === undefined || isTold || !isWanted(new Set(texts.map(exact)).size)) return [];
    return together(texts, facts, `${texts.length} articles ${what} ${quoted(exact(first))}`);
  });
}

/** Different articles with one title. */
export const sameTitle: Check = {
  code: 'title-twice',
  title: 'Titles that several articles have',
  why: 'In search results and lists readers cannot tell them apart.',
  help: 'Say in each title what only this article is about.',
  find: (facts) => found(facts, (titles) => titles === 1, 'have the title'),
};

/** Titles that differ in case or spaces alone. */
export const titleCase: Check = {
  code: 'title-case',
  title: 'Titles that differ only in capitals or spaces',
  why: 'In search results and lists readers cannot tell them apart.',
  help: 'Say in each title what only this article is about.',
  find: (facts) => found(facts, (titles) => titles > 1, 'have a title that differs only in capitals or spaces from'),
};
