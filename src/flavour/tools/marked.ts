import type { InlineRule } from '../flavour.ts';

/** `==text==` is marked. */
export const marked: InlineRule = {
  sign: '==',
  pattern: /(?:(?<![=\w!<>])|(?<=<\/?[a-z]{1,8} ?\/?>))==(?![\s=])([^=]{1,300}?)(?<!\s)==(?![=\w])/dg,
  write: ([, text]) => `<mark>${text}</mark>`,
};
