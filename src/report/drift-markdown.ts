import type { Held } from '../model/plan.ts';
import type { DiffText } from './diff-text.ts';
import { differenceMarkdown } from './difference-markdown.ts';
import { fitTogether, type Limit } from './fit-together.ts';
import { heldReason } from './held-text.ts';
import { clipped, code, inert } from './markdown.ts';
import { count } from './paint.ts';
import { leftOut, titleOf } from './plan-markdown.ts';

/** Edits made in Intercom since the last publish. */
export interface DriftReport {
  readonly marker: string;
  readonly name: string | null;
  readonly workspaceName: string;
  readonly edited: readonly Held[];
  readonly articles: DiffText['articles'];
  readonly defaultLocale: string;
}

/** What was edited in Intercom, as Markdown for an issue or a job's summary: from the sources to what Intercom has. */
export function driftMarkdown(report: DriftReport, limit: Limit): string {
  const { edited, articles, defaultLocale, name, marker } = report;
  const head = [
    marker,
    `### ${titleOf(name)}: ${editedWords(edited)} edited in Intercom`,
    `In the workspace ${inert(report.workspaceName)}. A publish does not overwrite them: it holds them back.`,
    ['| article | title | what happened |', '| --- | --- | --- |', ...edited.slice(0, mostRows).map(row)].join('\n'),
    ...(edited.length > mostRows ? [`… and ${edited.length - mostRows} more.`] : []),
    advice,
    'This text is kept up to date, and closed when nothing is left.',
  ].filter((text) => text !== '');
  const titles = new Map(edited.map(({ key, title }) => [key, title]));
  const parts = articles.flatMap((article) => {
    const text = differenceMarkdown(article, titles.get(article.key) ?? '', { defaultLocale, isReversed: true });
    return text === null ? [] : [{ name: article.key, text }];
  });
  const foot = (left: readonly string[]): string =>
    left.length === 0 ? '' : leftOut(left, '`helpcentre diff` shows them.');
  return fitTogether(head.join('\n\n'), parts, foot, limit);
}

/** How much was edited: `2 articles and 1 collection`. */
export function editedWords(edited: readonly Held[]): string {
  const collections = edited.filter(({ fields }) => fields !== undefined).length;
  const articles = edited.length - collections;
  const words = [
    ...(articles > 0 || collections === 0 ? [count(articles, 'article')] : []),
    ...(collections > 0 ? [count(collections, 'collection')] : []),
  ];
  return words.join(' and ');
}

const mostRows = 50;

const advice = 'Take an edit into its source with `helpcentre pull`, or overwrite it with `on-drift: overwrite`.';

function row(held: Held): string {
  const of = held.fields === undefined ? '' : 'collection ';
  return `| ${of}${code(clipped(held.key))} | ${inert(clipped(held.title))} | ${inert(heldReason(held))} |`;
}

/** What stands in the issue or the pull request once nothing is left. */
export function driftGone(marker: string, name: string | null, runUrl: string | null): string {
  const run = runUrl === null ? '' : `\n\n<sub>[The run that looked](${runUrl})</sub>`;
  return `${marker}\n\n### ${titleOf(name)}: no edits in Intercom\n\nEvery article in Intercom is as it was published, or its edit is in the sources.${run}`;
}
