import type { AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { assistantIn } from '../kit/mcp.ts';
import { makeRepository } from '../kit/repository.ts';

/** What all definitions together may cost an assistant in every conversation. */
const mostTokens = 2500;
/**
 * Characters that a token has at least: JSON of short words comes to about four with the tokenizers of today, so that this
 * counts more tokens than there are.
 */
const charactersOfToken = 3.5;

async function definitions(allowPublish: boolean) {
  const { dir } = await makeRepository({});
  const { client } = await assistantIn(dir, { allowPublish, era: 'auto' });
  return (await client.listTools()).tools;
}

it('says what ten tools do in so few tokens', async () => {
  const tools = await definitions(false);
  const tokens = Math.ceil(JSON.stringify(tools).length / charactersOfToken);
  expect(tools.map(({ name }) => name)).toEqual([
    'search',
    'read_article',
    'scaffold_article',
    'write_article',
    'move_article',
    'check',
    'explain_problem',
    'plan',
    'diff',
    'pull_preview',
  ]);
  expect(tokens).toBeLessThanOrEqual(mostTokens);
});

it('has a tool that publishes only where it was started so', async () => {
  expect((await definitions(false)).some(({ name }) => name === 'publish')).toBe(false);
  expect((await definitions(true)).filter(({ name }) => name === 'publish')).toHaveLength(1);
});

it('has schemas that validate, and hints that say what writes', async () => {
  const tools = await definitions(true);
  const ajv = new Ajv2020({ strict: true, strictTypes: false });
  for (const { name, inputSchema, outputSchema, annotations } of tools) {
    expect(ajv.validateSchema(inputSchema as AnySchema), name).toBe(true);
    expect(ajv.validateSchema(outputSchema as AnySchema), name).toBe(true);
    expect(inputSchema.type).toBe('object');
    expect(outputSchema?.type).toBe('object');
    const writes = ['scaffold_article', 'write_article', 'move_article', 'publish'].includes(name);
    expect(annotations?.readOnlyHint ?? false, name).toBe(!writes);
    expect(annotations?.destructiveHint !== undefined, name).toBe(writes);
  }
});
