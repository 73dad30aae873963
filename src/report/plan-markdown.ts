import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { withCommas } from '../model/with-commas.ts';
import type { DiffText } from './diff-text.ts';
import { differenceMarkdown } from './difference-markdown.ts';
import { fitTogether, type Limit, type Part } from './fit-together.ts';
import { heldReason } from './held-text.ts';
import { type ImpactToReview, impactPart } from './impact-markdown.ts';
import { clipped, code, inert } from './markdown.ts';
import { count } from './paint.ts';
import { changeWords, collectionWords, planSummary } from './plan-text.ts';
import { problemsPart } from './problems-part.ts';
import { redirectWords } from './redirect-text.ts';

/** A plan with all that is shown of it, as a value that can be saved and shown by another run. */
export interface PlanReport {
  /** null: none could be made; the problems say why. */
  readonly plan: Plan | null;
  readonly articles: DiffText['articles'];
  readonly problems: readonly Problem[];
  /** Articles to look at, because the pull request changes what they are about; absent for none. */
  readonly impact?: ImpactToReview;
  /** Name of the workspace; null when Intercom was not asked. */
  readonly workspaceName: string | null;
  readonly defaultLocale: string;
}

/** What is said around a plan. Every text of it is the program's own. */
export interface PlanSurroundings {
  /** Markers that the forge shows nobody: at the start, and data at the end. */
  readonly marker: string;
  readonly data: string;
  /** Name of the help centre, where a repository has several; null without. */
  readonly name: string | null;
  /** Why Intercom was not asked, and what to make of the report; Markdown. */
  readonly notes: readonly string[];
  /** Commit that the plan is for; empty where none is known. */
  readonly commit: string;
  /** Where everything that was left out is; Markdown. */
  readonly elsewhere: string;
  /** Address of the entry that explains a problem. */
  readonly addressOf: (code: string) => string;
  /** Whether HTML in Markdown is shown as what it means: for folded parts and small print. Yes by itself. */
  readonly html?: boolean;
}

const mostRows = 100;

/**
 * The plan as Markdown for a pull request or a job's summary: the summary, what is held back, what was found, the
 * changes, then what changes inside each article, folded, as far as it fits.
 */
export function planMarkdown(report: PlanReport, around: PlanSurroundings, limit: Limit): string {
  const { plan, problems } = report;
  const head = [
    around.marker,
    `### ${titleOf(around.name)}: ${plan === null ? 'no plan' : planSummary(plan)}`,
    whereOf(report),
    ...around.notes,
  ].filter((text) => text !== '');
  const parts: Part[] = [
    ...(plan === null ? [] : heldPart(plan)),
    ...impactPart(report.impact),
    ...problemsPart(problems, around.addressOf),
    ...(plan === null ? [] : changesPart(plan)),
    ...(plan === null ? [] : differenceParts(report, plan, around.html ?? true)),
  ];
  const last = [smallPrint(plan, around), around.data].filter((text) => text !== '');
  const foot = (left: readonly string[]): string =>
    [...(left.length === 0 ? [] : [leftOut(left, around.elsewhere)]), ...last].join('\n');
  return fitTogether(head.join('\n\n'), parts, foot, limit);
}

function smallPrint(plan: Plan | null, { commit, html = true }: PlanSurroundings): string {
  const facts = [
    ...(commit === '' ? [] : [`Commit ${code(commit.slice(0, 12))}`]),
    ...(plan === null ? [] : [`digest ${code(plan.digest.slice(0, 19))}`]),
  ].join(' · ');
  return facts === '' || !html ? facts : `<sub>${facts}</sub>`;
}

/** `Help centre`, with its name where it has one. */
export function titleOf(name: string | null): string {
  return name === null ? 'Help centre' : `Help centre ${inert(name)}`;
}

function whereOf({ plan, workspaceName }: PlanReport): string {
  if (plan === null) return 'The sources cannot be read, so there is no plan.';
  const { target, promotes } = plan;
  const goal = target === undefined ? '' : `the target **${inert(target)}**`;
  const source = promotes === undefined ? '' : ` Only what is on ${inert(promotes)} is published, just as it is there.`;
  if (workspaceName === null)
    return `${goal === '' ? '' : `For ${goal}.${source} `}Intercom was not asked: edits made there are not in this plan.`;
  const workspace = `the workspace ${inert(workspaceName)} (${code(plan.workspace ?? '')})`;
  return `For ${[...(goal === '' ? [] : [goal]), workspace].join(', ')}.${source}`;
}

function heldPart({ held }: Plan): readonly Part[] {
  if (held.length === 0) return [];
  const rows = held.slice(0, mostRows).map((one) => `- ${nameOf(one)} ${inert(heldReason(one))}. ${inert(one.help)}`);
  return [
    { name: 'what is held back', text: ['**Held back**', '', ...rows, ...more(held.length, mostRows)].join('\n') },
  ];
}

function nameOf({ key, fields }: Plan['held'][number]): string {
  return `${fields === undefined ? '' : 'collection '}${code(key)}`;
}

function changesPart({ collections, changes, redirects = [] }: Plan): readonly Part[] {
  const rows = [
    ...collections.map((one) => {
      const { word, why } = collectionWords(one);
      return `| ${word} | collection ${code(clipped(one.key))} | | ${inert(why)} |`;
    }),
    ...changes.map((one) => {
      const { word, why } = changeWords(one);
      return `| ${word} | ${code(clipped(one.key))} | ${inert(clipped(one.title))} | ${inert(clipped(why))} |`;
    }),
    ...redirects.map((one) => {
      const { word, why } = redirectWords(one);
      return `| ${word} | redirect from ${code(clipped(one.address))} | | ${inert(clipped(why))} |`;
    }),
  ];
  if (rows.length === 0) return [];
  const shown = rows.slice(0, mostRows);
  const text = ['| | article | title | why |', '| --- | --- | --- | --- |', ...shown].join('\n');
  const rest = more(rows.length, mostRows);
  return [{ name: 'the list of changes', text: [text, ...rest].join('\n') }];
}

function more(all: number, shown: number): readonly string[] {
  return all > shown ? ['', `… and ${withCommas(all - shown)} more.`] : [];
}

function differenceParts({ articles, defaultLocale }: PlanReport, plan: Plan, html: boolean): readonly Part[] {
  const titles = new Map([...plan.changes, ...plan.held].map(({ key, title }) => [key, title]));
  return articles.flatMap((article) => {
    const options = { defaultLocale, isReversed: false, html };
    const text = differenceMarkdown(article, titles.get(article.key) ?? '', options);
    return text === null ? [] : [{ name: article.key, text }];
  });
}

const mostNamed = 20;

/** What did not fit, and where it is. */
export function leftOut(names: readonly string[], elsewhere: string): string {
  const shown = names.slice(0, mostNamed).map((name) => code(name.slice(0, 200)));
  const rest = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return `Left out, because the length is limited: ${count(names.length, 'part')} (${shown.join(', ')}${rest}). ${elsewhere}`;
}
