import type { InlineRule } from '../flavour.ts';

/** `{ .class #id width=300 }` and `{: … }`: what of it counts, the rest goes. */
const list = '\\{:?[ \\t]*((?:[.#]|[A-Za-z][\\w-]*=)[^{}\\n]*?)[ \\t]*\\}';

/** Rules for lists of attributes, where a link with a class that matches is a button. */
export function buttonOf(button: RegExp): readonly InlineRule[] {
  return [
    {
      sign: '](',
      pattern: new RegExp(
        `(?<!!)\\[((?:[^\\[\\]]|\\[[^\\[\\]]*\\])*)\\]\\(<?([^()\\s<>]*(?:\\([^()\\s]*\\)[^()\\s<>]*)*)>?(?:\\s+"[^"]*")?\\)${list}`,
        'dg',
      ),
      write: ([, text = '', href = '', attributes = '']) =>
        button.test(attributes) ? `:button[${text.trim()}]{href="${href}"}` : `[${text}](${href})`,
    },
    {
      sign: '![',
      pattern: new RegExp(`!\\[([^\\[\\]]*)\\]\\(<?([^()\\s<>]*)>?(?:\\s+"[^"]*")?\\)${list}`, 'dg'),
      write: ([, alt = '', src = '', attributes = '']) => {
        const width = /\bwidth="?(\d+)(?:px)?"?(?![\d%])/.exec(attributes)?.[1];
        return width === undefined
          ? `![${alt}](${src})`
          : `<img src="${src}" alt="${alt.replaceAll('"', '&quot;')}" width="${width}">`;
      },
    },
    {
      sign: '#',
      pattern: new RegExp(`^(\\s*#{1,6}\\s.*?)[ \\t]*${list}[ \\t]*$`, 'dg'),
      write: ([, heading = '', attributes = '']) => {
        const id = /#([^\s.#]+)/.exec(attributes)?.[1];
        return id === undefined ? heading : `${heading} {#${id}}`;
      },
    },
    { sign: '{', pattern: new RegExp(`(?<!^\\s*#{1,6}\\s.*)[ \\t]?${list}`, 'dg'), write: () => '' },
  ];
}
