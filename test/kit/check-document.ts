import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { documentSchema } from '../../src/output/json-schema.ts';
import { type DocumentKind, documentKinds } from '../../src/output/names.ts';
import { isSavedPlan } from '../../src/plan/plan-file.ts';

const validators = new Map<DocumentKind, ValidateFunction>();

/** What a validator has against a document, by the schema that is printed for its kind: `''` for nothing. */
export function wrongIn(kind: DocumentKind, document: unknown): string {
  const known = validators.get(kind);
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  const validate = known ?? ajv.compile(documentSchema(kind));
  validators.set(kind, validate);
  return validate(document) ? '' : ajv.errorsText(validate.errors);
}

const isDocument = (argv: readonly string[]): boolean =>
  argv.includes('--json') || argv.some((one, at) => one === 'json' && argv[at - 1] === '--format');

/**
 * Looks whether what a command printed is the document that its schema describes, and so is a plan that it saved: every
 * test that prints one is a test of its schema.
 *
 * @throws Error where it is none
 */
export function demandDocument(cwd: string, argv: readonly string[], stdout: string): void {
  const end = argv.indexOf('--');
  const before = argv.slice(0, end === -1 ? undefined : end);
  const [command = ''] = before;
  if (command !== 'schema' && isDocument(before) && stdout !== '') {
    const document = JSON.parse(stdout) as object;
    demand(kindOf(command, document), document, `${argv.join(' ')} printed`);
  }
  const saved = before[before.indexOf('--out') + 1];
  if (!before.includes('--out') || saved === undefined) return;
  const text = textOf(path.resolve(cwd, saved));
  // What is refused stays what it was.
  if (text !== null && isSavedPlan(text)) demand('plan', JSON.parse(text), `${argv.join(' ')} saved`);
}

function kindOf(command: string, document: object): DocumentKind {
  if ('error' in document) return 'error';
  if ('help' in document || 'version' in document) return 'help';
  const kind = documentKinds.find((one) => one === command);
  if (kind === undefined) throw new Error(`"${command}" has no schema in src/output/documents.ts`);
  return kind;
}

function demand(kind: DocumentKind, document: object, what: string): void {
  const wrong = wrongIn(kind, document);
  if (wrong !== '') throw new Error(`${what} what "helpcentre schema output-${kind}" does not describe: ${wrong}`);
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
