import { didYouMean, error, warning } from './entry.ts';

/** A configuration with the product's own texts. */
const from = { 'helpcentre.yml': 'variablesFrom: ["i18n/{locale}.json"]' };

/** Problems of `{{name}}`. */
export const variablesProblems = {
  'unknown-variable': error(
    (a: { name: string; nearest: string | null; from: string }) =>
      `variable "${a.name}" has no value${a.from === '' ? '' : `: ${a.from}`}`,
    (a) =>
      `${didYouMean(a.nearest)}Give it a value under "variables" in helpcentre.yml${a.from === '' ? '' : ', or write its new name where the product has renamed it'}, or write \\{{ for the braces themselves.`,
    {
      why: 'Readers would see the braces instead of the value. Where the product has renamed or dropped a text, the article is about something that is not there any more.',
      bad: { 'helpcentre.yml': 'variables: { product: Mendwick }', 'content/a.md': '# A\n\nWelcome to {{prodct}}.' },
      good: { 'helpcentre.yml': 'variables: { product: Mendwick }', 'content/a.md': '# A\n\nWelcome to {{product}}.' },
    },
  ),
  'variable-untranslated': error(
    (a: { name: string; locale: string; from: string; inDefault: string; value: string }) =>
      `variable "${a.name}" has no value in ${a.locale}: ${a.from}`,
    (a) =>
      `Add it there; in ${a.inDefault} it is "${a.value}". If that is what people see in ${a.locale} too, set "problems: { variable-untranslated: warning }" in helpcentre.yml, and the article says it.`,
    {
      why: 'The article would name a button in a language that its readers do not see in the product.',
      bad: {
        ...from,
        'i18n/en.json': '{ "save": "Save" }',
        'i18n/fr.json': '{}',
        'content/a.md': '# A\n\nClick **{{save}}**.',
        'content/a.fr.md': '# A\n\nCliquez sur **{{save}}**.',
      },
      good: {
        ...from,
        'i18n/en.json': '{ "save": "Save" }',
        'i18n/fr.json': '{ "save": "Enregistrer" }',
        'content/a.md': '# A\n\nClick **{{save}}**.',
        'content/a.fr.md': '# A\n\nCliquez sur **{{save}}**.',
      },
    },
  ),
  'variable-unusable': error(
    (a: { name: string; from: string; reason: string }) =>
      `variable "${a.name}" has no text that can be shown: ${a.from}: ${a.reason}`,
    () => 'Name another key, or write the text itself.',
    {
      why: 'What the product has there is no single text, or not in use any more, so an article cannot say it.',
      bad: {
        ...from,
        'i18n/en.json': '{ "save": { "button": "Save" } }',
        'content/a.md': '# A\n\nClick **{{save}}**.',
      },
      good: {
        ...from,
        'i18n/en.json': '{ "save": { "button": "Save" } }',
        'content/a.md': '# A\n\nClick **{{save.button}}**.',
      },
    },
  ),
  'variable-placeholder': warning(
    (a: { name: string; value: string; placeholder: string }) =>
      `"${a.value}", the value of variable "${a.name}", has the placeholder ${a.placeholder} in it`,
    () => 'Readers see the placeholder as it is. Write the text itself, with an example in its place.',
    {
      why: 'The product puts a name or a number there. In the article nothing does.',
      bad: { ...from, 'i18n/en.json': '{ "hello": "Hello, {name}" }', 'content/a.md': '# A\n\nIt says **{{hello}}**.' },
      good: {
        ...from,
        'i18n/en.json': '{ "hello": "Hello, {name}" }',
        'content/a.md': '# A\n\nIt says **Hello, Amira**.',
      },
    },
  ),
  'variable-file': error(
    (a: { file: string; reason: string }) => `no variables can be read from ${a.file}: ${a.reason}`,
    () => 'Correct the file, or what "variablesFrom" says of it in helpcentre.yml.',
    {
      why: 'The articles that name texts of this file cannot be published without it.',
      bad: { ...from, 'i18n/en.json': '{ "save": "Save"', 'content/a.md': '# A\n\nClick **{{save}}**.' },
      good: { ...from, 'i18n/en.json': '{ "save": "Save" }', 'content/a.md': '# A\n\nClick **{{save}}**.' },
    },
  ),
} as const;
