import type { BlockRule, Flavour } from '../flavour.ts';
import { icon } from '../icons.ts';
import { isPictureAddress } from '../picture-address.ts';
import { inTurn } from '../text-lines.ts';
import { titledAlert } from './alerts.ts';
import { marked } from './marked.ts';
import { withBreaks, withoutTagLines } from './obsidian-lines.ts';

/** `![](address)` of a video is its player. */
const video: BlockRule = {
  sign: '![',
  open(line) {
    const address =
      /^!\[[^[\]]*\]\(<?(https?:\/\/(?:www\.|m\.)?(?:youtube\.com|youtu\.be|vimeo\.com|loom\.com)\/[^()<>\s]+)>?\)\s*$/.exec(
        line,
      )?.[1];
    return address === undefined ? null : { becomes: { is: 'lines', lines: [address] }, ends: { at: 'once' } };
  },
};

/** `![[note]]` alone in its line is the text of that note; where that cannot be, a link to it. */
const note: BlockRule = {
  sign: '![[',
  open(line) {
    const [, target = '', label = ''] = /^!\[\[([^[\]|#"{}\n]+)(?:\|([^[\]"{}\n]*))?\]\]\s*$/.exec(line) ?? [];
    if (target === '' || (fileEnding.test(target) && !/\.md$/i.test(target))) return null;
    const name = target.trim().replace(/\.md$/i, '');
    const shown = label.trim() || (name.split('/').at(-1) ?? name);
    return {
      becomes: { is: 'lines', lines: [`::include{file="${name}.md" instead="${shown}"}`] },
      ends: { at: 'once' },
    };
  },
};

/** What is no note: a file by its ending. */
const fileEnding = /\.(?:[a-z0-9]{2,4}|canvas|excalidraw)$/i;

/** Obsidian: links of a wiki, pictures and notes put in, callouts with titles. */
export const obsidian: Flavour = {
  name: 'obsidian',
  title: 'Obsidian',
  blocks: [titledAlert(/^/), video, note],
  codeRun: /^(?:dataview|dataviewjs|query|base)\b/,
  inline: [
    {
      sign: '![[',
      pattern: /!\[\[([^[\]|#\n\\]+)(#[^[\]|\n\\]*)?(?:\\?\|([^[\]\n]*))?\]\]/dg,
      write: ([, target = '', heading = '', label = '']) => embed(target.trim(), heading, label.trim()),
    },
    {
      sign: '[[',
      pattern: /(?<!!)\[\[([^[\]|#\n\\]*)(#[^[\]|\n\\]*)?(?:\\?\|([^[\]\n]*))?\]\]/dg,
      write: ([, target = '', heading = '', label = '']) => wikilink(target.trim(), heading, label.trim()),
    },
    {
      sign: '![',
      pattern: /!\[(?:([^[\]|]*)\\?\|)?(\d+)(?:x\d+)?\]\(<?([^()<>\s]*)>?\)/dg,
      write: ([, alt = '', width = '', src = '']) => `<img src="${src}" alt="${quoted(alt)}" width="${width}">`,
    },
    { sign: '^[', pattern: /(?<!\[)\^\[([^[\]]{1,600})\]/dg, write: ([, note = '']) => ` (${note})` },
    marked,
    // Any sign but a blank marks a task as done.
    { sign: '] ', pattern: /(?<=^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[^\s\]xX\\]\](?=[ \t])/dg, write: () => '[x]' },
    { sign: '^', pattern: /(?:^|\s|(?<=\]\]|\)))\^[a-zA-Z0-9-]+\s*$/dg, write: () => '' },
  ],
  before: inTurn(withoutTagLines, withBreaks),
  tags: [],
  comments: [{ open: '%%', close: '%%' }],
  modules: [],
  files: { endings: ['md'], index: ['index', 'readme'], never: [], underscored: true, title: 'name' },
  keys: {
    title: ['title'],
    description: ['description'],
    draft: ['draft'],
    published: ['publish'],
    addresses: ['permalink', 'aliases'],
  },
};

function wikilink(target: string, heading: string, label: string): string | null {
  if (target === '' && heading === '') return null;
  const shown =
    label ||
    [target.split('/').at(-1) ?? target, ...heading.split('#').filter((one) => one !== '' && !one.startsWith('^'))]
      .filter((one) => one !== '')
      .join(' > ');
  const last = heading.split('#').at(-1) ?? '';
  // Intercom has no places but headings.
  const anchor = last.startsWith('^') ? '' : last;
  if (target === '' && anchor === '') return shown;
  return `[${shown}](<${address(target)}${anchor === '' ? '' : `#${slug(anchor)}`}>)`;
}

function embed(target: string, heading: string, label: string): string | null {
  if (isPictureAddress(target)) {
    // Icons of the help's own, which stand in lines of text.
    if (heading === '#icon') return icon;
    const found = /^(?:(.*)\|)?(\d+)(?:x\d+)?$/.exec(label);
    if (found === null) return `![${label}](<${target}>)`;
    return `<img src="${target}" alt="${quoted(found[1] ?? '')}" width="${found[2]}">`;
  }
  if (fileEnding.test(target) && !/\.md$/i.test(target)) return `[${target}](<${target}>)`;
  return wikilink(target, heading, label);
}

const quoted = (text: string): string => text.replaceAll('"', '&quot;');

const address = (target: string): string => (target === '' || fileEnding.test(target) ? target : `${target}.md`);

/** Obsidian links to a heading by its words. */
const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
