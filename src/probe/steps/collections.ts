import type { Quirks } from '../../model/quirks.ts';
import type { Bench } from '../bench.ts';
import { make } from '../make.ts';
import { probedArticle, probedCollection, probedPage, withId } from '../shapes.ts';
import { titleStart } from '../things.ts';
import { type Step, type Subject, took, write } from './step.ts';

/** Two collections, one in the other, and what lists of them do. */
export const inCollections: Step = {
  names: ['nestedHelpCentreId', 'pageZero', 'perPageTooBig'],
  async ask(bench, subject) {
    const { mark, since, notes } = subject;
    const path = '/help_center/collections';
    const create = async (name: string, parent: object): Promise<unknown> =>
      make(bench, notes, { kind: 'collection', name, since }, () =>
        bench.ask({ verb: 'POST', path, body: { name, ...parent } }),
      );
    subject.top = withId.parse(await create(`${titleStart} ${mark} 1`, {})).id;
    const inner = probedCollection.parse(await create(`${titleStart} ${mark} 2`, { parent_id: subject.top }));
    subject.inner = inner.id;
    bench.answer('nestedHelpCentreId', inner.help_center_id == null ? 'null' : 'given');
    const zero = await bench.demand({ verb: 'GET', path: `${path}?page=0&per_page=1` });
    bench.answer('pageZero', probedPage(withId).parse(zero.json).data.length > 1 ? 'all-rows' : 'first-page');
    const many = await bench.ask({ verb: 'GET', path: `${path}?page=1&per_page=251` });
    bench.answer('perPageTooBig', many.kind === 'taken' ? 'clamped' : 'refused');
  },
};

/** What a collection and its article do to each other. */
export const inACollection: Step = {
  names: ['idTypes', 'parentIdInAnswers', 'deleteNonEmptyCollection', 'parentIdNull'],
  keptFrom: (_, { inner }) => (inner === null ? 'there is no collection to ask it of' : null),
  async ask(bench, subject) {
    const { owner, top, inner, notes, mark } = subject;
    if (top === null || inner === null) return;
    const types = await idTypesOf(bench, subject);
    if (types === null) return bench.leave(inACollection.names, 'the draft could not be put into a collection');
    bench.answer('idTypes', types);
    const { article } = subject;
    if (bench.version !== '2.16') bench.answer('parentIdInAnswers', article.parent_id == null ? 'null' : 'in-step');
    else bench.leave(['parentIdInAnswers'], 'answers of 2.16 have it no more');
    const gone = await bench.ask({ verb: 'DELETE', path: `/help_center/collections/${inner}` });
    if (gone.kind === 'taken') await notes.drop(`${titleStart} ${mark} 2`);
    const after = probedArticle.parse((await bench.demand({ verb: 'GET', path: `/articles/${article.id}` })).json);
    subject.article = after;
    bench.answer(
      'deleteNonEmptyCollection',
      gone.kind !== 'taken' ? 'refuse' : after.parent_ids.includes(top) ? 'lift' : 'unlist',
    );
    if (after.parent_ids.length === 0)
      took(
        subject,
        await write(bench, subject, { author_id: Number(owner), parent_id: top, parent_type: 'collection' }),
      );
    const nowhere = await write(bench, subject, { author_id: Number(owner), parent_id: null });
    const left = took(subject, nowhere);
    bench.answer('parentIdNull', left === null ? 'refused' : left.parent_ids.length === 0 ? 'clears' : 'ignored');
  },
};

/** Ids as other types than the description names; where that is refused, as it names them. Null where neither is taken. */
async function idTypesOf(bench: Bench, subject: Subject): Promise<Quirks['idTypes'] | null> {
  const { owner, inner } = subject;
  const place = { parent_type: 'collection' };
  const otherwise = await write(bench, subject, { ...place, author_id: owner, parent_id: Number(inner) });
  if (took(subject, otherwise) !== null) return 'either';
  const described = await write(bench, subject, { ...place, author_id: Number(owner), parent_id: inner });
  return took(subject, described) === null ? null : 'as-described';
}
