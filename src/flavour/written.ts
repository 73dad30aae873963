import { slug } from 'github-slugger';
import type { Context } from './context.ts';
import { escapeText } from './escape-title.ts';
import type { Becomes } from './flavour.ts';
import { behind, isBlank, type Line, lineAt, replaced } from './lines.ts';

/** A block whose content is in our dialect already. */
interface Block {
  readonly becomes: Becomes;
  readonly title: Line | null;
  readonly body: readonly Line[];
  /** The line that opens it, which is where what is added for it stands. */
  readonly opening: Line;
  /** Its number among steps. */
  readonly step: number;
}

/** Colons of an outermost callout or alignment; each in another has one less, so that none ends the one around it. */
const mostColons = 24;

/** Writes a block in our dialect. */
export function written(block: Block, context: Context): readonly Line[] {
  const { becomes, title, body, opening } = block;
  const add = (text: string): Line => lineAt(text, opening);
  const anchor = anchorOf(becomes);
  const bold = title === null ? [] : [behind(anchor, inBold(title)), add('')];
  switch (becomes.is) {
    case 'content':
    case 'raw':
      return [add(''), ...body, add('')];
    case 'anchored':
      return anchored(becomes.id, body, context.ids, add);
    case 'captioned':
      return [add(''), ...body, add(''), add(`<i>${becomes.caption}</i>`), add('')];
    case 'details':
      return details(body, add);
    case 'elsewhere':
      context.say(becomes, opening);
      return [add('')];
    case 'made':
      if (!Object.hasOwn(context.choices, becomes.by))
        context.say(
          {
            is: 'unknown-tag',
            written: becomes.written,
            name: becomes.by,
            noun: 'block',
            shown: 'nothing',
            lacks: true,
          },
          opening,
        );
      return [add('')];
    case 'item':
      return [add(`- ${becomes.text}`), ...body.map((line) => behind('  ', line))];
    case 'program':
      return [add('')];
    case 'lines':
      return becomes.lines.length === 0 ? [add('')] : [add(''), ...becomes.lines.map(add), add('')];
    case 'code':
      return [...bold, ...fenced(becomes.language, body, add)];
    case 'part':
      return [
        ...(becomes.picture === undefined ? [] : [add(''), add(becomes.picture)]),
        add(''),
        ...bold,
        ...body,
        add(''),
      ];
    case 'section':
      return section(title?.text ?? '', body, add, anchor);
    case 'tab': {
      const inside = becomes.language === undefined ? body : fenced(becomes.language, body, add);
      return context.isIndented || context.inCallout
        ? [add(''), ...bold, ...inside, add('')]
        : section(title?.text ?? '', inside, add, anchor);
    }
    case 'step':
      return context.stepsApart ? apart(title, block, add) : item(title, block, add, anchor);
    case 'aligned': {
      const colons = ':'.repeat(mostColons - context.depth);
      return [add(''), add(colons + becomes.align), ...body, add(colons), add('')];
    }
    case 'callout': {
      const colons = ':'.repeat(mostColons - context.depth);
      // Behind a line of HTML it would be read as more of that.
      return [add(''), add(`${colons}callout{color=${becomes.color}}`), ...bold, ...body, add(colons), add('')];
    }
  }
}

function inBold(title: Line): Line {
  return behind('<b>', replaced(title, title.text.length, title.text.length, '</b>'));
}

/** An id that links may lead to: they go to the heading above. */
function anchorOf(becomes: Becomes): string {
  const id = 'id' in becomes && becomes.is !== 'anchored' ? becomes.id : undefined;
  return id === undefined ? '' : anchorTo(id);
}

const anchorTo = (id: string): string => (/^[^\s"<>&]+$/.test(id) ? `<span id="${id}"></span>` : '');

function section(title: string, body: readonly Line[], add: (text: string) => Line, anchor = ''): readonly Line[] {
  return [
    add(''),
    add('<details>'),
    add(`<summary>${anchor}${escapeText(title)}</summary>`),
    add(''),
    ...body,
    add(''),
    add('</details>'),
    add(''),
  ];
}

/** A section whose title is in its first lines. */
function details(body: readonly Line[], add: (text: string) => Line): readonly Line[] {
  const first = body.findIndex((line) => !isBlank(line));
  const last = body.findIndex((line, at) => at >= first && line.text.includes('</summary>'));
  const starts = /^\s*<summary\b[^>]*>/.test(body[first]?.text ?? '');
  if (first < 0 || last < 0 || !starts) return section('Details', body, add);
  const [, inside = '', behind = ''] =
    /^\s*<summary\b[^>]*>([\s\S]*?)<\/summary>([\s\S]*)$/.exec(
      body
        .slice(first, last + 1)
        .map(({ text }) => text.trim())
        .join(' '),
    ) ?? [];
  // Headings make an anchor; a title of a section is no heading.
  const [, , own] = /^\s*(#{1,6})\s+(.*)$/.exec(inside) ?? [];
  const anchor = own === undefined ? '' : anchorTo(slug(own.trim()));
  const title = (own ?? inside)
    .replace(/(`+)(.+?)\1/g, '<code>$2</code>')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .trim();
  const [start, , , ...rest] = section(title, body.slice(last + 1), add);
  const more = behind.trim() === '' ? [] : [add(behind.trim()), add('')];
  const opening = body[first] as Line;
  return [
    start ?? add(''),
    add('<details>'),
    lineAt(`<summary>${anchor}${title}</summary>`, opening),
    add(''),
    ...more,
    ...rest.slice(1),
  ];
}

/** The heading that comes first has the id; where none does, it is lost. */
function anchored(id: string, body: readonly Line[], ids: Set<string>, add: (text: string) => Line): readonly Line[] {
  const first = body.findIndex((line) => !isBlank(line));
  const heading = body[first];
  const isHeading = heading !== undefined && /^\s*#{1,6}\s/.test(heading.text) && !/\{#[^}]*\}\s*$/.test(heading.text);
  if (!isHeading || ids.has(id)) return [add(''), ...body, add('')];
  ids.add(id);
  const { length } = heading.text;
  return [
    add(''),
    ...body.slice(0, first),
    replaced(heading, length, length, ` {#${id}}`),
    ...body.slice(first + 1),
    add(''),
  ];
}

function fenced(language: string, body: readonly Line[], add: (text: string) => Line): readonly Line[] {
  const longest = Math.max(2, ...body.flatMap(({ text }) => (text.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [add(`${fence}${language}`), ...body, add(fence)];
}

/** A step of a list; a heading at its start is its title, for Intercom has none in lists. */
function item(title: Line | null, { body, step }: Block, add: (text: string) => Line, anchor: string): readonly Line[] {
  const marker = `${step}. `;
  const { first, name, anchor: own, rest } = headed(title, body);
  const indent = ' '.repeat(marker.length);
  const inside = rest.map((line) => behind(indent, line));
  if (name !== undefined) return [add(''), add(`${marker}${anchor}${own}<b>${name}</b>`), add(''), ...inside, add('')];
  const start = rest[first];
  if (start === undefined) return [];
  return [add(''), behind(marker, start), ...inside.slice(first + 1), add('')];
}

/** The same without a list: its number and title in bold. */
function apart(title: Line | null, { body, step }: Block, add: (text: string) => Line): readonly Line[] {
  const { name, anchor, rest } = headed(title, body);
  return [add(''), add(`${anchor}<b>${step}. ${name ?? ''}</b>`), add(''), ...rest, add('')];
}

/** The title of a step: its own, or the heading that it begins with, whose id links may lead to. */
function headed(title: Line | null, body: readonly Line[]) {
  const first = body.findIndex((line) => !isBlank(line));
  const found = title === null ? headingLine.exec(body[first]?.text ?? '') : null;
  const rest = found === null ? body : body.slice(first + 1);
  const anchor = found?.[2] === undefined ? '' : anchorTo(found[2]);
  return { first, name: title?.text ?? found?.[1], anchor, rest };
}

/** A heading's text, and its id behind it: `## Text {#id}`. */
const headingLine = /^#{1,6}\s+(.*?)\s*#*(?:\s\{:?\s*#([^\s}]+)[^}]*\})?\s*$/;
