import { collecting, type ProductTexts, UnreadableTexts } from './product-texts.ts';

/** One entry, as far as it was read. */
interface Entry {
  readonly parts: Map<string, string>;
  isFuzzy: boolean;
}

const line = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)?[ \t]*"((?:\\.|[^"\\])*)"[ \t]*$/;

/**
 * Texts of a gettext file, by what was translated: `msgctxt` is a level above it. As gettext does, a fuzzy translation is
 * left out, and so is what is obsolete.
 *
 * @throws UnreadableTexts
 */
export function gettextTexts(text: string): ProductTexts {
  const translated = collecting();
  const originals = collecting();
  const take = ({ parts, isFuzzy }: Entry): void => {
    const id = parts.get('msgid') ?? '';
    if (id === '') return;
    const context = parts.get('msgctxt');
    const key = context === undefined ? id : `${context}.${id}`;
    if (parts.has('msgid_plural')) {
      for (const kind of [translated, originals]) kind.no(key, 'it has plural forms');
      return;
    }
    originals.text(key, id);
    if (!isFuzzy) translated.text(key, parts.get('msgstr') ?? '');
  };
  let entry: Entry = { parts: new Map(), isFuzzy: false };
  let last = '';
  const finish = (): void => {
    take(entry);
    entry = { parts: new Map(), isFuzzy: false };
    last = '';
  };
  for (const [index, written] of text.split('\n').entries()) {
    const own = written.trim();
    if (own === '') continue;
    if (own.startsWith('#')) {
      if (last.startsWith('msgstr')) finish();
      if (/^#,.*\bfuzzy\b/.test(own)) entry.isFuzzy = true;
      continue;
    }
    const [, keyword, value = ''] = line.exec(own) ?? [];
    if (keyword === undefined && (last === '' || !line.test(own)))
      throw new UnreadableTexts('expected msgid, msgstr or a text in quotes', index + 1);
    if ((keyword === 'msgid' || keyword === 'msgctxt') && last.startsWith('msgstr')) finish();
    last = keyword ?? last;
    entry.parts.set(last, (keyword === undefined ? (entry.parts.get(last) ?? '') : '') + unescaped(value));
  }
  finish();
  return { textsIn: () => translated.texts, originals: originals.texts, hasSeveral: false };
}

const characters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, sign: string) => characters[sign] ?? sign);
}
