import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Escaped HTML. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

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
  readonly main: Html;
  /** Lists need more room than text. */
  readonly wide?: boolean;
}

/** A whole page. Everything that is put in is escaped unless it is HTML already. */
export function layout({ title, lang, home, links, main, wide = false }: PageParts): Html {
  const wrap = wide ? 'wrap wide' : 'wrap';
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/-/style.css">
</head>
<body>
<header><div class="${wrap}"><a class="name" href="${home.href}">${home.name}</a><nav>${links.map(link)}</nav></div></header>
<main class="${wrap}">${main}</main>
</body>
</html>
`;
}

function link({ name, href, lang, current = false }: PageParts['links'][number]): Html {
  const language = lang === undefined ? '' : html` lang="${lang}" hreflang="${lang}"`;
  return html`<a href="${href}"${language}${current ? html` aria-current="page"` : ''}>${name}</a>`;
}
