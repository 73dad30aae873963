import { alignment } from './align.ts';
import { buttons } from './button.ts';
import { callouts } from './callout.ts';
import { carriers } from './carrier.ts';
import { code } from './code.ts';
import type { BlockWriter, Construct, ElementRule, NodeRule } from './construct.ts';
import { definitionLists } from './definition-list.ts';
import { directives } from './directive.ts';
import { emphasis } from './emphasis.ts';
import { foreignMarkdown } from './foreign.ts';
import { headings } from './heading.ts';
import { html } from './html.ts';
import { images } from './image.ts';
import { links } from './link.ts';
import { lists } from './list.ts';
import { paragraph } from './paragraph.ts';
import { rule } from './rule.ts';
import { sections } from './section.ts';
import { strikethrough } from './strike.ts';
import { superscript } from './superscript.ts';
import { tables } from './table.ts';
import { task } from './task.ts';
import { videos } from './video.ts';

/** The dialect: every construct, one file each. */
const constructs: readonly Construct[] = [
  alignment,
  buttons,
  callouts,
  carriers,
  code,
  definitionLists,
  directives,
  emphasis,
  foreignMarkdown,
  headings,
  html,
  images,
  links,
  lists,
  paragraph,
  rule,
  sections,
  strikethrough,
  superscript,
  tables,
  task,
  videos,
];

/** Rules for Markdown nodes, by type. */
export const nodeRules: ReadonlyMap<string, readonly NodeRule[]> = (() => {
  const found = new Map<string, NodeRule[]>();
  for (const { toHtml } of constructs) {
    for (const [type, rule] of Object.entries(toHtml.nodes ?? {})) found.set(type, [...(found.get(type) ?? []), rule]);
  }
  return found;
})();

/** Rules for elements, by `tag.class` or `tag`. */
export const elementRules: ReadonlyMap<string, ElementRule> = oneEach(
  constructs.flatMap(({ toHtml }) => Object.entries(toHtml.elements ?? {})),
);

/** The inverse, by `tag.class` or `tag` of the canonical form. */
export const blockWriters: ReadonlyMap<string, BlockWriter> = oneEach(
  constructs.flatMap(({ toMarkdown }) => Object.entries(toMarkdown ?? {})),
);

/** Of two rules for one name the later would count in silence. */
function oneEach<Rule>(entries: readonly (readonly [string, Rule])[]): ReadonlyMap<string, Rule> {
  const found = new Map<string, Rule>();
  for (const [name, rule] of entries) {
    if (found.has(name)) throw new Error(`Two constructs have a rule for "${name}".`);
    found.set(name, rule);
  }
  return found;
}
