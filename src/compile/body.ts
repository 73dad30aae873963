import type { Element, ElementContent, Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { serialise } from '../body/serialise.ts';
import { bodySchema } from '../body/vocabulary.ts';
import type { FoundHeading, Preparing, Report } from '../dialect/construct.ts';
import { prepareFootnotes } from '../dialect/footnote.ts';
import { onceAs } from '../dialect/foreign-text.ts';
import { htmlTreeOf } from '../dialect/hast.ts';
import { prepareHtml } from '../dialect/html-nodes.ts';
import { sayIconsDropped } from '../dialect/icon.ts';
import { prepareNodes } from '../dialect/prepare.ts';
import { shapeBody } from '../dialect/shape.ts';
import { spaced } from '../dialect/spacing.ts';
import { prepareVariables } from '../dialect/variable.ts';
import type { ContentPath, Spacing } from '../model/article.ts';
import type { Flattened } from '../model/flatten.ts';
import { type ForeignKind, isForeignKind } from '../model/foreign-kinds.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { FileFacts } from '../model/repository.ts';
import { TooComplex } from '../model/too-complex.ts';
import type { Values } from '../model/variables.ts';
import { createFindings, type Foreigners } from './findings.ts';
import { flatten } from './flatten/flatten.ts';
import { readWithSnippets } from './include.ts';
import type { DialectOf } from './library.ts';
import { createOrigins, type Origins } from './origins.ts';
import { type Outline, settleOutline } from './outline.ts';
import { titleRemedy } from './title-remedy.ts';
import type { WritingRules } from './writing/asked.ts';
import { lookAtWriting } from './writing/look.ts';

/** One file's Markdown and what it may draw on. */
export interface BodyInput {
  readonly path: ContentPath;
  /** With front matter blanked out. */
  readonly text: string;
  /** Content folder, as places name it. */
  readonly root: string;
  /** The title where it is given; null takes the first heading out of the body. */
  readonly title: string | null;
  /** Line from which a heading of level 1 at the start is shown in place of that title; absent where none is. */
  readonly ownHeadingFrom?: number;
  readonly files: ReadonlyMap<ContentPath, FileFacts>;
  readonly values: Values;
  /** Constructs to write in a plainer way. */
  readonly flatten: readonly Flattened[];
  /** How much space stands between blocks. */
  readonly spacing: Spacing;
  /** The tool whose Markdown it is. */
  readonly dialect: DialectOf;
  /** What is looked for in how it is written; absent: nothing. */
  readonly writing?: WritingRules;
}

/** An address found in a body. */
export interface BodyTarget {
  readonly kind: 'link' | 'image';
  /** As written, percent-encoded where Markdown does so. */
  readonly target: string;
  /** File that it is written in: the article's, or a snippet's. */
  readonly from: ContentPath;
  readonly place: Place;
  /** The whole link or image, as it is written there; empty where it was translated from another tool's. */
  readonly written: string;
}

/** A body by itself: all but where its links lead. */
export interface CompiledBody {
  /** HTML whose `href` and `src` are marks that `targets` are filled in for. */
  readonly html: string;
  readonly targets: readonly BodyTarget[];
  /** Text of the heading that left the body as the title. */
  readonly title: string | null;
  readonly outline: Outline;
  /** Snippets that were put in, or looked for. */
  readonly uses: readonly ContentPath[];
  /** Names that were looked up among the variables. */
  readonly variables: readonly string[];
  readonly problems: readonly Problem[];
  /** Its tool shows blocks on it that are not here, and that may have headings. */
  readonly lacksParts: boolean;
  /** What only other tools read. */
  readonly foreign: Foreigners;
}

const withRaw = unified().use(rehypeRaw).freeze();

/**
 * Compiles one Markdown text to Intercom's HTML, without looking at any other source.
 *
 * @returns a body for every input; an empty one with a problem where the text is too complex to be read
 */
export function compileMarkdown(input: BodyInput): CompiledBody {
  const findings = createFindings();
  const uses: Uses = { snippets: new Set(), variables: new Set() };
  const origins = createOrigins(input.root);
  let lacksParts = false;
  const report: Report = (code, args, at, remedy) => {
    lacksParts ||= takesAway(code, args);
    const fix = remedy &&
      origins.isOwn(remedy.at) && {
        description: remedy.description,
        edits: [{ place: origins.placeOf(remedy.at), text: remedy.text }],
      };
    const file = origins.pathAt(at);
    const once = onceAs(code, args);
    const kind = kindIn(args);
    findings.add({
      once: once === null ? null : `${file} ${once}`,
      kind: file === input.path ? kind : null,
      fix: fix || undefined,
      problem: () =>
        problem(
          code,
          kind === null ? args : Object.assign({ flavour: input.dialect.flavour }, args),
          origins.placeOf(at),
          fix || undefined,
        ),
    });
  };
  try {
    const nodes = toNodes(input, origins, report, uses);
    return {
      ...finish(input, nodes, origins, report),
      ...listed(uses),
      problems: findings.problems(),
      lacksParts,
      foreign: findings.foreign(),
    };
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    const at = { line: error.line, column: 1 };
    report('too-deep', { what: error.message }, { start: at, end: at });
    const outline = { headings: [], titleSlug: null, anchors: {} };
    const nothing = { html: '', targets: [], title: null, outline, ...listed(uses) };
    return { ...nothing, problems: findings.problems(), lacksParts: true, foreign: findings.foreign() };
  }
}

/** What a text was made of besides itself. */
interface Uses {
  readonly snippets: Set<ContentPath>;
  readonly variables: Set<string>;
}

const listed = ({ snippets, variables }: Uses): Pick<CompiledBody, 'uses' | 'variables'> => ({
  uses: [...snippets],
  variables: [...variables],
});

/** Whether a finding says that a block of the page is missing. */
function takesAway(code: string, args: unknown): boolean {
  if (code !== 'component-unknown') return ['snippet-missing', 'part-of-file', 'file-refused'].includes(code);
  return typeof args === 'object' && args !== null && 'lacks' in args && args.lacks === true;
}

/** The kind of another tool's syntax that a finding is about. */
function kindIn(args: unknown): ForeignKind | null {
  const kind = typeof args === 'object' && args !== null && 'kind' in args ? args.kind : null;
  return isForeignKind(kind) ? kind : null;
}

/** Markdown → ordinary HTML, as nodes. */
function toNodes(input: BodyInput, origins: Origins, report: Report, uses: Uses): ElementContent[] {
  const { files, values, dialect } = input;
  const text = input.text.replace(/\r\n?/g, '\n');
  const library = { files, values, dialect, origins, report, uses: uses.snippets, asked: uses.variables };
  const tree = readWithSnippets(input.path, text, library);
  const preparing: Preparing = { report, written: origins.written, mentions: origins.mentions };
  if (origins.mentions('[^')) prepareFootnotes(tree, preparing);
  if (origins.mentions('{{')) prepareVariables(tree, values, preparing, uses.variables);
  prepareNodes(tree, preparing);
  const hasHtml = origins.mentions('<') && prepareHtml(tree, preparing).hasHtml;
  const root = htmlTreeOf(tree);
  const children = (hasHtml ? withRaw.runSync(root) : root).children as ElementContent[];
  const { written, matches } = origins;
  if (input.writing !== undefined) lookAtWriting(children, { rules: input.writing, report, written, matches });
  return children;
}

/** Ordinary HTML → Intercom's, with title and outline settled. */
function finish(
  input: BodyInput,
  nodes: readonly ElementContent[],
  origins: Origins,
  report: Report,
): Omit<CompiledBody, 'uses' | 'variables' | 'problems' | 'lacksParts' | 'foreign'> {
  const { blocks, found } = shapeBody(nodes, input.spacing, report);
  if (origins.mentions('<')) sayIconsDropped(nodes, report);
  const first = blocks.find((block) => !block.data?.blank && !block.data?.tight);
  const repeated = found.headings.find((heading) => heading.element === first);
  // Of several of level 1 the first names a part of the page, not the page.
  const isOnly = found.headings.filter(({ level }) => level === 1).length === 1;
  const from = isOnly ? (input.ownHeadingFrom ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const isShown =
    repeated?.level === 1 && repeated.text !== '' && (origins.placeOf(repeated.position)?.line ?? 0) >= from;
  const title = isShown ? repeated : input.title === null ? titleAmong(blocks, found.headings) : null;
  const isTwice = input.title !== null && repeated !== undefined && sameTitle(repeated.text, input.title);
  // Other tools show the title only once.
  const isSilent = isTwice && !['github', 'intercom-sync'].includes(input.dialect.flavour);
  if (isTwice && !isSilent) {
    const { position } = repeated;
    const isOwn = origins.pathAt(position) === input.path;
    report(
      'title-repeated',
      { title: input.title ?? '' },
      position,
      isOwn ? titleRemedy(input.text, repeated) : undefined,
    );
  }
  const gone = title?.element ?? (isSilent ? repeated.element : null);
  const outline = settleOutline(found, gone, report);
  const kept = gone === null ? blocks : blocks.filter((block) => block !== gone);
  const plain = flatten(kept, input.flatten, report);
  const children = spaced(plain, 'body', input.spacing);
  const root = sanitize({ type: 'root', children }, bodySchema) as Root;
  const targets = found.targets.map(({ kind, target, position }) => ({
    kind,
    target,
    from: origins.pathAt(position),
    place: origins.placeOf(position),
    written: position !== undefined && origins.isOwn(position) ? origins.written(position) : '',
  }));
  return { html: serialise(root), targets, title: title?.text ?? null, outline };
}

/** The first heading that stands in no other block. */
function titleAmong(blocks: readonly Element[], headings: readonly FoundHeading[]): FoundHeading | null {
  const topLevel = new Set(blocks);
  return headings.find((heading) => heading.text !== '' && topLevel.has(heading.element)) ?? null;
}

function sameTitle(a: string, b: string): boolean {
  const fold = (title: string): string => title.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  return fold(a) === fold(b);
}
