import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { sortProblems } from './sort-problems.ts';

/** One of the places of a problem. */
export interface GatheredPlace extends Place {
  /** What is said of this one, where that names something else than the message of all. */
  readonly message?: string;
}

/** A problem that several places have. */
export interface Gathered extends Problem {
  /** All of them, `place` the first; absent where it is the only one. */
  readonly places?: readonly GatheredPlace[];
}

/**
 * Says what many places have in common once: four hundred images of one type that Intercom does not take are one finding,
 * and so is one table in a page and in its translations. Nothing is left out: every place is named, with its own words
 * where it has such, and fixes are those of all.
 *
 * @returns in the order of `sortProblems`
 */
export function gathered(problems: readonly Problem[]): readonly Gathered[] {
  const kinds = new Map<string, Problem[]>();
  for (const found of sortProblems(problems)) {
    const kind = JSON.stringify([found.severity, found.code, wordsOf(found)]);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [found]);
    else known.push(found);
  }
  return sortProblems([...kinds.values()].flatMap((alike) => (alike.length > 1 ? [asOne(alike)] : alike)));
}

function asOne(alike: readonly Problem[]): Gathered {
  const [first] = alike as readonly [Problem, ...Problem[]];
  const places = alike.flatMap(({ place, message }) =>
    place === undefined ? [] : [message === first.message ? place : { ...place, message }],
  );
  const fixes = alike.flatMap(({ fix }) => fix ?? []);
  const [fix] = fixes;
  if (fix === undefined) return { ...first, places };
  const lineEnds = fixes.flatMap((one) => one.lineEnds ?? []);
  const edits = fixes.flatMap((one) => one.edits);
  return { ...first, places, fix: { ...fix, edits, ...(lineEnds.length === 0 ? {} : { lineEnds }) } };
}

/** What is said of all of a kind: their words, less what is of one place only. */
function wordsOf(found: Problem): string {
  return shortened[found.code]?.(found) ?? found.message;
}

const withoutQuotes = ({ message }: Problem): string => message.replace(/"[^"]*"/g, '""');
const endings = ({ message }: Problem): string => message.replace(/"[^"]*?(\.\w+)?"/g, '"$1"');

/** What differs between findings that are one to whoever reads them. */
const shortened: Readonly<Record<string, (found: Problem) => string>> = {
  'list-numbering': ({ message }) => message.replace(/\d+/g, '1'),
  'image-type': endings,
  'image-type-remote': endings,
  'heading-markup': withoutQuotes,
  'anchor-moved': withoutQuotes,
  'not-html': withoutQuotes,
  'title-lost': withoutQuotes,
  formula: withoutQuotes,
  'link-to-file': withoutQuotes,
  'page-in-front-matter': ({ message }) => message.replace(/\(.*\)/, '()'),
  'page-generated': ({ message }) => message.replace(/"(\w+):[^"]*"/, '"$1"'),
  footnote: ({ message }) => message.replace(/\[\^[^\]]*\]/, ''),
  'folder-too-deep': ({ message }) => message.replace(/;.*/, '').replace(/"[^"]*"/g, '""'),
  // The help holds the name, whatever the component is given.
  'component-unknown': ({ message, help }) => `${help} ${message.replace(/[\s\S]*;/, '')}`,
};
