import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { resolveReferences } from '../../src/body/references.ts';
import type { FlavourName } from '../../src/model/flavour-name.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Repository } from '../../src/model/repository.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

/** `UPDATE=1 npx vitest run test/flavour` writes what comes out as what is expected. Read the difference. */
const isUpdating = process.env.UPDATE !== undefined;

/** What the examples may link to, show and put in. Each stands at `guide/article.md`. */
const world: Repository = repositoryOf({
  'guide/article.md': '---\ntitle: Article\n---\n',
  'guide/setup.md': '---\ntitle: Set it up\n---\n\n## First steps\n',
  'guide/screen.png': 'screen',
  'guide/my screen.png': 'screen with a blank in its name',
  '_includes/plan.md': 'Part of every **plan**.\n',
  '_includes/hello.md': '<p>Hello, {% if include.name %}{{ include.name }}{% else %}you{% endif %}!</p>\n',
  'guide/screens/home.png': 'home',
  '_includes/inline.md': 'a [page](/guide/setup) in {% include deep.md %}\n',
  '_includes/deep.md': 'a *text*',
  '_includes/many.md': 'First line.\n\nSecond line.\n',
  '_includes/other.md': '{% for page in site.pages %}{{ page.title }}{% endfor %}',
});

/** An example of a page such as `mkdocs/callouts.md`. */
interface Example {
  readonly name: string;
  readonly source: string;
  /** What stands behind the source: HTML and problems. */
  readonly expected: string;
}

const pair =
  /^## (?<name>.*)\n\n(?<ticks>~{3,})text\n(?<source>[\s\S]*?)\n\k<ticks>\n(?<expected>[\s\S]*?)(?=^## |$(?![\s\S]))/gm;

function examplesIn(text: string): readonly Example[] {
  return [...text.matchAll(pair)].map(({ groups }) => ({
    name: groups?.name ?? '',
    source: groups?.source ?? '',
    expected: groups?.expected ?? '',
  }));
}

const lineOf = ({ place, severity, code, message }: Problem): string =>
  `${place?.line}:${place?.column} ${severity} ${code}: ${message}`;

/** HTML with a block a line. */
function shown(html: string): string {
  const resolved = resolveReferences(html, (reference) =>
    reference.kind === 'image'
      ? 'image'
      : `article/${reference.key}${reference.anchor === null ? '' : `#${reference.anchor}`}`,
  );
  return resolved
    .replaceAll('<p class="no-margin"></p>', '')
    .replace(
      /<(?=(?:p|div|h[1-6]|ul|ol|li|pre|details|summary|hr|table|tr)\b)|<(?=\/(?:ul|ol|details|div|table)>)/g,
      '\n<',
    )
    .replace(/^\n/, '')
    .replace(/\n{2,}/g, '\n');
}

/** Compiles a text of the tool, as a page of examples shows it. */
function outcome(
  source: string,
  flavour: FlavourName,
  components: Readonly<Record<string, 'unwrap' | 'drop'>>,
): string {
  const settings = settingsOf({ flavour, components, state: 'published', variables: { product: 'Mendwick' } });
  const { body, problems } = compileBody(source, world, settings, 'guide/article.md');
  const html = `\n\`\`\`\`html\n${shown(body)}\n\`\`\`\`\n\n`;
  return problems.length === 0 ? html : `${html}\`\`\`\`text\n${problems.map(lineOf).join('\n')}\n\`\`\`\`\n\n`;
}

/** Tests every example of a tool's folder: `## Name`, a fence of its Markdown, the HTML, and the problems if any. */
export function testExamples(flavour: FlavourName): void {
  const folder = path.join(import.meta.dirname, flavour);
  for (const name of existsSync(folder) ? readdirSync(folder).filter((one) => one.endsWith('.md')) : []) {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    const examples = examplesIn(text);
    it(`finds every example of ${flavour}/${name}`, () => {
      expect(examples.length).toBe((text.match(/^~{3,}text$/gm) ?? []).length);
    });
    it.each(examples)(`reads $name (${flavour}/${name})`, ({ source, expected }) => {
      const actual = outcome(source, flavour, { Chosen: 'drop', kept: 'unwrap', gone: 'drop' });
      if (!isUpdating) expect(actual.trimEnd()).toBe(expected.trimEnd());
    });
    if (isUpdating) {
      const written = text.replace(pair, (_, ...rest) => {
        const { name: title, ticks, source } = rest.at(-1) as Record<'name' | 'ticks' | 'source', string>;
        const actual = outcome(source, flavour, { Chosen: 'drop', kept: 'unwrap', gone: 'drop' });
        return `## ${title}\n\n${ticks}text\n${source}\n${ticks}\n${actual}`;
      });
      writeFileSync(file, `${written.trimEnd()}\n`);
    }
  }
}
