import type { Locale } from '../model/article.ts';
import type { Repository } from '../model/repository.ts';
import { hasVariables, type Settings } from '../model/settings.ts';
import {
  type FoundVariable,
  type LocaleTexts,
  noValues,
  type Values,
  type VariableText,
  type VariableTexts,
  variableName,
} from '../model/variables.ts';
import { nearestAmong } from './nearest-variable.ts';
import { placeholderIn } from './placeholder.ts';

type Given = Pick<Settings, 'variables' | 'variablesFrom' | 'locale'>;

/** Made once for a configuration and what the product says: parsers are kept by them. */
const made = new WeakMap<object, WeakMap<object, Map<Locale, Values>>>();

/** Stands for no files of the product. */
const noTexts: readonly VariableTexts[] = [];

/**
 * The variables of texts in a language: what the configuration says, then what each entry of `variablesFrom` does. The
 * first that has a name in any language owns it: names of different products must not be mixed.
 *
 * @param repository for what the product's files say
 */
export function valuesIn(
  locale: Locale,
  { variables: texts = noTexts }: Pick<Repository, 'variables'>,
  given: Given,
): Values {
  if (!hasVariables(given)) return noValues;
  const ofSettings = made.get(given.variables) ?? new WeakMap<object, Map<Locale, Values>>();
  made.set(given.variables, ofSettings);
  const known = ofSettings.get(texts) ?? new Map<Locale, Values>();
  ofSettings.set(texts, known);
  // Of a trial, only the default locale may be another one.
  const slot = `${given.locale} ${locale}`;
  const values = known.get(slot) ?? makeValues({ locale, texts, given });
  known.set(slot, values);
  return values;
}

/** What variables of one language are looked up in. */
interface Lookup {
  readonly locale: Locale;
  readonly texts: readonly VariableTexts[];
  readonly given: Given;
  /** A name that may have been meant. */
  readonly nearest: (name: string) => string | null;
}

function makeValues(around: Pick<Lookup, 'locale' | 'texts' | 'given'>): Values {
  const lookup = { ...around, nearest: nearestAmong(() => namesIn(around.texts, around.given)) };
  const found = new Map<string, FoundVariable>();
  return {
    isOn: true,
    find(name) {
      const before = found.get(name);
      if (before !== undefined) return before;
      const now = findVariable(name, lookup);
      found.set(name, now);
      return now;
    },
    owns: (name) =>
      Object.hasOwn(lookup.given.variables, name) ||
      lookup.texts.some((entry) => isUnder(name, entry) || isNamed(name, entry) || hasKey(name, entry)),
  };
}

/** Names that only the product's keys are like: elsewhere they are what other tools put in. */
const isWide = (name: string): boolean => /[.-]/.test(name);

const isUnder = (name: string, { as }: VariableTexts): boolean => as !== null && name.startsWith(`${as}.`);

/** Key of a file that a name stands for; null where the name cannot be one of its. */
function keyOf(name: string, entry: VariableTexts): string | null {
  const inside = entry.as === null ? name : isUnder(name, entry) ? name.slice(entry.as.length + 1) : null;
  if (inside === null) return null;
  return Object.hasOwn(entry.names, inside) ? (entry.names[inside] ?? inside) : inside;
}

/** Whether the configuration gives a key that name. */
function isNamed(name: string, { as, names }: VariableTexts): boolean {
  return (
    Object.hasOwn(names, as === null ? name : name.slice(as.length + 1)) && (as === null || name.startsWith(`${as}.`))
  );
}

function hasKey(name: string, entry: VariableTexts): boolean {
  const key = keyOf(name, entry);
  return key !== null && [...entry.locales.values()].some(({ texts }) => texts.has(key));
}

function findVariable(name: string, lookup: Lookup): FoundVariable {
  const { given, texts, locale } = lookup;
  if (Object.hasOwn(given.variables, name)) return configured(name, given.variables[name] ?? '', lookup);
  const owner = texts.find((entry) => hasKey(name, entry));
  if (owner !== undefined) return inFiles(name, owner, lookup);
  const named = texts.filter((entry) => isNamed(name, entry));
  const may = named.length > 0 ? named : texts.filter((entry) => entry.as === null || isUnder(name, entry));
  if (isWide(name) && may.length === 0) return { value: null, finding: null };
  const broken = may.flatMap(({ locales }) => [...locales.values()]).find(({ isUnreadable }) => isUnreadable);
  if (broken !== undefined) return unusable(name, broken.file, 'it cannot be read');
  const from = lacking(name, may, locale);
  return { value: null, finding: { code: 'unknown-variable', args: { name, nearest: lookup.nearest(name), from } } };
}

function configured(name: string, value: Given['variables'][string], { locale, given }: Lookup): FoundVariable {
  if (typeof value === 'string') return { value, finding: null };
  const own = Object.hasOwn(value, locale) ? value[locale] : undefined;
  if (own !== undefined) return { value: own, finding: null };
  const from = `"variables.${name}" of helpcentre.yml has none`;
  const other = Object.hasOwn(value, given.locale) ? value[given.locale] : undefined;
  return other === undefined
    ? {
        value: null,
        finding: { code: 'unknown-variable', args: { name, nearest: null, from: `${from} in ${locale}` } },
      }
    : untranslated(name, other, from, locale, given);
}

function untranslated(name: string, value: string, from: string, locale: Locale, given: Given): FoundVariable {
  return {
    value,
    finding: { code: 'variable-untranslated', args: { name, locale, from, inDefault: given.locale, value } },
  };
}

function unusable(name: string, from: string, reason: string): FoundVariable {
  return { value: null, finding: { code: 'variable-unusable', args: { name, from, reason } } };
}

/** What a file says, in this language or, which is never silent, in the default one. */
function inFiles(name: string, entry: VariableTexts, { locale, given }: Lookup): FoundVariable {
  const key = keyOf(name, entry) ?? name;
  const main = entry.locales.get(given.locale);
  const own = entry.everyLocale ? main : entry.locales.get(locale);
  const text = own?.texts.get(key);
  if (own !== undefined && text !== undefined) return shown(name, text, own.file);
  const original = main?.texts.get(key);
  if (original !== undefined && 'everyLocale' in original) return shown(name, original, main?.file ?? '');
  if (own?.isUnreadable) return unusable(name, own.file, 'it cannot be read');
  const from = lackOf(own, key, entry);
  if (original === undefined || locale === given.locale)
    return { value: null, finding: { code: 'unknown-variable', args: { name, nearest: null, from } } };
  if ('reason' in original) return unusable(name, main?.file ?? '', original.reason);
  return untranslated(name, original.text, from, locale, given);
}

function shown(name: string, text: VariableText, file: string): FoundVariable {
  if ('reason' in text) return unusable(name, file, text.reason);
  const placeholder = placeholderIn(text.text);
  if (placeholder === null) return { value: text.text, finding: null };
  const args = { name, value: text.text, placeholder };
  return { value: text.text, finding: { code: 'variable-placeholder', args } };
}

/** Files that are named where a name is in none of them. */
const mostNamed = 3;

function lacking(name: string, entries: readonly VariableTexts[], locale: Locale): string {
  const [first, ...others] = entries;
  if (first === undefined) return '';
  if (others.length === 0) return lackOf(first.locales.get(locale), keyOf(name, first) ?? name, first);
  const files = entries.flatMap((entry) => entry.locales.get(locale)?.file ?? []);
  const more = files.length > mostNamed ? ` and ${files.length - mostNamed} others` : '';
  return `none of ${files.slice(0, mostNamed).join(', ')}${more} has it`;
}

function lackOf(texts: LocaleTexts | undefined, key: string, { at }: VariableTexts): string {
  return texts?.lack ?? `${texts?.file ?? 'no file'} has no text for "${at === '' ? '' : `${at}.`}${key}"`;
}

/** All names that have a value in the default locale. */
function namesIn(texts: readonly VariableTexts[], { variables, locale }: Given): ReadonlySet<string> {
  const names = new Set(Object.keys(variables));
  for (const { as, names: own, locales } of texts) {
    const prefix = as === null ? '' : `${as}.`;
    const known = locales.get(locale)?.texts ?? new Map<string, VariableText>();
    for (const [name, key = name] of Object.entries(own)) if (known.has(key)) names.add(prefix + name);
    for (const key of known.keys()) if (isName.test(key)) names.add(prefix + key);
  }
  return names;
}

const isName = new RegExp(`^${variableName}$`);
