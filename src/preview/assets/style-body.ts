/** Articles' bodies, close to how Intercom shows them: paragraphs without margins, empty ones as the space between. */
export const bodyStyle = `
.body { font-size: 1.0625rem; line-height: 1.65; }
.body p { margin: 0; }
.body p:empty { height: 1.1em; }
.body :is(h2, h3, h4, h5, h6) { line-height: 1.3; margin: 1.15em 0 .35em; scroll-margin-top: 84px; }
.body > :first-child { margin-top: 0; }
.body .size-1 { font-size: 1.5rem; } .body .size-2 { font-size: 1.27rem; } .body .size-3 { font-size: 1.12rem; }
.body :is(.size-4, .size-5, .size-6) { font-size: 1rem; }
.body :is(ul, ol) { margin: .35em 0; padding-inline-start: 1.6em; }
.body li { margin: .25em 0; }
.body li::marker { color: var(--soft); }
.body img { display: inline-block; max-width: 100%; height: auto; border-radius: 8px; vertical-align: middle; }
.body .intercom-container { margin: .4em 0; }
.body hr { border: 0; border-top: 1px solid var(--line); margin: 1.6em 0; }
.body pre { margin: .6em 0; padding: 16px 18px; overflow-x: auto; background: var(--wash); border: 1px solid var(--line); border-radius: 10px; font-size: .9rem; line-height: 1.55; }
.body pre code { font-size: inherit; white-space: pre; }
.body :not(pre) > code { padding: .1em .35em; border-radius: 5px; background: var(--wash); box-shadow: inset 0 0 0 1px var(--line); overflow-wrap: anywhere; }
.body .intercom-align-center { text-align: center; }
.body .intercom-align-right { text-align: right; }
.body .intercom-align-left { text-align: left; }
.body .intercom-align-justify { text-align: justify; }
.body .intercom-interblocks-callout { margin: .5em 0; padding: 16px 20px; border: 1px solid; border-radius: 10px; }
.body .intercom-interblocks-callout a, .body td a { color: light-dark(#2a45b5, #b3c2ff); }
.body .intercom-interblocks-table-container { margin: .6em 0; overflow-x: auto; }
.body table { border-collapse: collapse; min-width: 100%; }
.body td { min-width: 90px; padding: 10px 14px; border: 1px solid var(--line); vertical-align: top; }
.body td > :first-child { margin-top: 0; } .body td > :last-child { margin-bottom: 0; }
.body details { margin: .5em 0; border: 1px solid var(--line); border-radius: 10px; }
.body summary { display: flex; align-items: center; gap: 12px; padding: 12px 18px; cursor: pointer; list-style: none; border-radius: 10px; }
.body summary::-webkit-details-marker { display: none; }
.body summary::before { content: ""; flex: none; width: 8px; height: 8px; border: solid var(--soft); border-width: 0 2px 2px 0; rotate: -45deg; }
[dir="rtl"] .body summary::before { rotate: 135deg; }
.body details[open] > summary::before { rotate: 45deg; translate: 0 -2px; }
.body summary > * { margin: 0; font-size: 1.06rem; }
.body .collapsible-section-content { padding: 2px 18px 16px 38px; }
[dir="rtl"] .body .collapsible-section-content { padding: 2px 38px 16px 18px; }
.body .intercom-h2b-button, .button { display: inline-block; padding: 10px 22px; border: 0; border-radius: 9px; background: var(--accent-fill); color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.body .intercom-h2b-button:hover, .button:hover { background: color-mix(in srgb, var(--accent-fill) 88%, #000); }
.body .intercom-h2b-video { margin: .6em 0; }
.video { display: grid; place-content: center; justify-items: center; gap: 12px; aspect-ratio: 16 / 9; padding: 16px; border: 1px solid var(--line); border-radius: 12px; background: linear-gradient(150deg, var(--hero), var(--hero-end)); color: var(--ink); font-weight: 600; text-align: center; text-decoration: none; }
.video .icon { width: 64px; height: 64px; padding: 18px; border-radius: 50%; background: var(--accent-fill); color: #fff; }
a.video:hover { border-color: var(--accent); }
@media (max-width: 600px) { .body { font-size: 1rem; } .body .collapsible-section-content { padding-inline: 18px; } }
`;
