import { createCodeLines } from '../../text/code-lines.ts';
import type { Parts } from '../flavour.ts';
import { behind, type Line, lineAt } from '../lines.ts';
import { resourcesIn } from '../resources.ts';
import { shortcodes, type Tag } from '../tags.ts';
import { titleOf } from './mdx.ts';
import { propertyFiles, propertyLines } from './property-list.ts';
import { resourceLines } from './resource-lines.ts';

/** A shortcode that has a line to itself. */
const alone = /^(\s*)(\{\{[<%].*[>%]\}\})\s*$/;

/** Characters that are put into one page. */
const mostCharacters = 400_000;

/** The file that a tag puts in, from the site's folder on; null for none. */
function fileOf(tag: Tag): string | null {
  if (!['include', 'readfile'].includes(tag.name)) return null;
  const file = (titleOf(tag, 'file', 'path') ?? tag.values[0] ?? '').replace(/^\//, '');
  // Markdown is a snippet, which is read like any other text.
  return file === '' || /\.(?:md|markdown)$/.test(file) ? null : file;
}

/** A text as code in a language, or as it is where none is given. */
function asLines(text: string, tag: Tag): readonly string[] {
  const own = text.replace(/\n+$/, '').split('\n');
  const language = titleOf(tag, 'language', 'lang', 'codelang');
  if (language === null && titleOf(tag, 'code') !== 'true') return own;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${(language ?? '').toLowerCase()}`, ...own, fence];
}

function tagIn(text: string): { readonly margin: string; readonly tag: Tag } | null {
  const [, margin = '', written = ''] = alone.exec(text) ?? [];
  const tag = written === '' ? null : shortcodes.read(written);
  return tag === null || tag === 'more' || tag.written !== written ? null : { margin, tag };
}

/** Files that Hugo's themes put into a page as they are, what they list out of files of data, and pictures of the page. */
export const hugoFiles: Parts = {
  filesIn: (text) =>
    text.split('\n').flatMap((line) => {
      const tag = tagIn(line)?.tag;
      if (tag === undefined) return [];
      const file = fileOf(tag);
      return file === null ? propertyFiles(tag) : [file];
    }),
  putIn(lines, textOf) {
    if (!lines.some(({ text }) => alone.test(text))) return lines;
    const isCode = createCodeLines();
    const { resources, rest } = resourcesIn(lines);
    let left = mostCharacters;
    return rest.flatMap((line): readonly Line[] => {
      const found = isCode(line.text) ? null : tagIn(line.text);
      if (found === null) return [line];
      const file = fileOf(found.tag);
      const text = file === null ? null : textOf(file)?.replace(/\r\n?/g, '\n');
      const shown =
        typeof text === 'string'
          ? asLines(text, found.tag)
          : (propertyLines(found.tag, textOf) ?? resourceLines(found.tag, resources));
      if (shown === null) return [line];
      left -= shown.join('\n').length;
      return left < 0 ? [line] : shown.map((one) => behind(found.margin, lineAt(one, line)));
    });
  },
};
