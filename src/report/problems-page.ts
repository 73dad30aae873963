import stringWidth from 'fast-string-width';
import { byCodeUnit } from '../model/by-code-unit.ts';
import { type Problem, problemCodes } from '../model/problem.ts';
import { withCommas } from '../model/with-commas.ts';
import { count, oneLine, type Paint } from './paint.ts';
import { sortProblems } from './sort-problems.ts';

/** Up to this many problems are shown one by one; more are a page of counts and examples. */
export const mostInFull = 20;

/** Widest line, as most terminals are. */
const columns = 80;
const mostExamples = 3;
const mostBlocking = 5;

/** All problems of one code and severity. */
export interface Kind {
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly problems: readonly Problem[];
}

/** Problems by kind: errors first, and the most frequent of each first. */
export function kindsOf(problems: readonly Problem[]): readonly Kind[] {
  const kinds = new Map<string, Problem[]>();
  for (const found of sortProblems(problems)) {
    const key = `${found.severity} ${found.code}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, [found]);
    else known.push(found);
  }
  return [...kinds.values()]
    .flatMap((all) => (all[0] === undefined ? [] : [{ code: all[0].code, severity: all[0].severity, problems: all }]))
    .sort(
      (a, b) =>
        byCodeUnit(a.severity, b.severity) ||
        // What is about everything, and in no file, comes before what is in some.
        Number(a.problems[0]?.place !== undefined) - Number(b.problems[0]?.place !== undefined) ||
        b.problems.length - a.problems.length ||
        byCodeUnit(a.code, b.code),
    );
}

/** Three of a kind, from as many files as there are: three in one file are often one mistake. */
export function examplesOf({ problems }: Kind): readonly Problem[] {
  const first = problems.filter(
    ({ place }, index) => index === problems.findIndex((other) => other.place?.file === place?.file),
  );
  return sortProblems([...new Set([...first.slice(0, mostExamples), ...problems])].slice(0, mostExamples));
}

/** The files with the most errors, with how many each has; none where all errors are in one file. */
export function blockingFiles(problems: readonly Problem[]): readonly (readonly [file: string, errors: number])[] {
  const counts = new Map<string, number>();
  for (const { severity, place } of problems)
    if (severity === 'error' && place !== undefined) counts.set(place.file, (counts.get(place.file) ?? 0) + 1);
  if (counts.size < 2) return [];
  return [...counts].sort(([a, one], [b, other]) => other - one || byCodeUnit(a, b)).slice(0, mostBlocking);
}

/**
 * Very many problems as one page for a terminal: by kind with counts, each with three examples, then the files that
 * block most, then how to see more. No line is wider than 80 columns, unless a path is.
 *
 * @param more how to see more, a line each
 */
export function problemsPage(problems: readonly Problem[], paint: Paint, more: readonly string[]): string {
  const kinds = kindsOf(problems);
  const lines: string[] = [];
  for (const severity of ['error', 'warning'] as const) {
    const own = kinds.filter((kind) => kind.severity === severity);
    if (own.length === 0) continue;
    const all = own.reduce((sum, kind) => sum + kind.problems.length, 0);
    lines.push(paint.bold(count(all, severity)), ...own.flatMap((kind) => kindLines(kind, paint)), '');
  }
  const blocking = blockingFiles(problems);
  if (blocking.length > 0) {
    lines.push(paint.bold('Files that block most'));
    for (const [file, errors] of blocking) lines.push(`  ${count(errors, 'error')}  ${oneLine(file)}`);
    lines.push('');
  }
  return `${[...lines, ...more.map((line) => `${paint.dim('→')} ${line}`)].join('\n')}\n`;
}

function kindLines(kind: Kind, paint: Paint): readonly string[] {
  const number = withCommas(kind.problems.length);
  const colour = kind.severity === 'error' ? paint.red : paint.yellow;
  const said = generalMessage(kind.code);
  const head = `  ${colour(number)} ${paint.bold(kind.code)}`;
  const room = columns - number.length - kind.code.length - 5;
  return ['', `${head}  ${clip(said, room)}`, ...examplesOf(kind).flatMap((one) => exampleLines(one, said))];
}

function exampleLines({ place, message, severity }: Problem, said: string): readonly string[] {
  const shown = oneLine(message);
  if (place === undefined) return [`    ${clip(shown, columns - 4)}`];
  const where = `${oneLine(place.file)}:${place.line}:${place.column}`;
  if (shown === said) return [`    ${where}`];
  const room = columns - stringWidth(where) - 6;
  if (room >= leastRoom || stringWidth(shown) <= room) return [`    ${where}  ${clip(shown, room)}`];
  // What a warning is about is said above; where an error is, its words are needed.
  return severity === 'warning' ? [`    ${where}`] : [`    ${where}`, `      ${clip(shown, columns - 6)}`];
}

/** With less room than this behind a path a message has no place there. */
const leastRoom = 40;

/** What all problems of a code have in common. */
export function generalMessage(code: string): string {
  return problemCodes().find((rule) => rule.code === code)?.message ?? '';
}

function clip(text: string, room: number): string {
  if (stringWidth(text) <= room) return text;
  let shown = '';
  let width = 1;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    width += stringWidth(segment);
    if (width > room) break;
    shown += segment;
  }
  return `${shown.trimEnd()}…`;
}
