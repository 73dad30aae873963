import { asIntercomMarkdown } from '../intercom-markdown/as-markdown.ts';
import { keepingBody } from '../memory/kept-text.ts';
import { putLast } from '../memory/put-last.ts';
import { readableMarkdown } from './addresses.ts';
import type { Engine } from './engine.ts';

/** A record whose body is kept as HTML. Records are never changed in place, so each is written once. */
interface WithBody {
  readonly body: string;
}

const written = new Map<WithBody, WithBody>();
/** Of larger workspaces, which are listed once by most programs, those that were asked for last. */
const mostKept = 3_000;

/**
 * `body_markdown` of an answer, as Intercom writes it: what Markdown cannot say is left out, what HTML does not show is
 * in it, and a link to an article of the workspace says which. Null where a switch says so.
 */
export function bodyMarkdown(engine: Engine, record: WithBody): string | null {
  if (engine.quirks.markdownRead === 'null') return null;
  const known =
    written.get(record) ??
    keepingBody({ body: asIntercomMarkdown(record.body, { articleAt: (href) => articleAt(engine, href) }) }, 'files');
  putLast(written, record, known, mostKept);
  return readableMarkdown(engine, known.body);
}

/** The article that an address of the workspace's own pages leads to. */
function articleAt({ base }: Engine, href: string): string | null {
  return href.startsWith(`${base}/`) ? (/\/articles\/(\d+)/.exec(href.slice(base.length))?.[1] ?? null) : null;
}
