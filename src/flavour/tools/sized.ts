import type { InlineRule } from '../flavour.ts';

/** `![x](a.png =100x50)`: a picture with a size, as plug-ins of several tools and some editors write it. */
export const sizedPicture: InlineRule = {
  sign: ' =',
  pattern:
    /!\[([^[\]\n]{0,400})\]\(<?([^()\s<>]{1,1000})>?(?:[ \t]+(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'))?[ \t]+=(\d{0,5})x(\d{0,5})[ \t]*\)/dg,
  write: ([, alt = '', src = '', width = '']) =>
    width === '' ? `![${alt}](${src})` : `<img src="${src}" alt="${alt.replaceAll('"', '&quot;')}" width="${width}">`,
};
