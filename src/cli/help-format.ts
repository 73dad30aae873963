import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import { commonGroup } from './common-options.ts';
import { commandGroups, factsOf } from './declared.ts';

/** How the parser's help is laid out: what a command alone has comes first, and choices are listed as people list them. */
export const helpLayout: HelpConfiguration = {
  showGlobalOptions: false,
  sortSubcommands: false,
  groupItems: ((_all, visible, groupOf) => inOrder(visible, groupOf)) as HelpConfiguration['groupItems'] & object,
  optionDescription: described,
  argumentDescription: described,
};

const firstGroup = 'Options:';
const order = [...commandGroups.map((group) => `${group}:`), firstGroup];

/** What has no group of its own first, the common options last, and everything else as it comes. */
function inOrder<Item extends Command | Option>(
  visible: readonly Item[],
  groupOf: (item: Item) => string,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of visible) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  // Where there is nothing but what is common, it is not called so.
  const common = groups.get(commonGroup);
  if (groups.size === 1 && common !== undefined) return new Map([[firstGroup, common]]);
  return new Map([...groups].sort(([a], [b]) => rankOf(a) - rankOf(b)));
}

function rankOf(group: string): number {
  if (group === commonGroup) return order.length + 1;
  const at = order.indexOf(group);
  return at === -1 ? order.length : at;
}

function described({ description, argChoices, defaultValue }: Argument | Option): string {
  const more = [
    ...(argChoices === undefined ? [] : [listed(argChoices, 'or')]),
    ...(defaultValue === undefined ? [] : [`default: ${String(defaultValue)}`]),
  ];
  return more.length === 0 ? description : `${description} (${more.join('; ')})`;
}

/** `a, b or c`. */
export function listed(words: readonly string[], between: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${between} ${last}`;
}

/** What the help of a command ends with; empty for a command without facts. */
export function examplesText(command: Command): string {
  const { examples } = factsOf(command) ?? { examples: [] };
  if (examples.length === 0) return '';
  const shown = examples.flatMap(({ line, does }) => [`  ${line}`, `      ${does}`]);
  return ['', examples.length === 1 ? 'Example:' : 'Examples:', ...shown].join('\n');
}
