import { configurationName } from '../config/settings.ts';
import type { Problem } from '../model/problem.ts';
import { withCommas } from '../model/with-commas.ts';
import { count, oneLine } from '../report/paint.ts';
import { examplesOf, kindsOf } from '../report/problems-page.ts';
import { wrapSegments } from '../report/wrap-segments.ts';
import type { Detected } from '../use-cases/adopt/detect.ts';
import { toolNames } from '../use-cases/adopt/tool-names.ts';
import type { Trial } from '../use-cases/adopt/try-out.ts';
import type { Context } from '../use-cases/context.ts';
import type { Adoption } from './furthest.ts';

/** `MkDocs, told by mkdocs.yml`. */
export function toldBy({ flavour, file }: Detected): string {
  if (flavour === 'github') return "Markdown as GitHub shows it: no other tool's signs were found";
  return `${toolNames[flavour]}, told ${file === null ? 'by its signs in the texts' : `by ${oneLine(file)}`}`;
}

/** What would be published, what not and why, and the configuration: for a terminal of 80 columns. */
export function adoptionText(adoption: Adoption, context: Context): string {
  const { paint } = context;
  const { found, text } = adoption;
  const parts = [
    paint.bold(toldBy(found)),
    ...trialParts(adoption, context, table(adoption.found, adoption.trial)),
    `${paint.bold(configurationName)}\n${text.trimEnd().replace(/^/gm, '  ')}`,
    wrapped(readersSee, context),
  ];
  return `${parts.join('\n\n')}\n`;
}

const readersSee = `Readers see nothing of it yet: all articles are drafts until ${configurationName} says "state: published".`;

/** The same without where it is and what the configuration says, for one who is told that elsewhere. */
export function trialText(adoption: Adoption, context: Context): string {
  const rows = rowsText(trialRows(adoption.found, adoption.trial));
  const title = context.paint.bold('What would be published');
  const [first = '', ...rest] = trialParts(adoption, context, `${title}\n${rows}`);
  return [first, ...rest, wrapped(readersSee, context)].join('\n\n');
}

function trialParts({ found, trial, lowered }: Adoption, context: Context, rows: string): readonly string[] {
  return [
    rows,
    ...kindLines('Why not', trial, 'error', context),
    ...kindLines('Published, but shown in another way', trial, 'warning', context),
    ...(found.left === undefined
      ? []
      : [wrapped(`Left alone: older versions in ${found.left.map(oneLine).join(', ')}.`, context)]),
    ...(lowered.length === 0
      ? []
      : [
          wrapped(
            `${lowered.join(', ')}: ${lowered.length === 1 ? 'an error' : 'errors'} by default, set to "warning" below so that no article is kept out.`,
            context,
          ),
        ]),
  ];
}

type Row = readonly [string, string];

function table(found: Detected, trial: Trial): string {
  return rowsText([
    ...trialRows(found, trial),
    ['content', found.content === '.' ? 'this folder' : oneLine(found.content)],
    ...(found.roots.length === 0 ? [] : [['image roots', found.roots.map(oneLine).join(', ')] as const]),
    ...siteRow(found),
  ]);
}

const rowsText = (rows: readonly Row[]): string =>
  rows.map(([name, value]) => `  ${name.padEnd(13)}${value}`).join('\n');

function trialRows(found: Detected, trial: Trial): readonly Row[] {
  return [
    ['articles', `${withCommas(trial.ready)} would be published`],
    ...(trial.failed === 0 ? [] : [['', `${withCommas(trial.failed)} would not, for errors`] as const]),
    ...(trial.skipped === 0
      ? []
      : [['', `${withCommas(trial.skipped)} would not, as their front matter asks`] as const]),
    ...(trial.lonely === 0
      ? []
      : [
          [
            '',
            `${count(trial.lonely, 'translation')} would not: no page in the first language is ${trial.lonely === 1 ? 'its own' : 'theirs'}`,
          ] as const,
        ]),
    ...unlistedRow(trial),
    ['languages', trial.languages.join(', ')],
    ...ignoredRows(found),
    ['collections', withCommas(trial.collections)],
    ['images', withCommas(trial.images)],
  ];
}

function siteRow({ siteUrl, base, seen }: Detected): readonly (readonly [string, string])[] {
  const told = seen === undefined ? '' : `, as ${seen.links} of ${count(seen.of, 'link')} have it`;
  if (siteUrl !== null) return [['site', oneLine(siteUrl + base) + told]];
  return seen === undefined ? [] : [['site', `at ${oneLine(base)}${told}`]];
}

/** Folders and endings that are called like a language; all others are none of the tool's pages. */
function ignoredRows({ ignored, flavour, aboutIt = [] }: Detected): readonly (readonly [string, string])[] {
  const isLanguage = (name: string): boolean => /^(?:\*\*\/\*\.)?[a-z]{2,3}(?:[-_][a-z]{2,4})?(?:\.md)?$/i.test(name);
  const languages = ignored.filter(isLanguage);
  const others = ignored.filter((name) => !isLanguage(name) && !aboutIt.includes(name.replace(/^\//, '')));
  const isOrAre = others.length === 1 ? 'is' : 'are';
  return [
    ...(aboutIt.length === 0
      ? []
      : [
          [
            '',
            `not ${aboutIt.map(oneLine).join(', ')}, which ${aboutIt.length === 1 ? 'is' : 'are'} about the repository`,
          ] as const,
        ]),
    ...(languages.length === 0
      ? []
      : [['', `not ${languages.map(oneLine).join(', ')}: Intercom has no such language`] as const]),
    ...(others.length === 0
      ? []
      : [['', `not ${others.map(oneLine).join(', ')}, which ${isOrAre} not built by ${toolNames[flavour]}`] as const]),
  ];
}

const isUnlisted = ({ code }: Problem): boolean => code === 'not-in-navigation';

/** What is said in the table already, and is not shown in another way. */
const isLeftOut = (found: Problem): boolean =>
  isUnlisted(found) || (found.code === 'lonely-locale' && found.severity !== 'error');

function unlistedRow({ unlisted }: Trial): readonly (readonly [string, string])[] {
  if (unlisted === undefined) return [];
  const { navigation, pages } = unlisted;
  return [
    ['', `${withCommas(pages)} would not, as ${oneLine(navigation)} does not list ${pages === 1 ? 'it' : 'them'}`],
  ];
}

/** Codes that are listed. */
const mostKinds = 8;

function kindLines(
  title: string,
  { problems }: Trial,
  severity: 'error' | 'warning',
  { paint, host }: Context,
): readonly string[] {
  const kinds = kindsOf(problems.filter((found) => found.severity === severity && !isLeftOut(found)));
  if (kinds.length === 0) return [];
  const colour = severity === 'error' ? paint.red : paint.yellow;
  const width = Math.min(host.stdout.columns || 80, 80);
  const shown = kinds.slice(0, mostKinds).flatMap((kind) => {
    const number = withCommas(kind.problems.length).padStart(7);
    const [example] = examplesOf(kind);
    const words = oneLine(example?.message ?? '');
    const at = example?.place === undefined ? [] : [`         ${oneLine(example.place.file)}:${example.place.line}`];
    if (severity === 'warning') return [clipped(`${number}  ${kind.code}  ${words}`, width), ...at];
    // Why an article is kept out has to be said in full.
    const why = wrapSegments([{ kind: 'same', text: words }], width - 9, paint);
    return [`${number}  ${kind.code}`, ...why.map((one) => `         ${one}`), ...at];
  });
  const left = kinds.length - mostKinds;
  const more = left > 0 ? [`         and ${count(left, 'kind')} more: "helpcentre check" shows all`] : [];
  return [[colour(title), ...shown, ...more].join('\n')];
}

const clipped = (line: string, width: number): string => (line.length <= width ? line : `${line.slice(0, width - 1)}…`);

function wrapped(text: string, { host, paint }: Context): string {
  return wrapSegments([{ kind: 'same', text }], Math.min(host.stdout.columns || 80, 80), paint).join('\n');
}

/** The same as data. */
export function adoptionData({ found, text, trial, lowered }: Adoption) {
  const { problems, kept: _, settings: __, ...counts } = trial;
  const codes = new Map<string, number>();
  for (const { code } of problems) codes.set(code, (codes.get(code) ?? 0) + 1);
  const byCount = Object.fromEntries([...codes].sort((a, b) => b[1] - a[1]));
  return { ...found, configuration: text, lowered, ...counts, problems: byCount };
}
