import { withoutSignature } from '../../body/canonical/url.ts';
import { type Addresses, anchorsOf, asHtmlBlock, type Decompiled, undisplayedIn } from '../../dialect/decompile.ts';
import { blobId } from '../../git/blob-id.ts';
import {
  type AddressBook,
  addressesFrom,
  type Here,
  type KnownImage,
  referencesFrom,
} from '../../import/address-book.ts';
import { formatSource } from '../../import/format-source.ts';
import { frontMatterOf, type SourceContext, sourceOf } from '../../import/source-of.ts';
import type { ContentPath, Locale, Spacing } from '../../model/article.ts';
import { typeOfId } from '../../model/article-type.ts';
import type { RemoteLocale } from '../../model/remote.ts';
import { type AnchorIn, anchorsIn, linkedHeadings } from './anchors.ts';
import type { ChosenArticle } from './choice.ts';
import { addressNamingOf, asDraft, flavouredBody, placesOf } from './flavour.ts';
import { orderFields } from './order-fields.ts';
import type { Positions } from './positions.ts';

/**
 * How a text is written, the best first. Where the first does not compile back to what Intercom has, the next is tried:
 * links between articles as addresses, then the whole body as one HTML block.
 */
export const forms = ['markdown', 'markdown-with-addresses', 'html', 'html-with-addresses'] as const;
/** One of `forms`. */
export type Form = (typeof forms)[number];

/** One locale of an article, as it is written. */
export interface ImportedText {
  readonly article: ChosenArticle;
  readonly locale: Locale;
  readonly path: ContentPath;
  readonly content: RemoteLocale;
  readonly form: Form;
  readonly bytes: Uint8Array;
  /** Git blob id of the bytes. */
  readonly blob: string;
  /** What the body became; null for one HTML block. */
  readonly decompiled: Decompiled | null;
  /** Blocks that the Markdown of the configuration's tool has no form for. */
  readonly blocksAsHtml: number;
  /** Headings that others lead to, and that the configuration's tool cannot tell from others. */
  readonly unreachable: number;
  /** Blocks in it that the API did not give out, whatever form it is in. */
  readonly undisplayed: number;
  /** How the comparison names links and images of the body in Intercom. */
  readonly names: Addresses;
}

/** What texts are made with. */
export interface TextMaker {
  readonly context: SourceContext;
  /** The spacing that applies to a source that names none. */
  readonly spacingAround: (key: ContentPath) => Spacing;
  /** Articles with sources, by id. */
  readonly sources: ReadonlyMap<string, ChosenArticle>;
  /** Images in the content folder, by the key of their address. */
  readonly images: ReadonlyMap<string, KnownImage>;
  readonly positions: Positions;
}

/** Makes texts of articles, in any form. */
export function textMaker(maker: TextMaker): (article: ChosenArticle, locale: Locale, form: Form) => ImportedText {
  const { settings } = maker.context;
  const anchorIn = anchorsIn(
    settings.flavour,
    (id, locale) => maker.sources.get(id)?.remote.locales[locale]?.body ?? '',
  );
  const book = bookOf(maker, true, anchorIn);
  const bookOfAddresses = bookOf(maker, false, anchorIn);
  const linked = linkedHeadings(maker.sources.values(), book);
  return (article, locale, form) => {
    const { remote, key } = article;
    const content = remote.locales[locale];
    const path = article.paths.get(locale);
    if (content === undefined || path === undefined) throw new Error(`${key} has no text in ${locale}`);
    const here: Here = { id: remote.id, key, locale, path };
    const known = form.endsWith('with-addresses') ? bookOfAddresses : book;
    const goals = [...linked(key, locale)].map((slug) => ({ slug, is: anchorIn(remote.id, locale, slug)?.is }));
    const addresses: Addresses = {
      ...{ ...addressesFrom(known, here), headingIds: 'left-out' },
      writtenAnchors: new Set(goals.filter(({ is }) => is === 'written').map(({ slug }) => slug)),
    };
    const around = typeOfId(remote.id) === 'snippet' ? 'tight' : maker.spacingAround(key);
    const decompiled = form.startsWith('markdown') ? sourceOf(remote, locale, addresses, maker.context, around) : null;
    const fields = decompiled?.fields ?? frontMatterOf(remote, content, locale, maker.context);
    const parts = decompiled?.decompiled.parts ?? wholeOf(asHtmlBlock(content.body, addresses, around));
    const body = flavouredBody({ parts }, content.title, fields.spacing ?? around, settings);
    const places = placesOf(settings.flavour);
    const position = maker.positions.articles.get(key);
    const order = position === undefined ? undefined : orderFields(settings.flavour, position);
    const text = formatSource(asDraft(fields, content.state, places?.draft), body.text, {
      ...(places?.draft === undefined ? {} : { draft: places.draft }),
      ...(order === undefined ? {} : { order }),
    });
    const bytes = new TextEncoder().encode(text);
    return {
      article,
      locale,
      path,
      content,
      form,
      bytes,
      blob: blobId(bytes),
      decompiled: decompiled?.decompiled ?? null,
      blocksAsHtml: body.blocksAsHtml,
      unreachable: goals.filter(({ is }) => is === 'nowhere').length,
      undisplayed: decompiled?.decompiled.undisplayed ?? undisplayedIn(content.body, addresses),
      names: referencesFrom(known, here),
    };
  };
}

const wholeOf = (html: string): Decompiled['parts'] =>
  html.trim() === '' ? [] : [{ text: html.trimEnd(), isHtml: true }];

/** @param links whether articles are known: without them every link keeps its address */
function bookOf({ sources, images, context }: TextMaker, links: boolean, anchorIn: AnchorIn): AddressBook {
  const slugs = new Map<string, ReadonlyMap<string, string>>();
  const slugsOf = (article: ChosenArticle, locale: Locale): ReadonlyMap<string, string> => {
    const slot = `${locale} ${article.remote.id}`;
    const known = slugs.get(slot) ?? anchorsOf(article.remote.locales[locale]?.body ?? '', 'left-out');
    slugs.set(slot, known);
    return known;
  };
  return {
    defaultLocale: context.settings.locale,
    article(id) {
      const article = links ? sources.get(id) : undefined;
      if (article === undefined) return undefined;
      const { key, paths } = article;
      return {
        ...{ key, paths, slugOf: (locale, heading) => slugsOf(article, locale).get(heading) },
        anchorOf: (locale, slug) => anchorIn(id, locale, slug)?.anchor ?? slug,
      };
    },
    image: (url) => images.get(withoutSignature(url)),
    ...addressNamingOf(context.settings),
  };
}
