import type { World } from './world.ts';

/** Printed records. They never change, so each is printed once however often the workspace is saved. */
const printed = new WeakMap<object, string>();

function print(record: object): string {
  const known = printed.get(record);
  if (known !== undefined) return known;
  const text = JSON.stringify(record);
  printed.set(record, text);
  return text;
}

/** Prints a workspace as its state file: one record a line. */
export function printState(world: World): string {
  const { workspace, ...tables } = world;
  const lists = Object.entries(tables).map(([name, table]) => {
    const records = [...table.values()].map((record) => `\n${print(record)}`);
    return `${JSON.stringify(name)}: [${records.join(',')}]`;
  });
  return `{"format": 1,\n"workspace": ${print(workspace)},\n${lists.join(',\n')}}\n`;
}
