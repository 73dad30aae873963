import { withCommas } from '../../model/with-commas.ts';
import type { Check, Found } from '../check.ts';
import { type AuditedArticle, type AuditedText, type Facts, isOn } from '../facts.ts';
import { articlePlace, centrePlace, placeOf, somePlaces } from '../places.ts';
import { counted, languageName, quoted } from '../words.ts';

/** Others that tell what an article should be in, at least. */
const fewestSiblings = 3;

/** A language is hardly used where this many times what it has is no more than what there is. */
const scarce = 4;

const isMultilingual = ({ remote }: Facts): boolean => remote.languages !== 'off';

/** Articles that readers have in some language. */
const seenArticles = ({ articles }: Facts): readonly AuditedArticle[] =>
  articles.filter(({ texts }) => texts.some(({ isSeen }) => isSeen));

const hasSeen = ({ texts }: AuditedArticle, locale: string): boolean =>
  texts.some((text) => text.locale === locale && text.isSeen);

/** Languages of the help centre's articles that readers can choose. */
function languagesOf(articles: readonly AuditedArticle[]): readonly string[] {
  return [...new Set(articles.flatMap(({ texts }) => texts.flatMap(({ locale, isSeen }) => (isSeen ? locale : []))))];
}

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** The others that an article is compared with: of its collection, or of its help centre where these are too few. */
function siblingsOf(
  article: AuditedArticle,
  inCollection: ReadonlyMap<string | null, readonly AuditedArticle[]>,
  inCentre: readonly AuditedArticle[],
): readonly AuditedArticle[] {
  const { parentId } = article.remote;
  const near = (parentId === null ? [] : (inCollection.get(parentId) ?? [])).filter((one) => one !== article);
  return near.length >= fewestSiblings ? near : inCentre.filter((one) => one !== article);
}

/** Articles that lack a language in which most of those around them are. */
export const missingLanguage: Check = {
  code: 'language-missing',
  title: 'Translations that are missing',
  why: 'Readers of that language find the articles around it, and not this one.',
  help: 'Translate and publish it.',
  find(facts) {
    if (!isMultilingual(facts)) return [];
    const all = grouped(seenArticles(facts), ({ centre }) => centre);
    return [...all.values()].flatMap((articles) => {
      const inCollection = grouped(articles, ({ remote }) => remote.parentId);
      const locales = languagesOf(articles);
      return articles.flatMap((article) => {
        const absent = locales.filter((locale) => !article.texts.some((text) => text.locale === locale));
        if (absent.length === 0) return [];
        const siblings = siblingsOf(article, inCollection, articles);
        if (siblings.length < fewestSiblings) return [];
        return absent.flatMap((locale): readonly Found[] => {
          const have = siblings.filter((one) => hasSeen(one, locale)).length;
          const places = somePlaces([articlePlace(article, facts)].filter((place) => place !== null));
          if (have * 2 <= siblings.length || !isOn(article.centre, locale) || places === null) return [];
          const message = `It is not there in ${languageName(locale)}, as ${have} of the ${siblings.length} others beside it are`;
          return [{ rank: 'missed', message, places }];
        });
      });
    });
  },
};

/** Languages that a help centre offers, and that few of its articles are in. */
export const scarceLanguage: Check = {
  code: 'language-scarce',
  title: 'Languages that are switched on and hardly used',
  why: 'Readers who choose the language find an empty help centre, or nearly.',
  help: "Translate more articles, or switch the language off in the help centre's settings.",
  find(facts) {
    if (!isMultilingual(facts)) return [];
    const seen = seenArticles(facts);
    return facts.remote.helpCentres.flatMap((centre) => {
      const articles = seen.filter(({ centres }) => centres.includes(centre));
      if (centre.url === null || articles.length < fewestSiblings) return [];
      return (centre.locales ?? []).flatMap((locale): readonly Found[] => {
        const have = articles.filter((article) => hasSeen(article, locale)).length;
        if (have * scarce > articles.length) return [];
        const are = have === 0 ? 'None' : withCommas(have);
        const message = `${are} of the ${counted(articles.length, 'published article')} of ${quoted(centre.name)} ${have === 1 ? 'is' : 'are'} there in ${languageName(locale)}, which is switched on`;
        return [{ rank: 'missed', message, places: [centrePlace(centre, locale)] }];
      });
    });
  },
};

/** Texts in a language that the help centre does not offer. */
export const languageOff: Check = {
  code: 'language-off',
  title: 'Translations that nobody can see',
  why: 'The text is published in a language that is switched off for its help centre.',
  help: "Switch the language on in the help centre's settings, or unpublish the text.",
  find: (facts) =>
    facts.texts.flatMap((text) => {
      const { article, locale } = text;
      const { centres } = article;
      if (!isMultilingual(facts) || text.text.state === 'draft') return [];
      if (centres.length === 0 || centres.some((centre) => isOn(centre, locale))) return [];
      const message = `It is published in ${languageName(locale)}, which is switched off for ${quoted(article.centre?.name ?? '')}`;
      return [{ rank: 'missed', message, places: [placeOf(text, facts)] }];
    }),
};

/** Translations that wait while the original is out. */
export const draftTranslation: Check = {
  code: 'translation-draft',
  title: 'Translations that are drafts',
  why: 'The original is published, and readers of the other language do not get the text that is there for them.',
  help: 'Publish the translation, or delete it.',
  find: (facts) =>
    facts.articles.flatMap(({ texts: [original, ...others], centre }) => {
      if (original?.isSeen !== true) return [];
      return others.flatMap((text): readonly Found[] => {
        if (text.text.state === 'published' || !isOn(centre, text.locale)) return [];
        const message = `The ${languageName(text.locale)} text is a draft, and the ${languageName(original.locale)} one is published`;
        return [{ rank: 'missed', message, places: [placeOf(text, facts)] }];
      });
    }),
};

/** Words that tell a text that was never translated from one that says little. */
const fewestWords = 20;

/** Translations that say what the original says, word for word. */
export const untranslated: Check = {
  code: 'translation-untranslated',
  title: 'Translations that were never translated',
  why: 'Readers chose their language, and get another one.',
  help: 'Translate it, or delete the translation.',
  find: (facts) =>
    facts.articles.flatMap(({ texts: [original, ...others] }) =>
      others.flatMap((text): readonly Found[] => {
        if (original === undefined || !isCopy(original, text)) return [];
        const message = `The ${languageName(text.locale)} text is the ${languageName(original.locale)} one, word for word`;
        return [{ rank: text.rank, message, places: [placeOf(text, facts)] }];
      }),
    ),
};

const lettered = (words: string): number => words.match(/\p{L}{2,}/gu)?.length ?? 0;

function isCopy(original: AuditedText, text: AuditedText): boolean {
  const words = original.body?.words ?? '';
  const [language, other] = [original.locale, text.locale].map((locale) => locale.split('-')[0]);
  // What two countries write the same needs no translation.
  if (language === other || text.body?.words !== words) return false;
  // Code is the same in every language.
  return lettered(words) - lettered(original.body?.code ?? '') >= fewestWords;
}
