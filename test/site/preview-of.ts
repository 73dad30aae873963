import type { Page } from '../../src/site/addresses.ts';
import { renderPage } from '../../src/site/render.ts';
import type { RenderSettings, Site } from '../../src/site/site.ts';
import { makeContext } from '../../src/use-cases/context.ts';
import { renderSettings, siteOf } from '../../src/use-cases/preview/site.ts';
import { gatherSources, type Sources } from '../../src/use-cases/sources.ts';
import { makeRepository, type TestRepository } from '../kit/repository.ts';
import { inventHost } from '../kit/run-in.ts';

/** A repository, compiled, as a site. */
export interface Previewed {
  readonly repository: TestRepository;
  readonly site: Site;
  readonly settings: RenderSettings;
  /** Gathers everything anew. */
  again(before?: Site): Promise<Site>;
  page(page: Page): Promise<string>;
}

/** Makes a repository of files in `content/`, and the site of it. */
export async function previewOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Previewed> {
  const repository = await makeRepository(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name === 'helpcentre.yml' ? name : `content/${name}`, text]),
    ),
  );
  const context = makeContext(inventHost(repository.dir).host, {});
  const again = async (before: Site | null = null): Promise<Site> => siteOf(await sourcesIn(repository.dir), before);
  const site = await again();
  const settings = renderSettings(context, 'live', 'code', {});
  return { repository, site, settings, again, page: (page) => renderPage(site, page, settings) };
}

/** Everything in a folder, read and compiled from scratch. */
export async function sourcesIn(dir: string): Promise<Sources> {
  const gathered = await gatherSources(makeContext(inventHost(dir).host, {}));
  if (!gathered.ok) throw new Error(gathered.problems.map(({ message }) => message).join('\n'));
  return gathered.sources;
}

/** The tags of a page that have some name. */
export function tagsIn(page: string, name: string): readonly string[] {
  return page.match(new RegExp(`<${name}(?: [^>]*)?>`, 'g')) ?? [];
}
