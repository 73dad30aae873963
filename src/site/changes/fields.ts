import { html } from 'hono/html';
import { wordSegments } from '../../text/diff.ts';
import type { Html } from '../page.ts';
import type { FieldChange, FieldChanges } from './view.ts';

/** Fields that are sentences: their words are compared. */
const sentences = new Set(['title', 'description', 'name']);

/** Titles, states and the like before and after, as a list; nothing where none changes. */
export function fieldList(fields: FieldChanges): Html | '' {
  const names = Object.entries(fields);
  if (names.length === 0) return '';
  return html`<dl class="fields">${names.map(
    ([name, change]) => html`<div><dt lang="en">${name}</dt><dd>${value(name, change)}</dd></div>`,
  )}</dl>`;
}

function value(name: string, { before, after }: FieldChange): Html {
  if (sentences.has(name) && before !== null && after !== null) {
    return html`${wordSegments(before, after).map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`,
    )}`;
  }
  const deleted = before === null || before === '' ? '' : html`<del>${before}</del>`;
  const inserted = after === null || after === '' ? '' : html`<ins>${after}</ins>`;
  return html`${deleted}${deleted !== '' && inserted !== '' ? ' ' : ''}${inserted}`;
}
