import * as z from 'zod';
import { helpCentreLocales } from '../../model/help-centre-locales.ts';
import { make } from '../make.ts';
import { withId } from '../shapes.ts';
import { titleStart } from '../things.ts';
import { from216, type Step, took, wordsOf, write } from './step.ts';

const enveloped = z.looseObject({ type: z.literal('error.list') });
const short = z.looseObject({ errors: z.array(z.unknown()) });

/** Languages that the help centre does not have. */
export const languages: Step = {
  names: ['unknownLocale', 'translationsWhenOff', 'missingLocales'],
  async ask(bench, subject) {
    const { article, centre } = subject;
    const isMultilingual = article.default_locale != null;
    bench.leave(
      [isMultilingual ? 'translationsWhenOff' : 'unknownLocale'],
      `the help centre has ${isMultilingual ? '' : 'no '}languages`,
    );
    const known = centre?.locales ?? [];
    const missing = known.filter((locale) => locale !== article.default_locale);
    const present = Object.entries(article.translated_content ?? {});
    const empty = present.filter(([, content]) => content === null).length;
    if (empty > 0) bench.answer('missingLocales', 'null');
    else if (isMultilingual && missing.length > 0) bench.answer('missingLocales', 'absent');
    else bench.leave(['missingLocales'], 'it is not known which languages the help centre has');
    const other = helpCentreLocales.find((locale) => !known.includes(locale));
    const name = isMultilingual ? 'unknownLocale' : 'translationsWhenOff';
    if (other === undefined || (isMultilingual && known.length === 0))
      return bench.leave([name], 'it is not known which languages the help centre has');
    const text = { type: 'article_content', title: article.title, body: '<p>probe</p>', state: 'draft' };
    const reply = await write(bench, subject, { translated_content: { [other]: text } });
    const answer = took(subject, reply);
    if (answer === null) bench.answer(name, 'refused');
    else if (answer.translated_content?.[other] == null) bench.answer(name, 'ignored');
    else bench.wonder(name, 'kept');
  },
};

/** Errors about drafts of an article that was never published. */
export const drafts: Step = {
  names: ['draftNotFoundBody', 'draftErrorBody'],
  keptFrom: from216,
  async ask(bench, { article }) {
    const path = `/articles/${article.id}/draft`;
    const none = await bench.ask({ verb: 'GET', path });
    if (none.kind === 'refused' && none.json === undefined) bench.answer('draftNotFoundBody', 'empty');
    else if (none.kind === 'refused' && enveloped.safeParse(none.json).success)
      bench.answer('draftNotFoundBody', 'envelope');
    else bench.wonder('draftNotFoundBody', wordsOf(none));
    const never = await bench.ask({ verb: 'PUT', path, body: { title: article.title } });
    if (never.kind === 'refused' && enveloped.safeParse(never.json).success) bench.answer('draftErrorBody', 'envelope');
    else if (never.kind === 'refused' && short.safeParse(never.json).success) bench.answer('draftErrorBody', 'short');
    else bench.wonder('draftErrorBody', wordsOf(never));
  },
};

/** A tag of the workspace, put on the draft and taken off. */
export const tags: Step = {
  names: ['articleTags'],
  keptFrom: from216,
  async ask(bench, { article }) {
    const listed = z.looseObject({ data: z.array(withId) });
    const [tag] = listed.parse((await bench.demand({ verb: 'GET', path: '/tags' })).json).data;
    if (tag === undefined) return bench.leave(['articleTags'], 'the workspace has no tag');
    const path = `/articles/${article.id}/tags`;
    const put = await bench.ask({ verb: 'POST', path, body: { id: tag.id } });
    if (put.kind === 'taken') await bench.ask({ verb: 'DELETE', path: `${path}/${tag.id}` });
    if (put.kind === 'taken') bench.answer('articleTags', 'taken');
    else if (put.kind === 'refused' && put.status === 403) bench.answer('articleTags', 'refused');
    else bench.wonder('articleTags', wordsOf(put));
  },
};

/** Ten years: longer than a draft of a probe is there. */
const farAway = 10 * 365 * 86_400;

/** A time to be published at that is far away, and none. */
export const schedules: Step = {
  names: ['schedules'],
  keptFrom: from216,
  async ask(bench, subject) {
    const { since } = subject;
    const path = `/articles/${subject.article.id}`;
    const at = new Date((since + farAway) * 1000).toISOString();
    // A state beside it would be refused: it stays the draft that it is.
    const reply = await bench.ask({ verb: 'PUT', path, body: { scheduled_publish_at: at } });
    const answer = took(subject, reply);
    if (answer === null) return bench.wonder('schedules', wordsOf(reply));
    if (answer.scheduled_publish_at == null) return bench.answer('schedules', 'ignored');
    bench.answer('schedules', 'kept');
    took(subject, await bench.ask({ verb: 'PUT', path, body: { scheduled_publish_at: null } }));
  },
};

/** An address that nobody knows, leading to a collection that no page shows. */
export const redirects: Step = {
  names: ['redirects'],
  keptFrom: (bench, subject) =>
    from216(bench) ?? (subject.top === null || subject.centre?.url == null ? 'there is nothing to lead to' : null),
  async ask(bench, { mark, since, notes, top, centre, article }) {
    if (centre?.url == null) return;
    const path = `/help_center/help_centers/${centre.id}/redirects`;
    const locale = article.default_locale ?? centre.locales[0] ?? 'en';
    const name = `${centre.url.replace(/\/$/, '')}/${titleStart.replaceAll(/\W+/g, '-')}-${mark}`;
    const body = { from_url: name, locale, target_type: 'collection', target_id: top };
    let refusal = '';
    const made = await make(bench, notes, { kind: 'redirect', name, centre: centre.id, since }, async () => {
      const sent = await bench.ask({ verb: 'POST', path, body });
      if (sent.kind === 'refused') refusal = sent.status === 403 ? 'refused' : wordsOf(sent);
      return sent;
    }).catch((error: unknown) => {
      if (refusal === '') throw error;
      return null;
    });
    if (refusal === 'refused') return bench.answer('redirects', 'refused');
    if (refusal !== '') return bench.wonder('redirects', refusal);
    bench.answer('redirects', 'taken');
    const gone = await bench.ask({ verb: 'DELETE', path: `${path}/${withId.parse(made).id}` });
    if (gone.kind === 'taken') await notes.drop(name);
  },
};

/** Intercom's own Markdown, both ways. */
export const markdown: Step = {
  names: ['markdownRead', 'markdownWritten'],
  keptFrom: from216,
  async ask(bench, subject) {
    const reply = await write(bench, subject, { body_markdown: '**probed**\n' });
    const answer = took(subject, reply);
    if (answer === null) bench.wonder('markdownWritten', wordsOf(reply));
    else bench.answer('markdownWritten', /<(b|strong)>probed/.test(answer.body) ? 'taken' : 'ignored');
    bench.answer('markdownRead', typeof subject.article.body_markdown === 'string' ? 'given' : 'null');
  },
};
