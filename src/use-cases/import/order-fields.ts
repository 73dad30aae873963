import { parentFields } from '../../import/tool-files/in-folders.ts';
import type { FlavourName } from '../../model/flavour-name.ts';
import type { Position } from './positions.ts';

/** Front matter in which a tool is told where a page stands; undefined where the page does not say it. */
export function orderFields(
  flavour: FlavourName,
  { inFolder, inAll, above }: Position,
): Readonly<Record<string, unknown>> | undefined {
  switch (flavour) {
    case 'docusaurus':
      return { sidebar_position: inFolder };
    case 'hugo':
      return { weight: inFolder };
    case 'starlight':
      // A folder stands there where the first of its pages does.
      return { sidebar: { order: inAll } };
    case 'jekyll':
      // Two names do not tell a third: reading needs all.
      return { nav_order: inFolder, ...parentFields(above), ...(above.length > 2 ? { collection: above } : {}) };
    default:
      return undefined;
  }
}
