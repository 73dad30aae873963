import type {
  Code,
  Heading,
  Html,
  Image,
  ImageReference,
  InlineCode,
  Paragraph,
  PhrasingContent,
  TableCell,
} from 'mdast';
import type { Position } from 'unist';
import type { Construct, Preparing } from './construct.ts';
import { isPrice, lookThrough, lookThroughLine, shortened } from './foreign-text.ts';
import { positionIn } from './position-in.ts';
import { writtenText } from './written-text.ts';

/** Languages of code that GitHub and others draw. */
const drawn: Readonly<Record<string, string>> = {
  mermaid: 'diagram',
  plantuml: 'diagram',
  math: 'formula',
  geojson: 'map',
  topojson: 'map',
  stl: 'model',
};

function code(node: Code, { report }: Preparing): void {
  sayDrawn(languageOf(node.lang ?? ''), node.position, report);
}

/** `mermaid`, also where other tools write `{mermaid}`, `{.mermaid}` or `{mermaid theme=dark}`. */
function languageOf(info: string): string {
  return info.replace(/^\{[.\s]*|\}$/g, '').toLowerCase();
}

function sayDrawn(language: string, at: Position | undefined, report: Preparing['report']): void {
  const what = Object.hasOwn(drawn, language) ? drawn[language] : undefined;
  if (what !== undefined) report('drawn-code', { language, what }, at);
}

/** Says each kind at its first place in a block. */
function text(node: Paragraph | Heading | TableCell, preparing: Preparing): void {
  const start = node.position?.start;
  const raw = writtenText(node, preparing);
  if (start === undefined || raw === '') return;
  lookThrough(raw, (from, to) => positionIn(raw, from, to, start), preparing.report);
  const [math] = formulasOfCode(node.children);
  if (math !== undefined) preparing.report('formula', { written: shortened(`$\`${math.value}\`$`) }, math.position);
}

/** Code with a dollar on both sides, which is how GitHub has a formula whose signs Markdown would read. */
function formulasOfCode(nodes: readonly PhrasingContent[]): readonly InlineCode[] {
  return nodes.flatMap((node, index): readonly InlineCode[] => {
    if ('children' in node) return formulasOfCode(node.children);
    const [before, after] = [nodes[index - 1], nodes[index + 1]];
    const isFormula =
      node.type === 'inlineCode' &&
      before?.type === 'text' &&
      after?.type === 'text' &&
      /(?<![\w$])\$$/.test(before.value) &&
      /^\$(?![\w$])/.test(after.value) &&
      !isPrice(node.value);
    return isFormula ? [node] : [];
  });
}

function alt(node: Image | ImageReference, { report }: Preparing): void {
  lookThroughLine(node.alt ?? '', (code, args) => report(code, args, node.position));
}

/** What is no text in raw HTML: comments, code, tags. */
const noText =
  /<!--[\s\S]*?(?:-->|$)|<(pre|code|kbd|samp|script|style|textarea|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)|<[^<>]*>/gi;
/** What a script on a page of another tool would draw. */
const drawnHtml = /<(?:pre|div|code)\b[^<>]*\bclass=["']?(?:[\w -]* )?(?:language-|lang-)?(mermaid|plantuml|math)\b/i;

function html(node: Html, { report, written }: Preparing): void {
  const start = node.position?.start;
  if (start === undefined) return;
  const whole = written(node.position);
  sayDrawn(drawnHtml.exec(whole)?.[1]?.toLowerCase() ?? '', node.position, report);
  if (!/[:$=[{\\]/.test(whole)) return;
  const raw = whole.replace(noText, (found) => found.replace(/[^\n]/g, ' '));
  lookThrough(raw, (from, to) => positionIn(raw, from, to, start), report);
}

/** What other renderers draw or read, and Intercom shows as it is written. */
export const foreignMarkdown: Construct = {
  name: 'foreign',
  toHtml: {
    nodes: { code, paragraph: text, heading: text, tableCell: text, image: alt, imageReference: alt, html },
  },
};
