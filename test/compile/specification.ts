import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { canonical } from '../../src/body/canonical.ts';
import { serialise } from '../../src/body/serialise.ts';
import { type CompiledBody, compileMarkdown } from '../../src/compile/body.ts';
import { settleOutline } from '../../src/compile/outline.ts';
import { shapeBody } from '../../src/dialect/shape.ts';
import { spaced } from '../../src/dialect/spacing.ts';
import { noValues } from '../../src/model/variables.ts';

/** An example of a specification of Markdown. */
export interface Example {
  readonly number: number;
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

const ignore = (): void => undefined;

/** What the Markdown compiles to, with addresses as they were written. */
export function ours(markdown: string): string {
  const body: CompiledBody = compileMarkdown({
    path: 'a.md',
    text: markdown,
    root: 'content',
    title: 'x',
    files: new Map(),
    values: noValues,
    flatten: [],
    spacing: 'normal',
    dialect: { flavour: 'github', components: {} },
  });
  return canonical(filled(body.html, body.targets));
}

/** A specification's HTML, brought down to what Intercom has by the same rules. */
export function theirs(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  const { blocks, found } = shapeBody(tree.children as ElementContent[], 'normal', ignore);
  settleOutline(found, null, ignore);
  const root: Root = { type: 'root', children: spaced(blocks, 'body', 'normal') };
  return canonical(filled(serialise(root), found.targets));
}

function filled(html: string, targets: readonly { readonly target: string }[]): string {
  return html.replace(/helpcentre-target-(\d+)/g, (_, index: string) =>
    (targets[Number(index)]?.target ?? '').replace(/&/g, '&amp;').replace(/"/g, '&quot;'),
  );
}

/** Reason by number, of examples listed by reason. */
export function byNumber(others: Readonly<Record<string, readonly number[]>>): ReadonlyMap<number, string> {
  return new Map(Object.entries(others).flatMap(([reason, numbers]) => numbers.map((n) => [n, reason])));
}
