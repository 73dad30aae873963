import { lookThroughLine } from '../dialect/foreign-text.ts';
import type { FolderCollection } from '../model/collection.ts';
import type { Place } from '../model/place.ts';
import { type Problem, problem } from '../model/problem.ts';

/** What readers see in names and descriptions of collections as it is written, and other tools would turn into something else. */
export function collectionTextProblems(collections: readonly FolderCollection[]): readonly Problem[] {
  return collections.flatMap(({ name, description, translations, places = {} }) => [
    ...problemsIn([name], places.name),
    ...problemsIn([description], places.description),
    ...Object.entries(translations).flatMap(([locale, translation]) =>
      problemsIn([translation.name, translation.description], places.translations?.[locale]),
    ),
  ]);
}

/** A name without a place is that of a folder. */
function problemsIn(lines: readonly (string | undefined)[], place: Place | undefined): readonly Problem[] {
  const problems: Problem[] = [];
  if (place === undefined) return problems;
  for (const line of lines) {
    lookThroughLine(line ?? '', (code, args) => problems.push(problem(code, args, place)));
  }
  return problems;
}
