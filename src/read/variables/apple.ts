import * as z from 'zod';
import type { Locale } from '../../model/article.ts';
import { localeOf } from '../../model/help-centre-locales.ts';
import { jsonOf } from './data.ts';
import { type Collecting, collecting, inOneLanguage, type ProductTexts, UnreadableTexts } from './product-texts.ts';

const unit = z.object({ state: z.string().optional(), value: z.string() });
const localization = z.object({ stringUnit: unit.optional(), variations: z.unknown().optional() });
const entry = z.object({
  extractionState: z.string().optional(),
  shouldTranslate: z.boolean().optional(),
  localizations: z.record(z.string(), z.unknown()).optional(),
});
const catalog = z.object({ sourceLanguage: z.string(), strings: z.record(z.string(), z.unknown()) });

/**
 * Texts of a string catalog of Xcode. The source language says what the key says where it has nothing else; what Xcode did
 * not find in the code any more (`stale`) is no text.
 *
 * @throws UnreadableTexts
 */
export function catalogTexts(text: string): ProductTexts {
  const read = catalog.safeParse(jsonOf(text));
  if (!read.success) throw new UnreadableTexts('it is no string catalog: "sourceLanguage" or "strings" is missing');
  const { sourceLanguage, strings } = read.data;
  const textsIn = (locale: Locale) => {
    const found = collecting();
    const isSource = localeOf(sourceLanguage) === locale;
    for (const [key, value] of Object.entries(strings)) takeEntry(found, key, value, { locale, isSource });
    return found.texts;
  };
  return { textsIn, originals: null, hasSeveral: true };
}

function takeEntry(
  found: Collecting,
  key: string,
  value: unknown,
  { locale, isSource }: { readonly locale: Locale; readonly isSource: boolean },
): void {
  const read = entry.safeParse(value);
  if (!read.success) return;
  const { extractionState, shouldTranslate, localizations = {} } = read.data;
  if (extractionState === 'stale') {
    found.no(key, 'Xcode marks it as stale, because the code does not have it any more');
    return;
  }
  const names = Object.keys(localizations).filter((name) => localeOf(name) === locale);
  const own = localization.safeParse(localizations[names.find((name) => name === locale) ?? names[0] ?? '']);
  const text = own.success ? own.data.stringUnit : undefined;
  if (own.success && own.data.variations !== undefined) found.no(key, 'it has forms for numbers or devices');
  else if (text !== undefined && text.state !== 'new') found.text(key, text.value, shouldTranslate === false);
  else if (isSource) found.text(key, key, shouldTranslate === false);
}

/** Space and comments, then `"key" = "text";`, tried where the last ended. */
const between = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const pair = /("(?:\\[\s\S]|[^"\\])*"|[\w.-]+)\s*=\s*"((?:\\[\s\S]|[^"\\])*)"\s*;/y;

/**
 * Texts of a `.strings` file.
 *
 * @throws UnreadableTexts
 */
export function stringsTexts(text: string): ProductTexts {
  const found = collecting();
  for (let at = endOf(between, text, 0); at < text.length; at = endOf(between, text, at)) {
    pair.lastIndex = at;
    const [whole = '', key = '', value = ''] = pair.exec(text) ?? [];
    if (whole === '') {
      const before = text.slice(0, at).split('\n');
      throw new UnreadableTexts('expected "key" = "text";', before.length, (before.at(-1) ?? '').length + 1);
    }
    found.text(unescaped(key.startsWith('"') ? key.slice(1, -1) : key), unescaped(value));
    at += whole.length;
  }
  return inOneLanguage(found.texts);
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.exec(text);
  return Math.max(from, pattern.lastIndex);
}

const characters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unescaped(text: string): string {
  return text.replace(/\\(?:[Uu]([\dA-Fa-f]{4})|([\s\S]))/g, (_, code: string | undefined, sign: string) =>
    code === undefined ? (characters[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
