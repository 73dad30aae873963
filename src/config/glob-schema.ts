import * as z from 'zod';
import { waysOf } from '../text/glob-match.ts';

/** Patterns that one glob with braces may stand for. All of them are made. */
const mostAlternatives = 1_000;

/**
 * Stars in one part of a path, and parts that are two stars. Each multiplies the ways in which a name can be tried, and
 * a pull request may bring names as well as globs.
 */
const mostStars = 3;

/**
 * A glob inside the content folder. It may come from anybody who opens a pull request, so that one which would take
 * longer than a person waits is refused.
 */
export const globSchema = z
  .string({ error: 'expected text' })
  .regex(/\S/, 'expected a glob')
  .regex(/^(?![A-Za-z]:)(?!(?:[\s\S]*\/)?\.\.(?:\/|$))/, 'expected a glob inside the content folder')
  .refine(
    (value) => alternativesOf(value) <= mostAlternatives,
    'expected fewer braces in one glob: each pair multiplies it',
  )
  .refine(
    (value) => (waysOf(value) ?? [value]).every(hasFewStars),
    'expected fewer stars in one glob: each multiplies what is tried',
  )
  .refine((value) => !/[+*]\(/.test(value), 'expected no +( ) and no *( ) in a glob: write the names one by one');

/** At least as many patterns as braces make of a glob: no more than all their alternatives, multiplied. */
function alternativesOf(pattern: string): number {
  const groups = pattern.match(/\{[^{}]*/g) ?? [];
  return groups.reduce((product, group) => product * alternativesIn(group), 1);
}

/** `{a,b` is two; `{1..9` is nine, counted as the most that a range of its length can be. */
function alternativesIn(group: string): number {
  const range = /^\{(-?\d+)\.\.(-?\d+)/.exec(group);
  if (range !== null) return Math.abs(Number(range[2]) - Number(range[1])) + 1;
  return /^\{[^,]\.\./.test(group) ? 60_000 : group.split(',').length;
}

/** Of one alternative: what another brings is tried beside it, and multiplies nothing. */
function hasFewStars(glob: string): boolean {
  return starsOf(glob) <= mostStars && glob.split('**').length - 1 <= mostStars;
}

/** The most stars in a part of the path that are not the two of "everything below". */
function starsOf(pattern: string): number {
  const parts = pattern.split('/').filter((part) => part !== '**');
  return Math.max(0, ...parts.map((part) => part.split(/\*+/).length - 1));
}
