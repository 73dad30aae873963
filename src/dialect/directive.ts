import type { Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { nearestName } from '../text/nearest.ts';
import type { Construct, Preparing } from './construct.ts';
import { directiveNames } from './syntax/directive-names.ts';

/** A line that begins like a directive, and is none: a name that is not known, a blank before it, a wrong form. */
function lookalike(node: Paragraph, { report }: Preparing): void {
  const [first] = node.children;
  if (first?.type !== 'text') return;
  let isOpen = false;
  for (const line of first.value.split('\n')) {
    const isClosing = /^:{3,}\s*$/.test(line);
    if (isClosing && !isOpen) report('directive-stray', { written: line.trim() }, node.position);
    const match = /^\s*:{2,}[ \t]*([A-Za-z][\w-]*)/.exec(line);
    isOpen = isClosing ? false : isOpen || match !== null;
    if (match !== null)
      report(
        'directive-unknown',
        { written: line.trim().slice(0, 60), nearest: meantBy(match[1] ?? '') },
        node.position,
      );
  }
}

const github: Readonly<Record<string, string>> = {
  note: '> [!NOTE]',
  info: '> [!NOTE]',
  tip: '> [!TIP]',
  important: '> [!IMPORTANT]',
  warning: '> [!WARNING]',
  caution: '> [!CAUTION]',
  danger: '> [!CAUTION]',
};

/** What was probably meant; null for a name that is like nothing. */
function meantBy(name: string): string | null {
  const low = name.toLowerCase();
  if (Object.hasOwn(github, low)) return github[low] ?? '';
  const found = nearestName(low, directiveNames.container);
  return found === null ? null : `:::${found}`;
}

/** A container that runs to the end of what it stands in, because nothing closes it. */
function unclosed(node: ContainerDirective, { report, written }: Preparing): void {
  const lines = written(node.position).trimEnd().split('\n');
  const [first = ''] = lines;
  const last = lines.at(-1) ?? '';
  const opened = /^:+/.exec(first)?.[0].length ?? 3;
  const closed = /(?<!:):{3,}\s*$/.exec(last)?.[0].trimEnd().length ?? 0;
  if (lines.length < 2 || closed < opened) {
    const start = node.position?.start;
    report('directive-unclosed', { name: node.name }, start && { start, end: start });
  }
}

export const directives: Construct = {
  name: 'directive',
  toHtml: { nodes: { paragraph: lookalike, containerDirective: unclosed } },
};
