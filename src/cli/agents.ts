import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { readConnector } from '../config/connector.ts';
import {
  type ConfigurationResult,
  configurationName,
  parseConfiguration,
  readConfiguration,
} from '../config/settings.ts';
import { factsOf } from '../disk/links.ts';
import { appendOwn, createOwn, readOwn } from '../disk/own-file.ts';
import { ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { agentsGuide, type GuideFacts } from '../init/agents-guide.ts';
import { withPart } from '../init/own-part.ts';
import { type ProblemCode, problemCodes } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import { UsageError } from '../model/usage-error.ts';
import { ignoredPaths } from '../read/files.ts';
import { oneLine } from '../report/paint.ts';
import type { Detected } from '../use-cases/adopt/detect.ts';
import { toolNames } from '../use-cases/adopt/tool-names.ts';
import { ProblemsError } from '../use-cases/connect.ts';
import { type Context, shownPath } from '../use-cases/context.ts';
import { problemAddress } from '../use-cases/problem-address.ts';
import { descriptions } from './schema-descriptions.ts';
import type { Written } from './write-new.ts';

/** Name of the guide for assistants. */
export const guideFile = 'AGENTS.md';
const claudeName = 'CLAUDE.md';
const line = `@${guideFile}`;

/** What is to be written for assistants, and where. */
export interface Guide {
  readonly bytes: Uint8Array;
  readonly did: 'created' | 'added' | 'renewed' | 'nothing';
}

/**
 * Makes the guide for assistants, as AGENTS.md is with it. Nothing is written.
 *
 * @param configuration the one that is there, or is about to be
 * @throws UsageError where AGENTS.md cannot have it, ProblemsError for a configuration with mistakes
 */
export async function makeGuide(context: Context, configuration: ConfigurationResult): Promise<Guide> {
  if ((await readConnector(context.cwd)) !== null)
    throw new UsageError(
      'connector-layout',
      `${guideFile} was not written: this repository is in the layout of Intercom's own connector, which the guide is not about`,
      'Run "helpcentre convert" first.',
    );
  if (!configuration.ok) throw new ProblemsError(configuration.problems);
  const { settings } = configuration;
  const file = path.join(context.cwd, guideFile);
  const shown = shownPath(context.host.cwd, file);
  if (settings.content === '.' && !(await isIgnored(context.cwd, settings.ignore)))
    throw new UsageError(
      'guide-published',
      `${shown} was not written: it would be in the content folder, and be published as an article`,
      `Add "/${guideFile}" to "ignore" in ${configurationName}.`,
    );
  const before = await readPlain(file, shown);
  const made = withPart(before, agentsGuide(factsFor(settings)));
  if (!made.ok)
    throw new UsageError('guide-markers', `${shown}:${made.line}: ${made.message}; nothing was written`, made.help);
  return made;
}

/**
 * The guide that a new repository gets; one that is there is left as it is. Where there can be none, that is said, and the
 * rest is written all the same.
 *
 * @param text of the configuration, where there is none yet
 */
export async function guideFor(context: Context, text: string): Promise<Guide | null> {
  const { cwd } = context;
  const isThere = (await factsOf(path.join(cwd, configurationName))) !== null;
  const configuration = isThere ? await readConfiguration(cwd) : parseConfiguration(text, configurationName, cwd);
  // "helpcentre check" says what is wrong with it.
  if (!configuration.ok) return null;
  try {
    const guide = await makeGuide(context, configuration);
    return guide.did === 'renewed' ? { ...guide, did: 'nothing' } : guide;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    context.say(`${error.message}. ${error.help}\n`);
    return null;
  }
}

/** Writes the guide, and has CLAUDE.md lead to it where there is one. */
export async function writeGuide(context: Context, { bytes, did }: Guide, written: Written): Promise<void> {
  const file = path.join(context.cwd, guideFile);
  const shown = shownPath(context.host.cwd, file);
  const { cwd } = context;
  if (did === 'nothing') written.left.push(shown);
  else if (did === 'created') await createOwn(file, cwd, bytes);
  else await replaceFile(file, bytes, { root: cwd, own: path.join(cwd, ownFolderName), sync: false });
  if (did === 'created') written.created.push(shown);
  if (did === 'added') written.added.push({ file: shown, what: 'the guide for assistants' });
  if (did === 'renewed') written.renewed.push(shown);
  await leadClaude(context, written);
}

/** Has CLAUDE.md lead to the guide, where there is one that does not yet. */
async function leadClaude(context: Context, written: Written): Promise<void> {
  const file = path.join(context.cwd, claudeName);
  const shown = shownPath(context.host.cwd, file);
  const lead = await leadFor(context);
  if (lead === 'link')
    context.say(`${shown} is a link, which is not written through. Add the line "${line}" where it leads.\n`);
  if (lead === null || lead === 'link') return;
  await appendOwn(file, context.cwd, lead);
  written.added.push({ file: shown, what: line });
}

/**
 * What CLAUDE.md gets, so that it leads to the guide. One that is AGENTS.md by a link leads there already.
 *
 * @returns null for nothing, `link` where it is another link, which is not written through
 */
export async function leadFor(context: Context): Promise<string | null> {
  const file = path.join(context.cwd, claudeName);
  const facts = await factsOf(file);
  if (facts === null) return null;
  if (facts.isSymbolicLink() || !facts.isFile() || facts.nlink > 1) {
    const target = await realpath(file).catch(() => null);
    return target !== null && target === (await realpath(path.join(context.cwd, guideFile)).catch(() => null))
      ? null
      : 'link';
  }
  const text = ((await readOwn(file, context.cwd)) ?? Buffer.from('')).toString('latin1');
  // Also in the middle of a sentence it brings the file in.
  if (/(?:^|\s|^\xef\xbb\xbf)@(?:\.\/)?AGENTS\.md(?![\w/-])/m.test(text)) return null;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || /\n\r?\n$/.test(text) ? '' : text.endsWith('\n') ? end : `${end}${end}`;
  return `${gap}${line}${end}`;
}

/** @throws UsageError for a link: what it leads to may be anybody's */
async function readPlain(file: string, shown: string): Promise<Uint8Array | null> {
  const facts = await factsOf(file);
  if (facts === null) return null;
  if (facts.isFile() && facts.nlink <= 1) return await readOwn(file, path.dirname(file));
  throw new UsageError(
    'linked-file',
    `${shown} was not written: it is ${facts.isDirectory() ? 'a folder' : 'a link, which is not written through'}`,
    `Put a plain file in its place and let the other lead to it.`,
  );
}

/** What was found, with the guide kept out of the articles where those are the whole folder. */
export function withoutGuide(found: Detected): Detected {
  const { content, ignored, aboutIt = [] } = found;
  if (content !== '.' || ignored.includes(`/${guideFile}`)) return found;
  return { ...found, ignored: [...ignored, `/${guideFile}`], aboutIt: [...aboutIt, guideFile] };
}

async function isIgnored(folder: string, patterns: readonly string[]): Promise<boolean> {
  const plain = patterns.some((pattern) => /^(?:\/|\*\*\/)?AGENTS\.md$/.test(pattern));
  return plain || (await ignoredPaths(folder, patterns)).has(guideFile);
}

/** Problems that the guide names: those that come of writing, and that no other sentence of it keeps from coming. */
const named: readonly ProblemCode[] = [
  ...(['dead-link', 'dead-anchor', 'unknown-key', 'title-missing', 'image-missing'] as const),
  ...(['image-in-text', 'html-removed', 'plain-quote', 'table-in-list', 'heading-id-twice'] as const),
  ...(['unknown-variable', 'lonely-locale', 'source-conflict'] as const),
];

const mostVariables = 8;

function factsFor({ content, locale, locales, flavour, state, variables }: Settings): GuideFacts {
  const rules = problemCodes();
  return {
    content: oneLine(content),
    ...{ locale, locales, state },
    tool: flavour === 'github' ? null : toolNames[flavour],
    variables: Object.keys(variables).slice(0, mostVariables),
    keys: Object.entries(descriptions['front-matter']).filter(([key]) => !key.includes('.')),
    problems: named.flatMap((code) => rules.filter((rule) => rule.code === code)),
    explained: problemAddress('').replace('#', ''),
  };
}
