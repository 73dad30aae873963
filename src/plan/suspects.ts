import type { ContentPath, Locale } from '../model/article.ts';
import type { Change } from '../model/plan.ts';
import { lastSource, type Recorded, type RecordedArticle } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { commonWords, type Words, wordsOf } from '../text/likeness.ts';
import { baseName } from './move-pools.ts';
import type { MarkdownTexts } from './similarity.ts';

/** A source as far as it can be read, whatever is wrong with it. */
export interface SourceText {
  readonly locale: Locale;
  /** Git blob id of its bytes. */
  readonly blob: string;
  /** Markdown, perhaps with its front matter; null where it cannot be read at all. */
  readonly text: string | null;
  /** The article that its front matter names, where that can be read. */
  readonly id?: string;
}

/** What tells whether a removal may be a move into a source that has an error. */
export interface SuspectsInput {
  /** Default locale. */
  readonly locale: Locale;
  /** Articles with an error. */
  readonly failed: readonly ContentPath[];
  /** Their sources. Without it nothing is known of them. */
  readonly sourcesOf?: ((article: ContentPath) => readonly SourceText[]) | undefined;
  readonly recorded: Recorded;
  /** null for an offline plan: then the texts of git count. */
  readonly remote: Remote | null;
  readonly texts?: MarkdownTexts | undefined;
  readonly moved: Settings['moved'];
}

/**
 * From this share of common words on, a source with an error may be a text that is gone. Less than makes a move (git's
 * 50 %), because one side is Markdown and the other HTML, and the error may be in the text.
 */
const alikeEnough = 0.4;

/** Tells which articles with an error may be what is taken away by a change: its file moved there. */
export type Suspects = (change: Change) => readonly ContentPath[];

/**
 * An error explains a removal where it may hide the move of what is gone: the source has no entry of its own, and
 * `moved:`, its `id`, its bytes, its name or its text say that it may be that, or nothing is known of the text. A source
 * with an entry is that article, unless its text is rather the one that is gone.
 */
export function suspectsAmong(input: SuspectsInput): Suspects {
  const { recorded, failed, locale: main } = input;
  return (change) => {
    const entry = Object.hasOwn(recorded.articles, change.key) ? recorded.articles[change.key] : undefined;
    if (entry === undefined) return [];
    const gone = Object.entries(change.locales).flatMap(([locale, step]) => (step.do === 'withdraw' ? [locale] : []));
    const isWhole = change.kind === 'unpublish' || change.kind === 'delete';
    const locales = isWhole ? [entry.locales[main] === undefined ? (gone[0] ?? main) : main] : gone;
    return failed.filter((key) =>
      locales.some((locale) => mayBe(key, { key: change.key, entry, locale, isWhole }, input)),
    );
  };
}

/** A text that is gone. */
interface Gone {
  readonly key: ContentPath;
  readonly entry: RecordedArticle;
  readonly locale: Locale;
  /** Whether all of its article is. */
  readonly isWhole: boolean;
}

function mayBe(suspect: ContentPath, gone: Gone, input: SuspectsInput): boolean {
  if (input.moved[gone.key] === suspect) return true;
  const sources = input.sourcesOf?.(suspect) ?? [];
  const inLocale = sources.filter(({ locale }) => locale === gone.locale);
  const known = inLocale.length > 0 || !gone.isWhole ? inLocale : sources;
  if (known.some(({ blob }) => blob === lastSource(gone.entry.locales[gone.locale]))) return true;
  if (sources.some((source) => names(source, gone.entry.id))) return true;
  const own = Object.hasOwn(input.recorded.articles, suspect) ? input.recorded.articles[suspect] : undefined;
  if (own !== undefined) return isRather(known, gone, { ...gone, key: suspect, entry: own }, input);
  // Nothing at all is known of it, or it has no text in the language that is gone.
  if (known.length === 0) return sources.length === 0;
  if (baseName(suspect) === baseName(gone.key)) return true;
  const before = wordsBefore(gone, input);
  return known.some(({ text }) => text === null || before === null || likeness(text, before) >= alikeEnough);
}

const names = ({ id, text }: SourceText, wanted: string): boolean =>
  id === wanted || new RegExp(`^id:\\s*["']?${wanted}\\b`, 'm').test(text ?? '');

/** Whether a source is more like a text that is gone than like the one that it was itself. */
function isRather(sources: readonly SourceText[], gone: Gone, self: Gone, input: SuspectsInput): boolean {
  const [before, own] = [wordsBefore(gone, input), wordsBefore(self, input)];
  return sources.some(({ text }) => {
    if (text === null || before === null) return false;
    const like = likeness(text, before);
    return like >= alikeEnough && (own === null || like > likeness(text, own));
  });
}

/** Words of a text that is gone; null where it is not known. */
function wordsBefore({ key, entry, locale }: Gone, input: SuspectsInput): Words | null {
  if (input.remote === null) {
    const text = locale === input.locale ? input.texts?.before.get(key) : undefined;
    return text === undefined ? null : wordsOf(`${text.title} ${bare(text.markdown)}`);
  }
  const theirs = input.remote.articles.find(({ id }) => id === entry.id)?.locales[locale];
  return theirs === undefined ? null : wordsOf(`${theirs.title} ${bare(theirs.body)}`);
}

function likeness(text: string, before: Words): number {
  const words = wordsOf(bare(text));
  return commonWords(words, before) / Math.max(1, words.size, before.size);
}

/** A text without front matter, tags and addresses: what Markdown and HTML have in common. */
function bare(text: string): string {
  return text
    .replace(/^\ufeff?---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\]\([^()]*\)/g, '] ');
}
