import { canonicalWith } from '../body/canonical.ts';
import { replaceTags } from '../body/replace-tags.ts';
import { valueIn, withValue } from '../body/tags.ts';
import { type CompiledBody, compileMarkdown } from '../compile/body.ts';
import { type Addresses, asHtmlBlock } from '../dialect/decompile.ts';
import { targetIndex } from '../dialect/target.ts';
import { embeddedAs } from '../dialect/video-address.ts';
import { places } from '../flavour/out/places.ts';
import { type WrittenIn, writeIn } from '../flavour/out/write-in.ts';
import { writers } from '../flavour/out/writers.ts';
import type { Spacing } from '../model/article.ts';
import type { FlavourName } from '../model/flavour-name.ts';
import type { Settings } from '../model/settings.ts';
import type { Values } from '../model/variables.ts';

/** Where a text will stand. */
export interface Standing {
  readonly spacing: Spacing;
  readonly settings: Pick<Settings, 'flavour' | 'components'>;
  /** Variables of its language: what looks like one is written so that it is none. */
  readonly values: Values;
}

/**
 * Writes a text of our dialect in the Markdown of the configuration's tool, each block so that it is read as the same.
 *
 * @param blocks outermost blocks of the normal form
 */
export function flavouredText(blocks: readonly string[], { spacing, settings, values }: Standing): WrittenIn {
  const { flavour } = settings;
  if (flavour === 'github')
    return { text: blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`, asHtml: 0, astray: 0 };
  const compiled = (text: string, as: FlavourName): CompiledBody =>
    compileMarkdown({
      path: `text${as === 'github' ? '.md' : places[as].ending}`,
      ...{ text, root: '', title: noTitle, files: new Map(), values, flatten: [], spacing },
      dialect: { flavour: as, components: as === 'github' ? {} : settings.components },
    });
  const known = new Map<string, string>();
  const inDialect = (text: string): string => {
    const found = known.get(text) ?? meaningOf(compiled(text, 'github'));
    known.set(text, found);
    return found;
  };
  return writeIn(blocks, {
    writes: writers[flavour],
    playerOf: embeddedAs,
    comesTo: (written, dialect) => meaningOf(compiled(written, flavour)) === inDialect(dialect),
    asHtml: (dialect) => {
      const { html, targets } = compiled(dialect, 'github');
      const target = (address: string): string =>
        targets[targetIndex(address.slice(anywhere.length)) ?? -1]?.target ?? address;
      const addresses: Addresses = { link: target, image: target };
      return asHtmlBlock(sendable(html), addresses, spacing).trimEnd();
    },
  });
}

/** Where marks lead while a body is written as HTML: an image without an address of the web would be left out. */
const anywhere = 'https://target.invalid/';

function sendable(html: string): string {
  return replaceTags(html, (tag) => {
    const name = tag.name === 'img' ? 'src' : 'href';
    const mark = valueIn(tag, name);
    return tag.closes || targetIndex(mark) === null ? null : withValue(tag, name, anywhere + mark);
  });
}

/** No heading says this: one that said the title would be dropped. */
const noTitle = '\u0000';

/** What a text comes to, where its links lead, and which ids its headings have. */
function meaningOf({ html, targets, outline }: CompiledBody): string {
  return JSON.stringify([
    canonicalWith(html, { headingMarkup: 'in-one-line' }),
    targets.map(({ kind, target }) => [kind, target]),
    outline.headings.map(({ slug }) => slug),
  ]);
}
