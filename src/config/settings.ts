import { isUtf8 } from 'node:buffer';
import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isIn, liesIn, limitOf } from '../git/repository.ts';
import { codeOf } from '../model/code-of.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { ReachPlaces } from '../model/reach.ts';
import type { Settings } from '../model/settings.ts';
import { systemReason } from '../model/system-reason.ts';
import { nearestName } from '../text/nearest.ts';
import { checkYaml } from '../yaml/check-yaml.ts';
import { type LocatedYaml, readYaml } from '../yaml/located-yaml.ts';
import { chooseTarget } from './choose-target.ts';
import { type Connector, connectorName, readConnector } from './connector.ts';
import { configurationSchema } from './schema.ts';
import { withUsualRoots } from './usual-roots.ts';

/** Name of the configuration file in a repository's root. */
export const configurationName = 'helpcentre.yml';

/** The configuration as found: settings, and the folder that holds the file. */
export type ConfigurationResult =
  | {
      readonly ok: true;
      readonly settings: Settings;
      readonly folder: string;
      /** Where an author is named; absent where none is. */
      readonly authorPlace?: Place;
      /** Where it names audiences and tags; absent where it names none. */
      readonly reachPlaces?: ReachPlaces;
      /** Where each entry of `variablesFrom` is; absent where there is none. */
      readonly variablePlaces?: readonly Place[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads `helpcentre.yml`.
 *
 * @param cwd absolute working folder
 * @param file the file that `--config` names; without it `helpcentre.yml` in the working folder, whose
 *   absence is a problem
 * @param stand absolute folder that the person, or the system that runs this, stands in: links that were named from
 *   there lead no further than to its repository
 * @param target name of the workspace that is meant, where the configuration has several; see `chooseTarget`
 * @returns settings with all defaults, or every mistake with its place
 */
export async function readConfiguration(
  cwd: string,
  file?: string,
  stand = cwd,
  target?: string,
): Promise<ConfigurationResult> {
  const name = file ?? configurationName;
  const absolute = path.resolve(cwd, name);
  const base = path.basename(absolute);
  const limit = await limitOf(stand, path.dirname(absolute));
  const folder = path.dirname(absolute);
  const connector = await readConnector(folder);
  let bytes: Buffer;
  try {
    if (!(await mayBeRead(absolute, limit))) {
      const found = problem('linked-out', { file: base }, { file: name, line: 1, column: 1 });
      return { ok: false, problems: [found] };
    }
    // A pipe is waited for without end, and no signal ends that.
    const facts = await stat(absolute);
    if (!facts.isFile() && !facts.isDirectory()) throw new Error('it is not a file');
    bytes = await readFile(absolute);
  } catch (error) {
    const absent = codeOf(error) === 'ENOENT';
    // A repository of Intercom's connector is read as it is.
    if (absent && file === undefined && connector !== null)
      return settled('layout: intercom-sync\n', connectorName, { folder, limit, target, connector });
    const found = absent
      ? problem('no-configuration', { file: base, folder: path.dirname(absolute) })
      : problem('unreadable', { file: base, reason: systemReason(error) }, { file: name, line: 1, column: 1 });
    return { ok: false, problems: [found] };
  }
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes)) return { ok: false, problems: [problem('not-utf8', {}, brokenAt(text, name))] };
  return settled(text, name, { folder, limit, target, connector });
}

async function settled(
  text: string,
  name: string,
  where: {
    readonly folder: string;
    readonly limit: string;
    readonly target: string | undefined;
    readonly connector: Connector | null;
  },
): Promise<ConfigurationResult> {
  const { folder, limit, target, connector } = where;
  const read = parseConfiguration(text, name, folder, target, connector);
  if (!read.ok) return read;
  const outside = await contentOutside(read.folder, read.settings, { limit, text, name });
  return outside === null ? read : { ok: false, problems: [outside] };
}

/** Whether a file is where it seems to be, or in another place of the repository that people keep files in. */
async function mayBeRead(file: string, limit: string): Promise<boolean> {
  const real = await realpath(file);
  const root = await realpath(limit);
  return isIn(real, root) && !path.relative(root, real).split(path.sep).includes('.git');
}

/**
 * What is wrong with a content folder that is a link out of the repository: whatever lies there would be published, and
 * written to.
 *
 * @param folder absolute folder of the configuration
 * @param where how far links may lead, and the configuration, for the place
 * @returns null for nothing
 */
export async function contentOutside(
  folder: string,
  { content }: Pick<Settings, 'content'>,
  { limit, text, name }: { readonly limit: string; readonly text: string; readonly name: string },
): Promise<Problem | null> {
  const there = await thereOf(path.join(folder, content), folder);
  if (there === null || (await liesIn(there, limit))) return null;
  const yaml = readYaml(text.replace(/^\ufeff/, ''), name);
  const reason = `"${content}" is a link that leads out of the repository, or nowhere`;
  const place = yaml.ok ? yaml.yaml.placeOf(['content']) : { file: name, line: 1, column: 1 };
  return problem('bad-value', { key: 'content', where: name, reason }, place);
}

/** What is there of the way to a file from a folder, the last part of it: what is missing would be made behind it. */
async function thereOf(file: string, folder: string): Promise<string | null> {
  if (file === folder || !isIn(file, folder)) return null;
  const facts = await lstat(file).catch(() => null);
  return facts === null ? thereOf(path.dirname(file), folder) : file;
}

/** Where decoding put its first replacement character. */
function brokenAt(text: string, file: string): Place {
  const before = text.slice(0, text.indexOf('\ufffd')).split('\n');
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/**
 * Parses the text of a configuration.
 *
 * @param text YAML
 * @param name path to name in problems
 * @param folder absolute folder that the configuration's paths start from
 * @param target name of the workspace that is meant; see `chooseTarget`
 * @param connector what the file of Intercom's connector beside it says, which fills in what is left out in its layout
 */
export function parseConfiguration(
  text: string,
  name: string,
  folder: string,
  target?: string,
  connector: Connector | null = null,
): ConfigurationResult {
  const read = readYaml(text.replace(/^\ufeff/, ''), name);
  if (!read.ok) return read;
  // An empty file, or one that only holds comments, is a configuration of defaults.
  const yaml = { ...read.yaml, value: read.yaml.value ?? {} };
  const checked = checkYaml(yaml, configurationSchema, name);
  if (!checked.ok) return checked;
  const given = inLayout(checked.value, yaml, connector);
  if ('problems' in given) return { ok: false, problems: given.problems.map((found) => found(name)) };
  const content = folderInside(given.content);
  if (content === null) {
    const reason = 'expected a folder inside the repository';
    return {
      ok: false,
      problems: [problem('bad-value', { key: 'content', where: name, reason }, yaml.placeOf(['content']))],
    };
  }
  const authorPlace = checked.value.author === null ? {} : { authorPlace: yaml.placeOfKey(['author']) };
  const places = checked.value.variablesFrom.map((_, index) => yaml.placeOf(['variablesFrom', index]));
  const variablePlaces = places.length === 0 ? {} : { variablePlaces: places };
  const images = withUsualRoots(checked.value.images, checked.value.flavour, content);
  const settings = chooseTarget({ ...checked.value, ...given, content, images }, target);
  if (settings !== null)
    return { ok: true, settings, folder, ...authorPlace, ...reachPlacesIn(checked.value, yaml), ...variablePlaces };
  const names = Object.keys(checked.value.targets);
  const unknown = {
    name: target ?? '',
    known: names.join(', '),
    nearest: nearestName(target ?? '', names),
    where: name,
  };
  const place = names.length === 0 ? { file: name, line: 1, column: 1 } : yaml.placeOfKey(['targets']);
  return { ok: false, problems: [problem('unknown-target', unknown, place)] };
}

/** Settings that mean something else in files of ours. */
const ofOtherLayouts = ['flavour', 'locales', 'pages', 'readmes', 'components'] as const;

/**
 * What the layout says: that of Intercom's connector has a Markdown and languages of its own, and its file says which
 * folder it manages and in which language.
 */
function inLayout(
  { layout, content, locale }: Pick<Settings, 'layout' | 'content' | 'locale'>,
  yaml: LocatedYaml,
  connector: Connector | null,
): Pick<Settings, 'content' | 'locale'> | { readonly problems: readonly ((where: string) => Problem)[] } {
  if (layout !== 'intercom-sync') return { content, locale };
  const written = typeof yaml.value === 'object' && yaml.value !== null ? yaml.value : {};
  const astray = ofOtherLayouts.filter((key) => Object.hasOwn(written, key));
  const reason = '"layout: intercom-sync" says it already; remove this line';
  if (astray.length > 0)
    return {
      problems: astray.map((key) => (where) => problem('bad-value', { key, where, reason }, yaml.placeOfKey([key]))),
    };
  return {
    content: Object.hasOwn(written, 'content') ? content : (connector?.content ?? '.'),
    locale: Object.hasOwn(written, 'locale') ? locale : (connector?.locale ?? locale),
  };
}

function reachPlacesIn(
  given: Pick<Settings, keyof ReachPlaces>,
  yaml: LocatedYaml,
): { readonly reachPlaces?: ReachPlaces } {
  const named = (['audiences', 'tags'] as const).filter((key) => given[key] !== null);
  return named.length === 0
    ? {}
    : { reachPlaces: Object.fromEntries(named.map((key) => [key, yaml.placeOfKey([key])])) };
}

/** A folder in normal form, `.` for the configuration's own; null when it leads out on any system. */
function folderInside(folder: string): string | null {
  const slashes = folder.trim().replaceAll('\\', '/');
  const parts = slashes.split('/');
  if (slashes.startsWith('/') || /^[A-Za-z]:|\0/.test(slashes) || parts.includes('..')) return null;
  if (parts.some((part) => part.toLowerCase() === '.git')) return null;
  return path.posix.normalize(slashes).replace(/\/+$/, '');
}
