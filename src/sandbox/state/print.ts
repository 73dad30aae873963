import type { SandboxState } from './sandbox-state.ts';

/** Prints a workspace as its state file: one record a line. */
export function printState(world: SandboxState): string {
  const { workspace, ...tables } = world;
  const lists = Object.entries(tables).map(([name, table]) => {
    const records = [...table.values()].map((record) => `\n${JSON.stringify(record)}`);
    return `${JSON.stringify(name)}: [${records.join(',')}]`;
  });
  return `{"format": 1,\n"workspace": ${JSON.stringify(workspace)},\n${lists.join(',\n')}}\n`;
}
