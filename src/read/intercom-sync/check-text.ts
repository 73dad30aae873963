import * as posix from 'node:path/posix';
import { referenced } from '../../flavour/intercom-sync/references.ts';
import { type DirectiveFinding, directivesIn } from '../../intercom-markdown/directives.ts';
import { directiveShapes, type KnownDirective } from '../../intercom-markdown/shapes.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem.ts';
import { createCodeLines, withoutCodeSpans } from '../../text/code-lines.ts';
import { nearestName } from '../../text/nearest.ts';

/** What texts may refer to. */
export interface Known {
  /** `article:11` and the like. */
  readonly references: ReadonlySet<string>;
  readonly files: ReadonlySet<ContentPath>;
}

/** What a text is looked at as. */
export interface CheckedText {
  /** In the managed folder. */
  readonly path: ContentPath;
  /** With its fields blanked out. */
  readonly body: string;
  /** As problems name it. */
  readonly file: string;
}

/** What is wrong with the directives and the references of a text, whatever is made of it. */
export function checkText({ body, file }: Pick<CheckedText, 'body' | 'file'>, known: Known): readonly Problem[] {
  const at = (line: number, column: number): Place => ({ file, line, column });
  const found = directivesIn(body.split('\n')).findings.map(({ finding, line, column }) =>
    problemOf(finding, at(line, column)),
  );
  const references = (body.includes('intercom:') ? textLines(body) : []).flatMap(([text, index]) =>
    [...text.matchAll(referenced)].flatMap((match) => {
      const [, , , kind = '', id = ''] = match;
      const isForm = ['article', 'internal_article', 'snippet'].includes(kind) && /^\d+$/.test(id);
      if (isForm && known.references.has(`${kind}:${id}`)) return [];
      const column = match.index + match[0].indexOf('intercom:') + 1;
      const reason = isForm ? ('absent' as const) : ('form' as const);
      return [problem('sync-reference', { reference: `intercom:${kind}:${id}`, reason }, at(index + 1, column))];
    }),
  );
  return [...found, ...references];
}

/** What is wrong with the pictures of a text that nothing is compiled from. */
export function checkImages({ path, body, file }: CheckedText, { files }: Known): readonly Problem[] {
  return textLines(body).flatMap(([text, index]) =>
    [...text.matchAll(/!\[[^\]]{0,1000}\]\(<?([^)\s>]{1,2000})/g)].flatMap((match) => {
      const target = match[1] ?? '';
      if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return [];
      const meant = posix.join(posix.dirname(path), decoded(target));
      const place = { file, line: index + 1, column: match.index + 1 };
      return files.has(meant) ? [] : [problem('image-missing', { target, nearest: null }, place)];
    }),
  );
}

/** What snippets cannot hold. */
export function checkSnippet({ body, file }: CheckedText): readonly Problem[] {
  return textLines(body).flatMap(([text, index]) => {
    const kind = snippetless.find(({ pattern }) => pattern.test(text));
    if (kind === undefined) return [];
    return [problem('sync-snippet', { what: kind.what }, { file, line: index + 1, column: text.search(/\S/) + 1 })];
  });
}

const snippetless: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'directives', pattern: /^[ \t]*:{3,}[A-Za-z]/ },
  { what: 'images', pattern: /!\[[^\]]{0,1000}\]\(|<img\b/ },
  { what: 'tables', pattern: /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|/ },
  { what: 'nested lists', pattern: /^(?: {2,}|\t)[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/ },
];

/** The lines that are no code, with code in them blanked out, and their indexes. */
function textLines(body: string): readonly (readonly [string, number])[] {
  const isCode = createCodeLines();
  return body.split('\n').flatMap((line, index) => (isCode(line) ? [] : [[withoutCodeSpans(line), index] as const]));
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

function problemOf(finding: DirectiveFinding, place: Place): Problem {
  switch (finding.is) {
    case 'opaque':
      return problem('sync-block', {}, place);
    case 'attachment':
      return problem('sync-attachment', {}, place);
    case 'attribute-unsaid':
      return problem('sync-attribute', { ...finding, nearest: null, unsaid: true }, place);
    case 'attribute-unknown': {
      const { required, optional } = directiveShapes[finding.name as KnownDirective];
      const nearest = nearestName(finding.attribute, [...required, ...optional]);
      return problem('sync-attribute', { ...finding, nearest }, place);
    }
    case 'unknown':
      return problem(
        'sync-directive',
        { ...finding, nearest: nearestName(finding.name, Object.keys(directiveShapes)) },
        place,
      );
    default:
      return problem('sync-directive', finding, place);
  }
}
