import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveReferences } from '../../src/body/references.ts';
import { parseConfiguration } from '../../src/config/settings.ts';
import type { Fingerprint } from '../../src/model/article.ts';
import { problemCodes } from '../../src/model/problem.ts';
import type { FileFacts, Repository } from '../../src/model/repository.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/reference/dialect.md'), 'utf8');

const repository: Repository = repositoryOf({
  'setup.md': '---\ntitle: Set it up\n---\n\n## First steps\n',
  'images/screen.png': 'screen',
  '_snippets/plan.md': 'Part of the **{{plan}}** plan.\n',
});
const settings = settingsOf({ variables: { product: 'Mendwick', plan: 'Workshop', site: 'example.com' } });

interface Example {
  readonly section: string;
  /** Lines of the configuration that it asks for. */
  readonly yaml: string;
  readonly markdown: string;
  readonly html: string;
  readonly problems: string;
}

/** A fence of Markdown, the HTML after it, and the problems after that, if any; before it, lines of the configuration. */
function examplesIn(text: string): readonly Example[] {
  const pair = new RegExp(
    [
      '(?:^```yaml\\n(?<yaml>[^`]*)\\n```\\n\\n)?',
      '^(?<ticks>`{3,})markdown\\n(?<markdown>[\\s\\S]*?)\\n\\k<ticks>\\n\\n',
      '```html\\n(?<html>[\\s\\S]*?)\\n```',
      '(?:\\n\\n```text\\n(?<problems>[\\s\\S]*?)\\n```)?',
    ].join(''),
    'gm',
  );
  return [...text.matchAll(pair)].map((match) => ({
    section:
      text
        .slice(0, match.index)
        .match(/^## .*$/gm)
        ?.at(-1)
        ?.slice(3) ?? '',
    yaml: match.groups?.yaml ?? '',
    markdown: match.groups?.markdown ?? '',
    html: match.groups?.html ?? '',
    problems: match.groups?.problems ?? '',
  }));
}

function pathOf(sha256: Fingerprint): string {
  const isIt = (facts: FileFacts): boolean => facts.kind === 'image' && facts.sha256 === sha256;
  return [...repository.files.values()].find(isIt)?.path ?? sha256;
}

/** The body with addresses like Intercom's, for people to read. */
function shown(body: string): string {
  return resolveReferences(body, (reference) =>
    reference.kind === 'image'
      ? `https://downloads.intercomcdn.com/${pathOf(reference.sha256)}`
      : `https://help.example.com/${reference.locale}/articles/${reference.key}${reference.anchor === null ? '' : `#${reference.anchor}`}`,
  );
}

describe('docs/reference/dialect.md', () => {
  const examples = examplesIn(page);

  it('has an example of every construct', () => {
    expect(examples.length).toBe((page.match(/^```html$/gm) ?? []).length);
    expect(examples.length).toBeGreaterThan(20);
  });

  it.each(examples)('shows under "$section" what comes out', ({ yaml, markdown, html, problems }) => {
    const configured = parseConfiguration(yaml, 'helpcentre.yml', '/');
    if (!configured.ok) throw new Error(configured.problems.map((found) => found.message).join('\n'));
    const { flatten } = configured.settings;
    const compiled = compileBody(markdown, repository, { ...settings, flatten }, 'article.md');
    expect(shown(compiled.body)).toBe(html.split('\n').join(''));
    const found = compiled.problems.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
    expect(found.join('\n')).toBe(problems);
  });

  it('names only problems that there are', () => {
    const known = new Set(problemCodes().map(({ code }) => code as string));
    const table = page.slice(page.indexOf('| Source | Shown as | Problem |'), page.indexOf('Without a word'));
    const named = [...table.matchAll(/`([a-z]+(?:-[a-z]+)+)`(?=[^|]*\|$)/gm)].map(([, code]) => code);
    const inText = [...page.matchAll(/\(`([a-z-]+)`\)/g)].map(([, code]) => code);
    for (const code of [...named, ...inText]) expect(known).toContain(code);
    expect(named.length).toBeGreaterThan(15);
  });
});
