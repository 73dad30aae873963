import type { Look, Looking } from './look.ts';

/** Headings that skip a level. Going back up by several is fine. */
export function headingLook({ rules: { codes }, report }: Looking): Look | null {
  if (!codes.has('heading-skipped')) return null;
  // The title stands above them all. 0: nothing but it.
  let before = 0;
  return (node, { at }) => {
    const level = node.type === 'element' ? Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0) : 0;
    if (level === 0) return;
    const right = Math.max(before, 1) + 1;
    if (level > right) report('heading-skipped', { level, before, right }, at);
    before = level;
  };
}
