import type { Nodes, Parents, Root } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { Remedy } from '../dialect/construct.ts';
import { positionIn } from '../dialect/position-in.ts';
import { parseMarkdown } from '../dialect/syntax/parse.ts';
import type { Steps } from '../dialect/syntax/steps.ts';
import type { ContentPath } from '../model/article.ts';
import { TooComplex } from '../model/too-complex.ts';
import { withoutFrontMatter } from '../text/fences.ts';
import { type Meant, meantPath } from '../text/meant.ts';
import { behindAlias } from './alias.ts';
import { codeOf, excerptOf } from './excerpt.ts';
import type { Library } from './library.ts';
import { checkLines, checkTree, maxLength } from './limits.ts';
import { resolveLocal } from './paths.ts';
import { sayRemark } from './remarks.ts';
import { snippetPaths, textsIn } from './snippet-paths.ts';
import { makeOwn, shift } from './snippet-tree.ts';
import { translationOf } from './translation-of.ts';

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
  const tree = withLine(base.line, () => parseMarkdown(own, library.values, library.steps));
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
    if (snippet?.data?.variables) {
      const { variables = [], variableFindings = [] } = tree.data ?? {};
      tree.data = {
        ...tree.data,
        variables: [...variables, ...snippet.data.variables],
        variableFindings: [...variableFindings, ...(snippet.data.variableFindings ?? [])],
      };
    }
    const index = parent.children.indexOf(node as never);
    dropClosing(parent, index + 1);
    const instead = snippet?.children ?? [];
    parent.children = [...parent.children.slice(0, index), ...instead, ...parent.children.slice(index + 1)] as never[];
  }
  return tree;
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
