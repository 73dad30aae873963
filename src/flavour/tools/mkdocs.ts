import { callout } from '../callout-types.ts';
import type { BlockRule, Flavour, InlineRule } from '../flavour.ts';
import { mkdocsNav } from '../navigation/mkdocs-nav.ts';
import { buttonOf } from './attribute-lists.ts';

const admonition: BlockRule = {
  sign: '!!!',
  open(line) {
    const found = /^!!!\s?([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*)*)(?:\s+"(.*)")?\s*$/.exec(line);
    if (found === null) return null;
    return { becomes: callout(found[1] ?? '', found[3] ?? null), ends: { at: 'indent', width: 4 } };
  },
};

const collapsible: BlockRule = {
  sign: '???',
  open(line) {
    const found = /^\?\?\?\+?\s?([A-Za-z][\w-]*)?(?:\s+[A-Za-z][\w-]*)*(?:\s*"(.*)")?\s*$/.exec(line);
    if (found === null) return null;
    const type = found[1] ?? 'details';
    const title = found[2] ?? (type[0] ?? '').toUpperCase() + type.slice(1);
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

const inline: readonly InlineRule[] = [
  ...buttonOf(/\bmd-button\b/),
  {
    sign: '==',
    pattern: /(?<![=\w!<>])==(?![\s=])([^=]{1,300}?)(?<!\s)==(?![=\w])/dg,
    write: ([, text]) => `<mark>${text}</mark>`,
  },
  {
    sign: '++',
    pattern: /(?<![\w+])\+\+([a-z0-9"-]+(?:\+[a-z0-9"-]+)*)\+\+(?![\w+])/dg,
    write: ([, keys = '']) =>
      keys
        .split('+')
        .map((key) => `<kbd>${keyName(key)}</kbd>`)
        .join('+'),
  },
  { sign: '^^', pattern: /\^\^(?!\s)([^^]{1,200}?)\^\^/dg, write: ([, text]) => `<ins>${text}</ins>` },
  {
    sign: ':',
    pattern: /(?<![\w:]):(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:(?:\{[^{}]*\})?\s?/dg,
    write: () => '',
  },
];

const keys: Readonly<Record<string, string>> = { ctrl: 'Ctrl', cmd: 'Cmd', alt: 'Alt', esc: 'Esc', del: 'Del' };

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
  blocks: [admonition, collapsible, tab],
  inline,
  tags: [],
  comments: [],
  modules: [],
  navigation: mkdocsNav,
  files: { endings: ['md', 'markdown'], index: ['index', 'readme'], never: [], title: 'heading' },
  keys: { title: ['title'], description: ['description'], draft: ['draft'], published: [], addresses: [] },
};
