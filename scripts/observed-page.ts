// The page on what workspaces answered, from the reports in docs/observed/. `npm run docs` writes it; a test compares it.
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type QuirkName, quirkNames, quirkTable } from '../src/model/quirks.ts';
import { answerText } from '../src/model/workspace-facts.ts';
import { type Report, readReport } from '../src/probe/report.ts';

const folder = fileURLToPath(new URL('../docs/observed', import.meta.url));

/** Where it is written. */
export const observedFile = fileURLToPath(new URL('../docs/inside/observed.md', import.meta.url));

const head = `---
# Made by "npm run docs" from the reports in docs/observed/. Change those, or scripts/observed-page.ts.
title: What workspaces answered
description: What reports of helpcentre probe say of how Intercom stores articles.
---

The sandbox behaves as real workspaces were seen to, as far as anybody has told. \`helpcentre probe\` asks a workspace for
its own habits; with \`--report FILE\` it writes what it found, without a word of the workspace's content, its name, its id
or its hosts. Attach that file to an issue (there is a template for it), and it becomes a line of this page.

How a report changes the sandbox:

1. The report is put into \`docs/observed/\`, under a name that says when it was made and nothing else, and
   \`npm run docs\` writes this page anew.
2. A habit that every report answers alike, and otherwise than the sandbox, becomes the first value of its row in
   \`src/model/quirks.ts\`, which is what the mode \`observed\` does.
3. Reports that disagree are shown as such: the value that most gave is the default, and the switch remains for the rest.
   Workspaces may differ by plan, region or age; whoever probes their own has its value in the lockfile, whatever stands here.
4. What a report calls \`unknown\` is an answer that nobody had seen before: it becomes a new value of the switch.

`;

/** The whole page. */
export function observedPage(): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const reports = files.sort().map((name) => {
    const report = readReport(readFileSync(path.join(folder, name), 'utf8'));
    if (report === null) throw new Error(`docs/observed/${name} is no report`);
    return report;
  });
  return `${head}${tallyTable(reports)}`;
}

/** What reports say of one habit: how many gave each answer, most first. Several answers disagree. */
interface Tally {
  readonly name: QuirkName;
  readonly answers: readonly { readonly answer: string; readonly reports: number }[];
}

/** Counts what reports say, in the order of the table; nothing of what none of them says. */
function tally(reports: readonly Report[]): readonly Tally[] {
  return quirkNames.flatMap((name) => {
    const counts = new Map<string, number>();
    for (const { answers } of reports) {
      const value = answers[name];
      if (value !== undefined) counts.set(answerText(value), (counts.get(answerText(value)) ?? 0) + 1);
    }
    if (counts.size === 0) return [];
    const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([answer, count]) => ({ answer, reports: count }));
    return [{ name, answers: sorted }];
  });
}

/** The table of docs/inside/observed.md: what reports say of each habit beside what the sandbox does. */
export function tallyTable(reports: readonly Report[]): string {
  const rows = tally(reports).map(({ name, answers }) => {
    const said = answers.map(({ answer, reports: count }) => `\`${answer}\` (${count})`).join(', ');
    const observed = answerText(quirkTable[name].observed);
    const first = answers[0]?.answer;
    const verdict =
      answers.length > 1 ? '**they disagree**' : first === observed ? 'as the sandbox' : '**not as the sandbox**';
    return `| \`${name}\` | \`${observed}\` | ${said} | ${verdict} |`;
  });
  if (rows.length === 0) return 'No report has come in yet.\n';
  return `${['| habit | `observed` | reports | |', '| --- | --- | --- | --- |', ...rows].join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(observedFile, observedPage());
