import { modules } from '../hazards.ts';
import type { Spelling } from '../writes.ts';

/** How text is written where all is MDX: no brace and no angle bracket is a sign of its own. */
export const mdxSpelling: Spelling = {
  hazards: [/[{}<]/g, modules],
  plain: (sign) => (/[{}<]/.test(sign) ? `\\${sign}` : null),
  isJsx: true,
  lineBreak: '\\',
};
