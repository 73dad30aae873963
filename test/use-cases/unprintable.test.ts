import { expect, it } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const steering = ['\u001b[2J', '\u009b2J', '\u202e', '\u2066', '\u200f', '\u0007', '\u061c'];
const unsafe = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

/** A repository whose every name and text holds what steers a terminal. */
async function steered(mark: string) {
  const quoted = JSON.stringify(`x${mark}y`).replaceAll(mark, `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const key = mark.replace('\u001b', '').replace('\u0007', '').replace('\u009b', '');
  return makeRepository({
    'helpcentre.yml': `state: published\nvariables: { ${quoted}: 1 }\nk${key}: 1\n`.replace(/k: 1\n/, ''),
    [`content/g${key}/a.md`]: `---\ntitle: ${quoted}\nf${key}x: 1\nauthor: ${quoted}\n---\n\nText [a](b${mark}.md) ${mark}.\n`,
    [`content/g${key}/_collection.yml`]: `name: ${quoted}\ntranslations: { fr: { name: ${quoted} } }\n`,
    'content/b.md': `---\ntitle: B\ncollection: [${quoted}]\n---\n\n# B${mark}\n\n{{${mark}}}\n`,
  });
}

it.each(
  steering.flatMap((mark) =>
    [
      'check',
      'check --json',
      'check --format github',
      'check --format sarif',
      'plan --offline',
      'plan --offline --json',
      'diff --offline',
      'diff --offline --json',
      'publish --sandbox --yes',
      `check --config ${mark}.yml`,
      `plan --offline --out ${mark}/x`,
      `${mark}`,
    ].map((argv) => [mark, argv] as const),
  ),
)('%j reaches no terminal raw in %j', async (mark, argv) => {
  const repository = await steered(mark);
  const { stdout, stderr } = await runIn(repository.dir, argv.split(' '));
  expect(stdout).not.toMatch(unsafe);
  expect(stderr).not.toMatch(unsafe);
  expect(stdout + stderr).not.toBe('');
  if (argv.includes('--json') && stdout !== '') JSON.parse(stdout);
});
