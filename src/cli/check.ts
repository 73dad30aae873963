import path from 'node:path';
import type { Host } from '../model/host.ts';
import type { Problem } from '../model/problem.ts';
import { UsageError } from '../model/usage-error.ts';
import { formatDocument } from '../output/format.ts';
import { type Gathered, gathered } from '../report/gathered.ts';
import { githubAnnotations } from '../report/github-annotations.ts';
import { linksSummary } from '../report/links-summary.ts';
import { saidOnce } from '../report/once.ts';
import { count, oneLine } from '../report/paint.ts';
import { problemsSummary } from '../report/problems-text.ts';
import { sarif } from '../report/sarif.ts';
import { sortProblems } from '../report/sort-problems.ts';
import { baselineJudge, writeBaseline } from '../use-cases/baseline.ts';
import type { LinksReport } from '../use-cases/check-links.ts';
import { withCodeChecked } from '../use-cases/code-problems.ts';
import { type CommonOptions, type Context, makeContext, shownPath } from '../use-cases/context.ts';
import { type FixResult, fixFiles } from '../use-cases/fix-files.ts';
import { imagesFound, problemsOf } from '../use-cases/found-problems.ts';
import { fromRoot } from '../use-cases/from-root.ts';
import { type Named, namedPaths } from '../use-cases/paths.ts';
import { problemAddress } from '../use-cases/problem-address.ts';
import { gatherSources, type Sources, type SourcesResult } from '../use-cases/sources.ts';
import { withTranslationsChecked } from '../use-cases/stale-translations.ts';
import { version } from '../version.ts';
import { chosenFormat } from './chosen-format.ts';
import { acceptedWords, type ShowOptions, shownProblems } from './show-problems.ts';

/** Looks at addresses on the web. It is loaded where it is asked for. */
type Look = typeof import('../use-cases/check-links.ts').checkLinks;

const lookAtLinks: Look = async (...asked) => (await import('../use-cases/check-links.ts')).checkLinks(...asked);

/** Options of `check`. */
export interface CheckOptions extends CommonOptions, ShowOptions {
  readonly strict?: boolean;
  readonly format?: 'pretty' | 'json' | 'github' | 'sarif';
  readonly fix?: boolean;
  readonly checkLinks?: boolean;
  /** File with the problems that are accepted. */
  readonly baseline?: string;
  /** File to write them to. */
  readonly writeBaseline?: string;
}

/** What a check came to. */
interface Checked {
  readonly result: SourcesResult;
  /** What was asked about; null without sources. */
  readonly named: Named | null;
  /** Sorted, with the severities that were asked for; without those that the baseline accepts. */
  readonly problems: readonly Problem[];
  readonly accepted: readonly Problem[];
  /** How many of the baseline were not found again; 0 where only some paths were looked at. */
  readonly gone: number;
  readonly fixed: FixResult | null;
  readonly links: LinksReport | null;
}

/** Fixes that touch each other are carried out one after the other: this many times at most. */
const rounds = 10;

/**
 * `helpcentre check [paths…]`: reads and compiles everything and shows every problem and where it is; with `--fix`
 * mends those that have exactly one right answer first.
 *
 * @param look looks at addresses on the web, for `--check-links`
 * @returns 0 when there is no error (with `--strict`: no warning either), else 1
 * @throws UsageError when two formats are asked for, or there is nothing of a path
 */
export async function check(
  host: Host,
  paths: readonly string[],
  options: CheckOptions,
  look: Look = lookAtLinks,
): Promise<number> {
  const format = chosenFormat(options, 'pretty');
  demandWhole(options, paths);
  const context = makeContext(host, options);
  const judge = await baselineJudge(context, options.baseline);
  const { result, fixed, named } = await gatherAndFix(context, paths, options.fix === true);
  for (const other of named?.others ?? []) context.say(`${other} is not a source, so there is nothing to check.\n`);
  const external = result.ok ? result.sources.external.filter(({ place }) => named?.hasFile(place.file) !== false) : [];
  const links = options.checkLinks === true && result.ok ? await look(external, result.sources, context) : null;
  const images = result.ok ? await imagesFound(context, result.sources, named) : [];
  const found = [...problemsOf(result, named), ...images, ...(links?.problems ?? [])];
  if (options.writeBaseline !== undefined && result.ok) return await accept(context, options.writeBaseline, found);
  const { fresh, accepted, ...judged } = judge(found);
  const strict = options.strict === true;
  const checked: Checked = {
    ...{ result, named, fixed, links },
    problems: problemsToShow(fresh, strict),
    accepted: problemsToShow(accepted, strict),
    gone: paths.length > 0 ? 0 : judged.gone,
  };
  await print(checked, format, context, options);
  return hasFailed(checked) ? 1 : 0;
}

/** @throws UsageError for a baseline of some paths only: it would accept nothing elsewhere */
function demandWhole({ writeBaseline }: CheckOptions, paths: readonly string[]): void {
  if (writeBaseline === undefined || paths.length === 0) return;
  const help = 'Leave the paths out.';
  throw new UsageError('part-of-baseline', '--write-baseline is about everything, not about some paths', help, 64);
}

async function accept(context: Context, file: string, found: readonly Problem[]): Promise<number> {
  await writeBaseline(context, file, found);
  const whole = { written: file, accepted: found.length };
  context.print(
    context.options.json === true
      ? formatDocument('check', whole)
      : `${file} accepts ${problemsSummary(found)}. What is new fails: helpcentre check --baseline ${file}\n`,
  );
  return 0;
}

async function gatherAndFix(
  context: Context,
  paths: readonly string[],
  wantsFix: boolean,
): Promise<{ readonly result: SourcesResult; readonly fixed: FixResult | null; readonly named: Named | null }> {
  let result = await gatherSources(context);
  const named = result.ok ? await namedPaths(paths, result.sources, context) : null;
  if (!wantsFix) return { result: await judged(context, result), fixed: null, named };
  const changed = new Set<string>();
  const left = new Map<string, string>();
  for (let round = 0; round < rounds && result.ok; round += 1) {
    const fixed = await fixFiles(problemsOf(result, named), result.sources);
    for (const file of fixed.changed) changed.add(file);
    for (const [file, reason] of fixed.left) left.set(file, reason);
    if (fixed.changed.length === 0) break;
    result = await gatherSources(context);
  }
  return { result: await judged(context, result), fixed: { changed: [...changed].sort(), left }, named };
}

async function judged(context: Context, result: SourcesResult): Promise<SourcesResult> {
  if (!result.ok) return result;
  return { ok: true, sources: await withCodeChecked(context, await withTranslationsChecked(context, result.sources)) };
}

/** A question to the person, which changes no exit code. */
const onlySaid = 'flavour-unset';

/** Problems in the order of reading, what is wrong with many files said once; strict: warnings are errors. */
export function problemsToShow(found: readonly Problem[], strict: boolean): readonly Problem[] {
  const sorted = sortProblems(saidOnce(found));
  return strict ? sorted.map((one) => (one.code === onlySaid ? one : { ...one, severity: 'error' })) : sorted;
}

const hasFailed = ({ problems }: Checked): boolean => problems.some((problem) => problem.severity === 'error');

async function print(
  checked: Checked,
  format: NonNullable<CheckOptions['format']>,
  context: Context,
  options: CheckOptions,
): Promise<void> {
  const { errorsOnly } = options;
  const problems = checked.problems.filter(({ severity }) => severity === 'error' || errorsOnly !== true);
  const { host, print: write } = context;
  switch (format) {
    case 'json':
      write(formatDocument('check', contentOf(checked)));
      return;
    case 'sarif': {
      const folder = checked.result.ok ? shownPath(host.cwd, checked.result.sources.folder) : '';
      const configuration = path.posix.join(folder, 'helpcentre.yml');
      write(
        `${JSON.stringify(sarif(problems, { version, fileOf: fromRoot(host), configuration, addressOf: problemAddress }), null, 2)}\n`,
      );
      return;
    }
    case 'github':
      write(githubAnnotations(problems, fromRoot(host), problemAddress));
      write(closing(checked, options));
      return;
    case 'pretty': {
      write(await shownProblems(problems, options, { paint: context.paint, cwd: host.cwd }));
      write(closing(checked, options));
    }
  }
}

function contentOf(checked: Checked) {
  const { problems, accepted, fixed, links } = checked;
  const explained = (one: Gathered) => ({ ...one, explained: problemAddress(one.code) });
  const known = gathered(accepted).map((one) => ({ ...explained(one), accepted: true }));
  const all = [...gathered(problems).map(explained), ...known];
  return {
    ok: !hasFailed(checked),
    problems: sortProblems(all),
    ...(fixed === null ? {} : { fixed: { changed: fixed.changed, left: Object.fromEntries(fixed.left) } }),
    ...(links === null ? {} : { links: linksContent(links) }),
  };
}

function linksContent({ looked, dead, failedOnce, unchecked }: LinksReport) {
  return {
    ...{ looked, dead: dead.length, unchecked },
    failedOnce: failedOnce.map(({ url, reason }) => ({ url, reason })),
  };
}

/** How many sources were checked: those that cannot be read too. */
function sourcesIn({ repository, unread, misplaced }: Sources, named: Named | null): number {
  const paths = new Set([...[...repository.sources, ...unread].map(({ path }) => path), ...misplaced]);
  return [...paths].filter((file) => named?.has(file) !== false).length;
}

/** What was fixed, how the links are, and how many problems there are: a line each. */
function closing(
  { result, named, problems, accepted, gone, fixed, links }: Checked,
  { errorsOnly }: ShowOptions,
): string {
  const lines: string[] = [];
  for (const file of fixed?.changed ?? []) lines.push(`fixed ${oneLine(file)}`);
  for (const [file, reason] of fixed?.left ?? []) lines.push(`left ${oneLine(file)} alone: ${oneLine(reason)}`);
  if (links !== null) lines.push(linksSummary(links));
  const looked = result.ok ? `${count(sourcesIn(result.sources, named), 'source')}: ` : '';
  const fixable = fixed === null ? problems.filter((problem) => problem.fix !== undefined).length : 0;
  const hint = fixable === 0 ? '' : ` (${fixable} can be fixed with --fix)`;
  const summary = problemsSummary(problems, errorsOnly === true ? 'warnings' : 'nothing');
  lines.push(`${looked}${summary}${fixed === null ? '' : ' left'}${hint}${acceptedWords(accepted.length, gone)}`);
  return `${lines.join('\n')}\n`;
}
