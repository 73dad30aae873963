import type { Problem } from '../model/problem.ts';
import { oneLine } from './paint.ts';
import { sortProblems } from './sort-problems.ts';

type Where = readonly [fileOf: (file: string) => string, addressOf: (code: string) => string];

/**
 * Problems as workflow commands of GitHub Actions, which shows them at their lines in the pull request. One line
 * each, with a line end.
 *
 * @param fileOf the file's path from the repository's root, with forward slashes
 * @param addressOf address of the entry that explains a problem
 */
export function githubAnnotations(problems: readonly Problem[], ...where: Where): string {
  return annotationsInOrder(sortProblems(problems), ...where);
}

/** The same, in the order given: GitHub shows the first ten errors and the first ten warnings of a step. */
export function annotationsInOrder(problems: readonly Problem[], ...where: Where): string {
  return problems.map((problem) => `${annotation(problem, ...where)}\n`).join('');
}

function annotation({ code, severity, message, help, place }: Problem, ...[fileOf, addressOf]: Where): string {
  const properties: [string, string | number][] = [];
  if (place !== undefined) {
    properties.push(['file', oneLine(fileOf(place.file))], ['line', place.line]);
    // The runner drops all columns, with a warning, where the lines differ.
    const isOneLine = place.endLine === undefined || place.endLine === place.line;
    if (isOneLine) properties.push(['col', place.column]);
    if (place.endLine !== undefined) properties.push(['endLine', place.endLine]);
    if (isOneLine && place.endColumn !== undefined) properties.push(['endColumn', place.endColumn]);
  }
  properties.push(['title', code]);
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  const text = [message, help, addressOf(code)].filter((part) => part !== '').map(oneLine);
  return `::${severity} ${written}::${escapeData(text.join('\n'))}`;
}

/** What a message may not hold as it is. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** What a property may not hold as it is: also what ends it or its list. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
