import path from 'node:path';
import { factsOf, refuseLinks } from '../disk/links.ts';
import { readOwn } from '../disk/own-file.ts';
import type { NewFile } from '../init/file.ts';
import { type Context, shownPath } from '../use-cases/context.ts';
import { type Guide, guideFile, leadFor, writeGuide } from './agents.ts';
import { addLine, lineFor, type Written, writeNew } from './write-new.ts';

/** What becomes of one file, known before anything is written. */
export interface Step {
  /** The file, as the person in the host's working folder names it. */
  readonly shown: string;
  /** `leave`: it exists, and stays as it is. */
  readonly will: 'create' | 'add' | 'leave';
  /** What is added; null where nothing is. */
  readonly what: string | null;
  readonly write: (written: Written) => Promise<unknown>;
}

/**
 * A file that is written where there is none.
 *
 * @param root absolute folder that the file's path starts from
 * @throws LinkedFileError where a link stands in the way
 */
export async function newStep(context: Context, root: string, file: NewFile): Promise<Step> {
  const absolute = path.join(root, file.path);
  await refuseLinks(path.dirname(absolute), root);
  return {
    shown: shownPath(context.host.cwd, absolute),
    will: (await factsOf(absolute)) === null ? 'create' : 'leave',
    what: null,
    write: (written) => writeNew(context, root, file, written),
  };
}

/** Several of them. */
export async function newSteps(context: Context, root: string, files: readonly NewFile[]): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const file of files) steps.push(await newStep(context, root, file));
  return steps;
}

/** A line that a file gets; none where it has it. */
export async function lineSteps(context: Context, absolute: string, line: string): Promise<readonly Step[]> {
  const more = await lineFor(absolute, line);
  if (more === null) return [];
  return [
    {
      shown: shownPath(context.host.cwd, absolute),
      will: more.isNew ? 'create' : 'add',
      what: more.isNew ? null : line,
      write: (written) => addLine(context, absolute, line, written),
    },
  ];
}

/** The guide for assistants, and what leads to it. */
export async function guideSteps(context: Context, guide: Guide | null): Promise<readonly Step[]> {
  if (guide === null) return [];
  const shown = (name: string): string => shownPath(context.host.cwd, path.join(context.cwd, name));
  const { did } = guide;
  const lead = await leadFor(context);
  return [
    {
      shown: shown(guideFile),
      will: did === 'created' ? 'create' : did === 'nothing' ? 'leave' : 'add',
      what: did === 'added' ? 'the guide for assistants' : null,
      write: (written) => writeGuide(context, guide, written),
    },
    ...(lead === null || lead === 'link'
      ? []
      : [{ shown: shown('CLAUDE.md'), will: 'add', what: lead.trim(), write: () => Promise.resolve() } as const]),
  ];
}

/**
 * The workflows; one that is of no use without another only where that one is as we write it.
 *
 * @param root absolute root of the repository
 * @returns inTheWay: the file that kept one from being written; null for none
 */
export async function workflowSteps(
  context: Context,
  root: string,
  files: readonly NewFile[],
): Promise<{ readonly steps: readonly Step[]; readonly inTheWay: string | null }> {
  const steps: Step[] = [];
  const others = new Set<string>();
  for (const file of files) {
    if (file.needs !== undefined && others.has(file.needs)) return { steps, inTheWay: file.needs };
    const step = await newStep(context, root, file);
    if (step.will === 'leave' && !(await isSame(path.join(root, file.path), root, file.text))) others.add(file.path);
    steps.push(step);
  }
  return { steps, inTheWay: null };
}

/** What is no plain file, or cannot be read, is not as we write it. */
async function isSame(file: string, root: string, text: string): Promise<boolean> {
  const bytes = await readOwn(file, root).catch(() => null);
  return bytes?.toString('utf8').replaceAll('\r\n', '\n') === text;
}
