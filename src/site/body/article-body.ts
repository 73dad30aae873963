import { resolveReferences } from '../../body/references.ts';
import { imageFile } from '../addresses.ts';
import type { PageContext } from '../page.ts';
import { type PresentedBody, presentBody } from './present.ts';

/** A body in a page, and what Intercom would have against it. */
export interface ShownBody extends PresentedBody {
  /** Why Intercom would refuse it, as a clause; null where it would not. */
  readonly refused: string | null;
}

/**
 * The very HTML that would be sent, as Intercom would rewrite it, with links to the preview's own pages and images.
 *
 * @param symbolic the compiled body
 * @param label see `presentBody`
 */
export function showBody(symbolic: string, context: PageContext, label = ''): ShownBody {
  const { html, refused } = context.settings.rewrite(resolveBody(symbolic, context));
  return { ...presentBody(html, label), refused };
}

/**
 * Puts links to the preview's own pages and images into a body.
 *
 * @param symbolic a body in the stable serialisation; an image that the preview does not have gets an empty address
 */
export function resolveBody(symbolic: string, context: PageContext): string {
  const { site } = context;
  return resolveReferences(symbolic, (reference) => {
    if (reference.kind === 'image') {
      const image = site.images.get(reference.sha256);
      return image === undefined ? '' : context.fileHref(imageFile(reference.sha256, image));
    }
    const { key, locale, anchor } = reference;
    if (!Object.hasOwn(site.articles.get(key)?.locales ?? {}, locale)) return null;
    const page = context.href({ kind: 'article', locale, key });
    return anchor === null ? page : `${page}#${encodeURIComponent(anchor)}`;
  });
}
