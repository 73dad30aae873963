import { graded } from '../../src/compile/grade.ts';
import { destinationsOf, linkBody } from '../../src/compile/link.ts';
import { ordered } from '../../src/compile/order.ts';
import { compileSources } from '../../src/compile/sources.ts';
import { compileSource, type Unit } from '../../src/compile/unit.ts';
import type { ContentPath, SymbolicHtml } from '../../src/model/article.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Repository } from '../../src/model/repository.ts';
import type { Settings } from '../../src/model/settings.ts';

/** A body by itself. */
export interface CompiledText {
  readonly body: SymbolicHtml;
  readonly title: string | null;
  readonly anchors: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Compiles one body as if it were a source of the repository.
 *
 * @param markdown without front matter
 * @param repository what it may link to and include
 * @param path where it stands in the content folder
 * @param units other sources, if they are compiled already
 */
export function compileBody(
  markdown: string,
  repository: Repository,
  settings: Settings,
  path: ContentPath = 'article.md',
  units: ReadonlyMap<ContentPath, Unit> = compileSources(repository, settings),
): CompiledText {
  const present = repository.sources.find((source) => source.path === path);
  const source = {
    article: path,
    locale: settings.locale,
    blob: '',
    bodyLine: 1,
    places: {},
    fields: { title: 'Title' },
    ...present,
    path,
    body: markdown,
  };
  const whole = { ...repository, sources: [...repository.sources.filter((other) => other !== present), source] };
  const unit = compileSource(source, whole, settings);
  const all = new Map([...units, [path, unit]]);
  const destinations = destinationsOf(whole, all, settings, new Set());
  const here = destinations.byPath.get(path);
  const linked = here === undefined ? { html: '', problems: [] } : linkBody(unit.body, here, destinations);
  return {
    body: linked.html,
    title: unit.title,
    anchors: unit.body.outline.headings.map((heading) => heading.slug),
    problems: ordered(graded([...unit.problems, ...linked.problems], settings.problems)),
  };
}
