/** Pieces that several pages have: search, lists, badges, problems, contents. */
export const partStyle = `
.search { position: relative; flex: 1; max-width: 380px; text-align: start; }
.search.in-hero { max-width: 620px; margin-inline: auto; }
.field { display: flex; align-items: center; gap: 10px; padding: 0 12px; min-height: 42px; background: var(--raised); border: 1px solid light-dark(#8b919d, #6d7482); border-radius: 10px; color: var(--soft); }
.hero .field { min-height: 56px; padding-inline: 18px; border-radius: 14px; }
.field:focus-within { border-color: var(--accent); outline: 2px solid var(--accent); outline-offset: 0; }
.field input { flex: 1; min-width: 0; border: 0; background: none; font: inherit; color: var(--ink); padding: 8px 0; outline: none; }
.hero .field input { font-size: 1.1rem; }
.field input::placeholder { color: var(--soft); opacity: 1; }
.field input::-webkit-search-cancel-button { display: none; }
.field kbd { padding: 0 7px; border: 1px solid var(--line); border-radius: 5px; font-size: .8rem; line-height: 1.5; }
.field:focus-within kbd { visibility: hidden; }
@media (hover: none) { .field kbd { display: none; } }
.found { position: absolute; inset-inline: 0; top: calc(100% + 8px); z-index: 30; max-height: min(70vh, 520px); overflow-y: auto; margin: 0; padding: 6px; list-style: none; background: var(--raised); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--lift); }
.top .found { min-width: min(440px, calc(100vw - 32px)); inset-inline-start: auto; }
.found [role="option"] { display: block; padding: 10px 12px; border-radius: 8px; color: inherit; text-decoration: none; cursor: pointer; }
.found [role="option"][aria-selected="true"], .found [role="option"]:hover { background: var(--accent-wash); }
.found .title { font-weight: 600; color: var(--ink); }
.found .trail, .found .excerpt { display: block; font-size: .85rem; color: var(--soft); }
.found .excerpt { overflow: hidden; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; }
.found mark { background: none; color: var(--accent); font-weight: 650; }
.found.none { padding: 12px 18px; color: var(--soft); }
.toast { position: fixed; inset-inline: 16px; bottom: 16px; z-index: 40; width: fit-content; max-width: calc(100vw - 32px); margin: 0 auto; padding: 10px 18px; border-radius: 10px; background: var(--ink); color: var(--paper); box-shadow: var(--lift); font-size: .925rem; }
@media (max-width: 760px) { .top .found { min-width: 0; inset-inline-start: 0; } }

.rows { list-style: none; padding: 0; margin: 16px 0 0; border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); overflow: hidden; }
.rows li + li { border-top: 1px solid var(--line); }
.rows a { display: flex; align-items: center; gap: 16px; padding: 14px 18px; text-decoration: none; color: var(--ink); outline-offset: -2px; }
.rows a:hover { background: var(--wash); }
.rows .text { flex: 1; min-width: 0; }
.rows .title { font-weight: 550; }
.rows a:hover .title { color: var(--accent); }
.rows .description { display: block; color: var(--soft); font-size: .925rem; }
.rows .icon { color: var(--soft); width: 18px; height: 18px; }
[dir="rtl"] .rows .icon { scale: -1 1; }

.badge { display: inline-block; padding: 0 8px; margin-inline-end: 4px; border-radius: 99px; font-size: .78rem; line-height: 1.6rem; font-weight: 600; white-space: nowrap; vertical-align: 1px; background: var(--wash); color: var(--soft); box-shadow: inset 0 0 0 1px var(--line); }
.badge.new { background: var(--good-wash); color: var(--good); box-shadow: none; }
.badge.changed, .badge.moved { background: var(--accent-wash); color: var(--accent); box-shadow: none; }
.badge.drifted, .badge.draft { background: var(--warning-wash); color: var(--warning); box-shadow: none; }
.badge.held, .badge.removed, .badge.error { background: var(--error-wash); color: var(--error); box-shadow: none; }

.crumbs { font-size: .9rem; margin: 0 0 16px; }
.crumbs ol { display: flex; flex-wrap: wrap; gap: 2px 8px; list-style: none; margin: 0; padding: 0; }
.crumbs li { display: flex; gap: 8px; color: var(--soft); }
.crumbs li + li::before { content: "›"; }
.crumbs a { color: var(--soft); text-decoration: none; }
.crumbs a:hover { color: var(--accent); text-decoration: underline; }

.contents { padding-block: 4px; font-size: .9rem; }
.side .problems { font-size: .925rem; }
.contents-title { margin: 0 0 8px; font-weight: 650; }
.contents ol, .contents-inline ol { list-style: none; margin: 0; padding: 0; }
.contents ol { border-inline-start: 2px solid var(--line); }
.contents a { display: block; padding: 4px 14px; margin-inline-start: -2px; border-inline-start: 2px solid transparent; color: var(--soft); text-decoration: none; }
.contents a:hover { color: var(--ink); }
.contents a[aria-current] { color: var(--accent); border-color: var(--accent); }
.contents .level-2 a { padding-inline-start: 28px; } .contents .level-3 a { padding-inline-start: 42px; }
.contents-inline, .panel { margin: 0 0 24px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--wash); }
.contents-inline > summary, .panel > summary { padding: 12px 16px; cursor: pointer; font-weight: 600; border-radius: var(--radius); }
.contents-inline ol { padding: 0 16px 12px; }
.contents-inline li { padding: 4px 0; } .contents-inline .level-2 { padding-inline-start: 16px; } .contents-inline .level-3 { padding-inline-start: 32px; }

.notice { display: flex; gap: 10px; align-items: flex-start; margin: 0 0 20px; padding: 12px 16px; border-radius: var(--radius); background: var(--wash); }
.notice .icon { margin-top: 3px; }
.notice.error { background: var(--error-wash); } .notice.error .icon { color: var(--error); }
.problems { list-style: none; margin: 0; padding: 0; }
.panel .problems { padding: 0 16px 4px; }
.problems > li { display: flex; gap: 12px; padding: 12px 0; border-top: 1px solid var(--line); }
.problems > li > div { min-width: 0; }
.section > .problems { margin-top: 10px; border-bottom: 1px solid var(--line); }
.problems .icon { margin-top: 3px; }
.problems .error .icon, .problems .error strong { color: var(--error); }
.problems .warning .icon, .problems .warning strong { color: var(--warning); }
.problems p { margin: 0; }
.problems .help { color: var(--soft); }
.problems .place { font-size: .875rem; overflow-wrap: anywhere; }
.problems .code { color: var(--soft); margin-inline-start: 8px; }
.file { font-family: var(--mono); font-size: 1rem !important; overflow-wrap: anywhere; letter-spacing: 0; }
.pages { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 4px 0 0; padding: 0; font-size: .925rem; }
`;
