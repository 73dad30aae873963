import type { Element } from 'hast';
import type { Look, Looking } from './look.ts';

/** Pictures without words for those who cannot see them, and those that are shown a second time. */
export function pictureLook({ rules: { codes }, report, written }: Looking): Look | null {
  if (!codes.has('alt-missing') && !codes.has('picture-twice')) return null;
  const shown = new Map<string, number>();
  return (node, { at, within }) => {
    if (node.type !== 'element' || node.tagName !== 'img') return;
    const target = String(node.properties.src ?? '');
    if (codes.has('alt-missing') && !hasAlt(node, written(at))) report('alt-missing', { target }, at);
    if (!codes.has('picture-twice') || target === '' || !standsAlone(within.at(-1))) return;
    const before = shown.get(target);
    if (before !== undefined) report('picture-twice', { target, line: before }, at);
    else shown.set(target, at?.start.line ?? 1);
  };
}

/** An empty text that somebody took the trouble to write in HTML says: this only decorates. */
function hasAlt({ properties: { alt } }: Element, source: string): boolean {
  if (typeof alt === 'string' && alt.trim() !== '') return true;
  return /^\s*<[\s\S]*\balt\s*=/i.test(source);
}

/** An icon inside a sentence may be there in every step. */
function standsAlone(around: Element | undefined): boolean {
  if (around === undefined) return true;
  const { children } = around;
  return !children.some((child) => (child.type === 'text' ? child.value.trim() !== '' : false));
}
