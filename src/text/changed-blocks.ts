import { diffArrays } from 'diff';

/**
 * How many blocks of a Markdown text came, went or changed. A block is what stands between empty lines; a fence is one
 * block, whatever is in it. White space is no change.
 */
export function changedBlocks(before: string, after: string): number {
  let [changed, removed, added] = [0, 0, 0];
  const settle = (): void => {
    // A block that changed is one removed and one added.
    changed += Math.max(removed, added);
    [removed, added] = [0, 0];
  };
  for (const part of diffArrays(blocksOf(before), blocksOf(after))) {
    if (part.removed) removed += part.value.length;
    else if (part.added) added += part.value.length;
    else settle();
  }
  settle();
  return changed;
}

function blocksOf(markdown: string): string[] {
  const blocks: string[][] = [[]];
  let fence: string | null = null;
  for (const line of markdown.split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && line.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
    if (mark === undefined) continue;
    if (fence === null) fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) fence = null;
  }
  return blocks.map((lines) => lines.join(' ').replace(/\s+/g, ' ').trim()).filter((block) => block !== '');
}
