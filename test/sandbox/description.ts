import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import type { SandboxVersion } from '../../src/sandbox/version.ts';

/** Where Intercom's official descriptions are, beside the checkout. */
const folder = new URL('../../../shared/openapi/', import.meta.url);
const cache = new URL('../../node_modules/.cache/helpcentre-openapi/', import.meta.url);
const fileOf = (version: SandboxVersion): URL => new URL(`api.intercom.io-${version}.yaml`, folder);

const VERSIONS = ['2.7', '2.8', '2.9', '2.10', '2.11', '2.12', '2.13', '2.14', '2.15', '2.16'] as const;

/** Versions of which the official description is at hand, oldest first. */
export const DESCRIBED: readonly SandboxVersion[] = VERSIONS.filter((version) => existsSync(fileOf(version)));

/** Whether the official descriptions are there; without them nothing is held against them. */
export const hasDescriptions = DESCRIBED.length > 0;
if (!hasDescriptions) {
  process.stderr.write('skipped: the official OpenAPI descriptions are not beside this checkout\n');
}

/** JSON of any shape. */
type Json = null | boolean | number | string | Json[] | JsonObject;
type JsonObject = { [key: string]: Json };

/** Narrows a version's name to one whose description is at hand. */
export function isDescribed(version: string): version is SandboxVersion {
  return (DESCRIBED as readonly string[]).includes(version);
}

/**
 * An official description as JSON. Reading the YAML takes seconds, so it is kept as JSON between runs.
 */
export function description(version: SandboxVersion): JsonObject {
  const known = descriptions.get(version);
  if (known !== undefined) return known;
  const yaml = readFileSync(fileOf(version), 'utf8');
  const hash = createHash('sha256').update(yaml).digest('hex').slice(0, 16);
  const file = new URL(`${version}-${hash}.json`, cache);
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    const draft = new URL(`${version}-${hash}.${process.pid}`, cache);
    writeFileSync(draft, JSON.stringify(parse(yaml)));
    renameSync(draft, file);
  }
  const read = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
  descriptions.set(version, read);
  return read;
}
const descriptions = new Map<SandboxVersion, JsonObject>();

/** Finds a value by the names that lead to it. */
export function at(json: Json | undefined, ...names: readonly string[]): Json | undefined {
  return names.reduce<Json | undefined>((value, name) => (isObject(value) ? value[name] : undefined), json);
}

/** Names of the fields that a version's description gives an object. */
export function fieldsOf(version: SandboxVersion, schema: string): readonly string[] {
  const spec = description(version);
  const found = at(spec, 'components', 'schemas', schema);
  return isObject(found) ? Object.keys(wholeObject(spec, found)['properties'] ?? {}) : [];
}

const validators = new Map<string, ValidateFunction>();
const ajvs = new Map<SandboxVersion, Ajv>();

/**
 * What holds a value against a schema of a description, and says all that is wrong. Objects may have the fields that
 * they are described with, and no others.
 *
 * @param names what leads to the schema
 */
export function validatorOf(version: SandboxVersion, ...names: readonly string[]): ValidateFunction {
  const escaped = names.map((name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1')));
  const pointer = `description#/${escaped.join('/')}`;
  const key = `${version} ${pointer}`;
  const known = validators.get(key);
  if (known !== undefined) return known;
  const validate = ajvOf(version).compile({ $ref: pointer });
  validators.set(key, validate);
  return validate;
}

function ajvOf(version: SandboxVersion): Ajv {
  const known = ajvs.get(version);
  if (known !== undefined) return known;
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateSchema: false,
    logger: false,
    code: { optimize: false },
  });
  formats.default(ajv);
  const spec = description(version);
  ajv.addSchema(asJsonSchema(spec, spec) as object, 'description');
  ajvs.set(version, ajv);
  return ajv;
}

/** OpenAPI 3.0 says in words of its own that something may be null, and that no other field may be there not at all. */
function asJsonSchema(spec: JsonObject, json: Json): Json {
  if (Array.isArray(json)) return json.map((item) => asJsonSchema(spec, item));
  if (!isObject(json)) return json;
  const whole = isObject(json['properties']) || isMixture(json) ? wholeObject(spec, json) : json;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [key, asJsonSchema(spec, value)]),
  ) as JsonObject;
  // `properties` may name a field "nullable".
  if (nullable !== true) return nullable === undefined ? rest : { ...rest, nullable };
  return { anyOf: [rest, { type: 'null' }] };
}

/** Whether an object is made of several: one other alone, with words of its own, needs no copy. */
function isMixture({ allOf, properties }: JsonObject): boolean {
  return Array.isArray(allOf) && (allOf.length > 1 || properties !== undefined || at(allOf[0], '$ref') === undefined);
}

/** An object's schema with all that it inherits, and closed: ajv takes each part of an `allOf` for itself. */
function wholeObject(spec: JsonObject, schema: JsonObject): JsonObject {
  const { allOf, ...own } = schema;
  const parts = (Array.isArray(allOf) ? allOf : []).map((part) => {
    const target = at(part, '$ref');
    const found = typeof target === 'string' ? at(spec, ...target.replace('#/', '').split('/')) : part;
    return isObject(found) ? wholeObject(spec, found) : {};
  });
  const properties = Object.assign({}, ...[...parts, own].map((part) => part['properties'] ?? {})) as JsonObject;
  const required = [...parts, own].flatMap((part) => (Array.isArray(part['required']) ? part['required'] : []));
  const isOpen = own['additionalProperties'] !== undefined || Object.keys(properties).length === 0;
  return {
    ...own,
    ...{ type: 'object', properties },
    ...(required.length === 0 ? {} : { required }),
    ...(isOpen ? {} : { additionalProperties: false }),
  };
}

function isObject(json: Json | undefined): json is JsonObject {
  return json !== null && typeof json === 'object' && !Array.isArray(json);
}
