import type { InlineRule } from '../flavour.ts';
import { iconNamed } from '../icons.ts';

/** Icons of Material for MkDocs, by the names that its sets have for them. */
export const materialIcons: readonly InlineRule[] = [
  {
    // A link whose text is an icon is called what it says on hovering, or what its address is.
    sign: '[:',
    pattern:
      /(?<!!)\[:(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:\]\((<?(?:https?:\/\/)?([^\s()<>]{1,300}?)\/?>?)(?:\s+"([^"]{1,200})")?\)/dg,
    write: ([, target = '', address = '', title = '']) => `[${title.trim() === '' ? address : title}](${target})`,
  },
  {
    sign: ':',
    pattern:
      /(?<![A-Za-z0-9:]):(?:material|fontawesome(?:-(?:brands|regular|solid))?|octicons|simple)-([a-z0-9-]+?)(?:-\d\d)?:(?:\{[^{}]*\})?[ \t]?/dg,
    write: ([, name = '']) => iconNamed(name),
  },
];
