import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { publishedInGit } from '../kit/published-in-git.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const words = {
  gone: 'A refund arrives within five working days after the parcel has come back to our warehouse in Leeds.',
  other: 'Invoices are sent on the first day of each month; choose another address under billing settings.',
};

const before = {
  'helpcentre.yml': 'state: published\nproblems: { collection-unnamed: warning }\n',
  'content/x/gone.md': `# Refunds\n\n${words.gone} **Ask [us](stays.md) again.**\n`,
  'content/x/gone.fr.md': '# Remboursements\n\nLe remboursement arrive sous cinq jours dès le retour du colis.\n',
  'content/x/stays.md': '# Stays\n\nWhat stays where it is.\n',
  'content/x/long.md': `# Invoices\n\n${words.other}\n`,
};

/** A workspace with four articles, and one that can be planned with and without it. */
async function scene() {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const repository = await makeRepository(before);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  const first = await run('publish', '--yes');
  expect(first.code, first.stderr).toBe(0);
  return { sandbox, repository, run };
}

const title = '---\ntitle: [Refunds\n---\n\n';
const lost = '\n\n![x](none.png)\n';

/** What stands where instead, and whether it may be what is gone. */
const cases: readonly (readonly [string, Readonly<Record<string, string>>, boolean])[] = [
  ['its text in another file, unreadable', { 'content/y/new.md': `${title}${words.gone}\n` }, true],
  ['its text in another file, not compiling', { 'content/y/new.md': `# Refunds\n\n${words.gone}${lost}` }, true],
  [
    'its text in a file that names nobody',
    { 'content/y/new.md': `---\nauthor: no@b.example\n---\n# Refunds\n\n${words.gone}\n` },
    true,
  ],
  ['its name in another folder, unreadable', { 'content/y/gone.md': `${title}Quite another text.\n` }, true],
  ['bytes that are no text', { 'content/y/new.md': '\u0000\ufffd' }, true],
  ['another text, unreadable', { 'content/y/new.md': `${title}${words.other}\n` }, false],
  ['another text, not compiling', { 'content/y/new.md': `# Other\n\n${words.other}${lost}` }, false],
  ['an error in an article that stays', { 'content/x/stays.md': `# Stays\n\nWhat stays where it is.${lost}` }, false],
  [
    'an error in an article that stays, unreadable',
    { 'content/x/stays.md': `${title}What stays where it is.\n` },
    false,
  ],
  ['its text in place of another, not compiling', { 'content/x/stays.md': `# Refunds\n\n${words.gone}${lost}` }, true],
  [
    'an error in an article and its text in no file',
    { 'content/x/long.md': `# Invoices\n\n${words.other}${lost}` },
    false,
  ],
];

describe.each(cases)('a removal beside %s', (_, files, isHeld) => {
  it(isHeld ? 'is held back' : 'is carried out', async () => {
    const { repository, run, sandbox } = await scene();
    await repository.remove('content/x/gone.md', 'content/x/gone.fr.md');
    const bytes = Object.entries(files).map(([name, text]): [string, string | Uint8Array] =>
      text.startsWith('\0') ? [name, Uint8Array.from([0xff, 0xfe, 0x00, 0xd8])] : [name, text],
    );
    await repository.write(Object.fromEntries(bytes));
    const { code, stdout, stderr } = await run('publish', '--yes');
    expect(code).toBe(1);
    const state = sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Refunds')?.contents.en?.state;
    expect(state, stdout + stderr).toBe(isHeld ? 'published' : 'draft');
    if (isHeld) {
      const [source = ''] = Object.keys(files).filter((name) => name.endsWith('.md'));
      expect(stdout).toContain(`may have moved to ${source.slice('content/'.length)}, which has errors`);
      expect(stderr).toContain('guard-failed-sources');
    } else expect(stderr).not.toContain('guard-failed-sources');
    // A second run does the same.
    expect((await run('plan')).stdout).toContain(isHeld ? '1 held back' : 'No changes');
  });
});

describe('a removal of one language', () => {
  it.each([
    ['is carried out beside an error in another language', 'y/new.md', `# New\n\nText.${lost}`, false],
    [
      'is held back beside a new text in it',
      'y/new.fr.md',
      `${title}Le remboursement arrive sous cinq jours dès le retour du colis.\n`,
      true,
    ],
    [
      'is carried out beside another text in it',
      'y/new.fr.md',
      `${title}La facture part le premier de chaque mois.\n`,
      false,
    ],
  ])('%s', async (_, name, text, isHeld) => {
    const { repository, run } = await scene();
    await repository.remove('content/x/gone.fr.md');
    await repository.write({ 'content/y/new.md': '# New\n\nText.\n', [`content/${name}`]: text });
    const { stdout, stderr } = await run('plan');
    expect(stderr.includes('guard-failed-sources'), stdout + stderr).toBe(isHeld);
  });
});

it('carries out all removals but the one that an error may explain', async () => {
  const { repository, run } = await scene();
  await repository.remove('content/x/gone.md', 'content/x/gone.fr.md', 'content/x/long.md', 'content/x/stays.md');
  await repository.write({
    'content/z.md': '# Z\n\nZ.\n',
    'content/y/new.md': `${title}${words.gone}\n`,
    'helpcentre.yml': 'state: published\nmaxRemovals: 100%\nproblems: { collection-unnamed: warning }\n',
  });
  const { stdout } = await run('plan');
  expect(stdout).toContain('2 to unpublish');
  expect(stdout).toContain('! x/gone.md');
  await repository.write({ 'content/y/new.md': `# Refunds\n\n${words.gone}\n` });
  expect((await run('plan')).stdout).toContain('move      y/new.md  from x/gone.md');
});

it('knows a move that the configuration or the front matter tells', async () => {
  const { repository, run, sandbox } = await scene();
  const id = sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Refunds')?.id;
  await repository.remove('content/x/gone.md', 'content/x/gone.fr.md');
  await repository.write({ 'content/y/new.md': `---\nid: ${id}\nfoo: [\n---\n\n${words.other}\n` });
  expect((await run('plan')).stderr).toContain('guard-failed-sources');
  await repository.write({ 'content/y/new.md': `${title}${words.other}\n` });
  expect((await run('plan')).stderr).not.toContain('guard-failed-sources');
  await repository.write({
    'helpcentre.yml': 'state: published\nproblems: { collection-unnamed: warning }\nmoved: { x/gone.md: y/new.md }\n',
  });
  expect((await run('plan')).stderr).toContain('guard-failed-sources');
});

it.each([
  ['holds back', `${title}${words.gone}\n`, true],
  ['carries out', `${title}${words.other}\n`, false],
])('%s the same removals without Intercom, with the texts of git', async (_, text, isHeld) => {
  const { repository, run } = await publishedInGit(before);
  await repository.remove('content/x/gone.md', 'content/x/gone.fr.md');
  await repository.write({ 'content/y/new.md': text });
  for (const argv of [['plan'], ['plan', '--offline']]) {
    const { stdout, stderr } = await run(...argv);
    expect(stderr.includes('guard-failed-sources'), stdout + stderr).toBe(isHeld);
  }
});
