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
import { isPrice, lookThrough, lookThroughLine, mayHoldForeign, shortened } from './foreign-text.ts';
import { placesIn, positionIn } from './position-in.ts';
import { writtenText } from './written-text.ts';

/** Languages of code that GitHub and others draw. */
const drawn: Readonly<Record<string, string>> = {
  mermaid: 'diagram',
  dataview: 'query',
  dataviewjs: 'query',
  plantuml: 'diagram',
  math: 'formula',
  geojson: 'map',
  topojson: 'map',
  stl: 'model',
};

function code(node: Code, { report, written }: Preparing): void {
  const language = languageOf(node.lang ?? '');
  sayDrawn(language, node.position, report);
  if (!admonition.test(node.lang ?? '')) return;
  const [line = ''] = written(node.position).split('\n');
  report('foreign-markdown', { written: shortened(line), kind: 'fenced-admonition' }, node.position);
}

/** Code whose language is a kind of callout: `{note}` of MyST, `ad-note` of a plug-in, `exercism/note` of one site. */
const admonition =
  /^(?:\{(?:admonition|attention|caution|danger|dropdown|error|hint|important|note|seealso|tip|warning)\}|ad-[a-z]+|[a-z][\w-]*\/(?:note|info|tip|hint|important|warning|caution|danger|advanced))$/i;

/** `mermaid`, also where other tools write `{mermaid}`, `{.mermaid}` or `{mermaid theme=dark}`. */
function languageOf(info: string): string {
  return info.replace(/^\{[.\s]*|\}$/g, '').toLowerCase();
}

function sayDrawn(language: string, at: Position | undefined, report: Preparing['report']): void {
  const what = Object.hasOwn(drawn, language) ? drawn[language] : undefined;
  if (what !== undefined) report('drawn-code', { language, what }, at);
}

function text(node: Paragraph | Heading | TableCell, preparing: Preparing): void {
  const start = node.position?.start;
  const whole = preparing.written(node.position);
  if (start === undefined || whole === '') return;
  if (mayHoldForeign(whole)) {
    const written = writtenText(node, preparing);
    // The id of a heading is ours.
    const raw = node.type === 'heading' ? written.replace(ownId, (id) => ' '.repeat(id.length)) : written;
    lookThrough(raw, placesIn(raw, start), preparing.report);
  }
  const [math] = whole.includes('`') ? formulasOfCode(node.children) : [];
  if (math !== undefined) preparing.report('formula', { written: shortened(`$\`${math.value}\`$`) }, math.position);
}

/** `{#own}` where a heading ends. */
const ownId = /\{#[^\s{}]+\}(?=[ \t#]*(?:\n[ \t]*(?:=+|-+)[ \t]*)?$)/;

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
  /<!--[\s\S]*?(?:-->|$)|<(pre|code|kbd|samp|script|style|textarea|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)|(?<!\{\{)<[/!?A-Za-z](?:(?:[^<>"']|"[^"]{0,1000}"|'[^']{0,1000}'){0,4000}>|[^<>]*>)/gi;
/** A comment that stands for another text, and a component that looks like an element. */
const inHtml = [
  ['include-comment', /<!--\s{0,9}@include:?\s?[^\n]{0,300}?-->/g],
  ['aside', /<Aside\b[^<>]{0,300}>/g],
] as const;
/** What a script on a page of another tool would draw. */
const drawnHtml = /<(?:pre|div|code)\b[^<>]*\bclass=["']?(?:[\w -]* )?(?:language-|lang-)?(mermaid|plantuml|math)\b/i;

function html(node: Html, { report, written }: Preparing): void {
  const start = node.position?.start;
  if (start === undefined) return;
  const whole = written(node.position);
  sayDrawn(drawnHtml.exec(whole)?.[1]?.toLowerCase() ?? '', node.position, report);
  for (const [kind, pattern] of inHtml) {
    for (const found of whole.matchAll(pattern)) {
      const at = positionIn(whole, found.index, found.index + found[0].length, start);
      report('foreign-markdown', { written: shortened(found[0]), kind }, at);
    }
  }
  if (!/[:$=[{\\+%]/.test(whole)) return;
  const raw = whole.replace(noText, (found) => found.replace(/[^\n]/g, ' '));
  lookThrough(raw, placesIn(raw, start), report);
}

/** What other renderers draw or read, and Intercom shows as it is written. */
export const foreignMarkdown: Construct = {
  name: 'foreign',
  toHtml: {
    nodes: { code, paragraph: text, heading: text, tableCell: text, image: alt, imageReference: alt, html },
  },
};
