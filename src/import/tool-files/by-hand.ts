import type { FlavourName } from '../../model/flavour-name.ts';
import { languageName, type Outline } from './outline.ts';
import { localesOf } from './sidebars.ts';

/** What a person has to do for a tool to show what was written. */
export interface ByHand {
  /** Ends with a colon where there are lines. */
  readonly sentence: string;
  /** To be pasted. */
  readonly lines: readonly string[];
}

/** What a person has to tell the tool, because only a program, or nothing that is written here, says it. */
export function byHand(flavour: FlavourName, outline: Outline): readonly ByHand[] {
  const { locale, others } = outline;
  const isOne = others.length === 0;
  switch (flavour) {
    case 'starlight':
      return [
        pasted('astro.config.mjs gives Starlight the order and the names of collections with these lines', [
          `import sidebar from './sidebar.json' with { type: 'json' };`,
          ...['starlight({', '  sidebar,', ...(isOne ? [] : [`  ${localesOf(outline)}`]), '}),'],
        ]),
      ];
    case 'vitepress':
      return [
        pasted(
          `${outline.content}/.vitepress/config.mts gives VitePress the order and the names of collections with these lines`,
          [
            `import sidebar from '../sidebar.json';`,
            ...['themeConfig: { sidebar },', ...(isOne ? [] : [localesOf(outline)])],
          ],
        ),
      ];
    case 'docusaurus':
      if (isOne) return [];
      return [
        pasted('docusaurus.config.js names the languages to Docusaurus with this line', [
          `i18n: { defaultLocale: '${locale}', locales: [${[locale, ...others].map((one) => `'${one}'`).join(', ')}] },`,
        ]),
      ];
    case 'mkdocs':
      if (isOne) return [];
      return [
        said(
          'mkdocs.yml names the plug-in that shows languages in MkDocs: install it with "pip install mkdocs-static-i18n".',
        ),
      ];
    case 'gitbook':
      return others.map((other) =>
        said(
          `In GitBook each language is a space of its own: give the one in ${languageName(other)} the folder ${outline.content}/${other}.`,
        ),
      );
    case 'jekyll': {
      const folders = others.map((one) => `${one}/`).join(', ');
      return isOne ? [] : [said(`Jekyll has no languages: it shows the pages in ${folders} beside all others.`)];
    }
    case 'obsidian':
      return [
        said('Obsidian sorts notes by their names: Contents.md has them in the order and with the names of Intercom.'),
      ];
    default:
      return [];
  }
}

const pasted = (sentence: string, lines: readonly string[]): ByHand => ({ sentence: `${sentence}:`, lines });
const said = (sentence: string): ByHand => ({ sentence, lines: [] });
