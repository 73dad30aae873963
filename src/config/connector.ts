import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { localeOf } from '../model/help-centre-locales.ts';
import { fencesOf } from '../text/fences.ts';
import { checkYaml } from '../yaml/check-yaml.ts';
import { readYaml } from '../yaml/located-yaml.ts';

/** The file that Intercom's own connector keeps at the top of a repository that it manages. */
export const connectorName = 'intercom-sync.yaml';

/** What it says that a configuration may leave out. */
export interface Connector {
  /** Folder of the files that the connector manages; null for the whole repository. */
  readonly content: string | null;
  /** The first of its languages that help centres know. */
  readonly locale: string | null;
}

const nothing: Connector = { content: null, locale: null };

const text = z.string();
/** Whatever else it says is the connector's own. */
const schema = z.looseObject({
  managed_folder: text.nullish(),
  locales: z.array(text).nullish(),
});

/**
 * Reads the connector's file in a folder. What cannot be read of it says nothing: the file is the connector's, which checks it.
 *
 * @param folder absolute
 * @returns null where there is none
 */
export async function readConnector(folder: string): Promise<Connector | null> {
  const file = path.join(folder, connectorName);
  // A pipe is waited for without end.
  const isFile = (await stat(file).catch(() => null))?.isFile() === true;
  const bytes = isFile ? await readFile(file).catch(() => null) : null;
  return bytes === null ? null : connectorIn(bytes.toString('utf8').replace(/\r\n?/g, '\n'));
}

/** What the text of the file says. */
export function connectorIn(written: string): Connector {
  const fences = fencesOf(written);
  const read = readYaml(fences.is === 'closed' ? fences.block : written, connectorName);
  const checked = read.ok ? checkYaml({ ...read.yaml, value: read.yaml.value ?? {} }, schema, connectorName) : read;
  if (!checked.ok) return nothing;
  const { managed_folder: folder, locales } = checked.value;
  const named = folder?.trim().replace(/^\.?\/+|\/+$/g, '') ?? '';
  const locale = (locales ?? []).map(localeOf).find((one) => one !== null);
  return { content: named === '' || named === '.' ? null : named, locale: locale ?? null };
}
