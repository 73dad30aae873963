import { callout } from '../callout-types.ts';
import type { Becomes, BlockRule } from '../flavour.ts';

/** What a container between colons is, by its name; null for none of the tool's. */
export type Container = (name: string, title: string | null) => Becomes | null;

/** `:::name[Title]{attributes}` … `:::`, with a blank before the name and a title without brackets too. */
export function colonBlocks(container: Container): BlockRule {
  return {
    sign: ':::',
    open(line) {
      const found = /^(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\[(.*)\])?[ \t]*(?:\{[^{}]*\})?[ \t]*(.*?)[ \t]*$/.exec(
        line,
      );
      if (found === null) return null;
      const [, colons = '', name = '', bracketed, behind = ''] = found;
      const title = bracketed ?? (behind.replace(/\{[^{}]*\}$/, '').trim() || null);
      const becomes = container(name, title);
      return becomes === null ? null : { becomes, ends: { at: 'colons', count: colons.length } };
    },
  };
}

/** A kind, and the first word of a title right behind it: `:::tipPlease note`. */
const joined = /^(note|tip|info|important|warning|danger|caution|success)([A-Z].*)$/;

/** Elements of HTML that only group: a plug-in of the site makes them of containers. */
const grouping = ['div', 'section', 'article', 'main', 'header', 'footer', 'nav', 'p', 'span', 'figure'];

/** Every name is a callout, but for those of our dialect and of elements. */
export const anyCallout: Container = (name, title) => {
  if (['callout', 'center', 'right', 'justify', 'include'].includes(name)) return null;
  if (grouping.includes(name)) return { is: 'content' };
  const [, kind = name, word] = joined.exec(name) ?? [];
  return callout(kind, word === undefined ? title : [word, title ?? ''].join(' '));
};
