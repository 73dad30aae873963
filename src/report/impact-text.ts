import type { CodeHit, TouchedArticle } from '../model/impact.ts';
import { count, oneLine, type Paint, printable } from './paint.ts';
import { wrapSegments } from './wrap-segments.ts';

/** What a change has to do with, as the use case tells it. */
interface Impact {
  readonly from: string;
  readonly to: string | null;
  readonly files: number;
  readonly watched: number;
  readonly articles: readonly TouchedArticle[];
}

/** Files and images of one article that are named. */
const mostNamed = 5;

/**
 * The articles that a change has to do with, those to look at first, each with the files and the globs that say so.
 *
 * @param review whether an article has still to be looked at
 * @param columns width of the terminal
 */
export function impactText(
  { from, to, files, watched, articles }: Impact,
  review: ReadonlySet<TouchedArticle>,
  paint: Paint,
  columns: number,
): string {
  const wrap = (text: string): string => wrapped(text, columns, paint).join('\n');
  if (watched === 0)
    return `${wrap('No article names the code that it is about. Write "sources: [src/billing/**]" into its front matter, or into a _collection.yml for a folder.')}\n`;
  const what = `what ${to === null ? '' : `${oneLine(to)} `}changed since ${oneLine(from)}`;
  const changed = `${count(files, 'file')} outside the content folder`;
  if (articles.length === 0)
    return `${wrap(`No article has to do with ${what} (${changed}; ${count(watched, 'article')} watched).`)}\n`;
  const part = (title: string, all: readonly TouchedArticle[]): readonly string[] =>
    all.length === 0 ? [] : ['', paint.bold(title), ...all.flatMap((one) => articleLines(one, paint))];
  const others = articles.filter((one) => !review.has(one) && one.hits.length > 0);
  const lines = [
    wrap(`${count(articles.length, 'article has', 'articles have')} to do with ${what} (${changed}).`),
    ...part(
      'To look at',
      articles.filter((one) => review.has(one)),
    ),
    ...part(
      'Changed as well',
      others.filter(({ isChanged }) => isChanged),
    ),
    ...part(
      'Reviewed',
      others.filter(({ isChanged }) => !isChanged),
    ),
    ...part(
      'Only screenshots',
      articles.filter(({ hits }) => hits.length === 0),
    ),
  ];
  const [first] = review;
  const how =
    first === undefined
      ? []
      : ['', wrap('If nothing of an article has to change, say so in a commit:'), ...trailerLines(first, paint)];
  return `${[...lines, ...how].join('\n')}\n`;
}

const trailerLines = ({ file }: TouchedArticle, paint: Paint): readonly string[] => [
  `  ${paint.dim(`Helpcentre-Reviewed: ${oneLine(file)} REASON`)}`,
];

function articleLines(
  { file, title, from, hits, reviewed, pictures }: TouchedArticle,
  paint: Paint,
): readonly string[] {
  const some = <T>(all: readonly T[], lineOf: (one: T) => string, what: string): readonly string[] => [
    ...all.slice(0, mostNamed).map((one) => `    ${lineOf(one)}`),
    ...(all.length > mostNamed ? [`    … and ${count(all.length - mostNamed, `more ${what}`)}`] : []),
  ];
  return [
    `  ${oneLine(file)}  ${paint.dim(oneLine(title))}`,
    ...(reviewed === null ? [] : [`    ${oneLine(reviewed)}`]),
    ...some(hits, (hit) => hitLine(hit, paint), 'file'),
    ...(from === null || hits.length === 0 ? [] : [`    ${paint.dim(`as ${oneLine(from)}/_collection.yml says`)}`]),
    ...some(pictures, ({ image }) => `${paint.yellow('probably old:')} ${oneLine(image)}`, 'image'),
  ];
}

/** A glob that is the file says nothing more. */
function hitLine({ file, glob }: CodeHit, paint: Paint): string {
  return file === glob ? oneLine(file) : `${oneLine(file)}  ${paint.dim(oneLine(glob))}`;
}

function wrapped(text: string, width: number, paint: Paint): readonly string[] {
  return wrapSegments([{ kind: 'same', text: printable(text) }], Math.max(width, 20), paint);
}
