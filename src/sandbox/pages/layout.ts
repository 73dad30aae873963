import { html } from 'hono/html';
import { directionOf, type Html } from '../../site/page.ts';
import { iconLibrary } from '../../site/parts/icons.ts';

/** A page. */
export interface PageParts {
  readonly title: string;
  readonly lang: string;
  /** What stands at the top left, and where it leads. */
  readonly home: { readonly name: string; readonly href: string };
  readonly links: readonly {
    readonly name: string;
    readonly href: string;
    readonly lang?: string;
    readonly current?: boolean;
  }[];
  /** The content of `<main>`. */
  readonly main: Html;
}

/** A whole page, in the look of the preview's. Everything that is put in is escaped unless it is HTML already. */
export function layout({ title, lang, home, links, main }: PageParts): Html {
  return html`<!doctype html>
<html lang="${lang}" dir="${directionOf(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/-/style.css">
<link rel="stylesheet" href="/-/colours.css">
</head>
<body>
<a class="skip" href="#main" lang="en">Skip to content</a>
<header class="top"><div class="wrap"><a class="brand" href="${home.href}">${home.name}</a><nav class="tools" aria-label="Languages and workspace" lang="en">${links.map(link)}</nav></div></header>
<main id="main" tabindex="-1">${main}</main>
${iconLibrary()}
</body>
</html>
`;
}

function link({ name, href, lang, current = false }: PageParts['links'][number]): Html {
  const language = lang === undefined ? '' : html` lang="${lang}" hreflang="${lang}"`;
  return html`<a href="${href}"${language}${current ? html` aria-current="page"` : ''}>${name}</a>`;
}
