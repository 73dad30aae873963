import type { Problem } from '../model/problem.ts';
import { excerpt } from './excerpt.ts';
import type { Gathered } from './gathered.ts';
import { count, oneLine, type Paint } from './paint.ts';
import { sortProblems } from './sort-problems.ts';

/**
 * Problems for a terminal: place, what was found, the line with a mark under it, what to do.
 *
 * @param lineOf the text of a line of a file, where it is known
 */
export function problemsText(problems: readonly Gathered[], paint: Paint, lineOf: LineOf = () => undefined): string {
  const shownLineOf = withoutSecrets(problems, lineOf);
  return sortProblems(problems)
    .map((problem) => problemText(problem, paint, shownLineOf))
    .join('\n');
}

type LineOf = (file: string, line: number) => string | undefined;

/** Lines with a key or a token in them are not shown: a log is kept, and read by more people than the file. */
function withoutSecrets(problems: readonly Gathered[], lineOf: LineOf): LineOf {
  const places = problems.flatMap(({ code, place, places }) =>
    code === 'secret-shown' ? [...(place === undefined ? [] : [place]), ...(places ?? [])] : [],
  );
  if (places.length === 0) return lineOf;
  return (file, line) => {
    const isSecret = places.some(
      (one) =>
        one.file === file && one.line <= line && line <= ('endLine' in one ? (one.endLine ?? one.line) : one.line),
    );
    return isSecret ? undefined : lineOf(file, line);
  };
}

function problemText(problem: Gathered, paint: Paint, lineOf: LineOf): string {
  const { place } = problem;
  const kind = problem.severity === 'error' ? paint.red('error') : paint.yellow('warning');
  const where = place === undefined ? '' : `${paint.bold(`${oneLine(place.file)}:${place.line}:${place.column}`)} `;
  const lines = [`${where}${kind} ${oneLine(problem.message)} ${paint.dim(`(${problem.code})`)}`];
  const source = place === undefined ? undefined : lineOf(place.file, place.line);
  if (place !== undefined && source !== undefined) lines.push(...excerpt(source, place, paint));
  if (problem.help !== '') lines.push(`  ${paint.dim('→')} ${oneLine(problem.help)}`);
  if (problem.fix !== undefined)
    lines.push(`  ${paint.dim('→')} can be fixed with check --fix: ${oneLine(problem.fix.description)}`);
  lines.push(...otherPlaces(problem));
  return `${lines.join('\n')}\n`;
}

/** The places of a problem that several have, after the first: a line a file, with what only they are about. */
function otherPlaces({ places = [], message: said }: Gathered): readonly string[] {
  const files = new Map<string, string[]>();
  for (const { file, line, column, message } of places.slice(1)) {
    const own = message === undefined ? '' : ownWords(message, said);
    const shown = own === '' ? `${line}:${column}` : `${line}:${column} (${oneLine(own)})`;
    const known = files.get(file);
    if (known === undefined) files.set(file, [shown]);
    else known.push(shown);
  }
  if (files.size === 0) return [];
  const lines = [...files].map(([file, all]) => `    ${oneLine(file)}:${all.join(', ')}`);
  return [`  The same in ${count(places.length - 1, 'more place')}:`, ...lines];
}

/** The words of one message that another has not: what is between the words that both begin and end with. */
function ownWords(message: string, other: string): string {
  const [words, others] = [message.split(' '), other.split(' ')];
  const start = words.findIndex((word, at) => word !== others[at]);
  if (start < 0) return '';
  const most = Math.min(words.length, others.length) - start;
  let same = 0;
  while (same < most && words.at(-1 - same) === others.at(-1 - same)) same += 1;
  return words
    .slice(start, words.length - same)
    .join(' ')
    .replace(/;$/, '');
}

/**
 * One line: `2 errors in 2 files, 1 warning`, or that there is nothing.
 *
 * @param without what of them is not shown: `warnings` are still counted
 */
export function problemsSummary(problems: readonly Problem[], without: 'nothing' | 'warnings' = 'nothing'): string {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const warnings = problems.length - errors.length;
  if (problems.length === 0) return 'no problems';
  const files = new Set(errors.flatMap(({ place }) => (place === undefined ? [] : [place.file]))).size;
  const spread = files > 1 ? ` in ${count(files, 'file')}` : '';
  const leftOut = without === 'warnings' ? ' not shown' : '';
  const parts = [
    errors.length > 0 ? `${count(errors.length, 'error')}${spread}` : '',
    warnings > 0 ? `${count(warnings, 'warning')}${leftOut}` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
