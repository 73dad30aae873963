import type { Choices } from './choices.ts';
import { scalar } from './scalar.ts';

/**
 * The text of `helpcentre.yml`: the settings that most people set, each with what it means.
 *
 * @param images how Intercom would get pictures from here: `host: github`
 */
export function configurationText(choices: Choices, images = 'host: github'): string {
  const { content, locale, region } = choices;
  const lines: readonly (readonly [string, string])[] = [
    [`content: ${scalar(content)}`, 'Folder of the sources.'],
    [`locale: ${scalar(locale)}`, `Their language; ${otherText(locale)}.`],
    [`region: ${region}`, 'Where the Intercom workspace is: us, eu or au.'],
    ...(content === '.' ? [['ignore: [/AGENTS.md]', 'The guide for assistants is no article.'] as const] : []),
    ['state: draft', 'Of articles without a state of their own: draft, or published for readers.'],
  ];
  const set = lines.map(([setting, meaning]) => `# ${meaning}\n${setting}`);
  return `# The settings of this help centre that most people set. All are optional.

${set.join('\n\n')}

# The teammate whose name new articles carry, by e-mail. Without it: whoever
# made the token.
# author: docs@example.com

# How Intercom gets images that are files here.
# ${imagesText(images)}

# Words to keep in one place: {{product}} in an article becomes Acme.
# variables: { product: Acme }
${targetsText(choices)}`;
}

function imagesText(images: string): string {
  if (images === 'host: github') return `In a GitHub workflow, from a private repository too:\n# images: { ${images} }`;
  if (images === 'host: none') return `A bucket of S3 or another address: see "images" in the documentation.`;
  return `This works where the repository is public.\n# images: { ${images} }`;
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
