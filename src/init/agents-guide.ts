import { otherLanguage } from './configuration-text.ts';

/** What the guide says of a repository, and of the program. */
export interface GuideFacts {
  /** Content folder, from the folder of the guide: `.` for that itself. */
  readonly content: string;
  readonly locale: string;
  readonly locales: 'suffix' | 'folder' | 'i18n';
  /** Name of the tool whose Markdown it is; null for our own. */
  readonly tool: string | null;
  /** What articles are that do not say. */
  readonly state: 'published' | 'draft';
  /** Names of variables, some of them. */
  readonly variables: readonly string[];
  /** Keys of front matter, each with what it says. */
  readonly keys: readonly (readonly [key: string, words: string])[];
  /** Problems that writers meet, each with what to do. */
  readonly problems: readonly { readonly code: string; readonly message: string; readonly help: string }[];
  /** Address of the page on all problems. */
  readonly explained: string;
}

/** The guide for assistants: our part of AGENTS.md, in lines. */
export function agentsGuide(facts: GuideFacts): string {
  const { content } = facts;
  const folder = content === '.' ? 'this folder' : `\`${content}/\``;
  return `## Help centre

The articles in ${folder} are an Intercom help centre, kept as Markdown with helpcentre. You change files; people review them and
publish. "npx helpcentre init --agents" writes these lines anew: write your own above or below them.

### Before every commit

\`\`\`sh
${commandLines.map(([line, words]) => `${line.padEnd(width)}# ${words}`).join('\n')}
\`\`\`

Commit only what \`check\` finds no error in. Show the plan to whoever reviews, in the pull request.

### Never

- Publish: a person does that, or the merge. Ask before you delete an article's file, because readers lose the article.
- Change \`id\` in front matter, \`helpcentre.lock.json\` or anything in \`.helpcentre/\`: they say which file is which article.
- Write a moved article anew: rename or move its file (\`git mv\`), and it keeps its id, its address and its readers.
- Edit between conflict markers (\`<<<<<<<\`) without asking: both sides are words that a person wrote.

### Files

${layoutLines(facts, folder).join('\n')}

### Front matter

All keys are optional; without \`title\` the first heading is the title.

${facts.keys.map(([key, words]) => `- \`${key}\`: ${words}`).join('\n')}

### Markdown

${dialectWords(facts)}:

\`\`\`\`markdown
${dialectLines(facts).trimEnd()}
\`\`\`\`

Plain quotes, footnotes, formulas, comments to readers and scripts are nothing that Intercom has. An image is a block of its own.

### Problems

Each has a code, a place and what to do; all of them are on ${facts.explained}. Writers meet these:

${facts.problems.map(({ code, message, help }) => `- \`${code}\`: ${message}. ${help}`).join('\n')}

With \`--json\` every command prints one document: \`npx helpcentre check --json\` has \`ok\` and \`problems\`, each with \`code\`,
\`severity\`, \`message\`, \`help\`, \`place\` and, where there is one right answer, \`fix\`. A failure is \`error\` with \`code\`,
\`message\` and \`help\`. \`npx helpcentre schema output-check\` prints the schema.
`;
}

const commandLines: readonly (readonly [line: string, words: string])[] = [
  ['npx helpcentre check', 'every problem with its place, and what to do'],
  ['npx helpcentre check --fix', 'mends what has exactly one right answer'],
  ['npx helpcentre plan --offline', 'what a publish would do; needs no token'],
  ['npx helpcentre status', 'which translations are behind their original'],
];

const width = Math.max(...commandLines.map(([line]) => line.length)) + 2;

function layoutLines({ content, locale, locales, state, variables, tool }: GuideFacts, folder: string) {
  const at = content === '.' ? '' : `${content}/`;
  const [code, language] = otherLanguage(locale);
  const translation = {
    suffix: `\`refunds.${code}.md\` beside \`refunds.md\` is its ${language} text`,
    folder: `\`${code}/refunds.md\` is the ${language} text of \`${locale}/refunds.md\`, or of \`refunds.md\``,
    i18n: 'translations are below `i18n/`, as Docusaurus has them',
  }[locales];
  return [
    `- A Markdown file in ${folder} is an article. Its folder is its collection: \`${at}billing/refunds.md\` is in "Billing".`,
    '- `_collection.yml` in a folder gives the collection its name, description, icon and order.',
    `- The language is \`${locale}\`; ${translation}. After you changed a text, change its translations, or say that you did not.`,
    state === 'draft'
      ? '- An article is a draft, which readers do not see, until its front matter says `state: published`.'
      : '- Readers see an article as soon as it is published, unless its front matter says `state: draft`.',
    ...(tool === null ? ['- A folder whose name begins with `_` holds text that several articles share.'] : []),
    ...(variables.length === 0
      ? []
      : [`- ${variables.map((name) => `\`{{${name}}}\``).join(', ')} in a text: write the variable, not its value.`]),
    '- Links between articles are paths of files, with `#heading` as GitHub makes it. `check` finds those that lead nowhere.',
  ];
}

function dialectWords({ tool }: GuideFacts): string {
  if (tool === null)
    return 'CommonMark with the extensions of GitHub. This is all that Intercom shows, and how to write it';
  return `The Markdown of ${tool}: its own callouts, tabs and the like are read. So is this, which is all that Intercom shows`;
}

/** Every form, in few lines; a test compiles them in the Markdown of every tool. */
function dialectLines({ tool }: GuideFacts): string {
  const shared = ':::include{file="_snippets/plan.md"}\n:::\n';
  return `${forms}${tool === null ? `\n${shared}` : ''}`;
}

const forms = `## A heading

A paragraph with **bold**, *italic*, \`code\` and a link to [another article](setup.md#first-steps).

1. A step.
2. Another one:
   - a point
   - another point

> [!NOTE]
> A blue callout; TIP is green, IMPORTANT gray, WARNING yellow, CAUTION red.

\`\`\`sh
npm install
\`\`\`

| Plan | Price |
| --- | --- |
| Basic | 10 |

<details>
<summary>A section that opens</summary>

Its text, between blank lines.

</details>

![What the image shows](images/screen.png)

https://www.youtube.com/watch?v=dQw4w9WgXcQ

:button[Start your trial]{href="https://example.com/start"}
`;
