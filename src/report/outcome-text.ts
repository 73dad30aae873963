import type { ContentPath } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import type { Outcome, RedirectOutcome } from '../model/outcome.ts';
import type { ChangeKind, CollectionChange } from '../model/plan.ts';
import { type Deed, deedOf } from './deed.ts';
import { count, oneLine, type Paint } from './paint.ts';
import { redirectOutcomes, redirectsDone, undoneRedirects } from './redirect-text.ts';

/** What was done, in the words of an outcome. */
export const past: Readonly<Record<Deed, string>> = {
  create: 'created',
  adopt: 'adopted',
  recreate: 'recreated',
  update: 'updated',
  stage: 'staged',
  release: 'released',
  move: 'moved',
  unpublish: 'unpublished',
  delete: 'deleted',
  record: 'recorded',
  forget: 'forgotten',
};

/** What a run came to. */
export interface RunFacts {
  readonly outcomes: readonly Outcome[];
  readonly notBegun: readonly ContentPath[];
  /** Why the run had to stop; absent or null when it did not have to. */
  readonly stopped?: string | null;
  /** What was done to collections. */
  readonly collections: readonly CollectionChange[];
  readonly failedCollections: ReadonlyMap<string, string>;
  /** What became of old addresses; absent for none. */
  readonly redirects?: readonly RedirectOutcome[];
  /** Requests by method. */
  readonly requests: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly heldBack: number;
  /** Articles whose sources have errors. */
  readonly notCompiled: number;
  /** Articles that compile, and have an error that only the workspace shows. */
  readonly leftOut: number;
}

/** What a person sees in Intercom, without what only the lockfile learned of. */
export function seen<T extends { readonly kind: ChangeKind }>(changes: readonly T[]): readonly T[] {
  return changes.filter(({ kind }) => kind !== 'record' && kind !== 'forget');
}

/** One outcome in one line. */
function outcomeLine(outcome: Outcome, paint: Paint): string {
  const { change } = outcome;
  if (outcome.result === 'failed') {
    const request = outcome.requestId === null ? '' : paint.dim(` (request ${oneLine(outcome.requestId)})`);
    return `  ${paint.red('✗ failed     ')} ${oneLine(change.key)}\n    ${oneLine(outcome.message)}${request}`;
  }
  const line = `  ${paint.green('✓')} ${past[deedOf(change)].padEnd(11)} ${oneLine(change.key)}`;
  // What was taken away has no page, and its line says so already.
  if (change.kind === 'unpublish' || change.kind === 'delete') return line;
  return `${line}\n    ${outcome.url === null ? paint.dim('not public') : paint.cyan(oneLine(outcome.url))}`;
}

/** What was done, in order of the files, and what it took. */
export function outcomeText(facts: RunFacts, paint: Paint): string {
  const sorted = [...facts.outcomes].sort((a, b) => byCodeUnit(a.change.key, b.change.key));
  const visible = sorted.filter(
    (outcome) => outcome.result === 'failed' || !['record', 'forget'].includes(outcome.change.kind),
  );
  const lines = [
    ...seen(facts.collections).map(
      ({ kind, key }) => `  ${paint.green('✓')} ${past[kind].padEnd(11)} collection ${oneLine(key)}`,
    ),
    ...visible.map((outcome) => outcomeLine(outcome, paint)),
  ];
  for (const [key, reason] of facts.failedCollections) {
    lines.push(`  ${paint.red('✗ failed     ')} collection ${oneLine(key)}\n    ${oneLine(reason)}`);
  }
  lines.push(...redirectOutcomes(facts.redirects ?? [], paint));
  const stopped = facts.stopped ?? null;
  if (stopped !== null) lines.push('', paint.red(stopped));
  if (facts.notBegun.length > 0) {
    lines.push('', `Not begun: ${count(facts.notBegun.length, 'article')}. Run again to go on from here.`);
    lines.push(...notBegunLines(facts.notBegun));
  }
  return `${[...lines, '', outcomeSummary(facts)].join('\n')}\n`;
}

/** Names fit to read; `--json` has them all. */
const shownNotBegun = 20;

function notBegunLines(keys: readonly ContentPath[]): readonly string[] {
  const shown = [...keys]
    .sort()
    .slice(0, shownNotBegun)
    .map((key) => `  ${oneLine(key)}`);
  return keys.length > shownNotBegun ? [...shown, `  … and ${keys.length - shownNotBegun} more`] : shown;
}

/** `Published: 12 created, 1 failed, 2 collections written; 24 requests in 3.1 s`, or `Nothing published: 1 held back; …`. */
export function outcomeSummary(facts: RunFacts): string {
  const done = facts.outcomes.filter((outcome) => outcome.result === 'done');
  const parts = (Object.keys(past) as Deed[]).flatMap((kind) => {
    const number = done.filter((outcome) => deedOf(outcome.change) === kind).length;
    return number === 0 ? [] : [`${number} ${past[kind]}`];
  });
  const undone = undoneRedirects(facts);
  const lost = undone.filter(({ result }) => result === 'failed').length;
  const failed = facts.outcomes.length - done.length + facts.failedCollections.size + lost;
  if (failed > 0) parts.push(`${failed} failed`);
  if (facts.heldBack > 0) parts.push(`${facts.heldBack} held back`);
  if (facts.notCompiled > 0) parts.push(`${facts.notCompiled} not compiled`);
  if (facts.leftOut > 0) parts.push(`${facts.leftOut} left out for errors`);
  const collections = seen(facts.collections).length;
  if (collections > 0) parts.push(`${count(collections, 'collection')} written`);
  const redirects = redirectsDone(facts.redirects ?? []).length;
  if (redirects > 0) parts.push(`${count(redirects, 'redirect')} written`);
  if (undone.length > lost) parts.push(`${count(undone.length - lost, 'redirect')} left for the next run`);
  const requests = Object.values(facts.requests).reduce((sum, number) => sum + number, 0);
  const writes = requests - (facts.requests.GET ?? 0);
  const took = `${count(requests, 'request')} (${count(writes, 'write')}) in ${facts.seconds.toFixed(1)} s`;
  if (done.length + collections + redirects === 0 && facts.notBegun.length > 0)
    parts.push(`${facts.notBegun.length} not begun`);
  if (parts.length === 0) return `Published: nothing to do; ${took}`;
  const begin = done.length + collections + redirects === 0 ? 'Nothing published' : 'Published';
  return `${begin}: ${parts.join(', ')}; ${took}`;
}
