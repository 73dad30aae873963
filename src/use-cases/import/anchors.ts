import { unescapeValue } from '../../body/escape.ts';
import { parseReference } from '../../body/reference-url.ts';
import { headingsOf } from '../../dialect/decompile.ts';
import { type ToolAnchor, toolAnchors } from '../../flavour/out/anchors.ts';
import { type AddressBook, referencesFrom } from '../../import/address-book.ts';
import type { ContentPath, Locale } from '../../model/article.ts';
import type { FlavourName } from '../../model/flavour-name.ts';
import type { ChosenArticle } from './choice.ts';

/** How the configuration's tool leads to a heading, by its slug; undefined where it has GitHub's anchors. */
export type AnchorIn = (id: string, locale: Locale, slug: string) => ToolAnchor | undefined;

/**
 * How a tool leads to headings of bodies.
 *
 * @param bodyOf the body of an article in Intercom, by its id
 */
export function anchorsIn(flavour: FlavourName, bodyOf: (id: string, locale: Locale) => string): AnchorIn {
  const known = new Map<string, ReadonlyMap<string, ToolAnchor>>();
  return (id, locale, slug) => {
    const slot = `${locale} ${id}`;
    const found = known.get(slot) ?? toolAnchors(flavour, headingsOf(bodyOf(id, locale), 'left-out'));
    known.set(slot, found);
    return found.get(slug);
  };
}

/** Headings that links lead to, by the path of their article in the default language and their own language. */
export type LinkedHeadings = (key: ContentPath, locale: Locale) => ReadonlySet<string>;

const nothing: ReadonlySet<string> = new Set();

/** Gathers the headings that articles lead to, their own too. */
export function linkedHeadings(sources: Iterable<ChosenArticle>, book: AddressBook): LinkedHeadings {
  const found = new Map<string, Set<string>>();
  for (const { remote, key, paths } of sources) {
    for (const [locale, path] of paths) {
      const names = referencesFrom(book, { id: remote.id, key, locale, path });
      for (const [, href = ''] of (remote.locales[locale]?.body ?? '').matchAll(/\shref="([^"#]*#[^"]+)"/g)) {
        const target = parseReference(names.link(unescapeValue(href)));
        if (target?.kind !== 'article' || target.anchor === null) continue;
        const slot = `${target.locale} ${target.key}`;
        found.set(slot, (found.get(slot) ?? new Set()).add(target.anchor));
      }
    }
  }
  return (key, locale) => found.get(`${locale} ${key}`) ?? nothing;
}
