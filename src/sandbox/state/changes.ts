import * as z from 'zod';
import { tableShapes, type Workspace, workspaceRecord } from './records.ts';
import type { SandboxState, Table } from './sandbox-state.ts';

type TableName = keyof typeof tableShapes;
const names = Object.keys(tableShapes) as TableName[];

/** Records as they were when they were last saved. They never change in place, so being the same is being equal. */
export interface Saved {
  workspace: Workspace | null;
  readonly tables: ReadonlyMap<TableName, Map<string, object>>;
}

/** What is remembered of a workspace that was saved as a whole; of none for null. */
export function savedAs(world: SandboxState | null): Saved {
  const tables = names.map((name) => [name, new Map<string, object>(world === null ? [] : world[name])] as const);
  return { workspace: world?.workspace ?? null, tables: new Map(tables) };
}

/** A record that was put in its table, or for null taken out; the workspace itself is in no table. */
const change = z.union([
  z.tuple([z.literal('workspace'), z.literal(''), z.unknown()]),
  z.tuple([z.enum(names as [TableName, ...TableName[]]), z.string(), z.unknown()]),
]);
type Change = z.infer<typeof change>;

/**
 * What changed since the workspace was last saved, and remembers that it is saved now.
 *
 * @returns one line of JSON; null when nothing changed
 */
export function takeChanges(saved: Saved, world: SandboxState): string | null {
  const changes: Change[] = [];
  if (saved.workspace !== world.workspace) changes.push(['workspace', '', world.workspace]);
  saved.workspace = world.workspace;
  for (const [name, before] of saved.tables) {
    const now: Table<object> = world[name];
    for (const key of now.takeTouched()) {
      const record = now.get(key);
      if (before.get(key) === record) continue;
      changes.push([name, key, record ?? null]);
      if (record === undefined) before.delete(key);
      else before.set(key, record);
    }
  }
  return changes.length === 0 ? null : `${JSON.stringify(changes)}\n`;
}

/**
 * Puts changes into a workspace, in the order in which they were saved. Doing it again changes nothing.
 *
 * @param text whole lines of `takeChanges`, and perhaps the beginning of one that was never finished
 * @throws Error for a line that is not what was written
 */
export function applyChanges(world: SandboxState, text: string): void {
  const lines = text.split('\n');
  // What follows the last newline was being written when the process ended: nobody was told that it is saved.
  for (const line of lines.slice(0, -1)) {
    for (const [name, key, record] of z.array(change).parse(JSON.parse(line))) {
      if (name === 'workspace') world.workspace = workspaceRecord.parse(record);
      else if (record === null) world[name].delete(key);
      else (world[name] as Table<unknown>).set(key, tableShapes[name].parse(record));
    }
  }
}
