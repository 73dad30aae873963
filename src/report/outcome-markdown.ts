import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { withCommas } from '../model/with-commas.ts';
import { deedOf } from './deed.ts';
import { fitTogether, type Limit, type Part } from './fit-together.ts';
import { heldReason } from './held-text.ts';
import { code, inert } from './markdown.ts';
import { outcomeSummary, past, type RunFacts, seen } from './outcome-text.ts';
import { leftOut, titleOf } from './plan-markdown.ts';
import { differenceWords } from './plan-text.ts';
import { problemsPart } from './problems-part.ts';
import { redirectsDone, undoneRedirects } from './redirect-text.ts';

/** What a publish came to, with what is said about it. */
export interface OutcomeReport {
  readonly name: string | null;
  readonly facts: RunFacts;
  readonly plan: Plan;
  readonly problems: readonly Problem[];
  /** Where the plan differs from the one that was shown before; empty for not at all. */
  readonly moved: readonly { readonly key: string; readonly before: string; readonly after: string }[];
  /** What is left out; Markdown. */
  readonly notes: readonly string[];
  /** How the plan compares with the one that was shown; Markdown. */
  readonly compared: string;
  /** What became of the lockfile; Markdown. */
  readonly lockfile: string;
  /** Address of the entry that explains a problem. */
  readonly addressOf: (code: string) => string;
}

const mostRows = 200;

/** What a publish came to, as Markdown for a job's summary. */
export function outcomeMarkdown(report: OutcomeReport, limit: Limit): string {
  const { facts, name, compared, lockfile, notes } = report;
  const head = [`### ${titleOf(name)}: ${inert(outcomeSummary(facts))}`, compared, lockfile, ...notes].filter(
    (text) => text !== '',
  );
  const parts = [
    ...failuresPart(facts),
    ...movedPart(report),
    ...heldPart(report.plan),
    ...problemsPart(report.problems, report.addressOf),
    ...donePart(facts),
  ];
  const foot = (left: readonly string[]): string => (left.length === 0 ? '' : leftOut(left, 'The log has all of it.'));
  return fitTogether(head.join('\n\n'), parts, foot, limit);
}

function failuresPart(facts: RunFacts): readonly Part[] {
  const { stopped = null, notBegun } = facts;
  const rows = [
    ...facts.outcomes.flatMap((one) => (one.result === 'failed' ? [failureRow(one)] : [])),
    ...[...facts.failedCollections].map(([key, reason]) => `- collection ${code(key)}: ${inert(reason)}`),
    ...undoneRedirects(facts).map(
      ({ redirect, message }) => `- redirect from ${code(redirect.address)}: ${inert(message)}`,
    ),
  ];
  const lines = [
    ...(rows.length === 0 ? [] : ['**Failed**', '', ...capped(rows), '']),
    ...(stopped === null ? [] : [inert(stopped), '']),
    ...(notBegun.length === 0
      ? []
      : ['**Not begun**', '', ...capped([...notBegun].sort().map((key) => `- ${code(key)}`)), '']),
  ];
  return lines.length === 0 ? [] : [{ name: 'what failed', text: lines.join('\n').trimEnd() }];
}

function failureRow({ change, message, requestId }: Extract<Outcome, { result: 'failed' }>): string {
  const request = requestId === null ? '' : ` (request ${code(requestId)})`;
  return `- ${code(change.key)}: ${inert(message)}${request}`;
}

function movedPart({ moved }: OutcomeReport): readonly Part[] {
  if (moved.length === 0) return [];
  const rows = moved.map((one) => `- ${code(one.key)} ${inert(differenceWords(one))}`);
  return [{ name: 'what moved', text: ['**What changed since the plan was shown**', '', ...capped(rows)].join('\n') }];
}

function heldPart({ held }: Plan): readonly Part[] {
  if (held.length === 0) return [];
  const rows = held.map((one) => `- ${code(one.key)} ${inert(heldReason(one))}. ${inert(one.help)}`);
  return [{ name: 'what is held back', text: ['**Held back**', '', ...capped(rows)].join('\n') }];
}

function donePart({ outcomes, collections, redirects = [] }: RunFacts): readonly Part[] {
  const articles = outcomes
    .flatMap((one) => (one.result === 'done' ? [one] : []))
    .filter(({ change }) => change.kind !== 'record' && change.kind !== 'forget')
    .sort((a, b) => (a.change.key < b.change.key ? -1 : 1))
    .map(({ change, url }) => `- ${past[deedOf(change)]} ${code(change.key)}${url === null ? '' : ` ${linked(url)}`}`);
  const rows = [
    ...seen(collections).map(({ kind, key }) => `- ${past[kind]} collection ${code(key)}`),
    ...articles,
    ...redirectsDone(redirects).map(([word, { address }]) => `- ${word} redirect from ${code(address)}`),
  ];
  return rows.length === 0 ? [] : [{ name: 'what was done', text: ['**Done**', '', ...capped(rows)].join('\n') }];
}

/** A link only for what is an address on the web; anything else is text. */
function linked(url: string): string {
  return /^https?:\/\/[^\s<>"'()\\]+$/.test(url) ? `[page](${url})` : code(url);
}

function capped(rows: readonly string[]): readonly string[] {
  if (rows.length <= mostRows) return rows;
  return [...rows.slice(0, mostRows), `- … and ${withCommas(rows.length - mostRows)} more`];
}
