import { keepingBody } from '../../memory/kept-text.ts';
import { stateFile, tableShapes, type VersionRecord, workspaceRecord } from './records.ts';
import { emptyState, type SandboxState, type Table } from './sandbox-state.ts';

type TableName = keyof typeof tableShapes;

/**
 * Reads a state file. One that is as `printState` writes it is read record by record: as one value a large workspace
 * would be there three times at once. Anything else that is the same JSON is read too.
 *
 * @param pieces of the file, one after the other; they may be gone through again
 * @throws Error, or a ZodError, for what is no state file
 */
export function parseState(pieces: Iterable<Buffer>): SandboxState {
  return parseLines(pieces) ?? parseWhole(Buffer.concat([...pieces]).toString('utf8'));
}

function parseWhole(text: string): SandboxState {
  const { workspace, format: _, ...tables } = stateFile.parse(JSON.parse(text));
  const world = emptyState(workspace);
  for (const [name, records] of Object.entries(tables)) for (const record of records) put(world, name, record);
  return world;
}

const workspaceLine = /^"workspace": (\{.*\}),$/;
const tableLine = /^"(\w+)": \[(?:\]([,}]))?$/;

/** @returns null for a file that somebody else wrote, or that is damaged: then reading it whole says what is wrong */
function parseLines(pieces: Iterable<Buffer>): SandboxState | null {
  const lines = linesIn(pieces);
  const [format, second = ''] = [lines.next().value, lines.next().value];
  const workspace = workspaceLine.exec(second)?.[1];
  if (format !== '{"format": 1,' || workspace === undefined) return null;
  try {
    const world = emptyState(workspaceRecord.parse(JSON.parse(workspace)));
    const named = new Set<string>();
    let table: TableName | null = null;
    let isEnded = false;
    let after: string | undefined;
    for (const line of lines) {
      if (isEnded) return null;
      if (table === null) {
        const [, name = '', end] = tableLine.exec(line) ?? [];
        if (!(name in tableShapes) || named.has(name)) return null;
        named.add(name);
        table = end === undefined ? (name as TableName) : null;
        after = end;
      } else {
        const [, record, end = ''] = /^(\{.*\})(,|\][,}])$/s.exec(line) ?? [];
        if (record === undefined) return null;
        put(world, table, tableShapes[table].parse(JSON.parse(record)));
        if (end !== ',') table = null;
        after = end.slice(1);
      }
      isEnded = after === '}';
    }
    return isEnded && named.size === Object.keys(tableShapes).length ? world : null;
  } catch {
    return null;
  }
}

function put(world: SandboxState, name: string, record: { readonly id: string } | { readonly path: string }): void {
  const one = name === 'versions' ? sharing(world, record as VersionRecord) : record;
  (world[name as TableName] as Table<unknown>).set('path' in one ? one.path : one.id, one);
}

/** The newest version of a text says what the article says: it is kept once. */
function sharing({ articles }: SandboxState, version: VersionRecord): VersionRecord {
  const content = articles.get(version.articleId)?.contents[version.locale];
  return content === undefined ? version : keepingBody(version, 'files', content);
}

function* linesIn(pieces: Iterable<Buffer>): Generator<string, undefined> {
  let begun: Buffer[] = [];
  for (const bytes of pieces) {
    let at = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, at)) {
      const rest = bytes.subarray(at, end);
      yield (begun.length === 0 ? rest : Buffer.concat([...begun, rest])).toString('utf8');
      begun = [];
      at = end + 1;
    }
    if (at < bytes.length) begun.push(bytes.subarray(at));
  }
  if (begun.length > 0) yield Buffer.concat(begun).toString('utf8');
  return undefined;
}

const newline = 0x0a;
