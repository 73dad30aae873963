import { trimEnd } from '../body/white-space.ts';
import type { CollectionTrail } from '../model/collection.ts';
import type { SourceFields } from '../model/repository.ts';
import { yamlText } from './yaml-text.ts';

/** Front matter for another tool. */
export interface ToldTool {
  readonly draft?: Readonly<Record<string, boolean>>;
  readonly order?: Readonly<Record<string, unknown>>;
}

/**
 * The text of a source: its front matter in a fixed order (title, description, collection, section, state, type,
 * author, owner, id, sync, fin, audiences, tags, redirectFrom, spacing, what else its tool is told), a blank line, the body, a line end.
 *
 * @param fields checked front matter; what is absent is not written, so leave out what the configuration says already
 * @param body Markdown without front matter, LF line ends
 * @param theirs what another tool is told: that a text is a draft, which says so to us too and counts only where `state`
 *   is one, and where a page stands
 */
export function formatSource(fields: SourceFields, body: string, theirs: ToldTool = {}): string {
  const { draft, order } = theirs;
  const { title, description, collection, section, state, author, id, sync, fin, audiences, tags, spacing } = fields;
  const isDraft = state === 'draft' && draft !== undefined;
  const yaml = yamlText({
    title,
    description,
    collection: collection === undefined ? undefined : trailValue(collection),
    section,
    state: isDraft ? undefined : state,
    ...(isDraft ? draft : {}),
    type: fields.type,
    author: author === undefined ? undefined : idValue(author),
    owner: fields.owner === undefined ? undefined : idValue(fields.owner),
    id: id === undefined ? undefined : idValue(id),
    sync,
    fin,
    audiences: audiences?.map(idValue),
    tags: tags?.map(idValue),
    redirectFrom: fields.redirectFrom,
    spacing,
    ...order,
  });
  const text = trimEnd(body.replace(/^(?:[ \t]*\n)+/, ''), ' \t\n');
  const front = yaml === '' ? '' : `---\n${yaml}---\n`;
  if (text === '') return front;
  // Text that begins like front matter would be read as such.
  const opening = front === '' && text.startsWith('---') ? '---\n---\n' : front;
  return opening === '' ? `${text}\n` : `${opening}\n${text}\n`;
}

/** `Billing > Invoices`, or a list where a name holds what stands between two names. */
function trailValue(trail: CollectionTrail): string | readonly string[] {
  return trail.some((name) => name.includes('>')) ? trail : trail.join(' > ');
}

/** An id as a number, which needs no quotes; everything else as text. */
function idValue(text: string): string | number {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : text;
}
