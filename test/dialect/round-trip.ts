import { canonicalWith } from '../../src/body/canonical.ts';
import { parseReference } from '../../src/body/reference-url.ts';
import type { Unit } from '../../src/compile/compile.ts';
import { type Addresses, decompile } from '../../src/dialect/decompile.ts';
import type { ContentPath, Locale } from '../../src/model/article.ts';
import type { Repository } from '../../src/model/repository.ts';
import type { Settings } from '../../src/model/settings.ts';
import { compileBody } from '../compile/compile-body.ts';

/** Names what symbolic links stand for by paths from the content folder; every other address as it is. */
export function addressesIn({ files, sources }: Repository): Addresses {
  const pathOf = (article: ContentPath, locale: Locale): ContentPath =>
    sources.find((source) => source.article === article && source.locale === locale)?.path ?? article;
  return {
    link(href) {
      const target = parseReference(href);
      if (target?.kind !== 'article') return href;
      const anchor = target.anchor === null ? '' : `#${target.anchor.replace(/%/g, '%25')}`;
      return `/${encodeURI(pathOf(target.key, target.locale))}${anchor}`;
    },
    image(source) {
      const target = parseReference(source);
      if (target?.kind !== 'image') return source;
      const found = [...files.values()].find((file) => file.kind === 'image' && file.sha256 === target.sha256);
      return found === undefined ? source : `/${encodeURI(found.path)}`;
    },
  };
}

/** What became of a body on its way to Markdown and back. */
export interface RoundTrip {
  readonly markdown: string;
  /** What the body was, and what it is again, in canonical form. */
  readonly before: string;
  readonly after: string;
  /** The Markdown of what it is again. */
  readonly again: string;
}

/** Takes a body to Markdown, back, and to Markdown once more. */
export function roundTrip(
  body: string,
  repository: Repository,
  settings: Settings,
  path?: ContentPath,
  units?: ReadonlyMap<ContentPath, Unit>,
): RoundTrip {
  const addresses = addressesIn(repository);
  const { markdown } = decompile(body, addresses);
  const compiled = compileBody(markdown, repository, settings, path, units).body;
  return {
    markdown,
    before: canonicalWith(body, { headingMarkup: 'in-one-line' }),
    after: canonicalWith(compiled, { headingMarkup: 'in-one-line' }),
    again: decompile(compiled, addresses).markdown,
  };
}
