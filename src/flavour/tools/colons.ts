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

/** Every name is a callout, but for those of our dialect. */
export const anyCallout: Container = (name, title) => {
  if (['callout', 'center', 'right', 'justify', 'include'].includes(name)) return null;
  const [, kind = name, word] = joined.exec(name) ?? [];
  return callout(kind, word === undefined ? title : [word, title ?? ''].join(' '));
};
