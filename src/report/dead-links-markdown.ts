import type { Place } from '../model/place.ts';
import { fitTogether, type Limit } from './fit-together.ts';
import { clipped, code, inert } from './markdown.ts';
import { count } from './paint.ts';
import { leftOut, titleOf } from './plan-markdown.ts';

/** A link that leads nowhere. */
export interface DeadLink {
  readonly url: string;
  readonly reason: string;
  /** Unix milliseconds of its first failure. */
  readonly since: number;
  readonly places: readonly Place[];
}

/** Places of one address that are named. */
const mostPlaces = 10;

/**
 * The links that lead nowhere, as Markdown for an issue or a job's summary. The same links give the same text, whenever
 * it is made: what nobody changed is not written again.
 *
 * @param marker `''` for none
 * @param name of the help centre; null where there is one alone
 */
export function deadLinksMarkdown(
  links: readonly DeadLink[],
  { marker, name, limit }: { readonly marker: string; readonly name: string | null; readonly limit: Limit },
): string {
  const head = [
    marker,
    `### ${titleOf(name)}: ${deadWords(links.length)}`,
    'Each failed on two different days at least. Correct the address, or remove the link.',
    'This text is kept up to date, and closed when all are well again.',
  ].filter((text) => text !== '');
  const parts = links.map(({ url, reason, since, places }) => {
    const more = places.length > mostPlaces ? [`  - … and ${places.length - mostPlaces} more`] : [];
    const shown = places.slice(0, mostPlaces).map(({ file, line }) => `  - ${code(clipped(`${file}:${line}`))}`);
    const what = `- ${code(clipped(url))} ${inert(clipped(reason))}, since ${new Date(since).toISOString().slice(0, 10)}`;
    return { name: url, text: [what, ...shown, ...more].join('\n') };
  });
  const foot = (left: readonly string[]): string =>
    left.length === 0 ? '' : leftOut(left, '`helpcentre check --check-links` shows them.');
  return fitTogether(head.join('\n\n'), parts, foot, limit);
}

/** `3 links lead nowhere`. */
export function deadWords(dead: number): string {
  return `${count(dead, 'link')} ${dead === 1 ? 'leads' : 'lead'} nowhere`;
}

/** What stands in the issue once all are well again. */
export function deadLinksGone(marker: string, name: string | null, runUrl: string | null): string {
  const run = runUrl === null ? '' : `\n\n<sub>[The run that looked](${runUrl})</sub>`;
  return `${marker}\n\n### ${titleOf(name)}: no dead links\n\nEvery address on the web that an article links to leads somewhere again, or its link is gone.${run}`;
}
