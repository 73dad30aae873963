import type { Choices } from './choices.ts';
import { scalar } from './scalar.ts';

/** The text of `helpcentre.yml`: the settings that most people set, each with what it means. */
export function configurationText(choices: Choices): string {
  const { content, locale, region } = choices;
  const lines: readonly (readonly [string, string])[] = [
    [`content: ${scalar(content)}`, 'folder of the sources'],
    [`locale: ${scalar(locale)}`, `their language; ${otherText(locale)}`],
    [`region: ${region}`, 'where the Intercom workspace is: us, eu or au'],
    ...(content === '.' ? [['ignore: [/AGENTS.md]', 'the guide for assistants is no article'] as const] : []),
    ['state: draft', 'of articles without a state of their own; published shows them to readers at once'],
  ];
  const width = Math.max(...lines.map(([setting]) => setting.length)) + 2;
  const set = lines.map(([setting, meaning]) => `${setting.padEnd(width)}# ${meaning}`);
  return `# The settings of this help centre. All are optional; these are the ones that most people set.

${set.join('\n')}

# The teammate whose name new articles carry, by e-mail. Without it: whoever made the token.
# author: docs@example.com

# How Intercom gets images that are files here. github works in a GitHub workflow, also for private repositories.
# images: { host: github }

# Words to keep in one place: {{product}} in an article becomes Acme.
# variables: { product: Acme }
${targetsText(choices)}`;
}

/** The two workspaces of a promotion, where there is one. The ids are nobody's: until they are right, every token is refused. */
export function targetsText({ workflows }: Pick<Choices, 'workflows'>): string {
  if (!workflows.includes('promote')) return '';
  return `
# The workspaces, by their ids. A token for another one than its target names is refused.
targets:
  staging: { workspace: abc12345, tokenVariable: INTERCOM_TOKEN_STAGING }
  production: { workspace: def67890, tokenVariable: INTERCOM_TOKEN_PRODUCTION }
`;
}

/** A language that is not the repository's own one, for examples. */
export function otherLanguage(locale: string): readonly [code: string, language: string] {
  return /^fr\b/.test(locale) ? ['de', 'German'] : ['fr', 'French'];
}

function otherText(locale: string): string {
  const [code, language] = otherLanguage(locale);
  return `welcome.${code}.md beside welcome.md is its ${language} text`;
}
