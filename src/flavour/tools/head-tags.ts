import type { InlineRule } from '../flavour.ts';

/** Tags of a page's head, which show nothing. */
export const headTags: InlineRule = {
  sign: '<',
  pattern: /<(?:meta|link)\s[^<>]{0,2000}>/dg,
  write: () => '',
};

/** A link to itself is there for its id. */
export const selfLinks: InlineRule = {
  sign: '<a ',
  pattern: /<a\s(?=[^<>]{0,600}\bid="([^"<>]{1,300})")(?=[^<>]{0,600}\bhref="#\1")[^<>]{0,900}>(.{0,1500}?)<\/a>/dg,
  write: ([, id = '', text = '']) => `<span id="${id}"></span>${text}`,
};
