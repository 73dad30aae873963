import type { InlineRule } from '../flavour.ts';

/** `{ .class #id width=300 }` and `{: … }`: what of it counts, the rest goes. Our own button has one too. */
const inside = '[ \\t]*((?:[.#]|(?!href=)[A-Za-z][\\w-]*=)[^{}\\n]{0,400}?)[ \\t]*\\}(?!\\})';

/** How a tool opens a list: kramdown with `{:` alone. */
type Start = 'brace' | 'colon' | 'either';

const starts: Readonly<Record<Start, string>> = { brace: '(?<!\\{)\\{', colon: '\\{:', either: '(?<!\\{)\\{:?' };

const text = '(?:[^\\[\\]]|\\[[^\\[\\]]{0,400}\\](?:\\([^()\\s]{0,400}\\))?)';
const address = '<?([^()\\s<>]*(?:\\([^()\\s]*\\)[^()\\s<>]*)*)>?';
const title = '(?:\\s+(?:"[^"]*"|\'[^\']*\'))?';

/**
 * Rules for lists of attributes.
 *
 * @param button class of a link that is a button
 */
export function attributeLists(button: RegExp, start: Start): readonly InlineRule[] {
  const list = starts[start] + inside;
  const link = `(?<!!)\\[(${text}{0,400})\\]\\(${address}${title}\\)[ \\t]?${list}`;
  return [
    {
      sign: '![',
      pattern: new RegExp(`!\\[([^\\[\\]]{0,2000})\\]\\(${address}${title}\\)[ \\t]?${list}`, 'dg'),
      write: ([, alt = '', src = '', attributes = '']) => image(alt, src, attributes),
    },
    {
      sign: '](',
      pattern: new RegExp(link, 'dg'),
      write: ([whole = '', label = '', href = '', attributes = ''], _, line) =>
        button.test(attributes) && isAlone(line, whole, new RegExp(link, 'g'))
          ? `:button[${label.trim()}]{href="${href}"}`
          : `[${label}](${href})`,
    },
    {
      sign: '#',
      pattern: new RegExp(`^(\\s*#{1,6}\\s(?:.*\\S)?)[ \\t]*${list}[ \\t]*$`, 'dg'),
      write: ([, heading = '', attributes = '']) => {
        const id = idOf(attributes);
        return id === undefined ? heading : `${heading} {#${id}}`;
      },
    },
    {
      sign: '{',
      pattern: new RegExp(`(?<!^\\s*#{1,6}\\s.*)[ \\t]?${list}`, 'dg'),
      write: ([, attributes = '']) => {
        const id = idOf(attributes);
        return id === undefined ? '' : `<span id="${id}"></span>`;
      },
    },
  ];
}

const idOf = (attributes: string): string | undefined => /(?:^|\s)#([\w.:-]+)/.exec(attributes)?.[1];

/** Buttons are blocks: a link in a sentence or in a table stays one. */
function isAlone(line: string, whole: string, link: RegExp): boolean {
  const others = line.length > 2000 ? line.replace(whole, '') : line.replace(link, '');
  return /^\s*(?:(?:[-*+]|\d+[.)])\s+)?$/.test(others);
}

function image(alt: string, src: string, attributes: string): string {
  const width = /\bwidth\s*[=:]\s*["']?(\d+)(?:px)?(?![\d%.]|em)/.exec(attributes)?.[1];
  return width === undefined
    ? `![${alt}](${src})`
    : `<img src="${src}" alt="${alt.replaceAll('"', '&quot;')}" width="${width}">`;
}
