import type { InlineRule } from '../flavour.ts';

/** Tags of a page's head, which show nothing. */
export const headTags: InlineRule = {
  sign: '<',
  pattern: /<(?:meta|link)\s[^<>]{0,2000}>/dg,
  write: () => '',
};
