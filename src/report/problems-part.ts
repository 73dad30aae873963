import type { Problem } from '../model/problem.ts';
import type { Part } from './fit-together.ts';
import { code, inert } from './markdown.ts';
import { count } from './paint.ts';
import { blockingFiles, examplesOf, generalMessage, type Kind, kindsOf, mostInFull } from './problems-page.ts';
import { problemsSummary } from './problems-text.ts';

type AddressOf = (code: string) => string;

/**
 * Problems as Markdown for a comment or a summary, errors first, each with a link to what explains it; very many as a
 * page: by kind with counts and examples, and the files that block most.
 */
export function problemsPart(problems: readonly Problem[], addressOf: AddressOf): readonly Part[] {
  if (problems.length === 0) return [];
  const rows = problems.length > mostInFull ? pageRows(problems, addressOf) : allRows(problems, addressOf);
  return [{ name: 'the problems', text: [`**${problemsSummary(problems)}**`, '', ...rows].join('\n') }];
}

function allRows(problems: readonly Problem[], addressOf: AddressOf): readonly string[] {
  const sorted = [...problems].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return sorted.map(({ code: name, place, severity, message, help }) => {
    const advice = help === '' ? '' : `. ${inert(help.slice(0, 500))}`;
    return `- ${whereOf(place)}${severity}: ${inert(message.slice(0, 500))}${advice} (${linked(name, addressOf)})`;
  });
}

function pageRows(problems: readonly Problem[], addressOf: AddressOf): readonly string[] {
  const blocking = blockingFiles(problems).map(([file, errors]) => `${code(file)} (${count(errors, 'error')})`);
  return [
    ...kindsOf(problems).flatMap((kind) => kindRows(kind, addressOf)),
    ...(blocking.length === 0 ? [] : ['', `Files that block most: ${blocking.join(', ')}.`]),
    '',
    '`helpcentre check --all` prints every problem.',
  ];
}

function kindRows(kind: Kind, addressOf: AddressOf): readonly string[] {
  const said = generalMessage(kind.code);
  return [
    `- ${count(kind.problems.length, kind.severity)}: ${inert(said)} (${linked(kind.code, addressOf)})`,
    ...examplesOf(kind).map(({ place, message }) => {
      const words = message === said ? '' : inert(message.slice(0, 200));
      return `  - ${`${whereOf(place)}${words}`.trim()}`;
    }),
  ];
}

const whereOf = (place: Problem['place']): string =>
  place === undefined ? '' : `${code(`${place.file}:${place.line}`)} `;

/** A code that leads to its entry. What a file from elsewhere says may be no code, and then it is only shown. */
function linked(name: string, addressOf: AddressOf): string {
  return /^[a-z0-9-]+$/.test(name) ? `[${name}](${addressOf(name)})` : inert(name.slice(0, 60));
}
