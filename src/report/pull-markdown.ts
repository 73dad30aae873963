import type { Pull, PulledSource } from '../model/pulled.ts';
import { code, inert } from './markdown.ts';
import { leftWords, offerWords, pulledWords, pullSummary } from './pull-text.ts';

/** Rows of a table that are shown. */
const most = 200;

const words: Readonly<Record<PulledSource['result'], string>> = {
  merged: 'merged',
  conflict: '**conflict**',
  created: 'new',
  noted: 'the same already',
};

/** What a pull came to, as Markdown for a pull request or a job's summary. Text from the workspace does nothing in it. */
export function pullMarkdown(pull: Pull): string {
  const { pulled, left, offers, workspace } = pull;
  const conflicts = pulled.filter(({ result }) => result === 'conflict').length;
  const parts = [
    `### Edits from Intercom: ${pullSummary(pull)}`,
    `From the workspace ${inert(workspace.name)}.`,
    ...(pulled.length === 0 ? [] : [table(['file', 'result', 'what'], pulled.map(row))]),
    ...(conflicts === 0 ? [] : ['Files with conflict markers do not compile until somebody settles them.']),
    ...(left.length === 0
      ? []
      : [
          '**Left alone**',
          table(
            ['article', 'why', 'how to go on'],
            left.map((one) => [code(one.key), inert(leftWords(one)), inert(one.help)]),
          ),
        ]),
    ...(offers.length === 0
      ? []
      : [
          '**New in Intercom**, without a file yet (`helpcentre pull --new` writes one)',
          capped(offers.map((offer) => `- ${inert(offerWords(offer))}`)).join('\n'),
        ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function row(pulled: PulledSource): readonly string[] {
  const notes = pulled.notes.map((note) => `<br>${inert(note)}`).join('');
  return [code(pulled.path), words[pulled.result], `${inert(pulledWords(pulled))}${notes}`];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...capped(rows.map(line))].join('\n');
}

function capped(lines: readonly string[]): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… and ${lines.length - most} more`];
}
