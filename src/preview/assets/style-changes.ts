/** The pages about changes: marks of words and blocks, and texts beside each other. */
export const changesStyle = `
.changes .asking { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; margin: 0 0 8px; }
.button.quiet { padding: 7px 14px; background: var(--accent-wash); color: var(--accent); font-size: .9rem; }
.button.quiet:hover { background: color-mix(in srgb, var(--accent-wash) 80%, var(--accent)); }
.changes .key { display: block; color: var(--soft); font-size: .82rem; overflow-wrap: anywhere; }
.changes .rows.plain li { display: flex; gap: 14px; padding: 14px 18px; }
.changes .word { color: var(--soft); min-width: 5em; }
.changes .section h2 .count { display: inline-block; margin-inline-start: 4px; vertical-align: 2px; }
.changes .unchanged { margin-top: 32px; }

ins { text-decoration: underline; text-decoration-color: var(--good); background: var(--good-wash); color: inherit; border-radius: 3px; }
del { text-decoration: line-through; text-decoration-color: var(--error); background: var(--error-wash); color: inherit; border-radius: 3px; }
.fields { margin: 0 0 24px; }
.fields > div { display: grid; grid-template-columns: 8em minmax(0, 1fr); gap: 2px 16px; padding: 8px 0; border-top: 1px solid var(--line); }
.fields > div:last-child { border-bottom: 1px solid var(--line); }
.fields dt { color: var(--soft); }
.fields dt::first-letter { text-transform: uppercase; }
.fields dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 600px) { .fields > div { grid-template-columns: minmax(0, 1fr); } }
.switch { display: inline-flex; gap: 2px; margin: 0 0 16px; padding: 3px; border-radius: 10px; background: var(--wash); border: 1px solid var(--line); }
.switch a { padding: 6px 14px; border-radius: 7px; color: var(--soft); text-decoration: none; font-size: .925rem; }
.switch a:hover { color: var(--ink); }
.switch a[aria-current] { background: var(--raised); color: var(--ink); font-weight: 600; box-shadow: 0 0 0 1px var(--line); }
.change .section { margin-top: 24px; max-width: none; }
.change .notice p { margin: 0; }

.diff.inline { max-width: 760px; }
.diff .row { position: relative; }
.diff .row:first-child > :first-child { margin-top: 0; }
.diff.inline .row:not(.same)::before { content: ""; position: absolute; inset-block: 0; inset-inline-start: -14px; width: 3px; border-radius: 2px; background: var(--accent); }
.diff.inline .row.added::before { background: var(--good); }
.diff.inline .row.removed::before { background: var(--error); }
/* A mark around blocks is a block, and shows how far it goes; words in it are read as they are. */
.diff :is(ins, del):has(> :is(p, h2, h3, h4, h5, h6, ul, ol, pre, hr, div, details, table)) { display: block; border-radius: 8px; padding: 2px 10px; margin-inline: -10px; text-decoration: none; }
.diff :is(li, td) > :is(ins, del) { display: block; margin-inline: 0; padding-inline: 4px; }
.diff ins:has(> :is(p, h2, h3, h4, h5, h6, ul, ol, pre, hr, div, details, table)) { box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--good) 45%, transparent); }
.diff del:has(> :is(p, h2, h3, h4, h5, h6, ul, ol, pre, hr, div, details, table)) { box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--error) 45%, transparent); }
.diff del:has(> :is(p, h2, h3, h4, h5, h6, ul, ol, div)) :is(p, h2, h3, h4, h5, h6, li) { text-decoration: line-through; text-decoration-color: var(--error); }
.diff ins > p:empty::before, .diff del > p:empty::before { content: "¶"; color: var(--soft); }
.diff td[data-mark="changed"] { outline: 2px dashed var(--accent); outline-offset: -3px; }
.diff .stand-in, .body .stand-in { display: inline-block; padding: 18px 22px; border: 1px dashed var(--soft); border-radius: 10px; color: var(--soft); font-size: .925rem; }
.fold { margin: 14px 0; border: 1px dashed var(--line); border-radius: 10px; }
.fold > summary { display: block; padding: 6px 14px; color: var(--soft); font-size: .9rem; cursor: pointer; list-style: revert; }
.body .fold > summary::before { content: none; }
.fold[open] { padding-bottom: 10px; }
.inline .fold[open] > .row { padding-inline: 14px; }
.beside .row, .beside .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 40px; }
.beside .row > .body { min-width: 0; font-size: 1rem; padding-inline: 14px; border-inline-start: 3px solid transparent; }
.beside .row > .body > :is(h2, h3, h4, h5, h6):first-child, .beside .row > .body > .sr + :is(h2, h3, h4, h5, h6) { margin-top: .9em; }
.beside .row:is(.changed, .removed) > [data-side="Before"] { border-color: var(--error); }
.beside .row:is(.changed, .added) > [data-side="After"] { border-color: var(--good); }
.beside .sides { color: var(--soft); font-size: .85rem; font-weight: 600; border-bottom: 1px solid var(--line); margin-bottom: 12px; }
.beside .sides span { padding: 6px 17px; }
@media (max-width: 760px) {
  .beside .sides { display: none; }
  .beside .row { grid-template-columns: minmax(0, 1fr); margin-bottom: 12px; }
  .beside .row.same > [data-side="Before"] { display: none; }
  .beside .row:not(.same) > .body:not(:empty) { padding-block: 6px; }
}
`;
