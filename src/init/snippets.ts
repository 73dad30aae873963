import type { NewFile } from './file.ts';

/** A key of front matter, for completion. */
export interface SnippetKey {
  readonly key: string;
  /** What it means: a sentence. */
  readonly description: string;
  /** The values that it may have, where they are few. */
  readonly values: readonly string[];
}

/** Keys that an article begins with. */
const usual = ['title', 'description', 'state'];

/**
 * Snippets of VS Code for front matter in Markdown: it completes keys and shows what they mean. No schema reaches front
 * matter there, as the YAML extension reads files of YAML alone.
 *
 * @param keys of front matter
 */
export function snippetsFile(keys: readonly SnippetKey[]): NewFile {
  const begin = usual.flatMap((name) => keys.find(({ key }) => key === name) ?? []);
  const whole = {
    scope: 'markdown',
    prefix: 'front-matter',
    description: 'The front matter of an article of helpcentre.',
    body: ['---', ...begin.map((one, index) => lineFor(one, index + 1)), '---', '', '$0'],
  };
  const one = keys.map((key) => [
    `helpcentre: ${key.key}`,
    { scope: 'markdown', prefix: key.key, description: key.description, body: [lineFor(key, 1)] },
  ]);
  const snippets = { 'helpcentre: front matter': whole, ...Object.fromEntries(one) };
  return { path: '.vscode/helpcentre.code-snippets', text: `${JSON.stringify(snippets, null, 2)}\n` };
}

function lineFor({ key, values }: SnippetKey, at: number): string {
  return `${key}: ${values.length === 0 ? `$${at}` : `\${${at}|${values.join(',')}|}`}`;
}

/**
 * The keys of a JSON Schema, with the values that it lets each have where it names them.
 *
 * @param schema with a sentence for each of its properties
 */
export function keysOfSchema(schema: object): readonly SnippetKey[] {
  const properties = memberOf(schema, 'properties');
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).map(([key, rule]) => ({
    key,
    description: String(memberOf(rule, 'description') ?? ''),
    values: [...new Set(valuesIn(rule))],
  }));
}

function valuesIn(rule: unknown): readonly string[] {
  const [named, type, any] = [memberOf(rule, 'enum'), memberOf(rule, 'type'), memberOf(rule, 'anyOf')];
  if (Array.isArray(named)) return named.filter((one) => typeof one === 'string');
  if (type === 'boolean') return ['true', 'false'];
  // Where any other form will do as well, the named values are no choice.
  const parts = Array.isArray(any) ? any.map(valuesIn) : [];
  return parts.every((part) => part.length > 0) ? parts.flat() : [];
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : null;
}
