// The page on what commands print with --json, from the schemas. `npm run docs` writes it; a test compares it.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { documentSchema } from '../src/output/json-schema.ts';
import { type DocumentKind, documentKinds } from '../src/output/names.ts';
import { alternatives, type Node } from './schema-node.ts';

/** Where it is written. */
export const jsonPageFile = fileURLToPath(new URL('../docs/reference/json.md', import.meta.url));

/** One field of a document or a part. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly mayBeMissing: boolean;
  readonly description: string;
}

/** Example documents by kind, as they were printed. */
export type Examples = Readonly<Partial<Record<DocumentKind, string>>>;

const head = `---
# Made by "npm run docs" from src/output/. Change it there.
title: What --json prints
description: Every field of every document, and what scripts can rely on.
---

With \`--json\` a command prints one JSON document on standard output and nothing else there, even if it fails. Its schema is
printed by \`helpcentre schema output-COMMAND\`, such as \`helpcentre schema output-plan\`: JSON Schema, draft-07.

What can be relied on:

- Every document has \`formatVersion\`. It is 1, and becomes another only with a new major version of helpcentre.
- Until then fields are added, and values where a field is one of several words. None goes, none changes its name, its type or
  its meaning, and none that is always there begins to be missing.
- So ignore fields that you do not know, and expect words that you do not know. The printed schemas are strict, to be compared with
  what the same version prints: use the schema of the version that you run.
- Sentences (\`message\`, \`help\`, \`reason\`, \`notes\`, \`next\`) are for people, and may be worded in another way at any time. Codes are for programs.
- Exit codes are those of the command without \`--json\`. A command that ends with an error prints [error](#error).
- Paths are as a person in the folder where the command runs would write them; keys of articles are paths in the content
  folder. Times are Unix seconds.
`;

/** The page. */
export function jsonPage(examples: Examples): string {
  const sections = documentKinds.map((kind) => {
    const schema = documentSchema(kind) as Node;
    const example = examples[kind];
    const shown = example === undefined ? '' : `\nAn example:\n\n\`\`\`json\n${example.trimEnd()}\n\`\`\`\n`;
    return `## ${kind}\n\n${schema.description}\n\n${tables(schema)}${shown}`;
  });
  const parts = [...partsOf()].map(([name, node]) => `### ${name}\n\n${node.description}\n\n${tables(node)}`);
  return [head, ...sections, '## Parts\n\nWhat several documents have.\n', ...parts].join('\n');
}

/** Parts by name, sorted; those that are a document too are there. */
export function partsOf(): ReadonlyMap<string, Node> {
  const all = documentKinds.flatMap((kind) => Object.entries((documentSchema(kind) as Node).definitions ?? {}));
  const own = all.filter(([name]) => !documentKinds.some((kind) => kind === name.toLowerCase()));
  return new Map(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The fields of a document or part: a list for each form that it may have. */
export function formsOf(node: Node): readonly (readonly Field[])[] {
  return alternatives(node).flatMap((one) => {
    const { properties } = one;
    const named = node.definitions?.[one.$ref?.replace('#/definitions/', '') ?? ''];
    return properties === undefined ? (named === undefined ? [] : formsOf(named)) : [fieldsOf(one, '')];
  });
}

function tables(node: Node): string {
  const forms = formsOf(node);
  if (forms.length === 0) return `${typeOf(node)}.\n`;
  return forms.map(table).join('\nor\n\n');
}

function table(fields: readonly Field[]): string {
  const rows = fields.map(({ name, type, mayBeMissing, description }) => {
    const words = `${description}${mayBeMissing ? ' May be missing.' : ''}`;
    return `| \`${name}\` | ${type} | ${words.replaceAll('|', '\\|')} |`;
  });
  return `| field | type | what it is |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function fieldsOf({ properties = {}, required = [] }: Node, before: string): readonly Field[] {
  return Object.entries(properties).flatMap(([own, node]) => {
    const name = `${before}${own}`;
    const { description = '' } = node;
    return [{ name, type: typeOf(node), mayBeMissing: !required.includes(own), description }, ...inside(node, name)];
  });
}

/** Fields of what has no name of its own. */
function inside(node: Node, name: string): readonly Field[] {
  return alternatives(node).flatMap((one) => {
    if (one.items !== undefined) return inside(one.items, `${name}[]`);
    if (one.properties !== undefined) return fieldsOf(one, `${name}.`);
    return typeof one.additionalProperties === 'object' ? inside(one.additionalProperties, `${name}.*`) : [];
  });
}

function typeOf(node: Node): string {
  return [...new Set(alternatives(node).map(plainType))].join(' or ');
}

function plainType(node: Node): string {
  if (node.$ref !== undefined) {
    const name = node.$ref.replace('#/definitions/', '');
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum !== undefined) return node.enum.map((one) => `\`${String(one)}\``).join(', ');
  if (node.items !== undefined) return `list of ${typeOf(node.items)}`;
  if (typeof node.additionalProperties === 'object') return `by name: ${typeOf(node.additionalProperties)}`;
  return [node.type ?? 'anything'].flat().join(' or ');
}

/** The examples that a page has. */
export function examplesIn(page: string): Examples {
  const found = page.matchAll(/^## (\w+)\n(?:(?!\n## )[\s\S])*?\nAn example:\n\n```json\n([\s\S]*?)\n```$/gm);
  return Object.fromEntries([...found].map(([, kind, text]) => [kind, `${text}\n`]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Runs of the commands themselves; without a reason the examples stay those that are there.
  const isNew = process.argv.includes('--examples');
  const before = (await readFile(jsonPageFile, 'utf8').catch(() => '')).replaceAll('\r\n', '\n');
  const examples = isNew ? await (await import('./json-examples.ts')).runExamples() : examplesIn(before);
  await writeFile(jsonPageFile, jsonPage(examples));
}
