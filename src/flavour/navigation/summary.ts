import type { Navigation, NavigationPage } from './navigation.ts';

interface Item {
  readonly indent: number;
  readonly title: string;
}

/** A list of links in which what is indented is below; headings are sections above all. */
function pages(text: string): readonly NavigationPage[] {
  const lines = text.split('\n');
  const found: NavigationPage[] = [];
  let group: readonly string[] = [];
  let above: Item[] = [];
  for (const [index, line] of lines.entries()) {
    const heading = /^##+\s+(.*?)\s*(?:<a\b.*)?$/.exec(line);
    if (heading !== null) {
      group = [heading[1] ?? ''];
      above = [];
      continue;
    }
    const item = /^(\s*)[*+-]\s+\[((?:\\.|[^\]\\])*)\](?:\(<?([^)>\s]*)[^)]*\))?/.exec(line);
    if (item === null) continue;
    const [, space = '', title = '', page = ''] = item;
    const indent = space.replaceAll('\t', '  ').length;
    above = above.filter((one) => one.indent < indent);
    const next = lines.slice(index + 1).find((one) => one.trim() !== '') ?? '';
    const hasBelow = /^\s*[*+-]\s/.test(next) && (/^\s*/.exec(next)?.[0].replaceAll('\t', '  ').length ?? 0) > indent;
    const trail = [...group, ...above.map((one) => one.title)];
    // A page with others below it is the first in their section.
    if (page !== '')
      found.push({
        page: decoded(page.replace(/[?#].*$/, '')),
        trail: hasBelow ? [...trail, plain(title)] : trail,
        title: plain(title),
      });
    if (hasBelow) above.push({ indent, title: plain(title) });
  }
  return found;
}

function decoded(page: string): string {
  try {
    return decodeURI(page);
  } catch {
    return page;
  }
}

const plain = (title: string): string => title.replace(/\\(.)/g, '$1').replace(/[*_`]/g, '').trim();

/** GitBook's `SUMMARY.md`. */
export const summary: Navigation = { files: ['SUMMARY.md'], from: 'file', isWhole: true, pages };
