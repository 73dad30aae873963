/** `:name:` is an emoji. */
export const emojiNames = /(?<![\w:]):(?=[a-z0-9_+-]+:)/g;

/** `import` and `export` begin a program. */
export const modules = /^[ie](?=(?:mport|xport)\s)/g;

/** What begins a block, and a list of attributes, for those that read Markdown as Python-Markdown or kramdown do. */
export const definitionLine = /^:(?=\s)/g;
export const abbreviationLine = /^\*(?=\[[^\]]*\]:)/g;

/** `==text==`. */
export const marks = /=(?==)|(?<==)=/g;
