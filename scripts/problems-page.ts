// The page on every problem, from the catalogue. `npm run docs` writes it; a test compares it.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type ProblemRule, problemCodes } from '../src/model/problem.ts';
import type { Example } from '../src/model/problems/entry.ts';
import { fence, inline } from './markdown.ts';

/** Where it is written. */
export const pageFile = fileURLToPath(new URL('../docs/reference/problems.md', import.meta.url));

const head = `---
# Made by "npm run docs" from src/model/problems/. Change it there.
title: Problems
description: Everything that helpcentre can report, by code, with examples.
---

Everything that helpcentre can report, by code. An **error** keeps an article from being published, or the whole run
where it concerns the configuration or the workspace; a **warning** does not, unless \`--strict\` is given; **advice** is
a warning that only those get who ask for it with \`writing\` in helpcentre.yml, or by its code. In the sentences, \`…\`
stands for what differs from one finding to the next.

\`problems\` in helpcentre.yml changes the severity of a code. The examples show a source without its title, unless they
name their files.
`;

/** The whole page. */
export function problemsPage(): string {
  return [head, ...problemCodes().map(entry)].join('\n');
}

function entry({ code, severity, isAdvice, message, help, why, bad, good }: ProblemRule): string {
  return `## ${code}

**${isAdvice ? 'Advice' : severity === 'error' ? 'Error' : 'Warning'}:** ${inline(message)}. ${inline(help)}

${inline(why)}

Bad:

${example(bad)}

Good:

${example(good)}
`;
}

function example(shown: Example): string {
  if (typeof shown === 'string') return fence(shown, 'markdown');
  return Object.entries(shown)
    .map(([name, text]) => `${nameOf(name)}:\n\n${fence(text, languageOf(name))}`)
    .join('\n\n');
}

const languages: Readonly<Record<string, string>> = { md: 'markdown', yml: 'yaml', json: 'json', svg: 'svg' };

function languageOf(name: string): string {
  return name === 'On the command line' ? 'sh' : (languages[name.split('.').at(-1) ?? ''] ?? 'text');
}

function nameOf(name: string): string {
  return /^[\w./-]+\.\w+$/.test(name) ? `\`${name}\`` : name;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(pageFile, problemsPage());
