import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { nearestName } from '../text/nearest.ts';

type Json = z.core.JSONSchema.BaseSchema;

/**
 * A schema whose JSON form says no more than it has to: every word of it is read by an assistant in every conversation.
 * What is checked stays the same.
 */
export function slim<S extends z.ZodObject>(schema: S): StandardSchemaWithJSON<z.input<S>, z.output<S>> {
  const json = (): Record<string, unknown> => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', override });
    return rest;
  };
  return { '~standard': { ...schema['~standard'], jsonSchema: { input: json, output: json } } };
}

/** The same for arguments: one of another name would be left out in silence, so it is refused, with what was probably meant. */
export function slimInput<S extends z.ZodObject>(schema: S): StandardSchemaWithJSON<z.input<S>, z.output<S>> {
  const { '~standard': standard } = slim(schema);
  const known = Object.keys(schema.shape);
  const validate: typeof standard.validate = (value, options) => {
    const unknown =
      typeof value === 'object' && value !== null ? Object.keys(value).filter((key) => !known.includes(key)) : [];
    if (unknown.length === 0) return standard.validate(value, options);
    return { issues: unknown.map((key) => ({ message: sayUnknown(key, known) })) };
  };
  return { '~standard': { ...standard, validate } };
}

function sayUnknown(key: string, known: readonly string[]): string {
  const near = nearestName(key, known);
  const help =
    near === null ? `It takes ${known.length === 0 ? 'none' : known.join(', ')}.` : `Did you mean "${near}"?`;
  return `there is no argument "${key}". ${help}`;
}

/** Integers need not be told how large numbers can be. */
function override({ jsonSchema }: { readonly jsonSchema: Json }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  delete jsonSchema.propertyNames;
}
