import type { Check, Found } from '../check.ts';
import type { AuditedArticle, AuditedLink, AuditedText, Facts } from '../facts.ts';
import { isOn } from '../facts.ts';
import { placeOf } from '../places.ts';
import { languageName, linkWords, quoted } from '../words.ts';

/** What keeps readers from the text that a link leads to. */
type Hidden = 'draft' | 'draft-language' | 'no-language' | 'language-off';

interface HiddenGoal {
  readonly link: AuditedLink;
  readonly to: AuditedArticle;
  readonly locale: string | null;
  readonly why: Hidden;
}

function whyHidden(link: AuditedLink, facts: Facts): HiddenGoal | null {
  const { goal } = link;
  const to = goal.is === 'article' ? facts.byId.get(goal.id) : undefined;
  // An unpublished article mostly has a redirect from its address to the one that took its place.
  if (goal.is !== 'article' || to === undefined || facts.isCaught(goal)) return null;
  const { locale } = goal;
  if (to.texts.every(({ text }) => text.state === 'draft')) return { link, to, locale, why: 'draft' };
  if (locale === null) return null;
  const meant = to.texts.find((one) => one.locale === locale);
  if (meant === undefined) return { link, to, locale, why: 'no-language' };
  if (meant.text.state === 'draft') return { link, to, locale, why: 'draft-language' };
  return isOn(goal.centre, locale) ? null : { link, to, locale, why: 'language-off' };
}

function hiddenFrom(text: AuditedText, facts: Facts): readonly HiddenGoal[] {
  if (!text.isSeen) return [];
  const distinct = new Map<string, HiddenGoal>();
  for (const link of text.links) {
    const hidden = whyHidden(link, facts);
    const key = `${hidden?.to.remote.id} ${hidden?.locale}`;
    if (hidden !== null && !distinct.has(key)) distinct.set(key, hidden);
  }
  return [...distinct.values()];
}

function found(facts: Facts, kinds: readonly Hidden[]): readonly Found[] {
  return facts.texts.flatMap((text) =>
    hiddenFrom(text, facts)
      .filter(({ why }) => kinds.includes(why))
      .map((hidden): Found => {
        const [first] = hidden.to.texts;
        const meant = hidden.to.texts.find(({ locale }) => locale === hidden.locale) ?? first;
        return {
          rank: text.rank,
          message: `${linkWords(hidden.link)} leads to ${sentences[hidden.why](hidden, quoted(meant?.text.title ?? ''))}`,
          places: [placeOf(text, facts), ...(meant === undefined ? [] : [placeOf(meant, facts)])],
        };
      }),
  );
}

const sentences: Readonly<Record<Hidden, (hidden: HiddenGoal, title: string) => string>> = {
  draft: (_, title) => `${title}, which is a draft`,
  'draft-language': ({ locale }, title) => `the ${languageName(locale ?? '')} text of ${title}, which is a draft`,
  'no-language': ({ locale }, title) => `${title} in ${languageName(locale ?? '')}, which it does not have`,
  'language-off': ({ locale }, title) =>
    `${title} in ${languageName(locale ?? '')}, which the help centre has switched off`,
};

/** Links from what readers have to what they do not. */
export const linkToDraft: Check = {
  code: 'link-to-draft',
  title: 'Links from published articles to drafts',
  why: 'Readers who follow the link find a page that says there is nothing.',
  help: 'Publish the draft, or take the link out until then.',
  find: (facts) => found(facts, ['draft', 'draft-language']),
};

/** Links to an article in a language that readers do not have it in. */
export const linkToNoLanguage: Check = {
  code: 'link-to-missing-language',
  title: 'Links to languages that an article does not have',
  why: 'The address names a language in which there is no such text, so readers do not get what the link promises.',
  help: 'Point the link at the language that there is, or publish the translation.',
  find: (facts) => found(facts, ['no-language', 'language-off']),
};
