import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkYaml, readYaml } from '../located-yaml.ts';
import type { Problem, Settings } from '../model.ts';
import { problem } from '../problem.ts';
import { configurationSchema } from './schema.ts';

/** Name of the configuration file in a repository's root. */
export const configurationName = 'helpcentre.yml';

/** The configuration as found: settings, and the folder that holds the file. */
export type ConfigurationResult =
  | { readonly ok: true; readonly settings: Settings; readonly folder: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads `helpcentre.yml`.
 *
 * @param cwd absolute working folder
 * @param file the file that `--config` names; without it `helpcentre.yml` in the working folder, whose
 *   absence is a problem
 * @returns settings with all defaults, or every mistake with its place
 */
export async function readConfiguration(cwd: string, file?: string): Promise<ConfigurationResult> {
  const name = file ?? configurationName;
  const absolute = path.resolve(cwd, name);
  let text: string;
  try {
    text = await readFile(absolute, 'utf8');
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const found = absent
      ? problem('no-configuration', { file: name, folder: cwd })
      : problem('unreadable', { file: name, reason: (error as Error).message }, { file: name, line: 1, column: 1 });
    return { ok: false, problems: [found] };
  }
  return parseConfiguration(text, name, path.dirname(absolute));
}

/**
 * Parses the text of a configuration.
 *
 * @param text YAML
 * @param name path to name in problems
 * @param folder absolute folder that the configuration's paths start from
 */
export function parseConfiguration(text: string, name: string, folder: string): ConfigurationResult {
  const read = readYaml(text.replace(/^﻿/, ''), name);
  if (!read.ok) return read;
  // An empty file, or one that only holds comments, is a configuration of defaults.
  const yaml = { ...read.yaml, value: read.yaml.value ?? {} };
  const checked = checkYaml(yaml, configurationSchema, name, Object.keys(configurationSchema.shape));
  if (!checked.ok) return checked;
  const settings: Settings = { ...checked.value, content: normalFolder(checked.value.content) };
  if (path.isAbsolute(settings.content) || settings.content.split('/').includes('..')) {
    const reason = 'expected a folder inside the repository';
    return {
      ok: false,
      problems: [problem('bad-value', { key: 'content', where: name, reason }, yaml.placeOf(['content']))],
    };
  }
  return { ok: true, settings, folder };
}

function normalFolder(folder: string): string {
  const clean = folder
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
    .replace(/\/+$/, '');
  return clean === '' ? '.' : clean;
}
