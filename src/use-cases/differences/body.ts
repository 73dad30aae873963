import { withoutSignature } from '../../body/canonical/url.ts';
import { canonicalWith } from '../../body/canonical.ts';
import { articleReference, imageReference } from '../../body/reference-url.ts';
import { sendableOnly } from '../../body/sendable.ts';
import { type Addresses, type Decompiled, decompile } from '../../dialect/decompile.ts';
import { relativeAddress } from '../../import/locale-path.ts';
import type { ContentPath, Fingerprint, Locale, Spacing } from '../../model/article.ts';
import type { DesiredArticle } from '../../model/desired.ts';
import { type Hunk, wordDiff } from '../../text/diff.ts';
import { changedImages, imageName } from './changed-images.ts';
import type { Naming } from './names.ts';

/** The text that a body belongs to. */
interface Here {
  readonly key: ContentPath;
  readonly locale: Locale;
  readonly path: ContentPath;
}

/** What bodies are compared with. */
export interface BodyInput {
  readonly articles: ReadonlyMap<ContentPath, DesiredArticle>;
  readonly naming: Naming;
  readonly spacing: (path: ContentPath) => Spacing;
}

/** What a reader would see change in a body. */
export interface BodyDifference {
  /** Markdown against Markdown, as `pull` would write it. */
  readonly body: readonly Hunk[];
  /** Files of images whose bytes changed, by path. */
  readonly images: readonly ContentPath[];
  /** The body changes in a way that its Markdown does not show, or is too much to be written as Markdown. */
  readonly unseen: boolean;
}

export const noBody: BodyDifference = { body: [], images: [], unseen: false };

/** Compares a stored body with one that is to be sent: both as the Markdown of the source. */
export function bodyDifference(here: Here, before: string, after: string, input: BodyInput): BodyDifference {
  const { naming } = input;
  const identities = {
    ...sendableOnly,
    link(href: string): string {
      const linked = naming.linked(href, here);
      return linked === null ? href : articleReference(linked);
    },
    image: (source: string): string => naming.hashOf(source) ?? withoutSignature(source),
  };
  if (canonicalWith(before, identities) === canonicalWith(after, identities)) return noBody;
  const changed = changedImages(before, after, naming);
  const images = [...changed.values()].map(imageReference);
  const addresses = addressesIn(here, input);
  const spacing = input.spacing(here.path);
  const stored = decompile(
    before,
    { ...addresses, image: (source) => addresses.image(asChanged(source, changed)) },
    spacing,
  );
  const ours = decompile(after, addresses, spacing);
  const isTooMuch = stored.isTooMuch || ours.isTooMuch;
  const body = isTooMuch ? [] : wordDiff(shown(stored), shown(ours));
  return {
    body,
    images: [...new Set(images.map((image) => imageName(image, naming)))],
    unseen: isTooMuch || (body.length === 0 && images.length === 0),
  };
}

/** Data that nobody can read is shown by its ends; where they hide what differs, that is said. */
function shown({ markdown }: Decompiled): string {
  return markdown
    .trimEnd()
    .replace(/(::intercom-block\{data="[^"]{20})[^"]{40,}([^"]{20}"\})/g, (_, start, end) => `${start}…${end}`);
}

/** An image that gets other bytes, as what it becomes. */
function asChanged(source: string, changed: ReadonlyMap<string, Fingerprint>): string {
  const hash = changed.get(source);
  return hash === undefined ? source : imageReference(hash);
}

/** How addresses are written in a source, whichever side they come from. */
function addressesIn(here: Here, { naming, articles }: BodyInput): Addresses {
  return {
    link(href) {
      const linked = naming.linked(href, here);
      if (linked === null) return href;
      const { key, locale, anchor } = linked;
      const fragment = anchor === '' ? '' : `#${encodeURI(anchor).replaceAll('#', '%23')}`;
      if (fragment !== '' && key === here.key && locale === here.locale) return fragment;
      return relativeAddress(here.path, articles.get(key)?.locales[locale]?.path ?? key) + fragment;
    },
    image(source) {
      const file = naming.imageFile(source);
      return file === null ? imageName(source, naming) : relativeAddress(here.path, file);
    },
    // Intercom gives ids of its own, which no reader sees.
    headingIds: 'left-out',
  };
}
