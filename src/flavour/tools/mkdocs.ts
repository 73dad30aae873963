import { callout } from '../callout-types.ts';
import { definitions, withoutAbbreviations } from '../definitions.ts';
import type { Becomes, BlockRule, Flavour, InlineRule } from '../flavour.ts';
import { markdownInHtml } from '../html-containers.ts';
import { lineAt } from '../lines.ts';
import { mkdocsNav } from '../navigation/mkdocs-nav.ts';
import { liquid } from '../tags.ts';
import { inCode, inTurn, type Pass, textLines } from '../text-lines.ts';
import { attributeLists } from './attribute-lists.ts';
import { barsInCells } from './bars-in-cells.ts';
import { boldOverLines } from './bold-over-lines.ts';
import { centredLines } from './centred-lines.ts';
import { dashesInText } from './dashes-in-text.ts';
import { emoji } from './emoji.ts';
import { headTags, selfLinks } from './head-tags.ts';
import { withoutLoneBreaks } from './lazy-lines.ts';
import { marked } from './marked.ts';
import { materialIcons } from './material-icons.ts';
import { codeTitle } from './mdx.ts';

const admonition: BlockRule = {
  sign: '!!!',
  open(line) {
    const found = /^!!!\s?([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*)*)(?:\s+"(.*)")?\s*$/.exec(line);
    if (found === null) return null;
    const becomes = callout(found[1] ?? '', found[3] ?? null);
    // An empty title is none, not even that of its kind.
    const shown: Becomes = found[3] === '' && becomes.is === 'callout' ? { ...becomes, title: null } : becomes;
    return { becomes: shown, ends: { at: 'indent', width: 4 } };
  },
};

const collapsible: BlockRule = {
  sign: '???',
  open(line) {
    const found = /^\?\?\?\+?\s?([A-Za-z][\w-]*)?(?:\s+[A-Za-z][\w-]*)*(?:\s*"(.*)")?\s*$/.exec(line);
    if (found === null) return null;
    const type = found[1] ?? 'details';
    const title = found[2] || (type[0] ?? '').toUpperCase() + type.slice(1);
    return { becomes: { is: 'section', title }, ends: { at: 'indent', width: 4 } };
  },
};

const tab: BlockRule = {
  sign: '===',
  open(line) {
    const found = /^===[!+]?\s+"(.*)"\s*$/.exec(line);
    return found === null ? null : { becomes: { is: 'tab', title: found[1] ?? '' }, ends: { at: 'indent', width: 4 } };
  },
};

/** Blocks between lines of slashes: `/// note | Title`. */
const slashed: BlockRule = {
  sign: '///',
  open(line) {
    const found = /^(\/{3,})[ \t]*([a-z][\w-]*)[ \t]*(?:\|[ \t]*(.*?))?[ \t]*$/.exec(line);
    if (found === null) return null;
    const [, slashes = '', name = '', title] = found;
    return { becomes: slashedAs(name, title ?? null), ends: { at: 'colons', count: slashes.length, sign: '/' } };
  },
};

function slashedAs(name: string, title: string | null): Becomes {
  if (name === 'details') return { is: 'section', title: title ?? 'Details' };
  if (name === 'tab') return { is: 'tab', title: title ?? 'Tab' };
  if (name === 'define' || name === 'html' || name.endsWith('caption')) return { is: 'content' };
  return callout(name === 'admonition' ? 'note' : name, title);
}

/** `--8<-- "file"` puts a text in; what is abbreviated in one shows on hovering only. */
const snippet: BlockRule = {
  sign: '8<--',
  open(line) {
    const written = /^-+8<-+[ \t]+["']([^"']+)["'][ \t]*$/.exec(line)?.[1];
    if (written === undefined) return null;
    const file = written.replace(/:[\w:,-]*$/, '');
    const ends = { at: 'once' } as const;
    if (/abbr|glossary/.test(file)) return { becomes: { is: 'lines', lines: [] }, ends };
    if (file !== written || !/\.(?:md|markdown|txt)$/.test(file))
      return { becomes: { is: 'elsewhere', written: line.trim() }, ends };
    return { becomes: { is: 'lines', lines: [`::include{file="${file}"}`] }, ends };
  },
};

/** The plug-in that includes Markdown, with the signs that most give it, or the extension of that name. */
const included: BlockRule = {
  sign: '{!',
  open(line) {
    const file = /^\{!\s*(?:include-markdown\s+)?["']?([^"'!]+\.(?:md|markdown))["']?[^!]*!\}\s*$/.exec(line)?.[1];
    return file === undefined
      ? null
      : { becomes: { is: 'lines', lines: [`::include{file="${file.trim()}"}`] }, ends: { at: 'once' } };
  },
};

/** Files that are put in between two lines of scissors, a line each: as if each had its own. */
const severalSnippets: Pass = (lines) => {
  if (!lines.some(({ text }) => text.includes('8<-'))) return lines;
  const isText = textLines(lines);
  let isInside = false;
  return lines.flatMap((line, at) => {
    if (isText[at] && /^\s*-+8<-+\s*$/.test(line.text)) {
      isInside = !isInside;
      return [lineAt('', line)];
    }
    if (!isInside || !isText[at]) return [line];
    const file = line.text.trim();
    return file === '' || file.startsWith(';') ? [] : [lineAt(`--8<-- "${file}"`, line), lineAt('', line)];
  });
};

/** What plug-ins write from a program: its docstrings, or the help of its commands. */
const reference: BlockRule = {
  sign: ':::',
  open(line) {
    const name = /^:::[ \t]+((?:mkdocs-[a-z]+)|[A-Za-z_]\w*(?:\.\w+)+)[ \t]*$/.exec(line)?.[1];
    if (name === undefined) return null;
    const by = name.startsWith('mkdocs-') ? name : 'mkdocstrings';
    return { becomes: { is: 'made', by, written: line.trim() }, ends: { at: 'indent', width: 4 } };
  },
};

/** A table of contents of the page, which Intercom has none of. */
const contents: BlockRule = {
  sign: '[TOC]',
  open: (line) => (/^\[TOC\]\s*$/.test(line) ? { becomes: { is: 'lines', lines: [] }, ends: { at: 'once' } } : null),
};

const inline: readonly InlineRule[] = [
  ...attributeLists(/\bmd-button\b/, 'either'),
  headTags,
  selfLinks,
  // Python-Markdown reads the end of bold words behind a sign too.
  {
    sign: '**',
    pattern: /(?<=^|[\s([])\*\*(?=[^\s*])([^*`]{1,400}?[.,:;!?)])\*\*(?=[\p{L}\p{N}])/dgu,
    write: ([, words = '']) => `<strong>${words}</strong>`,
  },
  { sign: '{>>', pattern: /\{>>[^{}]{0,300}?<<\}/dg, write: () => '' },
  { sign: '{--', pattern: /\{--([^{}]{1,300}?)--\}/dg, write: ([, text]) => `~~${text}~~` },
  { sign: '{++', pattern: /\{\+\+([^{}]{1,300}?)\+\+\}/dg, write: ([, text]) => `<ins>${text}</ins>` },
  {
    sign: '{~~',
    pattern: /\{~~([^{}]{1,300}?)~>([^{}]{1,300}?)~~\}/dg,
    write: ([, before, after]) => `~~${before}~~<ins>${after}</ins>`,
  },
  { sign: '{==', pattern: /\{==([^{}]{1,300}?)==\}/dg, write: ([, text]) => `<mark>${text}</mark>` },
  marked,
  {
    sign: '++',
    pattern: /(?<![\w+])\+\+((?:"[^"]{1,40}"|[a-z0-9-]+)(?:\+(?:"[^"]{1,40}"|[a-z0-9-]+))*)\+\+(?![\w+])/dg,
    write: ([, keys = '']) =>
      keys
        .split('+')
        .map((key) => `<kbd>${keyName(key)}</kbd>`)
        .join('+'),
  },
  { sign: '^^', pattern: /\^\^(?!\s)([^^]{1,200}?)\^\^/dg, write: ([, text]) => `<ins>${text}</ins>` },
  {
    sign: '^',
    pattern: /(?<![\^[\\])\^([^\s^[\]`]{1,60})\^(?!\^)/dg,
    write: ([, text]) => `<sup>${text}</sup>`,
  },
  {
    sign: '~',
    pattern: /(?<![~\\\s/])~([^\s~[\]`/]{1,60})~(?!~)/dg,
    write: ([, text]) => `<sub>${text}</sub>`,
  },
  ...materialIcons,
  emoji,
  {
    sign: '{{',
    pattern: /(?<![\\$#])\{\{-?([^{}]{1,300}?)-?\}\}/dg,
    write: () => '',
    isProgram: true,
  },
];

const keys: Readonly<Record<string, string>> = { esc: 'Esc', del: 'Del' };

function keyName(key: string): string {
  const plain = key.replaceAll('"', '');
  if (key.startsWith('"')) return plain;
  return (
    keys[plain] ??
    plain
      .split('-')
      .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
      .join(' ')
  );
}

/** MkDocs with Material and Python-Markdown's extensions. */
export const mkdocs: Flavour = {
  name: 'mkdocs',
  title: 'MkDocs',
  blocks: [admonition, collapsible, tab, slashed, snippet, included, reference, contents],
  inline,
  // Macros, which are Jinja's.
  tags: [
    {
      syntax: liquid,
      blocks: {
        raw: () => ({ is: 'raw' }),
        // A plug-in of that name.
        'include-markdown': (tag) => {
          const [file] = tag.values;
          return file === undefined || !/\.(?:md|markdown)$/.test(file)
            ? null
            : { is: 'lines', lines: [`::include{file="${file}"}`] };
        },
      },
      inline: { raw: (_, content) => (content ?? '').replace(/[{}]/g, '\\$&') },
    },
  ],
  comments: [],
  before: inTurn(
    severalSnippets,
    barsInCells,
    boldOverLines,
    inCode('`#!', /(?<=`)#![a-z0-9+_-]{1,30} (?=[^`])/g),
    centredLines,
    dashesInText,
    withoutLoneBreaks,
    markdownInHtml,
    withoutAbbreviations,
    definitions({ anchors: false }),
  ),
  modules: [],
  navigation: mkdocsNav,
  files: {
    endings: ['md', 'markdown'],
    index: ['index', 'readme'],
    never: [],
    underscored: true,
    beside: true,
    title: 'heading',
    ownHeading: true,
  },
  keys: {
    lastWins: true,
    title: ['title'],
    description: ['description'],
    draft: ['draft'],
    published: [],
    addresses: [],
    unfenced: true,
  },
  codeName: codeTitle,
  // The sign of an annotation whose comment goes, and the mark of one that it is.
  codeMarks: [/(?<=(?:#|\/\/|--|;|<!--|\/\*|%)[ \t]{0,9}\(\d{1,3}\))!/],
  codeOfFile: /^\s*(?:-+8<-+)[ \t]+["'][^"']+["'][ \t]*$/,
};
