import type { ElementContent, Root, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { cleanNodes } from './sanitise/elements.ts';
import type { Report } from './sanitise/finding.ts';
import { SCHEMA } from './vocabulary.ts';

declare module 'hast' {
  interface ElementData {
    /** Intercom has it, though it refuses it in what is sent: it is let through. HTML that was parsed never has this. */
    kept?: true;
  }
}

export type { Finding, Report } from './sanitise/finding.ts';

/** What else is safe. */
export interface SanitiseOptions {
  /** Symbolic addresses that we made ourselves. Without it, none is let through. */
  readonly made?: ReadonlySet<string>;
}

/**
 * Brings any HTML down to what an Intercom body can hold: the elements, attributes, classes and styles of
 * `vocabulary.ts`, addresses that are safe, videos of the hosts that Intercom embeds. Everything else is removed, has a
 * stand-in from the table there, or keeps only its text; each loss that a reader could notice is reported. What comes
 * out is read back by an HTML parser exactly as it stands. hast-util-sanitize has the last word, with the same
 * tables.
 *
 * @param tree as an HTML parser gives it; stays as it is. Positions are kept
 * @param report gets every loss, with the node it is about
 * @returns a new tree
 */
export function sanitise(tree: Root, report: Report, { made = new Set() }: SanitiseOptions = {}): Root {
  const children = cleanNodes(tree.children.filter(isContent), { report, made });
  const safe = sanitize({ type: 'root', children }, SCHEMA);
  const root: Root = safe.type === 'root' ? safe : { type: 'root', children: isContent(safe) ? [safe] : [] };
  return tree.position === undefined ? root : { ...root, position: tree.position };
}

function isContent(node: RootContent | Root): node is ElementContent {
  return node.type === 'element' || node.type === 'text';
}
