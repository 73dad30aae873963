import type { ForeignKind } from '../model/foreign-kinds.ts';

/** How to find what only another tool reads. */
interface Sign {
  /** Quick look at whether it can occur. */
  readonly sign: string;
  /** With the flag `g`. Every group of repeated characters is bounded, so that no text takes more than proportional time. */
  readonly pattern: RegExp;
  /** null: it is text after all. */
  readonly kind: ForeignKind | ((found: RegExpMatchArray) => ForeignKind | null);
}

/** What MkDocs calls its admonitions. */
const types =
  'abstract|attention|bug|cite|caution|check|danger|deprecated|done|error|example|fail|failure|faq|help|hint|important|info|' +
  'missing|note|question|quote|seealso|success|summary|tip|tldr|todo|warning';

/** GitBook's blocks; other tags between `{%` and `%}` are Liquid's. */
const gitbook =
  /^(?:code|column|columns|content-ref|embed|file|hint|openapi[\w-]*|step|stepper|swagger[\w-]*|tab|tabs|updates?|@.*)$/;

/** Keys of a keyboard, as MkDocs has them. */
const keyNames =
  'alt|arrow-(?:up|down|left|right)|backspace|caps-lock|cmd|command|control|ctrl|del|delete|down|end|enter|esc|escape|f\\d{1,2}|' +
  'fn|home|insert|left|meta|option|page-down|page-up|print-screen|return|right|shift|space|super|tab|up|win|windows';

/** A word that is no program's would not be equated, called or taken from a file. */
const moduleLine =
  /^(?:import\s+(?:type\s+)?[\w$*{}, \n]{1,300}?\s+from\s+["'][^"'\n]{1,300}["'];?|import\s+["'][@./][^"'\n]{1,300}["'];?|export\s+(?:const|let|var)\s+[\w$]{1,60}\s*[=:]|export\s+(?:default\s+)?(?:async\s+)?function\b[ \w]{0,60}\()/gm;

/** Where code, escapes and what we read ourselves are out of the way. */
export const foreignSigns: readonly Sign[] = [
  {
    sign: '!!!',
    pattern: new RegExp(
      `^[ \\t]*!!!\\+?[ \\t]?(?:(?:${types})\\b(?:[ \\t]+[\\w-]{1,40}){0,4}[ \\t]*(?:"[^"\\n]{0,200}"[ \\t]*)?|[A-Za-z][\\w -]{0,60}"[^"\\n]{0,200}"[ \\t]*)$`,
      'gm',
    ),
    kind: 'admonition',
  },
  {
    sign: '???',
    pattern: new RegExp(
      `^[ \\t]*\\?\\?\\?\\+?[ \\t]?(?:(?:${types})\\b(?:[ \\t]+[\\w-]{1,40}){0,4}[ \\t]*(?:"[^"\\n]{0,200}"[ \\t]*)?|[A-Za-z]?[\\w -]{0,60}"[^"\\n]{0,200}"[ \\t]*)$`,
      'gm',
    ),
    kind: 'collapsible',
  },
  { sign: '=== "', pattern: /^[ \t]*===[!+]?[ \t]+"[^"\n]{1,200}"[ \t]*$/gm, kind: 'tab' },
  {
    sign: '///',
    pattern: new RegExp(
      `^[ \\t]*/{3,}[ \\t]*(?:${types}|admonition|details|tab|html|define|[a-z-]{0,20}caption)[ \\t]*(?:\\|[^\\n]{0,200})?$`,
      'gm',
    ),
    kind: 'slashes',
  },
  {
    sign: '8<',
    pattern: /^[ \t]*;?-{1,9}8<-{1,9}(?:[ \t]+["'][^"'\n]{1,200}["'])?[ \t]*$/gm,
    kind: 'snippet',
  },
  {
    sign: '++',
    pattern: new RegExp(
      `(?<![\\w+\\\\])\\+\\+(?:(?:${keyNames})(?:\\+(?:"[^"\\n]{1,40}"|[a-z0-9-]{1,20})){0,4}|[a-z0-9]\\+[a-z0-9])\\+\\+(?![\\w+])`,
      'g',
    ),
    kind: 'keys',
  },
  {
    sign: ':',
    pattern: /(?<![\w:\\]):(?:material|fontawesome|octicons|simple)(?:-[a-z0-9]{1,40}){1,9}:/g,
    kind: 'icon',
  },
  { sign: '==', pattern: /(?<![=\w!<>\\])==(?![\s=])[^=\n]{1,300}(?<!\s)==(?![=\w])/g, kind: 'mark' },
  { sign: '^^', pattern: /(?<![\w^\\])\^\^(?![\s^])[^^\n]{1,300}(?<!\s)\^\^(?![\w^])/g, kind: 'inserted' },
  {
    sign: '{',
    pattern: /(?<![\\{])\{(?:\+\+[^{}\n]{1,300}\+\+|--[^{}\n]{1,300}--|>>[^{}\n]{1,300}<<|==[^{}\n]{1,300}==)\}/g,
    kind: 'critic',
  },
  { sign: '^[', pattern: /(?<![\\\]])\^\[(?=[^[\]\n]{0,300}\p{L})[^[\]\n]{1,300}\](?![([:])/gu, kind: 'inline-note' },
  { sign: ' ^', pattern: /(?<=\S)[ \t]\^[0-9a-f]{6}[ \t]*$/gm, kind: 'block-id' },
  {
    sign: '![',
    pattern: /!\[[^[\]\n]{0,200}\]\([^()\n]{1,400}?[ \t]=(?:\d{1,5}x\d{0,5}|x\d{1,5})[ \t]*\)/g,
    kind: 'image-size',
  },
  {
    sign: '{:',
    pattern: /(?<![\\{])\{::[a-z]{1,20}\b[^{}\n]{0,200}\}|(?<![\\{])\{:\/[a-z]{0,20}\}/g,
    kind: 'kramdown-extension',
  },
  { sign: '[TOC]', pattern: /^[ \t]*\[TOC\][ \t]*$/gm, kind: 'contents' },
  { sign: '[[', pattern: /^[ \t]*\[\[(?:_TOC_|toc)\]\][ \t]*$/gim, kind: 'contents' },
  {
    sign: '[[',
    pattern:
      /(?<![\\\w[])(?:(?<!\\)!)?\[\[(?![\s\]]|_?toc_?\])(?=[^[\]\n]{0,200}\p{L})[^[\]\n]{1,200}(?<!\s)\]\](?![[(\]])/giu,
    kind: 'wiki-link',
  },
  { sign: '{:', pattern: /(?<![\\{])\{:[ \t]?[.#\w][^{}\n]{0,200}\}/g, kind: 'kramdown-attributes' },
  {
    sign: '{',
    pattern:
      /(?<![\\{$%])\{[ \t]?(?:\.[A-Za-z][\w-]{0,60}(?:[ \t][^{}\n]{0,200})?|#(?!(?:await|each|if|key|snippet)\b)[A-Za-z][\w.-]{0,60}(?:[ \t]+[.\w][^{}\n]{0,200})?|(?:align|class|height|loading|rel|style|target|width)=[^{}\n]{1,200})[ \t]*\}(?!\})/g,
    kind: 'attribute-list',
  },
  {
    sign: '{%',
    pattern: /(?<![\\{])\{%-?[ \t]{0,9}(?:end)?([A-Za-z@][\w@/.-]{0,60})(?:[ \t][^\n]{0,300}?)?-?%\}/g,
    kind: ([, name = '']) => (gitbook.test(name) ? 'gitbook-block' : 'liquid'),
  },
  {
    sign: '{{',
    pattern: /(?<!\\)\{\{[<%][ \t]{0,9}\/?[ \t]{0,9}[A-Za-z][^\n]{0,300}?[>%]\}\}/g,
    kind: 'shortcode',
  },
  {
    sign: '{{',
    pattern: /(?<![\\{])\{\{-?[ \t]{0,9}(?:site|page|layout|include)\.[\w.]{1,100}[^{}\n]{0,200}\}\}/g,
    kind: 'liquid-output',
  },
  { sign: '{{', pattern: /(?<![\\{])\{\{[ \t]{0,9}\$[\w.]{1,100}[^{}\n]{0,200}\}\}/g, kind: 'vue-expression' },
  { sign: '{/*', pattern: /(?<!\\)\{\/\*[\s\S]{0,400}?\*\/\}/g, kind: 'mdx-comment' },
  {
    sign: '%%',
    pattern: /(?<![\w%\\])%%(?![\s%\d])(?=[^%\n]{0,300}\p{L})[^%]{1,300}%%(?![\w%])/gu,
    kind: 'wiki-comment',
  },
  { sign: '<<<', pattern: /^[ \t]*<<<[ \t]?(?:@|\.{0,2}\/)[^\n]{1,200}/gm, kind: 'part-of-file' },
  {
    // With braces that HTML would not take: any other tag is found by its name.
    sign: '={',
    pattern: /(?<!\\)<([A-Za-z][\w.]{0,60})\s[^<>]{0,300}?=\{[^{}\s"'=<>`]{0,200}[\s"'=<>`{][^<>\n]{0,200}>?/g,
    kind: ([, name = '']) => componentKind(name) ?? 'component',
  },
  { sign: 'port', pattern: moduleLine, kind: 'module' },
  { sign: '*[', pattern: /^\*\[[^\]\n]{1,100}\]:[^\n]{0,200}/gm, kind: 'abbreviation' },
  { sign: '\n:', pattern: /(?<=\n):[ \t]+\S[^\n]{0,200}/g, kind: 'definition' },
];

const components: readonly (readonly [ForeignKind, RegExp])[] = [
  [
    'mintlify-component',
    /^(?:Note|Info|Tip|Check|Warning|Danger|Callout|Accordion(?:Group)?|Expandable|Card(?:Group)?|CodeGroup|Frame|Steps?|Columns?|ParamField|ResponseField|RequestExample|ResponseExample|Update|Snippet|Tab|Tooltip)$/,
  ],
  ['starlight-component', /^(?:LinkCard|LinkButton|CardGrid|FileTree)$/],
  [
    'docusaurus-component',
    /^(?:TabItem|DocCardList|TOCInline|CodeBlock|Admonition|ThemedImage|IdealImage|BrowserOnly)$/,
  ],
  ['component', /^(?:Tabs|Badge|Icon|Image|Video|Card|Link)$/],
];

/**
 * Whose component a name is; null for a name that may be anything, such as `Username`.
 *
 * @param name as it stands in a tag
 */
export function componentKind(name: string): ForeignKind | null {
  return components.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}
