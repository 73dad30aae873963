import path from 'node:path';
import * as z from 'zod';
import { factsOf } from '../disk/links.ts';
import { readOwn } from '../disk/own-file.ts';
import { ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { type Baseline, baselineOf, type Judged, judgeBy } from '../model/baseline.ts';
import { codeOf } from '../model/code-of.ts';
import type { Problem } from '../model/problem.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Context, configurationFile, shownPath } from './context.ts';

const baselineFile = z.object({
  formatVersion: z.literal(1),
  accepted: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.int().min(1)))),
});

/** Tells accepted problems from new ones. */
export type Judge = (problems: readonly Problem[]) => Judged;

/**
 * Reads a baseline, and makes of it what tells accepted problems from new ones; without a file everything is new.
 *
 * @param file what `check --write-baseline` wrote, from the folder that the person stands in
 * @throws UsageError when there is no such file, or it is no baseline
 */
export async function baselineJudge(context: Context, file: string | undefined): Promise<Judge> {
  if (file === undefined) return (problems) => ({ fresh: problems, accepted: [], gone: 0 });
  const baseline = await readBaseline(context, file);
  return (problems) => judgeBy(baseline, problems, namesFrom(context));
}

/**
 * Writes a baseline that accepts these problems, over an earlier one and nothing else.
 *
 * @param file from the folder that the person stands in
 * @throws UsageError when something else is in its place
 */
export async function writeBaseline(context: Context, file: string, problems: readonly Problem[]): Promise<void> {
  const { cwd } = context.host;
  const absolute = path.resolve(cwd, file);
  const facts = await factsOf(absolute);
  if (facts?.isDirectory() === true || (facts?.isFile() === true && facts.size > 0 && !(await isBaseline(absolute)))) {
    const what = `${file} was not written: what is in its place is no baseline`;
    throw new UsageError('baseline-taken', what, 'Name another file with --write-baseline, such as baseline.json.');
  }
  const accepted = baselineOf(problems, namesFrom(context));
  const text = `${JSON.stringify({ formatVersion: 1, accepted }, null, 2)}\n`;
  const own = path.join(path.dirname(configurationFile(context)), ownFolderName);
  try {
    await replaceFile(absolute, text, { root: cwd, own });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error;
    const what = `${file} was not written: there is no folder "${path.dirname(file)}"`;
    throw new UsageError('no-such-folder', what, 'Create the folder, or name another file.');
  }
}

/** All problems for a JSON document, those that a baseline accepts marked. */
export function withAccepted(
  problems: readonly Problem[],
  accepted: readonly Problem[],
): readonly (Problem & { readonly accepted?: true })[] {
  const known = new Set(accepted);
  return problems.map((one) => (known.has(one) ? { ...one, accepted: true } : one));
}

/** Files by their way from the configuration, which is the same wherever a person or a workflow stands. */
function namesFrom(context: Context): (file: string) => string {
  const folder = path.dirname(configurationFile(context));
  return (file) => shownPath(folder, path.resolve(context.host.cwd, file));
}

async function readBaseline(context: Context, file: string): Promise<Baseline> {
  const { cwd } = context.host;
  const absolute = path.resolve(cwd, file);
  const isFolder = (await factsOf(absolute))?.isDirectory() === true;
  const bytes = isFolder ? Buffer.alloc(0) : await readOwn(absolute, cwd);
  if (bytes === null) {
    const help = `Write one that accepts what is there today: helpcentre check --write-baseline ${file}`;
    throw new UsageError('no-baseline', `there is no file ${file} in ${cwd}`, help);
  }
  const parsed = parse(bytes);
  if (parsed !== null) return parsed;
  const help = `Write it anew with "helpcentre check --write-baseline ${file}", and look at what that changes.`;
  throw new UsageError('bad-baseline', `${file} cannot be used: it is no baseline`, help);
}

async function isBaseline(absolute: string): Promise<boolean> {
  const bytes = await readOwn(absolute, path.dirname(absolute));
  return bytes !== null && parse(bytes) !== null;
}

function parse(bytes: Buffer): Baseline | null {
  try {
    return baselineFile.parse(JSON.parse(bytes.toString('utf8'))).accepted;
  } catch {
    // Conflict markers of a merge, or a file that was cut short: what to do about it is the same.
    return null;
  }
}
