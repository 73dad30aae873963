import path from 'node:path';
import { LinkedFileError } from '../disk/links.ts';
import { createOwn, readOwn } from '../disk/own-file.ts';
import { makeFolders, ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import {
  type EditorFacts,
  type EditorName,
  isOwnSchema,
  jetbrainsFile,
  schemaFiles,
  schemasSetting,
  schemasValue,
  vscodeFiles,
  yamlExtension,
} from '../init/editor-files.ts';
import type { NewFile } from '../init/file.ts';
import { withMember } from '../init/json-member.ts';
import { keysOfSchema, snippetsFile } from '../init/snippets.ts';
import { type Context, shownPath } from '../use-cases/context.ts';
import { schemaOf } from './schema.ts';
import { newStep, newSteps, type Step } from './steps.ts';
import type { Written } from './write-new.ts';

/** What wires the editors, and what a person has to do for it by hand. */
export interface Wiring {
  readonly steps: readonly Step[];
  /** A sentence each, with the lines to paste. */
  readonly byHand: readonly string[];
}

/** Where a help centre stands, for editors. */
export type EditorPlace = Pick<EditorFacts, 'folder' | 'content'>;

function factsFor(place: EditorPlace): EditorFacts {
  const { config, collection, redirects } = {
    ...{ config: schemaOf('config'), collection: schemaOf('collection'), redirects: schemaOf('redirects') },
  };
  return { ...place, schemas: { config, collection, redirects } };
}

/**
 * Wires editors to the schemas, which are written into the repository: an editor has them without a network, as has whoever
 * clones it.
 *
 * @param root absolute root of the repository, which is what editors open
 * @param isOurs whether front matter is that of our own dialect, so that its keys can be offered
 */
export async function editorSteps(
  context: Context,
  root: string,
  place: EditorPlace,
  editors: readonly EditorName[],
  isOurs: boolean,
): Promise<Wiring> {
  if (editors.length === 0) return { steps: [], byHand: [] };
  const facts = factsFor(place);
  const parts: Wiring[] = [{ steps: await newSteps(context, root, schemaFiles(facts)), byHand: [] }];
  if (editors.includes('vscode'))
    parts.push(await settingsWiring(context, root, facts), await extensionWiring(context, root, facts));
  if (editors.includes('vscode') && isOurs) {
    const snippets = snippetsFile(keysOfSchema(schemaOf('front-matter')));
    parts.push(await unlessLinked(context, root, snippets, async () => [await newStep(context, root, snippets)]));
  }
  if (editors.includes('jetbrains')) parts.push(await ideaWiring(context, root, jetbrainsFile(facts)));
  return { steps: parts.flatMap(({ steps }) => steps), byHand: parts.flatMap(({ byHand }) => byHand) };
}

/** What an editor keeps may be a link of the person's own: it is not written through, and that is said. */
async function unlessLinked(
  context: Context,
  root: string,
  file: NewFile,
  make: () => Promise<readonly Step[]>,
): Promise<Wiring> {
  try {
    return { steps: await make(), byHand: [] };
  } catch (error) {
    if (!(error instanceof LinkedFileError)) throw error;
    return { steps: [], byHand: [`${shownFile(context, root, file)} is behind a link, which is not written through.`] };
  }
}

const shownFile = ({ host }: Context, root: string, { path: file }: NewFile): string =>
  shownPath(host.cwd, path.join(root, file));

async function settingsWiring(context: Context, root: string, facts: EditorFacts): Promise<Wiring> {
  const { settings } = vscodeFiles(facts);
  const absolute = path.join(root, settings.path);
  const shown = shownFile(context, root, settings);
  const value = schemasValue(facts);
  const lines = JSON.stringify({ [schemasSetting]: value }, null, 2)
    .split('\n')
    .slice(1, -1)
    .join('\n');
  const paste = { steps: [], byHand: [`Put this into ${shown}, which was left as it is:\n${lines}`] };
  const bytes = await readOwn(absolute, root).catch((error: unknown) => {
    if (error instanceof LinkedFileError) return 'link' as const;
    throw error;
  });
  if (bytes === 'link') return paste;
  if (bytes === null) return { steps: [await newStep(context, root, settings)], byHand: [] };
  const text = bytes.toString('utf8');
  if (Object.entries(value).every(([schema, file]) => text.includes(schema) && text.includes(file)))
    return { steps: [await newStep(context, root, settings)], byHand: [] };
  const made = withMember(text, schemasSetting, value);
  // What is no UTF-8 would not come back as it was.
  if (made.did !== 'added' || !Buffer.from(text).equals(bytes)) return paste;
  const write = async (written: Written): Promise<void> => {
    const now = await readOwn(absolute, root);
    if (now?.equals(bytes) !== true) written.left.push(shown);
    else {
      const own = path.join(context.cwd, ownFolderName);
      await replaceFile(absolute, Buffer.from(made.text), { root, own, sync: false });
      written.added.push({ file: shown, what: schemasSetting });
    }
  };
  return { steps: [{ shown, will: 'add', what: schemasSetting, write }], byHand: [] };
}

async function extensionWiring(context: Context, root: string, facts: EditorFacts): Promise<Wiring> {
  const { extensions } = vscodeFiles(facts);
  const text = (await readOwn(path.join(root, extensions.path), root).catch(() => null))?.toString('utf8');
  const wiring = await unlessLinked(context, root, extensions, async () => [await newStep(context, root, extensions)]);
  if (text === undefined || text.includes(yamlExtension)) return wiring;
  const shown = shownFile(context, root, extensions);
  return { steps: wiring.steps, byHand: [`Put "${yamlExtension}" among the "recommendations" of ${shown}.`] };
}

async function ideaWiring(context: Context, root: string, file: NewFile): Promise<Wiring> {
  const wiring = await unlessLinked(context, root, file, async () => [await newStep(context, root, file)]);
  const isThere = wiring.steps.some(({ will }) => will === 'leave');
  const text = (await readOwn(path.join(root, file.path), root).catch(() => null))?.toString('utf8') ?? '';
  if (!isThere || text.includes('.schemas/helpcentre.json')) return wiring;
  const entries = /<map>\n([\s\S]*?)\n\s*<\/map>/.exec(file.text)?.[1] ?? '';
  return {
    steps: wiring.steps,
    byHand: [`Put this into the <map> of ${shownFile(context, root, file)}, which was left as it is:\n${entries}`],
  };
}

/** Writes the schemas anew, where they are those that `init` wrote; any other file of that name stays. */
export async function renewSchemas(
  context: Context,
  root: string,
  place: EditorPlace,
  written: Written,
): Promise<void> {
  for (const file of schemaFiles(factsFor(place))) {
    const absolute = path.join(root, file.path);
    const shown = shownFile(context, root, file);
    const before = (await readOwn(absolute, root))?.toString('utf8') ?? null;
    if (before === null) {
      await makeFolders(path.dirname(absolute), root);
      await createOwn(absolute, root, file.text);
      written.created.push(shown);
    } else if (!isOwnSchema(before) || before === file.text) written.left.push(shown);
    else {
      const own = path.join(context.cwd, ownFolderName);
      await replaceFile(absolute, Buffer.from(file.text), { root, own, sync: false });
      written.renewed.push(shown);
    }
  }
}
