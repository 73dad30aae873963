/** Colours, sizes and what holds for every element. The theme is the reader's, or the one chosen with the button. */
export const tokenStyle = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1a1d23, #eceef2);
  --soft: light-dark(#565c68, #a9afbb);
  --line: light-dark(#e3e5ea, #32363e);
  --paper: light-dark(#ffffff, #16181d);
  --wash: light-dark(#f5f6f9, #1e2127);
  --raised: light-dark(#ffffff, #1e2127);
  --accent: light-dark(#3350c9, #9db1ff);
  --accent-fill: light-dark(#3350c9, #5b75e6);
  --accent-wash: light-dark(#eef1fd, #232a44);
  --hero: light-dark(#eef1fd, #1b2032);
  --hero-end: light-dark(#f7f4fd, #221f30);
  --error: light-dark(#b3261e, #ff9d94);
  --error-wash: light-dark(#fdeceb, #3b2122);
  --warning: light-dark(#7d5200, #f5c66b);
  --warning-wash: light-dark(#fff5dc, #362c17);
  --good: light-dark(#176639, #7fd6a2);
  --good-wash: light-dark(#e6f6ec, #1a3326);
  --shadow: 0 1px 2px light-dark(rgb(20 25 40 / 6%), transparent);
  --lift: 0 8px 28px light-dark(rgb(20 25 40 / 14%), rgb(0 0 0 / 50%));
  --radius: 12px;
  --mono: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 84px; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  background: var(--paper); color: var(--ink);
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: break-word;
}
main { flex: 1; padding-block: 0 72px; }
main:focus { outline: none; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: from-font; }
h1, h2, h3 { line-height: 1.25; letter-spacing: -.011em; text-wrap: balance; }
h1 { font-size: clamp(1.7rem, 1.3rem + 1.8vw, 2.3rem); margin: 0 0 8px; letter-spacing: -.02em; }
code, kbd { font-family: var(--mono); font-size: .875em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
[hidden] { display: none !important; }
.icon { width: 20px; height: 20px; flex: none; }
svg { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.wrap { width: 100%; max-width: 1200px; margin-inline: auto; padding-inline: 24px; }
@media (max-width: 600px) { .wrap { padding-inline: 16px; } }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; margin: 0; }
.skip { position: absolute; inset-inline-start: 16px; top: -60px; z-index: 30; padding: 10px 16px; background: var(--accent-fill); color: #fff; border-radius: 0 0 8px 8px; }
.skip:focus { top: 0; }
.lead { font-size: 1.125rem; line-height: 1.55; color: var(--soft); margin: 0 0 16px; max-width: 44em; }
.hint, .count-line { color: var(--soft); font-size: .9rem; margin: 0; }
@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
  .card, .rows a, .button { transition: border-color .12s, box-shadow .12s, background-color .12s; }
}
`;
