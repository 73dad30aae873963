/** The frame of all pages, and what each kind of page is laid out like. */
export const pageStyle = `
.top { position: sticky; top: 0; z-index: 20; background: color-mix(in srgb, var(--paper) 92%, transparent); backdrop-filter: blur(10px); border-bottom: 1px solid var(--line); }
.top .wrap { display: flex; align-items: center; gap: 6px 16px; min-height: 64px; padding-block: 8px; }
.brand { font-weight: 650; font-size: 1.05rem; color: var(--ink); text-decoration: none; margin-inline-end: auto; letter-spacing: -.01em; }
.brand:hover { color: var(--accent); }
.tools { display: flex; align-items: center; gap: 4px; }
.tools > a, .languages > summary { display: inline-flex; align-items: center; gap: 6px; min-height: 40px; padding: 6px 10px; border-radius: 8px; color: var(--soft); font-size: .925rem; text-decoration: none; cursor: pointer; }
.tools > a:hover, .languages > summary:hover, .icon-button:hover { background: var(--wash); color: var(--ink); }
.tools > a[aria-current] { color: var(--ink); font-weight: 600; background: var(--wash); }
.icon-button { display: inline-grid; place-items: center; width: 40px; height: 40px; padding: 0; border: 0; border-radius: 8px; background: none; color: var(--soft); cursor: pointer; }
.icon-button svg { width: 20px; height: 20px; }
.count { min-width: 20px; padding: 0 6px; border-radius: 99px; font-size: .78rem; line-height: 20px; font-weight: 600; text-align: center; background: var(--accent-wash); color: var(--accent); }
.count.error { background: var(--error-wash); color: var(--error); }
.count.warning { background: var(--warning-wash); color: var(--warning); }
.languages { position: relative; }
.languages > summary { list-style: none; font-weight: 600; font-size: .85rem; }
.languages > summary::-webkit-details-marker { display: none; }
.languages > summary::after { content: ""; width: 7px; height: 7px; border: solid currentColor; border-width: 0 1.6px 1.6px 0; rotate: 45deg; translate: 0 -2px; }
.languages > ul { position: absolute; inset-inline-end: 0; z-index: 25; margin: 6px 0 0; padding: 6px; list-style: none; min-width: 230px; background: var(--raised); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--lift); }
.languages li a { display: block; padding: 8px 12px; border-radius: 8px; color: var(--ink); text-decoration: none; }
.languages li a:hover { background: var(--wash); }
.languages li a[aria-current] { font-weight: 650; color: var(--accent); }
.languages .absent { color: var(--soft); }
.languages .absent .hint { display: block; font-size: .8rem; }
[dir="rtl"] .count-line[lang="en"] { unicode-bidi: plaintext; text-align: right; }
.tools .icon { display: none; }
@media (max-width: 480px) { .tools > a .icon { display: block; } .tools > a .label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } }
.bottom { border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
.bottom p { margin: 20px 0; }
.trouble { background: var(--error-wash); border-bottom: 1px solid var(--line); padding-block: 12px; }
.trouble p { margin: 0 0 4px; }
@media (max-width: 760px) {
  .top .wrap { flex-wrap: wrap; }
  .top .search { order: 3; flex-basis: 100%; max-width: none; }
  .tools > a { padding-inline: 8px; }
}
@media (max-width: 600px) { .top { position: static; } html { scroll-padding-top: 16px; } .brand { font-size: 1rem; } .tools { gap: 0; } .tools > a, .languages > summary { padding-inline: 6px; font-size: .85rem; } }

main > .wrap { padding-block-start: 40px; }
.hero { background: linear-gradient(160deg, var(--hero), var(--hero-end)); border-bottom: 1px solid var(--line); }
.hero .wrap { padding-block: clamp(44px, 8vw, 88px); text-align: center; }
.hero h1 { margin-bottom: 24px; }
.cards { list-style: none; padding: 0; margin: 0 0 48px; display: grid; gap: 20px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); }
.card { display: flex; flex-direction: column; height: 100%; padding: 24px; border: 1px solid var(--line); border-radius: 14px; background: var(--raised); box-shadow: var(--shadow); color: inherit; text-decoration: none; }
.card:hover { border-color: var(--accent); box-shadow: var(--lift); }
.card h3 { margin: 0 0 4px; font-size: 1.125rem; }
.card p { margin: 0; color: var(--soft); }
.card .count-line { margin-top: auto; padding-top: 14px; }
.card-icon { display: grid; place-items: center; width: 44px; height: 44px; margin-bottom: 16px; border-radius: 11px; background: var(--accent-wash); color: var(--accent); font-size: 1.4rem; }
.card-icon .icon { width: 24px; height: 24px; }
main > .wrap > :is(.rows, .section, .lead) { max-width: 900px; }
.section { margin-top: 40px; }
.section > h2 { font-size: 1.3rem; margin: 0 0 4px; }
.section > h3 { font-size: 1.1rem; margin: 0 0 4px; }
.section > :is(h2, h3) a { color: inherit; text-decoration: none; }
.section > :is(h2, h3) a:hover { color: var(--accent); text-decoration: underline; }
.section .section { margin-top: 28px; }

.article-page { display: grid; grid-template-columns: minmax(0, 760px); column-gap: 56px; }
.contents { display: none; }
.side { min-width: 0; }
@media (min-width: 1040px) {
  .article-page.sided { grid-template: "head side" auto "column side" 1fr / minmax(0, 760px) minmax(220px, 1fr); }
  .head { grid-area: head; }
  .column { grid-area: column; }
  .side { grid-area: side; position: sticky; top: 84px; align-self: start; max-height: calc(100vh - 100px); overflow-y: auto; padding: 4px; margin: -4px; }
  .contents { display: block; }
  .contents-inline { display: none; }
}
.meta { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; margin: 4px 0 28px; color: var(--soft); font-size: .9rem; }
.meta .source { min-width: 0; overflow-wrap: anywhere; } .meta .source a { color: var(--soft); }
.byline { display: inline-flex; align-items: center; gap: 10px; }
.byline b { color: var(--ink); font-weight: 600; }
.avatar { display: grid; place-items: center; width: 32px; height: 32px; border-radius: 50%; background: var(--accent-wash); color: var(--accent); font-weight: 650; }
.related { margin-top: 56px; padding-top: 28px; border-top: 1px solid var(--line); }
.related h2 { font-size: 1.1rem; margin: 0 0 8px; }
.related ul { list-style: none; margin: 0; padding: 0; }
.related li { padding: 5px 0; }
.steps { display: grid; gap: 14px; margin-top: 32px; }
@media (min-width: 600px) { .steps { grid-template-columns: 1fr 1fr; } .step.next { grid-column: 2; } }
.step { display: block; padding: 14px 18px; border: 1px solid var(--line); border-radius: var(--radius); text-decoration: none; font-weight: 550; }
.step:hover { border-color: var(--accent); }
.step span { display: block; color: var(--soft); font-size: .85rem; font-weight: 400; }
.step.next { text-align: end; }

@media print {
  .top, .bottom, .steps, .related, .side, .contents-inline, .panel, .meta .source, .skip { display: none !important; }
  :root { color-scheme: light; }
  .article-page { display: block; }
  body { font-size: 11pt; }
  .body img { max-height: 18cm; width: auto; }
  .body .intercom-interblocks-callout, .body tr, .body pre { break-inside: avoid; }
  .body :is(h2, h3, h4, h5) { break-after: avoid; }
}
`;
