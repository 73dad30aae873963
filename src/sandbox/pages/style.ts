/** Style of all pages. Colours follow the reader's light or dark setting. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1c2024; --soft: #60646c; --line: #e0e1e6; --paper: #ffffff; --wash: #f6f7f9; --accent: #3a5bc7;
  --accent-ink: #ffffff; --warn: #8a5a00; --warn-wash: #fff4d5; --radius: 10px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #edeef0; --soft: #a4a8b0; --line: #33363b; --paper: #17191c; --wash: #1f2226; --accent: #8da4ef;
    --accent-ink: #10131a; --warn: #ffd479; --warn-wash: #3a2f12;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, sans-serif; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible {
  outline: 2px solid var(--accent); outline-offset: 2px;
}
.wrap { max-width: 760px; margin: 0 auto; padding: 0 20px; }
.wide { max-width: 1040px; }
header { border-bottom: 1px solid var(--line); background: var(--wash); }
header .wrap { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding-block: 14px; }
header .name { font-weight: 600; color: var(--ink); text-decoration: none; margin-right: auto; }
header nav { display: flex; gap: 12px; }
header nav [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
main.wrap { padding-block: 36px 72px; }
h1.title { font-size: 2rem; line-height: 1.25; margin: 0 0 8px; text-wrap: balance; }
.lead, .byline, .hint { color: var(--soft); }
.byline { margin: 0 0 28px; font-size: .9rem; }
.crumbs { font-size: .9rem; margin: 0 0 16px; color: var(--soft); }
.cards { list-style: none; padding: 0; margin: 28px 0 0; display: grid; gap: 14px; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); }
.cards a { display: block; height: 100%; padding: 18px; border: 1px solid var(--line); border-radius: var(--radius); color: inherit; text-decoration: none; }
.cards a:hover { border-color: var(--accent); }
.cards strong { display: block; color: var(--accent); }
.rows { list-style: none; padding: 0; margin: 16px 0 32px; border: 1px solid var(--line); border-radius: var(--radius); }
.rows li + li { border-top: 1px solid var(--line); }
.rows a { display: block; padding: 12px 16px; text-decoration: none; }
.rows a:hover { background: var(--wash); }
.rows span { display: block; color: var(--soft); font-size: .9rem; }
.body p { margin: 0; min-height: 1.6em; }
.body h1, .body h2, .body h3, .body h4 { line-height: 1.3; margin: .6em 0 .3em; }
.body h1 { font-size: 1.5rem; } .body h2 { font-size: 1.25rem; } .body h3, .body h4 { font-size: 1.05rem; }
.body img { max-width: 100%; height: auto; border-radius: 6px; }
.body pre { background: var(--wash); border: 1px solid var(--line); border-radius: 8px; padding: 14px; overflow-x: auto; }
.body code { font: .9em ui-monospace, monospace; }
.body :not(pre) > code { background: var(--wash); border-radius: 4px; padding: .1em .3em; }
.body table { border-collapse: collapse; width: 100%; }
.body td { border: 1px solid var(--line); padding: 8px 10px; vertical-align: top; }
.body hr { border: 0; border-top: 1px solid var(--line); margin: 20px 0; }
.body details { border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; margin: 10px 0; }
.body summary { cursor: pointer; } .body summary > * { display: inline; font-size: 1.05rem; }
.intercom-container { margin: 4px 0; }
.intercom-align-center { text-align: center; } .intercom-align-right { text-align: right; } .intercom-align-justify { text-align: justify; }
.intercom-interblocks-callout { border: 1px solid; border-radius: 8px; padding: 12px 16px; margin: 10px 0; }
.intercom-interblocks-table-container { overflow-x: auto; margin: 10px 0; }
.intercom-h2b-button, button { display: inline-block; padding: 9px 18px; border: 1px solid var(--accent); border-radius: 8px; background: var(--accent); color: var(--accent-ink); text-decoration: none; font: inherit; cursor: pointer; }
.intercom-h2b-video { aspect-ratio: 16 / 9; margin: 10px 0; } .intercom-h2b-video iframe { width: 100%; height: 100%; border: 0; }
button.quiet { background: none; color: var(--accent); }
table.list { width: 100%; border-collapse: collapse; font-size: .93rem; }
.list th { text-align: left; font-weight: 600; color: var(--soft); }
.list th, .list td { padding: 9px 10px 9px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.scroll { overflow-x: auto; }
.badge { display: inline-block; padding: 0 8px; border-radius: 99px; background: var(--wash); border: 1px solid var(--line); font-size: .82rem; white-space: nowrap; }
.badge.warn { background: var(--warn-wash); color: var(--warn); border-color: transparent; }
form.edit { display: grid; gap: 18px; }
.edit label { display: grid; gap: 6px; font-weight: 600; }
.edit .hint { font-weight: 400; font-size: .9rem; }
input, select, textarea { font: inherit; font-weight: 400; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 9px 11px; width: 100%; }
textarea { font: .9rem/1.5 ui-monospace, monospace; min-height: 22em; resize: vertical; }
.buttons { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; }
.note { padding: 12px 16px; border-radius: 8px; background: var(--warn-wash); color: var(--warn); margin: 0 0 24px; }
@media (prefers-color-scheme: dark) {
  /* Colours in bodies are chosen for light paper: a veil keeps light text readable on them. */
  .body [style*="background-color"] { background-image: linear-gradient(rgb(23 25 28 / 65%), rgb(23 25 28 / 65%)); }
}
@media print { header, .buttons { display: none; } }
`;
