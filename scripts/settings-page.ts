// The page on every setting, from the schemas. `npm run docs` writes it; a test compares it.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { schemaOf } from '../src/cli/schema.ts';
import { configurationSchema } from '../src/config/schema.ts';
import { fence, inline } from './markdown.ts';
import { alternatives, type Node } from './schema-node.ts';
import { settingExamples } from './setting-examples.ts';

/** Where it is written. */
export const settingsPageFile = fileURLToPath(new URL('../docs/reference/settings.md', import.meta.url));

/** Kinds of files that a person writes. */
export const fileKinds = ['config', 'front-matter', 'collection', 'redirects'] as const;

/** One of them. */
export type FileKind = (typeof fileKinds)[number];

const head = `---
title: Settings
description: Every field of helpcentre.yml, of front matter, of _collection.yml and of redirects.yml.
---

<!-- Made by "npm run docs" from the schemas that read the files, and scripts/setting-examples.ts. Change it there. -->

Everything is optional unless it says otherwise. An unknown field is an error, with the one that was probably meant.
An editor completes and checks these files with the schema that \`helpcentre schema\` prints:
[schema](commands.md#schema).
`;

const about: Readonly<Record<FileKind, { readonly heading: string; readonly words: string }>> = {
  config: {
    heading: 'helpcentre.yml',
    words: 'The configuration, in the folder that commands run in. An empty file is one with every default.',
  },
  'front-matter': {
    heading: 'Front matter',
    words: 'At the top of an article, between two lines of `---`. It is YAML, and never runs code.',
  },
  collection: {
    heading: '_collection.yml',
    words:
      'In a folder of the content folder: what is said of the collection that the folder is. Of a translation, the field stands under `translations`.',
  },
  redirects: {
    heading: 'redirects.yml',
    words:
      'Beside `helpcentre.yml`: a list of old addresses whose pages are gone. Where the article is still there, `redirectFrom` in its front matter does the same.',
  },
};

/** The whole page. */
export function settingsPage(): string {
  return [head, ...fileKinds.map(fileSection)].join('\n');
}

/** The fields of a kind of file, by name. */
export function fieldsOf(kind: FileKind): Readonly<Record<string, Node>> {
  const schema = schemaOf(kind) as Node;
  return schema.properties ?? schema.items?.properties ?? {};
}

function fileSection(kind: FileKind): string {
  const { heading, words } = about[kind];
  const fields = Object.entries(fieldsOf(kind)).map(([name, node]) => fieldSection(kind, name, node));
  return `## ${heading}\n\n${words}\n\n${fields.join('\n')}`;
}

function fieldSection(kind: FileKind, name: string, node: Node): string {
  const inside = kind === 'config' && name === 'problems' ? [] : insideOf(node, '');
  const required = kind === 'redirects' && ((schemaOf(kind) as Node).items?.required ?? []).includes(name);
  const facts = [`Type: ${typeOf(kind, name, node)}.`, ...(required ? ['It has to be there.'] : defaultOf(kind, name))];
  const parts = [
    `### ${name}`,
    inline(node.description ?? ''),
    facts.join(' '),
    ...(inside.length === 0 ? [] : [inside.join('\n')]),
    fence(shownExample(kind, name), kind === 'front-matter' ? 'markdown' : 'yaml'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function shownExample(kind: FileKind, name: string): string {
  const example = settingExamples[kind]?.[name];
  if (example === undefined) throw new Error(`scripts/setting-examples.ts has none for ${name} of ${kind}`);
  return kind === 'front-matter' ? `---\n${example}\n---` : example;
}

/** Fields of a field, one below the other; of several forms, each of their fields once. */
function insideOf(node: Node, before: string): readonly string[] {
  const lines = new Map<string, string>();
  const walk = (one: Node, way: string): void => {
    for (const form of alternatives(one)) {
      for (const [name, field] of Object.entries(form.properties ?? {})) {
        const at = `${way}${name}`;
        const choices = choicesAt(node, at) ?? plainType(field);
        if (!lines.has(at)) lines.set(at, `- \`${at}\`: ${inline(field.description ?? '')} ${sentence(choices)}`);
        walk(field, `${at}.`);
      }
      if (form.items !== undefined) walk(form.items, way);
      if (typeof form.additionalProperties === 'object') walk(form.additionalProperties, `${way}NAME.`);
    }
  };
  walk(node, before);
  return [...lines.values()];
}

/** All that a field may be which has another value in each form, such as the host of images. */
function choicesAt(node: Node, name: string): string | null {
  const values = alternatives(node).flatMap((form) => form.properties?.[name]?.const ?? []);
  return values.length > 1 ? oneOf(values) : null;
}

function defaultOf(kind: FileKind, name: string): readonly string[] {
  if (kind !== 'config') return [];
  const { [name]: value } = configurationSchema.parse({}) as Readonly<Record<string, unknown>>;
  // What is read as a share is written as one.
  const written = name === 'maxRemovals' ? `${Number(value) * 100}%` : value;
  if (written === null || isEmpty(written)) return ['Default: none.'];
  return [`Default: \`${typeof written === 'object' ? flow(written) : String(written)}\`.`];
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((one) => isEmpty(one));
}

const flow = (value: object): string =>
  JSON.stringify(value).replaceAll('"', '').replaceAll(':', ': ').replace('{', '{ ').replace('}', ' }');

/** In words, where the schema's pattern says it in signs. */
function typeOf(kind: FileKind, name: string, node: Node): string {
  if (kind === 'config' && name === 'problems')
    return 'by [code](problems.md): `error`, `warning` or `off`, as far as a problem may be changed';
  if (name === 'maxRemovals') return 'a share: `10%`, or `0.1`';
  return plainType(node);
}

function plainType(node: Node): string {
  const forms = alternatives(node);
  if (forms.length > 1) return either(forms.map(plainType));
  const [{ enum: values, const: value, items, properties, additionalProperties, pattern, type } = node] = forms;
  if (value !== undefined) return `\`${String(value)}\``;
  if (values !== undefined) return oneOf(values);
  if (items !== undefined) return `a list; each item: ${plainType(items)}`;
  if (properties !== undefined) return 'fields, as below';
  if (typeof additionalProperties === 'object')
    return `names of your own, and for each: ${plainType(additionalProperties)}`;
  if (pattern?.startsWith('^(?:[Aa][Rr]|')) return "a language of Intercom's help centres, such as `en` or `pt-BR`";
  return basic[[type].flat().find((one) => one !== 'null') ?? 'null'] ?? 'anything';
}

/** In YAML a number is a text too, and whoever may write nothing leaves the field out. */
function either(types: readonly string[]): string {
  const isText = types.includes('text');
  const left = types.filter((type) => type !== 'nothing' && !(isText && /^a (?:whole )?number$/.test(type)));
  return [...new Set(left)].join(', or ');
}

const basic: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  null: 'nothing',
};

function oneOf(values: readonly unknown[]): string {
  const shown = [...new Set(values)].map((value) => `\`${String(value)}\``);
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(settingsPageFile, settingsPage());
