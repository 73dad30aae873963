import * as z from 'zod';
import { configurationSchema } from '../config/schema.ts';
import type { Host } from '../model/host.ts';
import { documentSchema } from '../output/json-schema.ts';
import type { DocumentKind } from '../output/names.ts';
import { collectionSchema, frontMatterSchema } from '../read/front-matter-schema.ts';
import { redirectsSchema } from '../read/redirect-lines.ts';
import { lockfileSchema } from '../record/lockfile-schema.ts';
import { type CommonOptions, makeContext } from '../use-cases/context.ts';
import { described, descriptions } from './schema-descriptions.ts';

/** `mayBeEmpty`: nothing at all is a file too, with every field left out. */
const schemas = {
  'front-matter': { of: frontMatterSchema, title: 'Front matter of a helpcentre source', mayBeEmpty: true },
  config: { of: configurationSchema, title: 'helpcentre.yml', mayBeEmpty: true },
  collection: { of: collectionSchema, title: '_collection.yml', mayBeEmpty: true },
  redirects: { of: redirectsSchema, title: 'redirects.yml', mayBeEmpty: true },
  lockfile: { of: lockfileSchema, title: 'helpcentre.lock.json', mayBeEmpty: false },
} as const;

/** Kinds of files, and of documents that commands print. */
export type SchemaKind = keyof typeof schemas | `output-${DocumentKind}`;

/**
 * `helpcentre schema [kind]`: prints the JSON Schema (draft-07) of a file, made from the very schema that reads it, or of
 * what a command prints with `--json` (`output-plan`). What no JSON Schema can say, such as which problems may be
 * lowered, only `check` knows.
 *
 * @returns 0
 */
export async function schema(host: Host, kind: SchemaKind, options: CommonOptions): Promise<number> {
  makeContext(host, options).print(`${JSON.stringify(schemaOf(kind), null, 2)}\n`);
  return 0;
}

/** The JSON Schema of a kind of file, or of what a command prints. */
export function schemaOf(kind: SchemaKind): object {
  if (!isFile(kind)) return documentSchema(kind.slice('output-'.length) as DocumentKind);
  const { of, title, mayBeEmpty } = schemas[kind];
  const override = kind === 'lockfile' ? undefined : takeNumbers;
  const { $schema, ...rest } = z.toJSONSchema(of, { target: 'draft-07', io: 'input', ...(override && { override }) });
  const type = mayBeEmpty ? { type: [rest.type, 'null'] } : {};
  return { $schema, title, ...described(rest, descriptions[kind]), ...type };
}

function isFile(kind: SchemaKind): kind is keyof typeof schemas {
  return kind in schemas;
}

/** In YAML a number is the text that was written: where any text will do, an editor takes numbers too. */
function takeNumbers({ jsonSchema, path }: Emitted): void {
  if (jsonSchema.type !== 'string' || path.at(-1) === 'propertyNames') return;
  if (jsonSchema.enum !== undefined || jsonSchema.const !== undefined) return;
  const parts = [jsonSchema, ...(jsonSchema.allOf ?? [])];
  const takes = (number: string): boolean =>
    parts.every(({ pattern }) => pattern === undefined || new RegExp(pattern, 'u').test(number));
  if (!['1', '-1', '1.5'].every(takes)) return;
  for (const part of parts) Object.assign(part, { type: ['string', 'number'] });
}

/** A part of a JSON Schema, and where it stands. */
interface Emitted {
  readonly jsonSchema: z.core.JSONSchema.BaseSchema;
  readonly path: readonly PropertyKey[];
}
