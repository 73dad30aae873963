import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '../../model/article.ts';
import { byCodeUnit } from '../../model/by-code-unit.ts';
import { localeOf } from '../../model/help-centre-locales.ts';
import { localePlaceholder } from '../../model/variables.ts';

/**
 * Finds the files of languages: products call them `pt-BR`, `pt_BR` and `pt-rBR`. Of several for one language that counts
 * which is called as Intercom calls it, else the first.
 *
 * @param pattern path with `{locale}`, wherever it stands
 * @param folder absolute folder that it begins in
 * @returns paths as the pattern is written, by locale
 */
export async function filesOfLanguages(pattern: string, folder: string): Promise<ReadonlyMap<Locale, string>> {
  const ways = await waysAlong(pattern.split('/'), folder, { way: [], language: null });
  const found = new Map<Locale, string>();
  for (const { way, language } of ways.sort((a, b) => byCodeUnit(a.language ?? '', b.language ?? ''))) {
    const locale = localeNamed(language ?? '');
    if (locale !== null && (language === locale || !found.has(locale))) found.set(locale, way.join('/'));
  }
  return found;
}

/** The locale of a file's name; Android has an `r` before the country. */
export function localeNamed(name: string): Locale | null {
  return localeOf(name.replace(/-r(?=[A-Z]{2}$)/, '-'));
}

/** A way through folders, and the language that stood for `{locale}` on it. */
interface Way {
  readonly way: readonly string[];
  readonly language: string | null;
}

async function waysAlong(parts: readonly string[], folder: string, so: Way): Promise<Way[]> {
  const [part, ...rest] = parts;
  if (part === undefined) return [so];
  if (so.language !== null || !part.includes(localePlaceholder)) {
    const own = part.replaceAll(localePlaceholder, so.language ?? '');
    return waysAlong(rest, folder, { ...so, way: [...so.way, own] });
  }
  const named = namePattern(part);
  const names = await readdir(path.join(folder, ...so.way)).catch(() => []);
  const found: Way[] = [];
  for (const name of names) {
    const language = named.exec(name.normalize('NFC'))?.groups?.language;
    if (language === undefined || localeNamed(language) === null) continue;
    found.push(...(await waysAlong(rest, folder, { way: [...so.way, name], language })));
  }
  return found;
}

/** What a part of the path matches: every `{locale}` in it is the same. */
function namePattern(part: string): RegExp {
  const [first = '', ...others] = part
    .split(localePlaceholder)
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${first}(?<language>[A-Za-z]{2,3}(?:[-_]\\w+)*?)${others.join('\\k<language>')}$`);
}
