import { type QuirkName, quirkNames, quirkTable } from '../model/quirks.ts';
import { answerText, type WorkspaceFacts } from '../model/workspace-facts.ts';
import { type Paint, printable } from './paint.ts';
import { wrapSegments } from './wrap-segments.ts';

/** What came of a probe, as far as it is shown. */
export interface ShownFacts {
  readonly facts: WorkspaceFacts;
  /** What came back and is none of the answers that are known. */
  readonly unknown: ReadonlyMap<QuirkName, string>;
  /** Why a question was not asked, as a clause. */
  readonly left: ReadonlyMap<QuirkName, string>;
}

/**
 * The answers of a workspace, a line each; those that were not expected stand out. Then what it answered as nobody has
 * seen before, and what it was not asked.
 *
 * @param width columns of the terminal
 */
export function factsText({ facts, unknown, left }: ShownFacts, paint: Paint, width: number): string {
  const names = Math.max(...quirkNames.map((name) => name.length)) + 2;
  const line = (name: string, text: string): string => {
    const [first = '', ...rest] = wrapSegments(
      [{ kind: 'same', text: printable(text) }],
      Math.max(width - names - 2, 30),
      paint,
    );
    return [`  ${name.padEnd(names)}${first}`, ...rest.map((more) => `  ${' '.repeat(names)}${more}`)].join('\n');
  };
  const answers = quirkNames.flatMap((name) => {
    const value = facts.answers[name];
    if (value === undefined) return [];
    const { observed } = quirkTable[name];
    const isNews = JSON.stringify(value) !== JSON.stringify(observed);
    return [line(name, `${answerText(value)}${isNews ? `, and not as elsewhere: ${answerText(observed)}` : ''}`)];
  });
  const rate = facts.rateLimit === undefined ? [] : [line('rate limit', `${facts.rateLimit} requests in ten seconds`)];
  const strange = [...unknown].map(([name, seen]) => line(name, seen));
  const open = [...left].map(([name, why]) => line(name, why));
  return [
    ...[...answers, ...rate],
    ...(strange.length === 0 ? [] : ['', paint.bold('Answered as nobody has seen before'), ...strange]),
    ...(open.length === 0 ? [] : ['', paint.bold('Not asked'), ...open]),
    '',
  ].join('\n');
}
