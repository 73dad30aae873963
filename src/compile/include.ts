import type { Nodes, Parents, Root, RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { Remedy, Report } from '../dialect/construct.ts';
import { shortened } from '../dialect/foreign-text.ts';
import { positionIn } from '../dialect/position-in.ts';
import { parseMarkdown } from '../dialect/syntax/parse.ts';
import type { Steps } from '../dialect/syntax/steps.ts';
import type { Remark } from '../flavour/context.ts';
import { flavours } from '../flavour/flavours.ts';
import { type Translation, translate } from '../flavour/translate.ts';
import type { ContentPath } from '../model/article.ts';
import type { FileFacts } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { TooComplex } from '../model/too-complex.ts';
import { withoutFrontMatter } from '../text/fences.ts';
import { type Meant, meantPath } from '../text/meant.ts';
import { behindAlias } from './alias.ts';
import { codeOf, excerptOf } from './excerpt.ts';
import { checkLines, checkTree, maxLength, mostLines } from './limits.ts';
import type { Origins } from './origins.ts';
import { resolveLocal } from './paths.ts';
import { importedText, snippetPaths, textsIn } from './snippet-paths.ts';

/** What reading an article and its snippets needs. */
export interface Library {
  readonly files: ReadonlyMap<ContentPath, FileFacts>;
  readonly variables: Readonly<Record<string, string>>;
  readonly origins: Origins;
  readonly report: Report;
  /** The tool whose Markdown it is. */
  readonly dialect: DialectOf;
  /** Gets the path of every snippet that was looked for. */
  readonly uses: Set<ContentPath>;
}

/** How texts are read: settings that say so. */
export type DialectOf = Pick<Settings, 'flavour' | 'components'>;

/** Snippets that one article may be made of: those that include others multiply. */
const mostSnippets = 500;

/** One article as it is read, with what was spent on it so far. */
interface Reading extends Library {
  readonly steps: Steps;
  snippets: number;
}

/**
 * Reads Markdown and puts its snippets in the place of `:::include{file=…}`. A snippet's own definitions and
 * footnotes stay its own.
 *
 * @param path of the file
 * @param text of the file, or of a snippet without its front matter
 * @throws TooComplex
 */
export function readWithSnippets(path: ContentPath, text: string, library: Library): Root {
  return readFile(path, text, { ...library, steps: { taken: 0 }, snippets: 0 }, [path]);
}

function readFile(path: ContentPath, text: string, library: Reading, chain: readonly ContentPath[]): Root {
  const translation = translationOf(path, text, library);
  const own = translation?.text ?? text;
  const base = library.origins.add(path, text, translation);
  withLine(base.line, () => checkLines(own));
  for (const [index, { remark }] of translation?.remarks.entries() ?? [])
    sayRemark(remark, base.line + (translation?.remarkLine ?? 1) + index, library);
  const tree = withLine(base.line, () => parseMarkdown(own, library.variables, library.steps));
  if (chain.length > 1) {
    shift(tree, base);
    makeOwn(tree, `${base.line}:`);
  }
  checkTree(tree);
  const includes = own.includes('::') ? includesIn(tree) : [];
  for (const { node, parent } of includes) {
    const snippet = readSnippet(node, library, chain);
    if (snippet?.data?.placeholders) {
      tree.data = { ...tree.data, placeholders: [...(tree.data?.placeholders ?? []), ...snippet.data.placeholders] };
    }
    if (snippet?.data?.unknownVariables) {
      const before = tree.data?.unknownVariables ?? [];
      tree.data = { ...tree.data, unknownVariables: [...before, ...snippet.data.unknownVariables] };
    }
    const index = parent.children.indexOf(node as never);
    dropClosing(parent, index + 1);
    const instead = snippet?.children ?? [];
    parent.children = [...parent.children.slice(0, index), ...instead, ...parent.children.slice(index + 1)] as never[];
  }
  return tree;
}

/** A text of another tool in our dialect. */
function translationOf(path: ContentPath, text: string, library: Reading): Translation | undefined {
  const { dialect, variables } = library;
  // A text beyond these bounds is refused as it is.
  if (dialect.flavour === 'github' || text.length > maxLength || text.split('\n').length > mostLines) return undefined;
  const imported = (address: string): string | null => importedText(address, path, library);
  return translate(text, flavours[dialect.flavour], dialect.components, path, Object.keys(variables), imported);
}

function sayRemark(remark: Remark, line: number, { report }: Library): void {
  const start = { line, column: 1 };
  if (remark.is === 'icon') {
    report('icon-dropped', {}, { start, end: start });
    return;
  }
  const written = shortened(remark.written);
  if (remark.is === 'program') report('expression-lost', { written }, { start, end: start });
  else if (remark.is === 'elsewhere') report('part-of-file', { written }, { start, end: start });
  else report('component-unknown', { ...remark, written }, { start, end: start });
}

function includesIn(tree: Root): readonly { readonly node: LeafDirective; readonly parent: Parents }[] {
  const found: { node: LeafDirective; parent: Parents }[] = [];
  visit(tree as Nodes, 'leafDirective', (node: LeafDirective, _index, parent) => {
    if (node.name === 'include' && parent !== undefined) found.push({ node, parent });
  });
  return found;
}

/** Takes away the line of colons that may follow an include, as the end of a directive does. */
function dropClosing(parent: Parents, index: number): void {
  const next = parent.children[index];
  const first = next?.type === 'paragraph' ? next.children[0] : undefined;
  if (next?.type !== 'paragraph' || first?.type !== 'text') return;
  const rest = first.value.replace(/^:{3,}[ \t]*(\n|$)/, '');
  if (rest === first.value) return;
  first.value = rest;
  if (rest === '') next.children.shift();
  if (next.children.length === 0) parent.children.splice(index, 1);
}

function readSnippet(node: LeafDirective, library: Reading, chain: readonly ContentPath[]): Root | null {
  const target = node.attributes?.file ?? '';
  const at = node.position && lineStart(node.position.start);
  const likely = snippetPaths(target, chain.at(-1) ?? '', library);
  const found =
    likely.find((path) => library.files.get(path)?.kind === 'text') ?? behindAlias(target, textsIn(library));
  for (const path of [...likely, found]) if (path !== null) library.uses.add(path);
  const facts = found === null ? undefined : library.files.get(found);
  const isCycle = found !== null && chain.includes(found);
  const instead = node.attributes?.instead;
  if (instead && (found === null || isCycle)) return linkInstead(target, instead, node);
  if (target === '' || found === null || facts?.kind !== 'text') {
    const refused = likely.map((path) => library.files.get(path)).find((one) => one?.kind === 'refused');
    if (refused?.kind === 'refused') {
      library.report('file-refused', { target, reason: refused.reason }, at);
      return null;
    }
    const near = target === '' ? null : meantPath(resolveLocal('', target).path ?? target, textsIn(library));
    library.report('snippet-missing', { target, nearest: near?.name ?? null }, at, remedyOf(near, node, library));
    return null;
  }
  if (isCycle) {
    library.report('snippet-cycle', { chain: [...chain, found].join(' → ') }, at);
    return null;
  }
  const line = node.position?.start.line ?? 1;
  library.snippets += 1;
  if (library.snippets > mostSnippets) throw new TooComplex(line, `more than ${mostSnippets} snippets in one article`);
  if (library.origins.size() + facts.text.length > maxLength * 2) {
    throw new TooComplex(line, 'the text with its snippets');
  }
  const whole = facts.text.replace(/\r\n?/g, '\n');
  const text = excerptOf(node.attributes?.code === undefined ? withoutFrontMatter(whole) : whole, node.attributes);
  if (text === null) {
    library.report('snippet-missing', { target: `${target}#${node.attributes?.region}`, nearest: null }, at);
    return null;
  }
  if (node.attributes?.code !== undefined) return { type: 'root', children: [codeOf(text, node)] };
  return readFile(found, text, library, [...chain, found]);
}

/** A link to a text that cannot be put in, such as one that is being put together. */
function linkInstead(target: string, shown: string, { position }: LeafDirective): Root {
  const place = position === undefined ? {} : { position };
  const text = { type: 'text' as const, value: shown, ...place };
  const link = { type: 'link' as const, url: encodeURI(target), children: [text], ...place };
  return { type: 'root', children: [{ type: 'paragraph', children: [link], ...place }] };
}

/** Writes the path of the snippet that was surely meant. */
function remedyOf(
  near: Meant | null,
  { attributes, position }: LeafDirective,
  { origins }: Library,
): Remedy | undefined {
  const written = origins.written(position);
  const target = attributes?.file ?? '';
  const start = written.indexOf(target);
  if (near?.isSure !== true || position === undefined || start < 0) return undefined;
  const at = positionIn(written, start, start + target.length, position.start);
  return { description: `write "${near.name}"`, at, text: near.name };
}

/** Where an include begins: the colons in front of the last two are not in its position. */
function lineStart(point: Point): { start: Point; end: Point } {
  const start = { line: point.line, column: Math.max(1, point.column - 1) };
  return { start, end: start };
}

function withLine<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof TooComplex ? new TooComplex(line + error.line, error.message) : error;
  }
}

function shift(tree: Root, base: { readonly line: number; readonly offset: number }): void {
  const seen = new Set<Point>();
  const move = (point: Point | undefined): void => {
    if (point === undefined || seen.has(point)) return;
    seen.add(point);
    point.line += base.line;
    if (point.offset !== undefined) point.offset += base.offset;
  };
  const moveBoth = (position: { start: Point; end: Point } | undefined): void => {
    move(position?.start);
    move(position?.end);
  };
  visit(tree as Nodes, (node) => moveBoth(node.position));
  for (const position of tree.data?.placeholders ?? []) moveBoth(position);
  for (const { position } of tree.data?.unknownVariables ?? []) moveBoth(position);
}

/** Keeps a snippet's labels apart from those of other files. */
function makeOwn(tree: Root, prefix: string): void {
  visit(tree as Nodes, (node) => {
    if ('identifier' in node) (node as RootContent & { identifier: string }).identifier = prefix + node.identifier;
  });
}
