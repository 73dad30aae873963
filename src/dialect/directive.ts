import type { Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { ForeignKind } from '../model/foreign-kinds.ts';
import { nearestName } from '../text/nearest.ts';
import type { Construct, Preparing } from './construct.ts';
import { directiveNames } from './syntax/directive-names.ts';

/**
 * Lines that begin like directives, and are none: a name that is not known, a blank before it, a wrong form. The line
 * that ends one belongs to it, and is not said again, wherever it stands.
 */
function lookalikes(root: Root, { report, written, mentions }: Preparing): void {
  if (!mentions('::')) return;
  let open = 0;
  visit(root, 'paragraph', ({ children: [first] }) => {
    if (first?.type !== 'text' || first.position === undefined) return;
    const { start } = first.position;
    const sourceLines = written(first.position).split('\n');
    for (const [index, line] of first.value.split('\n').entries()) {
      const source = sourceLines[index] ?? '';
      const column = (index === 0 ? start.column : 1) + Math.max(0, source.indexOf('::'));
      const from = { line: start.line + index, column };
      const at = { start: from, end: { ...from, column: column + line.trim().length } };
      const match = /^\s*(:{2,})[ \t]*([A-Za-z][\w-]*)/.exec(line);
      if (match !== null && !/^\s*\\/.test(source)) {
        const shown = line.trim().slice(0, 60);
        // A title may begin right behind the kind: `:::tipPlease`.
        const name = (match[2] ?? '').replace(/^([a-z]+)[A-Z].*$/, '$1').toLowerCase();
        report('directive-unknown', { written: shown, nearest: meantBy(name), kind: kindOf(name, line) }, at);
        if (match[1] !== '::') open += 1;
      } else if (/^\s*:{3,}\s*$/.test(line)) {
        if (open === 0) report('directive-stray', { written: line.trim() }, at);
        else open -= 1;
      }
    }
  });
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
  if (Object.hasOwn(github, name)) return github[name] ?? '';
  if (name === 'details') return null;
  const found = nearestName(name, directiveNames.container);
  return found === null ? null : `:::${found}`;
}

/** Whose block of that name it is: VitePress has a blank behind the colons. */
function kindOf(name: string, line: string): ForeignKind | null {
  if (name === 'details' && line.includes(':::')) return 'container-details';
  if (!Object.hasOwn(github, name) || !line.includes(':::')) return null;
  return /:[ \t]/.test(line.slice(0, line.toLowerCase().indexOf(name))) ? 'container' : 'colon-admonition';
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
  toHtml: { nodes: { root: lookalikes, containerDirective: unclosed } },
};
