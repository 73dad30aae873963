import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalWith } from '../../src/body/canonical.ts';
import { asIntercomMarkdown } from '../../src/intercom-markdown/as-markdown.ts';
import { fromIntercomMarkdown } from '../../src/intercom-markdown/from-markdown.ts';
import { toIntercomMarkdown } from '../../src/intercom-markdown/to-markdown.ts';
import { oneIn, runs } from '../kit/depth.ts';
import { arbitraryBody } from './arbitrary-body.ts';

const corpus = new URL('../../../shared/corpus/bodies/', import.meta.url);
const present = existsSync(corpus);
if (!present) process.stderr.write('skipped: bodies of real workspaces are not beside this checkout\n');

/** What shows of a body, but for the space between its blocks. */
function seen(html: string): string {
  const form = canonicalWith(html, { seesHeadingIds: true, headingMarkup: 'in-one-line' });
  return form.replaceAll('<p></p>', '');
}

/** What a body and what Intercom would make of its Markdown look like. */
const bothWays = (html: string): readonly [string, string] => [
  seen(html),
  seen(fromIntercomMarkdown(asIntercomMarkdown(html))),
];

test('whatever has words in Markdown comes back the same', () => {
  fc.assert(
    fc.property(arbitraryBody, (html) => {
      const [sent, back] = bothWays(html);
      expect(back).toBe(sent);
    }),
    { numRuns: runs(50) },
  );
});

describe.skipIf(!present)('bodies of real workspaces (skipped without ../shared/corpus)', () => {
  const names = present ? readdirSync(corpus).filter((name) => name.endsWith('.html')) : [];

  test('each is said whole, or what it would lose has a name', () => {
    const kinds = new Set<string>();
    for (const name of oneIn(20, names, 3)) {
      const said = toIntercomMarkdown(readFileSync(new URL(name, corpus), 'utf8'), { spacing: 'dropped' });
      for (const { is } of said.says === 'all' ? [] : said.losses) kinds.add(is);
    }
    expect([...kinds]).not.toContain('otherwise');
  });
});
