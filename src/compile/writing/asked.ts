import { createHash } from 'node:crypto';
import type { Locale } from '../../model/article.ts';
import { localeOf } from '../../model/help-centre-locales.ts';
import { adviceCodes, type ProblemCode } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';
import { severitiesOf } from '../grade.ts';
import { type TermFinder, termFinder } from './terms.ts';

/** What is looked for in one text. */
export interface WritingRules {
  readonly codes: ReadonlySet<ProblemCode>;
  /** Null where there are no terms in the language. */
  readonly terms: TermFinder | null;
  readonly locale: Locale;
  /** Stands for all of it: equal where the same is looked for. */
  readonly print: string;
}

/** What is looked for although nobody asked. */
const always: readonly ProblemCode[] = ['secret-shown', 'other-term'];

type Asked = Pick<Settings, 'flavour' | 'problems' | 'writing' | 'terms' | 'locale'>;

/**
 * What the configuration has looked for in texts of a language.
 *
 * @param locale of the text
 */
export function writingRules(settings: Asked, locale: Locale): WritingRules {
  const rules = rulesOf(settings);
  const known = rules.get(locale);
  if (known !== undefined) return known;
  const severities = severitiesOf(settings);
  const codes = [...always, ...adviceCodes].filter((code) => severities[code] !== 'off');
  const list = termsIn(settings, locale);
  const made = {
    codes: new Set(codes),
    terms: codes.includes('other-term') ? termFinder(list, locale) : null,
    locale,
    print: createHash('sha256')
      .update(JSON.stringify([codes, list]))
      .digest('base64url'),
  };
  rules.set(locale, made);
  return made;
}

/** Made once for a configuration: every text of it asks. */
const bySettings = new WeakMap<Asked, Map<Locale, WritingRules>>();

function rulesOf(settings: Asked): Map<Locale, WritingRules> {
  const known = bySettings.get(settings);
  if (known !== undefined) return known;
  const made = new Map<Locale, WritingRules>();
  bySettings.set(settings, made);
  return made;
}

/** The terms of a language: those below its name, and in the first language those that stand by themselves. */
function termsIn({ terms, locale: first }: Asked, locale: Locale): Readonly<Record<string, readonly string[]>> {
  const isList = (value: unknown): value is readonly string[] => Array.isArray(value);
  const here = Object.entries(terms).flatMap(([key, value]) => {
    if (isList(value)) return locale === first ? [[key, value] as const] : [];
    return localeOf(key) === locale ? Object.entries(value) : [];
  });
  return Object.fromEntries(here);
}
