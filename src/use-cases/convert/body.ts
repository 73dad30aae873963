import * as posix from 'node:path/posix';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../dialect/syntax/parse.ts';
import { referenceIn } from '../../flavour/intercom-sync/references.ts';
import { intercomSync } from '../../flavour/tools/intercom-sync.ts';
import { translate } from '../../flavour/translate.ts';
import { relativeAddress } from '../../import/locale-path.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Source } from '../../model/repository.ts';
import { noValues } from '../../model/variables.ts';
import { createCodeLines } from '../../text/code-lines.ts';
import type { NewPaths } from './paths.ts';

/** What links may lead to. */
export interface Leads {
  readonly paths: NewPaths;
  /** Source of an article in its first language, by the number that links name it by. */
  readonly byReference: ReadonlyMap<string, ContentPath>;
}

/**
 * The body of a text in our dialect, its links and pictures leading to the files of our layout.
 *
 * @param source as it was read, in the connector's Markdown
 */
export function convertedBody(source: Source, leads: Leads): string {
  const { text } = translate(source.body, intercomSync, {}, source.path);
  const to = leads.paths.sources.get(source.path) ?? source.path;
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const take = (address: string, start: number | undefined, end: number | undefined): void => {
    const found = newAddress(address, source.path, to, leads);
    if (found === null || start === undefined || end === undefined) return;
    // The address is the last thing of a link or an image that is written like it.
    const written = text.slice(start, end);
    const forms = [`<${address}>`, address, encodeURI(address)];
    const form = forms.find((one) => written.lastIndexOf(one) >= 0);
    if (form === undefined) return;
    const at = start + written.lastIndexOf(form);
    edits.push({ start: at, end: at + form.length, text: found });
  };
  visit(parseMarkdown(text, noValues) as Nodes, (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      take(node.url, node.position?.start.offset, node.position?.end.offset);
    if (node.type === 'textDirective' && node.name === 'button')
      take(node.attributes?.href ?? '', node.position?.start.offset, node.position?.end.offset);
  });
  const inOrder = edits.sort((a, b) => b.start - a.start);
  const done = inOrder.reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
  return settledBlanks(done);
}

/** Where an address leads from the new file; null where it stays what it is. */
function newAddress(address: string, from: ContentPath, to: ContentPath, { paths, byReference }: Leads): string | null {
  const reference = referenceIn(address);
  if (reference !== null) {
    const goal = byReference.get(reference.id);
    const found = goal === undefined ? undefined : paths.sources.get(goal);
    const anchor = /#.+$/.exec(reference.url)?.[0] ?? '';
    return found === undefined ? `<${reference.url}>` : `${relativeAddress(to, found)}${anchor}`;
  }
  if (address === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?])/i.test(address)) return null;
  const [, path = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(address) ?? [];
  const base = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path);
  const meant = [base, decoded(base)].map((one) => paths.sources.get(one) ?? paths.files.get(one));
  const found = meant.find((one) => one !== undefined);
  return found === undefined ? null : `${relativeAddress(to, found)}${rest}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** One blank line where directives left several; none of code is touched. */
function settledBlanks(text: string): string {
  const isCode = createCodeLines();
  const out: string[] = [];
  for (const line of text.split('\n')) {
    const isBlank = !isCode(line) && line.trim() === '';
    if (!isBlank || (out.at(-1) ?? '').trim() !== '') out.push(line);
  }
  return out.join('\n').replace(/^\n+/, '');
}
