import type { ArticleType } from '../../model/article-type.ts';
import type { Place } from '../../model/place.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { Unit } from '../unit.ts';
import type { WritingRules } from './asked.ts';
import { peopleIn } from './people.ts';

/** Characters that lists and search engines show. */
const most = { title: 60, description: 140 };

/** What could be written better in title and description. Only public articles have a description. */
export function headProblems(
  { source, title, titlePlace, description }: Pick<Unit, 'source' | 'title' | 'titlePlace' | 'description'>,
  type: ArticleType,
  rules: WritingRules,
): readonly Problem[] {
  const { codes } = rules;
  const place = source.places.description ?? titlePlace;
  const found: Problem[] = [];
  const long = codes.has('title-long') ? tooLong(title ?? '', most.title) : null;
  if (long !== null) found.push(problem('title-long', { length: long, most: most.title }, titlePlace));
  if (type === 'public' && title !== null) {
    if (codes.has('description-missing') && description === '')
      found.push(problem('description-missing', {}, titlePlace));
    const wordy = codes.has('description-long') ? tooLong(description, most.description) : null;
    if (wordy !== null) found.push(problem('description-long', { length: wordy, most: most.description }, place));
  }
  return [...found, ...wordProblems(title ?? '', titlePlace, rules), ...wordProblems(description, place, rules)];
}

function wordProblems(text: string, place: Place, { codes, terms }: WritingRules): readonly Problem[] {
  const words = terms?.(text).map(({ written, term }) => problem('other-term', { written, term }, place)) ?? [];
  const people = codes.has('personal-address') ? peopleIn(text) : [];
  return [...words, ...people.map(({ address }) => problem('personal-address', { address }, place))];
}

/** Characters of a text that has more than so many, as a person counts them; null of one that has not. */
function tooLong(text: string, limit: number): number | null {
  // There are never more of them than code units.
  if (text.length <= limit) return null;
  const length = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
  return length > limit ? length : null;
}
