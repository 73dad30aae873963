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
  const length = lengthOf(title ?? '');
  if (codes.has('title-long') && length > most.title)
    found.push(problem('title-long', { length, most: most.title }, titlePlace));
  if (type === 'public' && title !== null) {
    const size = lengthOf(description);
    if (codes.has('description-missing') && size === 0) found.push(problem('description-missing', {}, titlePlace));
    if (codes.has('description-long') && size > most.description)
      found.push(problem('description-long', { length: size, most: most.description }, place));
  }
  return [...found, ...wordProblems(title ?? '', titlePlace, rules), ...wordProblems(description, place, rules)];
}

function wordProblems(text: string, place: Place, { codes, terms }: WritingRules): readonly Problem[] {
  const words = terms?.(text).map(({ written, term }) => problem('other-term', { written, term }, place)) ?? [];
  const people = codes.has('personal-address') ? peopleIn(text) : [];
  return [...words, ...people.map(({ address }) => problem('personal-address', { address }, place))];
}

/** Characters as a person counts them. */
function lengthOf(text: string): number {
  return text.length === 0 ? 0 : [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
}
