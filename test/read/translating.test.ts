import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import glob from 'fast-glob';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { localise } from '../../src/model/localised-path.ts';
import { frontMatterSchema } from '../../src/read/front-matter-schema.ts';
import { makeRepository } from '../kit/repository.ts';
import { isWindows } from '../kit/system.ts';

const root = path.join(import.meta.dirname, '../..');
const example = path.join(root, 'content-example');
const page = readFileSync(path.join(root, 'docs/guides/translating.md'), 'utf8');

/** A fence of the part of the page with that heading. */
function fence(heading: string, kind: 'yaml' | 'sh'): string {
  const [, part = ''] = page.split(`\n## ${heading}\n`);
  return new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(part)?.[1] ?? '';
}

const found = glob.sync('content/**/*.md', { cwd: example }).sort();
const isText = (file: string): boolean => path.basename(file) !== 'README.md';
const localeOf = (file: string) => localise(file, 'suffix', 'en');
/** What is to be translated, and what is translated already. */
const originals = found.filter((file) => isText(file) && localeOf(file).locale === 'en');
const translations = found.filter((file) => isText(file) && localeOf(file).locale === 'fr');

describe('docs/guides/translating.md', () => {
  test('has Crowdin take every text of the default language, and write where helpcentre reads', () => {
    const [files] = parse(fence('Crowdin', 'yaml')).files;
    const inside = (pattern: string): string => pattern.replace(/^\//, '');
    const taken = glob.sync(inside(files.source), { cwd: example, ignore: files.ignore.map(inside) }).sort();
    expect(taken).toEqual(originals);
    for (const [code, locale] of [
      ['fr', 'fr'],
      ['pt', 'pt'],
      [files.languages_mapping.two_letters_code['pt-BR'], 'pt-BR'],
    ]) {
      for (const file of taken) {
        const { dir, name, ext } = path.posix.parse(file);
        const written = inside(files.translation)
          .replace('%original_path%', dir)
          .replace('%file_name%', name)
          .replace('%two_letters_code%', code)
          .replace('%file_extension%', ext.slice(1));
        expect(localeOf(written)).toEqual({ stem: localeOf(file).stem, locale });
        expect(glob.sync(inside(files.source), { cwd: example, ignore: files.ignore.map(inside) })).not.toContain(
          written,
        );
      }
    }
  });

  test('names every key of front matter that is the same for all languages', () => {
    const named = /exclude the front-matter elements (.*?), and the code blocks/s.exec(page)?.[1] ?? '';
    const keys = [...named.matchAll(/`(\w+)`/g)].map(([, key]) => key);
    const ours = Object.keys(frontMatterSchema.shape).filter((key) => !['title', 'description', 'draft'].includes(key));
    expect(keys.sort()).toEqual(ours.sort());
  });

  test('has Weblate find every translation, and the text that it is of', () => {
    const { match, base_file_template: base } = parse(fence('Weblate', 'yaml'));
    const pattern = new RegExp(`^${match.replaceAll('(?P<', '(?<')}$`);
    const components = found.flatMap((file) => {
      const groups = pattern.exec(file)?.groups;
      return groups === undefined ? [] : [[file, base.replace('{{ component }}', groups.component), groups.language]];
    });
    expect(components).toEqual(translations.map((file) => [file, `${localeOf(file).stem}.md`, 'fr']));
    for (const [, file] of components) expect(originals).toContain(file);
  });

  test.skipIf(isWindows)(
    'has po4a take every text of the default language, and write where helpcentre reads',
    async () => {
      const { dir } = await makeRepository({});
      await cp(path.join(example, 'content'), path.join(dir, 'content'), { recursive: true });
      execFileSync('sh', ['-c', fence('Lokalise', 'sh')], { cwd: dir });
      const lines = readFileSync(path.join(dir, 'po4a.cfg'), 'utf8').split('\n');
      const pairs = lines.flatMap((line) => {
        const [, file, target] = /^\[type:article\] (\S+) \$lang:(\S+)$/.exec(line) ?? [];
        return file === undefined || target === undefined
          ? []
          : [[file, localeOf(target.replace('$lang', 'pt_BR'))] as const];
      });
      expect(pairs.map(([file]) => file).sort()).toEqual(originals);
      for (const [file, localised] of pairs) expect(localised).toEqual({ stem: localeOf(file).stem, locale: 'pt-BR' });
      expect(lines).toContain('[po4a_paths] po/help.pot $lang:po/$lang.po');
    },
  );

  test.skipIf(isWindows)(
    'has includes of translations name the snippet of their language, once and for all',
    async () => {
      const line = ':::include{file=../_snippets/plan.md}';
      const { dir } = await makeRepository({ 'content/a/b.fr.md': `${line}\n`, 'content/a/b.md': `${line}\n` });
      const run = (): Buffer => execFileSync('sh', ['-c', fence('What a translator gets', 'sh')], { cwd: dir });
      const read = (file: string): string => readFileSync(path.join(dir, 'content/a', file), 'utf8');
      run();
      run();
      expect(read('b.fr.md')).toBe(':::include{file=../_snippets/plan.fr.md}\n');
      expect(read('b.md')).toBe(`${line}\n`);
    },
  );
});
