import { callout, isCalloutType } from '../callout-types.ts';
import type { Becomes, TagRule, Tags } from '../flavour.ts';
import { iconOf } from '../icons.ts';
import type { Line } from '../lines.ts';
import { listOfPages } from '../pages-below.ts';
import type { Tag } from '../tags.ts';
import { card, embedded } from './cards.ts';
import { linkTo, titleOf, unwrap } from './mdx.ts';
import { figure, picture, processed } from './picture.ts';

const player =
  (of: (id: string, tag: Tag) => string): TagRule =>
  (tag) => {
    const id = titleOf(tag, 'id') ?? tag.values[0] ?? '';
    return embedded(id === '' ? null : of(id, tag));
  };

/** Bootstrap's names, which Docsy has. */
const colors: Readonly<Record<string, string>> = { primary: 'info', secondary: 'important', default: 'note' };

const alert: TagRule = (tag) => {
  const given = titleOf(tag, 'type', 'color', 'context', 'level', 'style', 'icon');
  const found = given ?? tag.values.find(isCalloutType) ?? 'note';
  const kind = colors[found] ?? found;
  const rest = tag.values.filter((value) => value !== found);
  return callout(isCalloutType(kind) ? kind : 'note', titleOf(tag, 'title') ?? rest[0] ?? null);
};

const named =
  (type: string): TagRule =>
  (tag) =>
    callout(type, titleOf(tag, 'title') ?? tag.values[0] ?? null);

const types = [
  'note',
  'info',
  'tip',
  'hint',
  'warning',
  'caution',
  'danger',
  'important',
  'success',
  'error',
  'attention',
];

const section: TagRule = (tag) => ({
  is: 'section',
  title: titleOf(tag, 'summary', 'title') ?? tag.values[0] ?? 'Details',
});

/** A tab; code where its language is given and its tag is the one that takes no Markdown. */
const tab: TagRule = (tag, content) => {
  const title = titleOf(tag, 'name', 'header', 'title', 'tabName') ?? tag.values[0] ?? titleOf(tag, 'lang') ?? 'Tab';
  const language = titleOf(tag, 'lang', 'codelang');
  const isCode =
    language !== null && tag.written.startsWith('{{<') && !content.some(({ text }) => /^\s*[`~]{3}/.test(text));
  return isCode ? { is: 'tab', title, language } : { is: 'tab', title };
};

/** A text that is put in, where it is Markdown. */
const included: TagRule = (tag) => {
  const file = titleOf(tag, 'file', 'path') ?? tag.values[0] ?? '';
  return /\.(?:md|markdown)$/.test(file)
    ? { is: 'lines', lines: [`::include{file="${file.replace(/^\/(?:content\/)?/, '')}"}`] }
    : null;
};

const linked = (tag: Tag): string | null => titleOf(tag, 'href', 'relref', 'url', 'link', 'ref');

const textOf = (content: readonly Line[]): string =>
  content
    .map((line) => line.text.trim())
    .join(' ')
    .trim();

function button(tag: Tag, label: string): string | null {
  const href = linked(tag) ?? tag.values[0] ?? null;
  const shown = label || titleOf(tag, 'text', 'label', 'title') || '';
  return href === null || shown === '' ? null : `:button[${shown}]{href="${href}"}`;
}

function shownButton(tag: Tag, label: string): Becomes | null {
  const line = button(tag, label);
  return line === null ? null : { is: 'lines', lines: [line] };
}

const source =
  (language: string): TagRule =>
  () => ({ is: 'code', language });

const address =
  (of: (tag: Tag) => string | null): TagRule =>
  (tag) => {
    const found = of(tag);
    return found === null ? null : { is: 'lines', lines: [`<${found}>`] };
  };

/** Front matter or a configuration that is shown in several languages: the one that it is written in. */
const toggled: TagRule = (_, content) => {
  const text = content.map((line) => line.text).join('\n');
  if (text.trim() === '') return null;
  const language = /^\s*\{/.test(text) ? 'json' : /^\s*(?:\[|[\w.-]+\s*=)/m.test(text) ? 'toml' : 'yaml';
  return { is: 'code', language };
};

const gone: TagRule = (): Becomes => ({ is: 'lines', lines: [] });

/** The pages below this one, where there are any. */
const pagesListed: TagRule = (tag): Becomes => ({ is: 'lines', lines: listOfPages(tag.attributes) ?? [] });

const titledPart = (tag: Tag): Becomes => {
  const title = titleOf(tag, 'header', 'title', 'name');
  return title === null ? { is: 'content' } : { is: 'part', title };
};

const listed: TagRule = (tag) => ({ is: 'item', text: titleOf(tag, 'name') ?? tag.values[0] ?? '' });

const unwrapped = [
  'tabs',
  'tabpane',
  'tab-set',
  'steps',
  'columns',
  'column',
  'cards',
  'cardpane',
  'filetree/container',
  'hextra/feature-grid',
  'hextra/hero-badge',
  'hextra/hero-container',
  'hextra/hero-headline',
  'hextra/hero-section',
  'hextra/hero-subtitle',
  'section',
  'div',
  'blocks/section',
  'blocks/lead',
  'blocks/cover',
  'blocks/feature',
  'blocks/link-down',
  'row',
  'col',
  'center',
  'list',
];

/** A link to a page: `{{< ref "page.md" >}}` stands where its address does. */
const reference = (tag: Tag): string => titleOf(tag, 'path') ?? tag.values[0] ?? '';

/** A line that leads to a page, by its title. */
const toPage: TagRule = (tag) => {
  const page = titleOf(tag, 'page', 'path', 'href', 'link') ?? tag.values[0] ?? '';
  return { is: 'lines', lines: page === '' ? [] : [`[${page}](<${page}>)`] };
};

const since =
  (what: string) =>
  (tag: Tag): string =>
    tag.values[0] === undefined ? '' : `<i>(${what} ${tag.values[0]})</i>`;

/** Shortcodes that have a line, or several, to themselves. */
export const blockShortcodes: Tags['blocks'] = {
  ...Object.fromEntries(types.map((type) => [type, named(type)])),
  ...Object.fromEntries(unwrapped.map((name) => [name, unwrap])),
  alert,
  callout: alert,
  admonition: alert,
  notice: alert,
  hint: alert,
  pageinfo: alert,
  details: section,
  expand: section,
  'expand-section': section,
  tab,
  card: (tag, content) => {
    if (titleOf(tag, 'header') !== null) return titledPart(tag);
    const subtitle = content.length === 0 ? titleOf(tag, 'subtitle') : null;
    const becomes = card(tag, content);
    if (subtitle === null || becomes.is !== 'lines') return becomes;
    return { is: 'lines', lines: becomes.lines.with(-1, `${becomes.lines.at(-1) ?? ''}: ${subtitle}`) };
  },
  step: titledPart,
  progress: (tag) => {
    const shown = [titleOf(tag, 'title'), titleOf(tag, 'label') ?? `${titleOf(tag, 'value') ?? 0} %`];
    return { is: 'lines', lines: [shown.filter((one) => one !== null).join(': ')] };
  },
  'filetree/folder': listed,
  'filetree/file': listed,
  'hextra/hero-button': (tag) => shownButton(tag, ''),
  'hextra/feature-card': (tag, content) => {
    const becomes = card(tag, content);
    const subtitle = titleOf(tag, 'subtitle');
    if (subtitle === null || becomes.is !== 'lines') return becomes;
    return { is: 'lines', lines: [...becomes.lines, '', subtitle] };
  },
  'page-ref': toPage,
  pageref: toPage,
  pdf: address((tag) => tag.values[0] ?? titleOf(tag, 'src', 'url') ?? null),
  figure,
  img: picture,
  image: picture,
  imgproc: processed,
  youtube: player((id, tag) => {
    const start = titleOf(tag, 'start');
    return `https://www.youtube.com/watch?v=${id}${start === null ? '' : `&t=${start}`}`;
  }),
  yt: player((id) => `https://www.youtube.com/watch?v=${id}`),
  vimeo: player((id) => `https://vimeo.com/${id}`),
  gist: address(({ values: [user, id] }) => (id === undefined ? null : `https://gist.github.com/${user}/${id}`)),
  instagram: address(({ values: [id] }) => (id === undefined ? null : `https://www.instagram.com/p/${id}/`)),
  x: address((tag) => `https://x.com/${titleOf(tag, 'user')}/status/${titleOf(tag, 'id')}`),
  tweet: address((tag) => `https://x.com/${titleOf(tag, 'user')}/status/${titleOf(tag, 'id')}`),
  iframe: address((tag) => titleOf(tag, 'src') ?? tag.values[0] ?? null),
  highlight: (tag) => ({ is: 'code', language: tag.values[0] ?? '' }),
  'code-toggle': toggled,
  mermaid: source('mermaid'),
  katex: source('math'),
  math: source('math'),
  include: included,
  readfile: included,
  button: (tag, content) => shownButton(tag, textOf(content)),
  children: pagesListed,
  toc: gone,
  'toc-tree': pagesListed,
};

/** Shortcodes in a line of text. */
export const inlineShortcodes: Tags['inline'] = {
  ref: reference,
  relref: reference,
  relRef: reference,
  'new-in': since('new in'),
  'deprecated-in': since('deprecated in'),
  icon: iconOf,
  term: (tag, content) => content ?? tag.values[0] ?? titleOf(tag, 'entry', 'name') ?? '',
  badge: (tag, content) =>
    linkTo('link')(tag, content ?? titleOf(tag, 'content', 'text', 'title') ?? tag.values[0] ?? ''),
  label: (_, content) => content ?? '',
  highlight: (_, content) => `\`${content ?? ''}\``,
  kbd: (tag, content) => `<kbd>${content ?? tag.values[0] ?? ''}</kbd>`,
  mark: (_, content) => `<mark>${content ?? ''}</mark>`,
  katex: (_, content) => `$${content ?? ''}$`,
  math: (_, content) => `$${content ?? ''}$`,
  button: (tag, content) => button(tag, content ?? '') ?? content ?? '',
};
