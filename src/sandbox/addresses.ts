import { withoutCarried } from '../intercom-markdown/carried.ts';
import { type Engine, seconds } from './engine.ts';
import { withAddresses } from './images/address.ts';
import { signPath } from './images/sign.ts';
import type { LocaleCode } from './locales.ts';
import { articlePath, collectionPath } from './paths.ts';
import type { ArticleRecord, CollectionRecord, HelpCentreRecord } from './state/records.ts';
import { helpCentreOf } from './state/sandbox-state.ts';

/** Where Intercom itself serves images. */
const realImageHost = 'https://downloads.intercomcdn.com';

/** Address of a help centre. */
export function centreUrl(engine: Engine, centre: HelpCentreRecord): string {
  return `${engine.base}/${centre.identifier}`;
}

/** Address of an article in one locale; null where it has none, is a draft there, or its help centre is off. */
export function articleUrl(engine: Engine, article: ArticleRecord, locale: LocaleCode): string | null {
  const centre = helpCentreOf(engine.world, article);
  if (article.contents[locale]?.state !== 'published' || !centre.isOn) return null;
  if (article.parentIds.length === 0 && engine.quirks.urlWithoutCollection === 'null') return null;
  return engine.base + articlePath(centre, article, locale);
}

/** Address of a collection in one locale. */
export function collectionUrl(engine: Engine, collection: CollectionRecord, locale: LocaleCode): string {
  return engine.base + collectionPath(helpCentreOf(engine.world, collection), collection, locale);
}

/**
 * A stored body as it is read: images under addresses that are signed anew each time, and nothing of what HTML does not
 * show.
 *
 * @param host where images are; empty for the sandbox's own pages, whichever name they were opened by
 */
export function readableBody(engine: Engine, stored: string, host = imageHost(engine)): string {
  const shown = stored.includes('data-intercom-') ? withoutCarried(stored) : stored;
  const facts = { secret: engine.world.workspace.secret, now: seconds(engine) };
  return withAddresses(shown, (path) => host + signPath(path, facts, engine.random));
}

/** Markdown with the addresses of a stored body, as it is read. */
export function readableMarkdown(engine: Engine, markdown: string): string {
  const facts = { secret: engine.world.workspace.secret, now: seconds(engine) };
  const host = imageHost(engine);
  return markdown.replace(
    /(?<=\]\(<?)image:(\/i\/o\/[^\s)>]*)/g,
    (_, path: string) => host + signPath(path, facts, engine.random),
  );
}

function imageHost(engine: Engine): string {
  return engine.quirks.imageHost === 'self' ? engine.listens : realImageHost;
}
