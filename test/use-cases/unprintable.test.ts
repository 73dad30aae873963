import { expect, it } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { testBed } from '../sandbox/start.ts';

/** Escapes and other controls, turns of the direction, what nobody sees, and tags. */
const steering = [
  '\u001b[2J\u0007\u0085\u009b2J',
  '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
  '\u200b\u200c\u200d\u2060\u2064\ufeff\u180e',
  '\u{e0001}\u{e0041}\u{e007f}',
];
const unsafe = /(?![\n\t])[\p{Cc}\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

/** A repository whose every name and text holds what steers a terminal. */
async function steered(mark: string) {
  // YAML wants controls escaped.
  const quoted = JSON.stringify(`x${mark}y`).replace(
    /\p{Cc}/gu,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const key = mark.replace(/\p{Cc}|\ufeff/gu, '');
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

it.each(steering)('%j in names and texts of a workspace reaches no terminal raw', async (mark) => {
  const bed = await testBed({ rateLimit: 100_000 });
  const { world } = bed.sandbox;
  await world.addTeammate({ name: `T${mark}`, email: 't@example.com' });
  const folder = await world.createCollection({ name: `Guides${mark}` });
  const said = { title: `Title${mark}`, body: `<p>Text${mark} and <span>more</span>.</p>`, description: `D${mark}` };
  const article = await world.createArticle({ ...said, state: 'published', parentId: folder.id });
  const { dir, write } = await makeRepository({});
  const env = { INTERCOM_BASE_URL: bed.sandbox.url, INTERCOM_ACCESS_TOKEN: bed.sandbox.token };
  for (const argv of ['import --yes', 'pull', 'diff', 'plan --json', 'pull --json', 'doctor', 'doctor --json']) {
    const { stdout, stderr } = await runIn(dir, argv.split(' '), { env });
    expect(stdout + stderr, argv).not.toMatch(unsafe);
    if (argv === 'import --yes') {
      await world.editArticle(article.id, { title: `New${mark}`, body: `<p>New${mark}.</p>` });
      await world.renameCollection(folder.id, { name: `Other${mark}` });
      await write({ [`content/new.md`]: `---\ntitle: N\nauthor: t${mark.replace(/\p{Cc}/gu, '')}\n---\n\nText.\n` });
    }
  }
});
