import type { WriteGroup } from './order.ts';

/**
 * Writes groups, each as soon as those that it comes after have come to their end, well or not.
 *
 * @param groups those that others come after stand before them
 * @param write never rejects
 */
export async function inOrder(
  groups: readonly WriteGroup[],
  write: (group: WriteGroup) => Promise<void>,
): Promise<void> {
  const ended: Promise<void>[] = [];
  const inTurn = async (group: WriteGroup): Promise<void> => {
    await Promise.all(group.after.map((at) => ended[at]));
    await write(group);
  };
  for (const group of groups) ended.push(inTurn(group));
  await Promise.all(ended);
}
