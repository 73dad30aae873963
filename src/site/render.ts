import { fileOf, type Page } from './addresses.ts';
import { changePage } from './changes/change-page.ts';
import { changesPage } from './changes/overview.ts';
import { layout, type PageParts } from './layout.ts';
import { contextOf, type PageContext } from './page.ts';
import { articlePage } from './pages/article.ts';
import { collectionPage } from './pages/collection.ts';
import { homePage } from './pages/home.ts';
import { missingPage } from './pages/missing.ts';
import { problemsPage } from './pages/problems.ts';
import type { RenderSettings, Site } from './site.ts';

/**
 * Renders a page.
 *
 * @param here file that it is read at, where that is not its own: a page that is missing is read everywhere
 * @returns a whole HTML document
 */
export async function renderPage(site: Site, page: Page, settings: RenderSettings, here?: string): Promise<string> {
  const context = contextOf(site, page, settings, here);
  const parts = partsOf(page, context);
  if (parts !== null) return String(await layout(parts, context));
  const missing = contextOf(site, { kind: 'missing' }, settings, here ?? fileOf(page, site));
  return String(await layout(missingPage(missing), missing));
}

function partsOf(page: Page, context: PageContext): PageParts | null {
  switch (page.kind) {
    case 'home':
      return homePage(context);
    case 'collection':
      return collectionPage(page.slug, context);
    case 'article':
      return articlePage(page.key, context);
    case 'problems':
      return problemsPage(context);
    case 'changes':
      return changesPage(context);
    case 'change':
      return changePage(page, context);
    case 'missing':
      return missingPage(context);
  }
}
