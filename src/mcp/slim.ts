import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import * as z from 'zod';

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

/** Integers need not be told how large numbers can be. */
function override({ jsonSchema }: { readonly jsonSchema: Json }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  delete jsonSchema.propertyNames;
}
