/** Attributes that React spells otherwise. */
const renamed: Readonly<Record<string, string>> = {
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  frameborder: 'frameBorder',
  allowfullscreen: 'allowFullScreen',
};

const empty = /^<(?:br|hr|img|col|wbr)\b/i;

/** A tag of HTML as JSX has it: every element ends, styles are objects. */
export function jsxTag(tag: string): string {
  if (tag.startsWith('</')) return tag;
  const plain = tag
    .replace(/\s*\/?>$/, '')
    .replace(/(\s)([\w:-]+)(?:="([^"]*)")?/g, (_, space: string, name: string, value: string | undefined) => {
      if (name === 'style' && value !== undefined) return `${space}style={{ ${styleOf(value)} }}`;
      const key = renamed[name.toLowerCase()] ?? name;
      return value === undefined ? `${space}${key}` : `${space}${key}="${value}"`;
    });
  return empty.test(tag) ? `${plain} />` : `${plain}>`;
}

/** `background-color: #fff; width: 9px` as what stands in an object. */
function styleOf(css: string): string {
  return css
    .split(';')
    .map((one) => /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(one))
    .filter((found) => found !== null)
    .map(([, name = '', value = '']) => {
      const key = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return `${key}: '${value.replaceAll("'", '')}'`;
    })
    .join(', ');
}

/** A comment of HTML as an expression that says nothing. */
export function jsxComment(comment: string): string {
  return `{/* ${comment.slice(4, -3).trim().replaceAll('*/', '')} */}`.replace('/*  */', '/* */');
}
