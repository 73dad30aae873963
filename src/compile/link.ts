import { escapeText, unescapeValue } from '../body/escape.ts';
import { withoutLoneContainers } from '../body/lone-containers.ts';
import { replaceTags } from '../body/replace-tags.ts';
import { type Tag, valueIn, withValue } from '../body/tags.ts';
import { withoutVariableMarksIn } from '../body/variable-mark.ts';
import { targetIndex } from '../dialect/target.ts';
import type { ContentPath, Fingerprint, Locale, SymbolicHtml } from '../model/article.ts';
import type { ArticleLink, BodyPicture } from '../model/desired.ts';
import { lazily } from '../model/lazily.ts';
import type { Problem } from '../model/problem.ts';
import type { Repository, Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { tallied } from '../model/tally.ts';
import type { CompiledBody } from './body.ts';
import type { Destinations, Linkable, Unread } from './destinations.ts';
import type { Outline } from './outline.ts';
import { readable } from './paths.ts';
import { hasSite, sitePaths } from './site-paths.ts';
import { resolveTarget } from './targets.ts';
import { stateOf, typeOf } from './types.ts';
import { skippedSources, type Unit } from './unit.ts';

/** A body whose links are checked. */
export interface LinkedBody {
  /** Made when it is asked for first. */
  readonly html: SymbolicHtml;
  /** What is in the places of the body's targets, in their order. */
  readonly urls: readonly string[];
  readonly images: readonly Fingerprint[];
  readonly links: readonly ArticleLink[];
  /** Each address once. */
  readonly pictures: readonly BodyPicture[];
  readonly problems: readonly Problem[];
}

const unknownOutline: Outline = { headings: [], titleSlug: null, anchors: {} };

/**
 * Gathers what links can lead to.
 *
 * @param units compiled sources by path
 * @param broken articles with a source that could not be read
 * @param unread the sources that could not be read
 */
export function destinationsOf(
  repository: Repository,
  units: ReadonlyMap<ContentPath, Unit>,
  settings: Settings,
  broken: ReadonlySet<ContentPath>,
  unread: readonly Unread[] = [],
): Destinations {
  const skipped = skippedSources(repository);
  const types = new Map(repository.sources.map((source) => [source.path, typeOf(source)]));
  const linkable = (source: Source): Linkable => {
    const type = types.get(source.article) ?? typeOf(source);
    return {
      source,
      outline: units.get(source.path)?.body.outline ?? unknownOutline,
      title: units.get(source.path)?.title ?? null,
      type,
      isDraft: type === 'public' && stateOf(source, type, settings) === 'draft',
      isSkipped: skipped.has(source.path),
      isWhole: units.get(source.path)?.problems.every(({ severity }) => severity !== 'error') === true,
      hasMore: source.generated === true || units.get(source.path)?.body.lacksParts === true,
    };
  };
  const byPath = new Map(repository.sources.map((source) => [source.path, linkable(source)]));
  const slotOf = (article: ContentPath, locale: Locale): string => `${locale} ${article}`;
  const byLocale = new Map(
    [...byPath.values()].map((one) => [slotOf(one.source.article, one.source.locale), one] as const),
  );
  const unreadSlots = new Set(unread.map(({ article, locale }) => slotOf(article, locale)));
  return {
    byPath,
    byLocale: (article, locale) => byLocale.get(slotOf(article, locale)),
    byReference: new Map(
      [...byPath.values()].flatMap((one) => {
        const { reference, path, article } = one.source;
        return reference === undefined || path !== article ? [] : [[reference, one] as const];
      }),
    ),
    files: repository.files,
    ...(hasSite(settings) ? { site: sitePaths([...repository.sources, ...unread], repository, settings) } : {}),
    broken,
    unread: new Map(unread.map((one) => [one.path, one])),
    hasSource: (article, locale) => byLocale.has(slotOf(article, locale)) || unreadSlots.has(slotOf(article, locale)),
  };
}

/** Puts in where the links and images of a body lead, and checks that they do. */
export function linkBody(body: CompiledBody, here: Linkable, destinations: Destinations): LinkedBody {
  const problems: Problem[] = [];
  const images = new Set<Fingerprint>();
  const links: ArticleLink[] = [];
  const pictures = new Map<string, BodyPicture>();
  const found = body.targets.map((target) => {
    const resolved = resolveTarget(target, here, destinations);
    problems.push(...resolved.problems);
    if (resolved.image !== undefined) images.add(resolved.image);
    const { url } = resolved;
    if (target.kind === 'image' && url !== '' && !pictures.has(url)) pictures.set(url, { url, place: target.place });
    if (resolved.article !== undefined) links.push({ to: resolved.article, place: target.place });
    return resolved;
  });
  const into: Filled = {
    urls: found.map(({ url }) => url),
    names: found.every(({ name }) => name === undefined) ? unnamed : found.map(({ name }) => name),
  };
  const { urls, names } = into;
  const linked = {
    // What a link is called is part of where it leads: bodies are told apart by both.
    urls: names === unnamed ? urls : urls.map((url, at) => (names[at] === undefined ? url : `${url} ${names[at]}`)),
    images: [...images],
    links: [...links],
    pictures: [...pictures.values()],
    problems: tallied(problems),
  };
  return lazily(linked, 'html', filling(body, into));
}

/** Knows of nothing else that linking made. */
function filling(body: CompiledBody, found: Filled): () => SymbolicHtml {
  return () => fill(withNames(body, found), found.urls);
}

/** What is put into a body. */
interface Filled {
  readonly urls: readonly string[];
  /** Texts of links that have none of their own, at their places. */
  readonly names: readonly (string | undefined)[];
}

/** Nearly all bodies: one list for all of them. */
const unnamed: Filled['names'] = [];

/** Puts the names of pages where a link has its own address for a text. */
function withNames({ html, targets }: CompiledBody, { names }: Filled): string {
  if (names === unnamed) return html;
  return html.replace(/(<a\b[^<>]*\shref="([^"<>]*)"[^<>]*>)([^<]*)(?=<\/a>)/g, (whole, tag, href, text) => {
    const index = targetIndex(href);
    const name = index === null ? undefined : names[index];
    const target = index === null ? undefined : targets[index]?.target;
    if (name === undefined || target === undefined) return whole;
    const written = readable(target);
    const own = [target, written, written.replace(/#.*$/, ''), written.replace(/#.*$/, '').split('/').at(-1)];
    return own.includes(unescapeValue(text)) ? `${tag}${escapeText(name)}` : whole;
  });
}

/** Replaces the marks in `href` and `src` by the URLs they are the numbers of, and takes off what Intercom adds itself. */
function fill(html: string, urls: readonly string[]): SymbolicHtml {
  if (urls.length === 0) return withoutVariableMarksIn(html);
  const filledIn = replaceTags(html, (tag) => {
    const name = tag.name === 'a' ? 'href' : tag.name === 'img' ? 'src' : null;
    const index = name === null || tag.closes ? null : targetIndex(valueIn(tag, name));
    if (name === null || index === null) return null;
    const url = urls[index] ?? '';
    if (url !== '') return withValue(tag, name, url);
    return name === 'href' ? '' : missingImage(tag);
  });
  return withoutVariableMarksIn(withoutLoneContainers(filledIn));
}

/** What is shown where an image is missing and the configuration lets that pass: its text, in brackets. */
function missingImage(tag: Tag): string {
  return `<i>[${escapeText(valueIn(tag, 'alt') || 'image')}]</i>`;
}
