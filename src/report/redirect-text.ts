import type { RedirectOutcome } from '../model/outcome.ts';
import type { RedirectChange } from '../model/plan.ts';
import { count, oneLine, type Paint } from './paint.ts';

const marks: Readonly<Record<RedirectChange['kind'], { readonly mark: string; readonly colour: keyof Paint }>> = {
  create: { mark: '+', colour: 'green' },
  replace: { mark: '~', colour: 'yellow' },
  remove: { mark: '-', colour: 'red' },
  record: { mark: '.', colour: 'dim' },
  forget: { mark: '.', colour: 'dim' },
};

const past: Readonly<Record<RedirectChange['kind'], string>> = {
  create: 'created',
  replace: 'replaced',
  remove: 'removed',
  record: 'recorded',
  forget: 'forgotten',
};

/** How many redirects are written, and how many only noted, as parts of a summary. */
export function redirectCounts(redirects: readonly RedirectChange[]): readonly string[] {
  const writes = seenRedirects(redirects).length;
  const notes = redirects.length - writes;
  return [
    ...(writes === 0 ? [] : [`${count(writes, 'redirect')} to write`]),
    ...(notes === 0 ? [] : [`${count(notes, 'redirect')} to record`]),
  ];
}

/** What a person sees in Intercom, without what only the lockfile learns of. */
export function seenRedirects(redirects: readonly RedirectChange[]): readonly RedirectChange[] {
  return redirects.filter(({ kind }) => kind !== 'record' && kind !== 'forget');
}

/** What becomes of a redirect, and what it leads to. */
export function redirectWords({ kind, to }: RedirectChange): { readonly word: string; readonly why: string } {
  if (to === null) return { word: kind, why: kind === 'forget' ? 'gone from Intercom too' : 'no source names it' };
  return { word: kind, why: 'article' in to ? `to ${to.article}` : `to the collection ${to.collection}` };
}

/** A redirect in one line. */
export function redirectLine(redirect: RedirectChange, paint: Paint): string {
  const { mark, colour } = marks[redirect.kind];
  const { word, why } = redirectWords(redirect);
  const head = paint[colour](`${mark} ${word.padEnd(9)}`);
  return `  ${head} redirect from ${oneLine(redirect.address)}${paint.dim(`  ${oneLine(why)}`)}`;
}

/** Redirects that failed or were not begun. */
export function undoneRedirects({
  redirects = [],
}: {
  readonly redirects?: readonly RedirectOutcome[];
}): readonly Exclude<RedirectOutcome, { readonly result: 'done' }>[] {
  return redirects.flatMap((one) => (one.result === 'done' ? [] : [one]));
}

/** What was done of redirects, and what not, one line each. */
export function redirectOutcomes(redirects: readonly RedirectOutcome[], paint: Paint): readonly string[] {
  return redirects.flatMap((one) => {
    const { redirect } = one;
    const from = `redirect from ${oneLine(redirect.address)}`;
    if (one.result === 'done') {
      const isSeen = seenRedirects([redirect]).length > 0;
      return isSeen ? [`  ${paint.green('✓')} ${past[redirect.kind].padEnd(11)} ${from}`] : [];
    }
    if (one.result === 'left') return [`  ${paint.yellow('! left       ')} ${from}\n    ${oneLine(one.message)}`];
    const request = one.requestId === null ? '' : paint.dim(` (request ${oneLine(one.requestId)})`);
    return [`  ${paint.red('✗ failed     ')} ${from}\n    ${oneLine(one.message)}${request}`];
  });
}

/** What was done of redirects that a person sees, in the words of an outcome. */
export function redirectsDone(redirects: readonly RedirectOutcome[]): readonly [string, RedirectChange][] {
  return redirects.flatMap(({ result, redirect }): [string, RedirectChange][] =>
    result === 'done' && seenRedirects([redirect]).length > 0 ? [[past[redirect.kind], redirect]] : [],
  );
}
