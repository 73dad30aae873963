import type { Locale } from './article.ts';
import type { ArgsOf } from './problem.ts';

/** A file of the product's own texts, as `variablesFrom` names it. */
export interface VariableFile {
  /** From the folder of the configuration on, with `{locale}` for a language; or a path for each language. */
  readonly file: string | Readonly<Record<Locale, string>>;
  /** What the keys that count begin with: `messages.buttons`; `{locale}` in it is a language. Empty for all. */
  readonly at: string;
  /** What the names of its variables begin with: `ui` for `{{ui.save}}`; null for nothing. */
  readonly as: string | null;
  /** Names for keys that are none: `save` for `Save changes`. */
  readonly names: Readonly<Record<string, string>>;
  /** Its texts hold in every language, as a version does. */
  readonly everyLocale: boolean;
}

/** What the product says by one key; or why that cannot be shown in an article, in a clause. */
export type VariableText =
  /** `everyLocale`: the product says so in every language. */
  { readonly text: string; readonly everyLocale?: true } | { readonly reason: string };

/** What one entry of `variablesFrom` says in one language. */
export interface LocaleTexts {
  /** The file that says it, as problems name it. */
  readonly file: string;
  /** Why it says nothing, in a clause; null where it does. */
  readonly lack: string | null;
  /** It is there and cannot be read, which is a problem of its own. */
  readonly isUnreadable: boolean;
  /** By key, without what `at` says. */
  readonly texts: ReadonlyMap<string, VariableText>;
}

/** What one entry of `variablesFrom` says. */
export interface VariableTexts extends Pick<VariableFile, 'at' | 'as' | 'names' | 'everyLocale'> {
  /** For the default locale and every other that there are sources in. */
  readonly locales: ReadonlyMap<Locale, LocaleTexts>;
}

/** Problems that a variable may have. */
type VariableCode = 'unknown-variable' | 'variable-untranslated' | 'variable-unusable' | 'variable-placeholder';

/** What is wrong with a variable, for the catalogue of problems. */
export type VariableFinding = {
  [Code in VariableCode]: { readonly code: Code; readonly args: ArgsOf<Code> };
}[VariableCode];

/** What `{{name}}` comes to. */
export interface FoundVariable {
  /** The text to show, never markup; null: what was written stays. */
  readonly value: string | null;
  readonly finding: VariableFinding | null;
}

/** The variables of texts in one language. */
export interface Values {
  /** Without variables, braces are braces. */
  readonly isOn: boolean;
  /** What a name comes to. */
  readonly find: (name: string) => FoundVariable;
  /** Whether a name is surely a variable's, and no expression of another tool: it has a value, or lost it. */
  readonly owns: (name: string) => boolean;
}

/** No variables. */
export const noValues: Values = {
  isOn: false,
  find: () => ({ value: null, finding: null }),
  owns: () => false,
};

/** Name of a variable: keys of the product's files have dots and dashes too. */
export const variableName = '[A-Za-z_][\\w.-]{0,127}';

/** Stands for a language in the paths and keys of the product's files. */
export const localePlaceholder = '{locale}';
