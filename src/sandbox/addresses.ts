import type { Engine } from './engine.ts';
import { seconds } from './engine.ts';
import { withAddresses } from './images/address.ts';
import { signPath } from './images/sign.ts';
import { slugOf } from './slug.ts';
import type { ArticleRecord, CollectionRecord, HelpCentreRecord, LocaleCode } from './state/records.ts';
import { helpCentreOf } from './state/world.ts';

/** Where Intercom itself serves images. */
const REAL_IMAGE_HOST = 'https://downloads.intercomcdn.com';

/** Address of a help centre's home page. */
export function centreUrl(engine: Engine, centre: HelpCentreRecord): string {
  return `${engine.base}/${centre.identifier}`;
}

/** Address of an article in one locale; null where it has none, is a draft there, or its help centre is off. */
export function articleUrl(engine: Engine, article: ArticleRecord, locale: LocaleCode): string | null {
  const content = article.contents[locale];
  const centre = helpCentreOf(engine.world, article);
  if (content?.state !== 'published' || !centre.isOn) return null;
  if (article.parentIds.length === 0 && engine.quirks.urlWithoutCollection === 'null') return null;
  return `${centreUrl(engine, centre)}/${locale}/articles/${slugged(article.id, content.title)}`;
}

/** Address of a collection in one locale. */
export function collectionUrl(engine: Engine, collection: CollectionRecord, locale: LocaleCode): string {
  const centre = helpCentreOf(engine.world, collection);
  const name = collection.contents[locale]?.name ?? collection.contents[centre.defaultLocale]?.name ?? '';
  return `${centreUrl(engine, centre)}/${locale}/collections/${slugged(collection.id, name)}`;
}

function slugged(id: string, title: string): string {
  const slug = slugOf(title);
  return slug === '' ? id : `${id}-${encodeURIComponent(slug)}`;
}

/** A stored body as it is read: images under addresses that are signed anew each time. */
export function readableBody(engine: Engine, stored: string): string {
  const facts = { secret: engine.world.workspace.secret, now: seconds(engine) };
  const host = engine.quirks.imageHost === 'self' ? engine.base : REAL_IMAGE_HOST;
  return withAddresses(stored, (path) => host + signPath(path, facts, engine.random));
}
