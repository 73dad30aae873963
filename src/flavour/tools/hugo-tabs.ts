import { type Line, replaced } from '../lines.ts';
import type { Pass } from '../text-lines.ts';

/** Gives tabs the names that the tag around them has: `{{< tabs items="npm,yarn" >}}` … `{{< tab >}}`. */
export const namedTabs: Pass = (lines) => {
  let names: string[] = [];
  return lines.map((line: Line) => {
    const items = /^\s*\{\{[<%]\s*tabs\b[^{}]*\bitems="([^"]*)"/.exec(line.text)?.[1];
    if (items !== undefined) names = items.split(',').map((name) => name.trim());
    const tab = /^\s*\{\{[<%]\s*tab(?=\s*[>%]\}\})/.exec(line.text);
    const name = tab === null ? undefined : names.shift();
    if (tab === null || name === undefined) return line;
    return replaced(line, tab[0].length, tab[0].length, ` name="${name.replaceAll('"', '')}"`);
  });
};
