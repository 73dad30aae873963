import { imageSources, listReferences } from '../body/references.ts';
import type { ContentPath, Fingerprint, Locale } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { ArticleWrite } from '../model/workspace.ts';
import { type NewPicture, newPictures, sourcesOf } from './pictures-of.ts';
import type { World } from './world.ts';

/** What Intercom shows in place of an image that it could not fetch. */
const broken = 'article_broken_image_placeholder';

/**
 * Finds Intercom's own copies of the images that a write sent: the n-th image of the body sent is the n-th of
 * the body that came back. Where the counts differ nothing is taken, and the image is sent again next time.
 *
 * @returns content hash → Intercom's copy, without the signature, which changes with every read
 */
export function copiesOf(
  world: World,
  key: ContentPath,
  write: ArticleWrite,
  answer: RemoteArticle,
): Readonly<Record<Fingerprint, string>> {
  const copies: Record<Fingerprint, string> = {};
  const desired = world.articlesByKey.get(key);
  for (const [locale, sent] of Object.entries(write.locales)) {
    const wanted = desired?.locales[locale];
    if (wanted === undefined || sent.body === undefined) continue;
    // Ours is in the stable serialisation: it need not be read as HTML, which takes most of the time here.
    const symbolic = sourcesOf(wanted.body);
    if (!symbolic.some((source) => isLocal(source))) continue;
    const stored = imageSources(answer.locales[locale]?.body ?? '');
    const sentSources = sourcesOf(sent.body);
    if (stored.length !== sentSources.length) continue;
    symbolic.forEach((source, index) => {
      const url = stored[index];
      const [reference] = listReferences(`<img src="${source}">`);
      if (reference?.kind !== 'image' || url === undefined || url === sentSources[index] || url.includes(broken))
        return;
      copies[reference.sha256] = url.split('?')[0] ?? url;
    });
  }
  return copies;
}

const isLocal = (source: string): boolean => listReferences(`<img src="${source}">`)[0]?.kind === 'image';

/** Locales of a write in which Intercom shows a placeholder where an image was sent. */
export function brokenIn(write: ArticleWrite, answer: RemoteArticle): readonly Locale[] {
  return Object.entries(write.locales)
    .filter(([locale, { body }]) => body?.includes(broken) === false && answer.locales[locale]?.body.includes(broken))
    .map(([locale]) => locale);
}

/** The pictures in whose place Intercom shows one: the n-th of the body sent is the n-th of the one that came back. */
export function brokenPictures(
  world: World,
  article: DesiredArticle,
  write: ArticleWrite,
  answer: RemoteArticle,
): readonly NewPicture[] {
  const urls = new Set(
    brokenIn(write, answer).flatMap((locale) => {
      const sent = sourcesOf(write.locales[locale]?.body ?? '');
      const stored = imageSources(answer.locales[locale]?.body ?? '');
      return stored.length === sent.length ? sent.filter((_, index) => stored[index]?.includes(broken)) : [];
    }),
  );
  return newPictures(world, article, write).filter(({ url }) => urls.has(url));
}
