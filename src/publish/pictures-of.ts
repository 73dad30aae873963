import { isAssetHost, withoutSignature } from '../body/canonical/url.ts';
import { imageSources, listReferences } from '../body/references.ts';
import { tagsOf, valueIn } from '../body/tags.ts';
import type { Locale } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Place } from '../model/place.ts';
import type { ArticleWrite } from '../model/workspace.ts';
import { isLoopback } from '../net/loopback.ts';
import type { World } from './world.ts';

/** A picture of a write that Intercom has to fetch. */
export interface NewPicture {
  /** Address as it is sent. */
  readonly url: string;
  /** What a person knows it by: its file in the content folder, else its address. */
  readonly name: string;
  /** Whether it is a file in the content folder. */
  readonly isFile: boolean;
  /** Where its source shows it first; the path of the source where that is not known. */
  readonly at: string;
}

/**
 * The pictures of a write that Intercom has no copy of: neither one that the lockfile knows, nor one that the article
 * shows by now, nor an address of its own. Each once, in the order of the bodies.
 */
export function newPictures(world: World, article: DesiredArticle, write: ArticleWrite): readonly NewPicture[] {
  const found = new Map<string, NewPicture>();
  let kept: ReadonlySet<string> | null = null;
  for (const [locale, { body }] of Object.entries(write.locales)) {
    if (body?.includes('<img') !== true) continue;
    const symbolic = sourcesOf(article.locales[locale]?.body ?? '');
    for (const [index, url] of sourcesOf(body).entries()) {
      kept ??= keptBy(world, article);
      if (found.has(url) || isIntercoms(url) || kept.has(withoutSignature(url))) continue;
      found.set(url, { url, ...whereOf(world, article, locale, symbolic[index] ?? url, url) });
    }
  }
  return [...found.values()];
}

/** Addresses of the pictures of a body in the stable serialisation, in order. */
export function sourcesOf(html: string): readonly string[] {
  return [...tagsOf(html)].flatMap((tag) => (tag.name === 'img' && !tag.closes ? [valueIn(tag, 'src') ?? ''] : []));
}

/** Whether Intercom has it under that address; what stands in for Intercom on this machine has the same paths. */
export function isIntercoms(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && (isAssetHost(url.hostname) || (isLoopback(url) && url.pathname.startsWith('/i/o/')));
}

/** Copies that Intercom has, without their signatures. */
function keptBy({ copies, known }: World, { key }: DesiredArticle): ReadonlySet<string> {
  const shown = Object.values(known.get(key)?.remote?.locales ?? {}).flatMap(({ body }) => imageSources(body));
  return new Set([...copies.values(), ...shown].map(withoutSignature));
}

function whereOf(
  { desired }: World,
  { key, locales }: DesiredArticle,
  locale: Locale,
  symbolic: string,
  url: string,
): Pick<NewPicture, 'name' | 'isFile' | 'at'> {
  const wanted = locales[locale];
  const place = wanted?.pictures?.find((picture) => picture.url === symbolic)?.place;
  const [reference] = listReferences(`<img src="${symbolic}">`);
  const file = reference?.kind === 'image' ? desired.images[reference.sha256]?.path : undefined;
  return {
    name: file ?? url,
    isFile: file !== undefined,
    at: place === undefined ? (wanted?.path ?? key) : shown(place),
  };
}

const shown = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
