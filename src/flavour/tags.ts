import { attributesOf, endOfTag, textOf } from './jsx-text.ts';

/** A tag of another tool: `<Note title="x">`, `{% hint style="info" %}`, `{{< figure src="a.png" >}}`. */
export interface Tag {
  readonly name: string;
  /** Values that are plain text, by name; one without a value is ''. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Values without a name, in order. */
  readonly values: readonly string[];
  readonly kind: 'open' | 'close' | 'alone';
  /** As written. */
  readonly written: string;
}

/** A tool's way to write tags. */
export interface TagSyntax {
  /** What every tag begins with. */
  readonly sign: string;
  /** What people call one: "component". */
  readonly noun: string;
  /** Reads a tag at the start of a text; `more`: it may be one once a line more is there; null: it is none. */
  readonly read: (text: string) => Tag | 'more' | null;
}

/** Components of JSX and Vue: names that begin with a capital, so that HTML stays HTML. */
export const jsx: TagSyntax = { sign: '<', noun: 'component', read: (text) => component(text, /^<(\/?)([A-Z][\w.]*)/) };

/** The same with `<head>`, which Docusaurus puts into the head of the page. */
export const jsxWithHead: TagSyntax = { ...jsx, read: (text) => component(text, /^<(\/?)([A-Z][\w.]*|head(?=[\s>]))/) };

/** Components of Vue, which may have small letters and a hyphen too: `<my-icon />`. */
export const vue: TagSyntax = {
  ...jsx,
  read: (text) => component(text, /^<(\/?)([A-Z][\w.]*|[a-z]\w*(?:-\w+)+)/),
};

/** Elements by their names, which are none of HTML's. */
export function elementsNamed(names: ReadonlySet<string>): TagSyntax {
  return {
    sign: '<',
    noun: 'element',
    read(text) {
      const name = /^<\/?([a-z][\w-]*)/.exec(text)?.[1] ?? '';
      return names.has(name) ? component(text, /^<(\/?)([a-z][\w-]*)/) : null;
    },
  };
}

/** Tags that the configuration names, in the texts of a tool that has none. */
export function chosenTags(names: readonly string[]): TagSyntax {
  return {
    ...jsx,
    read(text) {
      const name = /^<\/?([A-Za-z][\w.-]*)/.exec(text)?.[1];
      return name !== undefined && names.includes(name) ? component(text, /^<(\/?)([A-Za-z][\w.-]*)/) : null;
    },
  };
}

function component(text: string, name: RegExp): Tag | 'more' | null {
  const start = name.exec(text);
  if (start === null) return text.startsWith('<>') || text.startsWith('</>') ? fragment(text) : null;
  const [whole, slash = '', named = ''] = start;
  const end = endOfTag(text, whole.length);
  if (end === null) return 'more';
  const inside = text.slice(whole.length, end);
  if (!/^[\s/>]/.test(text.slice(whole.length))) return null;
  const isAlone = inside.endsWith('/');
  const attributes = plainAttributes(isAlone ? inside.slice(0, -1) : inside);
  const kind = slash !== '' ? 'close' : isAlone ? 'alone' : 'open';
  return { name: named, attributes, values: [], kind, written: text.slice(0, end + 1) };
}

/** Elements of HTML that hold blocks, by name: in MDX they may hold Markdown. */
export const htmlBlocks: TagSyntax = {
  sign: '<',
  noun: 'element',
  read(text) {
    const start =
      /^<(\/?)(div|section|article|main|header|footer|center|figure|figcaption|nav|p|details)(?=[\s/>]|$)/.exec(text);
    if (start === null) return null;
    const [whole, slash = '', name = ''] = start;
    const end = endOfTag(text, whole.length);
    if (end === null) return 'more';
    const kind = slash !== '' ? 'close' : text[end - 1] === '/' ? 'alone' : 'open';
    const attributes = plainAttributes(text.slice(whole.length, end));
    return { name, attributes, values: [], kind, written: text.slice(0, end + 1) };
  },
};

/**
 * An element of HTML that holds blocks, with an attribute that HTML has not: a plug-in or a theme shows something else for
 * it. Such a one is never closed, or in its line; then its words are its `text`.
 */
export const themeElements: TagSyntax = {
  sign: '<',
  noun: 'component',
  read(text) {
    const start = /^<(nav|section|article|aside|header|footer|main|menu|search|dialog)(?=\s)/.exec(text);
    if (start === null) return null;
    const [whole, name = ''] = start;
    const end = endOfTag(text, whole.length);
    if (end === null) return null;
    const given = attributesOf(text.slice(whole.length, end));
    if (given.length === 0 || given.some((one) => ofHtml.test(one.name))) return null;
    const close = text.indexOf(`</${name}>`, end);
    const rest = close < 0 ? null : text.slice(end + 1, close);
    const inside = rest?.includes(`<${name}`) ? null : rest;
    // What goes over lines is HTML that somebody wrote.
    if (inside?.includes('\n')) return null;
    const stop = inside === null ? end + 1 : close + name.length + 3;
    const attributes = new Map(plainAttributes(text.slice(whole.length, end)));
    if (inside !== null) attributes.set('text', inside.trim());
    return { name, attributes, values: [], kind: 'alone', written: text.slice(0, stop) };
  },
};

/** Attributes that any element may have. */
const ofHtml = /^(?:class|id|style|role|title|lang|dir|align|hidden|tabindex|markdown|open|v-|:|@|#|aria-|data-)/;

/** Attributes that say in words what a component shows. */
const inWords = ['text', 'label', 'title'];

/** Those that name something too, which shows in a sentence alone. */
const inSentences = ['name', 'to', 'value'];

/**
 * What a component is called by its attributes, where nobody knows what it shows: a name such as `main_more` as words.
 * null where none says anything.
 *
 * @param isAlone it has its lines to itself
 */
export function wordsOf({ name, attributes }: Tag, isAlone = false): string | null {
  if (/icon|svg|image|img|logo|emoji/i.test(name)) return null;
  const keys = isAlone ? inWords : [...inWords, ...inSentences];
  const given = keys.map((key) => attributes.get(key)?.trim() ?? '').find((value) => value !== '');
  if (given === undefined || attributes.get('text')?.trim() === given) return given ?? null;
  return /^[\p{L}\p{N}][\p{L}\p{N}_ .,'’!?-]{0,80}$/u.test(given) ? given.replace(/[_-]+/g, ' ') : null;
}

function fragment(text: string): Tag {
  const kind = text.startsWith('</') ? 'close' : 'open';
  const written = kind === 'open' ? '<>' : '</>';
  return { name: 'Fragment', attributes: new Map(), values: [], kind, written };
}

/** Values that are plain text; an expression that is none is left out, for it would have to be run. */
function plainAttributes(inside: string): ReadonlyMap<string, string> {
  const plain = attributesOf(inside).flatMap(({ name, text, expression }): [string, string][] => {
    if (expression === null) return [[name, unescaped(text ?? '')]];
    const value = /^(?:true|false)$/.test(expression) ? expression : textOf(expression);
    return value === null || value === 'false' ? [] : [[name, value]];
  });
  return new Map(plain);
}

/** Tags of Liquid, and of GitBook, which looks like it: `{% name key="value" %}` … `{% endname %}`. */
export const liquid: TagSyntax = {
  sign: '{%',
  noun: 'tag',
  read(text) {
    const found = /^\{%-?\s*(end)?(@?[A-Za-z][\w/-]*)((?:"[^"]*"|'[^']*'|[^%"']|%(?!\}))*?)-?%\}/.exec(text);
    if (found === null) return text.startsWith('{%') && !text.includes('%}') ? 'more' : null;
    const [written, end, name = '', inside = ''] = found;
    return { name, ...attributesIn(inside), kind: end === undefined ? 'open' : 'close', written };
  },
};

/** Hugo's shortcodes: `{{< name key="value" >}}`, `{{% name %}}` … `{{% /name %}}`. */
export const shortcodes: TagSyntax = {
  sign: '{{',
  noun: 'shortcode',
  read(text) {
    const found =
      /^\{\{(?:<|%)\s*(\/?)\s*([A-Za-z][\w/.-]*)((?:"(?:\\.|[^"\\])*"|`[^`]*`|[^>%"`]|[>%](?!\}\}))*?)(\/?)\s*[>%]\}\}/.exec(
        text,
      );
    if (found === null) return /^\{\{[<%]/.test(text) && !/[>%]\}\}/.test(text) ? 'more' : null;
    const [written, slash, name = '', inside = '', alone] = found;
    const kind = slash === '/' ? 'close' : alone === '/' ? 'alone' : 'open';
    return { name, ...attributesIn(inside), kind, written };
  },
};

const attribute =
  /([A-Za-z_@:][\w:.@-]*)\s*=\s*(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|\{\s*(?:"([^"]*)"|'([^']*)'|`([^`$]*)`|(true|false|[\d.]+))\s*\}|(\{)|([^\s"'`{}<>]+))|"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`([^`]*)`|([^\s=,"'`{}<>]+)/g;

/** Attributes of a tag. */
function attributesIn(text: string): Pick<Tag, 'attributes' | 'values'> {
  const attributes = new Map<string, string>();
  const values: string[] = [];
  for (const found of text.matchAll(attribute)) {
    const [, name, ...given] = found;
    const value = given.find((one) => one !== undefined && one !== '{');
    if (name !== undefined) {
      if (value !== undefined || given[6] === undefined) attributes.set(name, unescaped(value ?? ''));
    } else if (given.slice(8, 11).some((one) => one !== undefined)) values.push(unescaped(value ?? ''));
    else {
      attributes.set(value ?? '', '');
      values.push(value ?? '');
    }
  }
  return { attributes, values };
}

const unescaped = (text: string): string => text.replace(/\\(["'\\])/g, '$1').replaceAll('&quot;', '"');
