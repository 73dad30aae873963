import * as z from 'zod';
import { documents } from './documents.ts';
import type { DocumentKind } from './names.ts';

/**
 * The JSON Schema (draft-07) of a document: the very schema that its printer is checked against. It takes no field that
 * it does not name, so it belongs to this version of the program.
 */
export function documentSchema(kind: DocumentKind): z.core.JSONSchema.BaseSchema {
  const { is, of } = documents[kind];
  const { $schema, ...rest } = z.toJSONSchema(of, { target: 'draft-07' });
  return { $schema, title: `helpcentre ${kind} --json`, description: is, ...rest } as z.core.JSONSchema.BaseSchema;
}
