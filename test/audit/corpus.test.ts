import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { auditedCentre, centre, type TestArticle } from '../kit/audited-centre.ts';

const corpus = new URL('../../../shared/corpus/bodies/', import.meta.url);
const present = existsSync(corpus);
if (!present) process.stderr.write('skipped: bodies of real workspaces are not beside this checkout\n');

/** The real bodies as one help centre, in which every link between articles leads to one of them. */
function articles(): readonly TestArticle[] {
  const names = readdirSync(corpus).filter((name) => name.endsWith('.html'));
  const bodies = names.map((name) => readFileSync(new URL(name, corpus), 'utf8'));
  const linked = bodies.flatMap((body) =>
    [...body.matchAll(/help\.example\.com\/\w+\/articles\/(\d+)/g)].map(([, id = '']) => id),
  );
  const ids = [...new Set(linked)];
  return bodies.map((body, at) => ({ id: ids[at] ?? `${at + 1}`, texts: { en: { title: names[at] ?? '', body } } }));
}

// Each was looked at: two bodies of nothing but a blank line, headings without a word, links to files of the repository
// that a text came from, and a link that is written with another accent than the heading that it means.
test.skipIf(!present)('in bodies of real workspaces nothing is found that is not so', () => {
  const input = auditedCentre(articles(), { languages: 'off', helpCentres: [{ ...centre, locales: null }] });
  const { findings } = audit(input);
  // Which article a link leads to is made up here, and so are the headings of it.
  const real = findings.filter(({ message }) => !message.includes('of another article'));
  const counts: Record<string, number> = {};
  for (const { code } of real) counts[code] = (counts[code] ?? 0) + 1;
  expect(counts).toEqual({
    'article-empty': 2,
    'link-without-host': 1,
    'link-to-missing-heading': 1,
    'heading-empty': 14,
  });
});
