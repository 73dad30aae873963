import { readFile } from 'node:fs/promises';
import { formatConfiguration } from '../../import/format-configuration.ts';
import { yamlText } from '../../import/yaml-text.ts';
import type { Settings } from '../../model/settings.ts';
import { readYaml } from '../../yaml/located-yaml.ts';
import { type Context, configurationFile } from '../context.ts';

/** Settings that are written from what they came to, or that are the layout's own. */
const settled = ['layout', 'content', 'locale', 'region', 'helpCentre', 'state', 'spacing'];

/** Settings that mean the same in both layouts, as they were given. Others hold paths, or mean nothing there. */
const carried = [
  'apiVersion',
  'author',
  'removed',
  'onDrift',
  'maxRemovals',
  'variables',
  'flatten',
  'problems',
  'import',
  'staleTranslations',
  'targets',
  'fin',
  'audiences',
  'tags',
  'createTags',
  'images',
];

/** The new configuration, and the names of the fields of the old one that are not in it. */
export interface NewConfiguration {
  readonly text: string;
  readonly left: readonly string[];
}

/** Writes the configuration of the converted repository. */
export async function newConfiguration(context: Context, settings: Settings): Promise<NewConfiguration> {
  const written = await readFile(configurationFile(context), 'utf8').catch(() => '');
  const read = readYaml(written.replace(/^\ufeff/, ''), '');
  const given = read.ok && typeof read.yaml.value === 'object' && read.yaml.value !== null ? read.yaml.value : {};
  const isCarried = (key: string): boolean =>
    carried.includes(key) && !(key === 'images' && (settings.images.roots ?? []).length > 0);
  const own = Object.entries(given).filter(([key]) => !settled.includes(key));
  const { locale, region, helpCentre, state, spacing } = settings;
  return {
    text:
      formatConfiguration({ locale, region, helpCentre, state, spacing }) +
      yamlText(Object.fromEntries(own.filter(([key]) => isCarried(key)))),
    left: own.flatMap(([key]) => (isCarried(key) ? [] : [key])),
  };
}
