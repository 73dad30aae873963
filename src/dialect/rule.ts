import type { Construct } from './construct.ts';
import { element } from './element.ts';

/** Rules between blocks. */
export const rule: Construct = {
  name: 'rule',
  toHtml: { elements: { hr: () => [element('hr', {})] } },
  toMarkdown: { hr: () => [{ type: 'thematicBreak' }] },
};
