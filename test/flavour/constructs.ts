import type { ComponentChoice, FlavourName } from '../../src/model/flavour-name.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

/** What a text of a tool comes to. */
export interface Outcome {
  /** HTML, a block a line, without what every paragraph and callout has. */
  readonly html: string;
  /** `line:column code` of each problem. */
  readonly problems: string;
}

const pictures = {
  'screen.png': 'x',
  'img/logo.png': 'y',
  '_parts/shared.md': 'Shared **words**.\n',
  '_parts/long.md': '# One\n\nFirst.\n\n<!-- #region two -->\nSecond.\n<!-- #endregion two -->\n\nThird.\n',
};
const page = { 'start.mdx': '---\ntitle: Start\n---\n', 'start.md': '---\ntitle: Start\n---\n' };
const code =
  '// first\n// #region start\nfunction f() {\n  // #region inner\n  g();\n  // #endregion inner\n}\n// #endregion start\n';
const made = repositoryOf({ ...page, ...pictures });
const repository = {
  ...made,
  files: new Map([...made.files, ['examples/a.js', { kind: 'text', path: 'examples/a.js', text: code } as const]]),
};

/** Compiles a page as a source of the tool. */
export function outcomeOf(
  text: string,
  flavour: FlavourName,
  file = 'article.mdx',
  components: Readonly<Record<string, ComponentChoice>> = {},
): Outcome {
  const settings = settingsOf({ flavour, components, state: 'published', variables: { product: 'Mendwick' } });
  const { body, problems } = compileBody(text, repository, settings, file);
  return {
    html: readable(body),
    problems: problems.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`).join('\n'),
  };
}

const colours: Readonly<Record<string, string>> = {
  e8e8e8: 'gray',
  e3e7fa: 'blue',
  d7efdc: 'green',
  feedaf: 'yellow',
  fed9db: 'red',
};

function readable(html: string): string {
  return html
    .replaceAll('<p class="no-margin"></p>', '')
    .replaceAll(' class="no-margin"', '')
    .replaceAll(' target="_blank" class="intercom-content-link"', '')
    .replace(/helpcentre:image\/sha256-\w+/g, 'IMAGE')
    .replace(
      /<div class="intercom-interblocks-callout" style="background-color: #(\w{6})80;[^"]*">/g,
      (_, code: string) => `<callout ${colours[code] ?? code}>\n`,
    )
    .replace(/<div class="intercom-interblocks-table-container"><table role="presentation"><tbody>/g, '<table>\n')
    .replaceAll('</tbody></table></div>', '</table>\n')
    .replace(/<div class="(?:intercom-container|intercom-h2b-video)">(.*?)<\/div>/g, '$1\n')
    .replaceAll('<div class="collapsible-section-content">', '')
    .replaceAll('</div>', '</callout>\n')
    .replaceAll('</callout>\n</details>', '</details>\n')
    .replace(/(<\/(?:p|li|ul|ol|h\d|pre|summary|tr)>|<[uo]l>|<hr>)/g, '$1\n')
    .replace(/\n+/g, '\n')
    .trim();
}
