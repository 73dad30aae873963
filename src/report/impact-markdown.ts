import type { ArticleToReview } from '../model/impact.ts';
import { withCommas } from '../model/with-commas.ts';
import { reviewedTrailer } from '../text/reviewed.ts';
import type { Part } from './fit-together.ts';
import { clipped, code, inert } from './markdown.ts';
import { count } from './paint.ts';

/** Articles that nobody has looked at, although a pull request changes what they are about. */
export interface ImpactToReview {
  /** Most specific glob first. */
  readonly articles: readonly ArticleToReview[];
  /** The check fails until somebody has. */
  readonly isRequired: boolean;
}

/** Articles that are named; more, and nobody reads any. */
const mostNamed = 10;

/** The articles to look at as Markdown for a comment or a summary, with how to say that one stays right; nothing for none. */
export function impactPart(impact: ImpactToReview | undefined): readonly Part[] {
  const [first] = impact?.articles ?? [];
  if (impact === undefined || first === undefined) return [];
  const { articles, isRequired } = impact;
  const left = articles.length - mostNamed;
  const text = [
    `**${count(articles.length, 'article')} to look at**`,
    '',
    `The pull request changes what ${articles.length === 1 ? 'it is' : 'they are'} about, and leaves ${articles.length === 1 ? 'it as it is' : 'them as they are'}:`,
    '',
    ...articles.slice(0, mostNamed).map(rowOf),
    ...(left > 0 ? [`- and ${withCommas(left)} more`] : []),
    '',
    `If nothing of an article has to change, say so in a commit: ${code(`${reviewedTrailer}: ${first.file} REASON`)}.${isRequired ? ' Until then this check fails.' : ''}`,
  ];
  return [{ name: 'the articles to look at', text: text.join('\n') }];
}

function rowOf({ file, title, hits }: ArticleToReview): string {
  const [best] = hits;
  const more = hits.length > 1 ? ` and ${count(hits.length - 1, 'more file', 'more files')}` : '';
  const by = best === undefined || best.file === best.glob ? '' : ` (${code(clipped(best.glob))})`;
  const why = best === undefined ? '' : `: ${code(clipped(best.file))}${by}${more}`;
  return `- ${code(clipped(file))} ${inert(clipped(title))}${why}`;
}

/** The same in one sentence, for an annotation. */
export function impactSentence({ articles }: ImpactToReview): string {
  const names = articles.slice(0, mostNamed).map(({ file }) => file);
  const left = articles.length - names.length;
  const rest = left > 0 ? ` and ${withCommas(left)} more` : '';
  const one = articles.length === 1;
  return `${count(articles.length, one ? 'article is' : 'articles are', 'articles are')} about what this pull request changes, and ${one ? 'is' : 'are'} left as ${one ? 'it is' : 'they are'}: ${names.join(', ')}${rest}. Change ${one ? 'it' : 'them'}, or say in a commit why nothing has to change: "${reviewedTrailer}: ${names[0] ?? ''} REASON".`;
}
