import type { NewFile } from './file.ts';

/** What Vale has to know of a repository. */
export interface ValeFacts {
  /** Folder of the articles: `.` for the configuration's own. */
  readonly content: string;
  readonly locale: string;
}

/**
 * The configuration of Vale, which reads prose: with what is no prose in our Markdown. In a list of Vale's a comma ends a
 * pattern, so no pattern has one.
 */
export function valeFile({ content, locale }: ValeFacts): NewFile {
  const isEnglish = /^en\b/i.test(locale);
  const text = `# Prose style with Vale 3.11 or newer (https://vale.sh): vale ${/\s/.test(content) ? `"${content}"` : content}
# A style guide of your own or of others: StylesPath and Packages, then "vale sync".
MinAlertLevel = warning

# Of the front matter only title and description are prose. Take "frontmatter" out to have
# every key of it read.
IgnoredScopes = code, tt, frontmatter

[*.md]
BasedOnStyles = Vale
${isEnglish ? '' : '# Its dictionary is English.\nVale.Spelling = NO\n'}
# Directives such as ::button and :::callout, their {attributes}, {#ids} of headings,
# {{variables}}, and the words that make an alert of a quote.
TokenIgnores = ${tokens.join(', ')}
${
  isEnglish
    ? `
# Translations.
[*.{??,??-??}.md]
Vale.Spelling = NO
`
    : ''
}`;
  return { path: '.vale.ini', text };
}

/** Each in a group of its own, as Vale wants them. */
const tokens = [
  String.raw`(\{\{[^{}\n]*\}\})`,
  String.raw`(\{[^{}\n]*\})`,
  '(::+[a-z-]*)',
  String.raw`(:[a-z-]+(?=\[))`,
  String.raw`(\[![A-Z]+\])`,
];
