import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { oneIn } from '../kit/depth.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

type Files = Readonly<Record<string, string>>;

/** A repository and a workspace of its own, and what a person does with the two. */
async function scene(files: Files, options: Partial<SandboxOptions> = {}) {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, ...options });
  onTestFinished(() => sandbox.close());
  const { dir, write, remove } = await makeRepository(files);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(dir, argv, { env });
  const publish = (...more: readonly string[]) => run('publish', '--yes', ...more);
  const bodyOf = (title: string, locale: 'en' | 'fr' = 'en') => {
    const found = sandbox.world.articles().filter(({ contents }) => contents[locale]?.title === title);
    expect(found.length).toBeLessThan(2);
    return found[0]?.contents[locale];
  };
  const lockfile = async () => JSON.parse(await readFile(path.join(dir, 'helpcentre.lock.json'), 'utf8'));
  return { sandbox, dir, write, remove, run, publish, bodyOf, lockfile };
}

const good = '# B\n\nText of b.\n';

/** What keeps an article out, and what the plan says of a link to it. */
const errors: readonly (readonly [string, Files, string])[] = [
  ['cannot be read', { 'content/b.md': '---\ntitle: [B\n---\n\nText of b.\n' }, 'which cannot be published'],
  ['does not compile', { 'content/b.md': '# B\n\nText of b.\n\n![x](none.png)\n' }, 'which cannot be published'],
  [
    'names an author that nobody is',
    { 'content/b.md': '---\nauthor: nobody@example.com\n---\n# B\n\nText of b.\n' },
    'which cannot be published',
  ],
  [
    'names an article that is not there',
    { 'content/b.md': '---\nid: 99\n---\n# B\n\nText of b.\n' },
    'which cannot be',
  ],
];

/** How a text links to it, and what readers see while it cannot. */
const ways: readonly (readonly [string, string, RegExp])[] = [
  ['a link', 'See [the b](b.md) now.', /See the b now\./],
  ['a link to a heading', 'See [the b](b.md#more) now.', /See the b now\./],
  ['a button', ':button[Go to b]{href=b.md}', /<p class="no-margin">Go to b<\/p>/],
  ['a bold link', 'See **[the b](b.md)**.', /See <b>the b<\/b>\./],
];

describe.each(errors)('an article that %s', (_, broken, why) => {
  // One way for each kind of error, another for each.
  const place = errors.findIndex(([, files]) => files === broken) % ways.length;
  it.each(oneIn(ways.length, ways, place))(
    'leaves %s to it a text, which is a link once it is published',
    async (way, text, seen) => {
      const b = way.includes('heading') ? `${good}\n## More\n\nMore.\n` : good;
      const wrong = Object.fromEntries(
        Object.entries(broken).map(([name, said]) => [name, said + b.slice(good.length)]),
      );
      const { run, publish, bodyOf, write } = await scene({ 'content/a.md': `# A\n\n${text}\n`, ...wrong });
      const planned = await run('plan');
      expect(planned.stdout).toContain('1 to create');
      expect(planned.stdout + planned.stderr).toContain(why);
      expect(planned.stdout + planned.stderr).toMatch(/content\/a\.md:3:\d+/);

      const first = await publish();
      expect(first.code).toBe(1);
      expect(first.stdout).toContain('1 created');
      expect(first.stdout).not.toContain('failed');
      expect(bodyOf('A')).toMatchObject({ state: 'published', body: expect.stringMatching(seen) });
      expect((await publish()).stdout).toContain('No changes');

      await write({ 'content/b.md': b });
      expect((await run('plan')).stdout).toMatch(/1 to create, 1 to update/);
      const mended = await publish();
      expect(mended.code, mended.stdout + mended.stderr).toBe(0);
      expect(bodyOf('A')?.body).toMatch(/href="[^"]*\/articles\/\d+[^"]*"/);
      expect((await publish()).stdout).toContain('No changes');
      expect((await run('plan', '--offline')).stdout).toContain('No changes');
    },
  );

  it('keeps the links that lead to what Intercom has of it', async () => {
    const { run, publish, bodyOf, write } = await scene({
      'content/a.md': '# A\n\nSee [the b](b.md).\n',
      'content/b.md': good,
    });
    await publish();
    const before = bodyOf('A')?.body;
    expect(before).toContain('href=');
    await write(broken);
    const { stdout, stderr } = await run('plan');
    expect(stdout).toContain('o changes');
    expect(stdout + stderr).not.toContain('without the link');
    await write({ 'content/c.md': '# C\n\nSee [the b](b.md) too.\n' });
    await publish();
    expect(bodyOf('C')?.body).toMatch(/href="[^"]*\/articles\/\d+/);
    expect(bodyOf('A')?.body).toBe(before);
  });
});

describe('links to an article that does not compile', () => {
  const broken = '# B\n\n![x](none.png)\n';

  it('fail none of a hundred, and leave no draft', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [
        `content/n${n}.md`,
        `# N${n}\n\n[before](n${(n + 99) % 100}.md), [next](n${(n + 1) % 100}.md) and [b](b.md).\n`,
      ]),
    );
    const { publish, sandbox, write } = await scene({ ...many, 'content/b.md': broken });
    const { stdout } = await publish();
    expect(stdout).toContain('100 created');
    expect(stdout).not.toContain('failed');
    expect(sandbox.world.articles().filter(({ contents }) => contents.en?.state === 'draft')).toEqual([]);
    await write({ 'content/b.md': good });
    expect((await publish()).stdout).toContain('1 created, 100 updated');
    expect((await publish()).stdout).toContain('No changes');
  });

  it('are texts in a circle with it, and in every language', async () => {
    const { publish, bodyOf, write } = await scene({
      'content/a.md': '# A\n\nSee [the b](b.md) and [c](c.md).\n',
      'content/a.fr.md': '# A fr\n\nVoir [le b](b.md), [le même](b.fr.md) et [c](c.md).\n',
      'content/b.md': `${broken}[a](a.md)\n`,
      'content/b.fr.md': '# B fr\n\nTexte [a](a.md).\n',
      'content/c.md': '# C\n\nBack to [a](a.md) and [b](b.md).\n',
    });
    expect((await publish()).stdout).toContain('2 created');
    expect(bodyOf('A')?.body).toContain('See the b and <a');
    expect(bodyOf('A fr', 'fr')?.body).toContain('Voir le b, le même et <a');
    expect(bodyOf('C')).toMatchObject({ state: 'published', body: expect.stringContaining('a</a> and b.') });
    await write({ 'content/b.md': '# B\n\n[a](a.md)\n' });
    expect((await publish()).code).toBe(0);
    expect(bodyOf('A fr', 'fr')?.body.match(/\/fr\/articles\//g)).toHaveLength(2);
    expect((await publish()).stdout).toContain('No changes');
  });

  it('are planned the same without Intercom', async () => {
    const { run, write, publish } = await scene({
      'content/a.md': '# A\n\nSee [the b](b.md).\n',
      'content/b.md': broken,
    });
    await publish();
    expect((await run('plan', '--offline')).stdout).toContain('No changes');
    await write({ 'content/a.md': '# A\n\nMore. See [the b](b.md).\n' });
    const [online, offline] = [await run('plan', '--json'), await run('plan', '--offline', '--json')];
    const parts = ({ stdout }: { stdout: string }) => {
      const plan = JSON.parse(stdout);
      return [plan.changes.map((one: { key: string; kind: string }) => [one.key, one.kind]), plan.unlinked];
    };
    expect(parts(online)).toEqual([[['a.md', 'update']], ['b.md']]);
    expect(parts(offline)).toEqual(parts(online));
  });

  it('are in a saved plan, which is refused once they lead somewhere', async () => {
    const { run, publish, write, bodyOf } = await scene({
      'content/a.md': '# A\n\nSee [the b](b.md).\n',
      'content/b.md': broken,
    });
    await run('plan', '--out', 'plan.json');
    expect((await publish('--plan', 'plan.json')).stdout).toContain('1 created');
    await write({ 'content/a.md': '# A\n\nSee more: [the b](b.md).\n' });
    await run('plan', '--out', 'plan.json');
    await write({ 'content/b.md': good });
    const refused = await publish('--plan', 'plan.json');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('differ')]);
    expect(bodyOf('A')?.body).not.toContain('more');
  });

  it('are texts in the differences too', async () => {
    const { run } = await scene({ 'content/a.md': '# A\n\nSee [the b](b.md).\n', 'content/b.md': broken });
    const { stdout } = await run('diff');
    expect(stdout).toContain('See the b.');
    expect(stdout).not.toContain('(b.md)');
  });

  it.each(ways)('leave an article with %s to be known again when the lockfile is lost', async (_, text) => {
    const { publish, remove, sandbox, write, bodyOf } = await scene({
      'content/a.md': `# A\n\nSome words that are its own.\n\n${text}\n`,
      'content/b.md': `${broken}\n## More\n`,
    });
    await publish();
    await remove('helpcentre.lock.json', '.helpcentre');
    expect((await publish()).code).toBe(1);
    expect(sandbox.world.articles()).toHaveLength(1);
    await remove('helpcentre.lock.json', '.helpcentre');
    await write({ 'content/b.md': `${good}\n## More\n` });
    expect((await publish()).code).toBe(0);
    expect(sandbox.world.articles()).toHaveLength(2);
    expect(bodyOf('A')?.body).toContain('href=');
  });
});

describe('a link to an article that the plan holds back', () => {
  it('is a text while a colleague has nearly the same one', async () => {
    const { sandbox, publish, bodyOf, run, write } = await scene({
      'content/a.md': '# A\n\nSee [the b](b.md).\n',
      'content/b.md': '# B\n\nOne two three four five six seven eight.\n',
    });
    const { id } = await sandbox.world.createArticle({
      title: 'B',
      body: '<p>One two three four five six seven nine.</p>',
      state: 'published',
    });
    expect((await run('plan')).stderr).toContain('is held back and not in Intercom yet');
    expect((await publish()).stdout).toContain('1 created');
    expect(bodyOf('A')).toMatchObject({ state: 'published', body: expect.stringContaining('See the b.') });
    await write({ 'content/b.md': `---\nid: ${id}\n---\n# B\n\nOne two three four five six seven eight.\n` });
    expect((await publish()).code).toBe(0);
    expect(bodyOf('A')?.body).toContain(`/articles/${id}`);
    expect((await publish()).stdout).toContain('No changes');
  });

  it('stays where the article is there, edited as it may be', async () => {
    const { sandbox, publish, bodyOf, write } = await scene({ 'content/b.md': good });
    await publish();
    const [b] = sandbox.world.articles();
    await sandbox.world.editArticle(b?.id ?? '', { body: '<p>Edited.</p>' });
    await write({ 'content/b.md': '# B\n\nMine.\n', 'content/a.md': '# A\n\nSee [the b](b.md).\n' });
    expect((await publish()).stdout).toContain('1 created');
    expect(bodyOf('A')?.body).toContain(`/articles/${b?.id}`);
  });

  it('is a text when a colleague deleted the article', async () => {
    const { sandbox, publish, bodyOf, write, run } = await scene({ 'content/b.md': good });
    await publish();
    await sandbox.world.removeArticle(sandbox.world.articles()[0]?.id ?? '');
    await write({ 'content/a.md': '# A\n\nSee [the b](b.md).\n' });
    expect((await run('plan')).stderr).toContain('which was deleted in Intercom');
    await publish();
    expect(bodyOf('A')?.body).toContain('See the b.');
    expect((await publish('--on-drift', 'overwrite')).code).toBe(0);
    expect(bodyOf('A')?.body).toContain('href=');
  });
});

describe('an article that Intercom refuses in the run', () => {
  const nested = '# B\n\n- one\n  - two\n\n[a](a.md)\n';

  it.each([
    ['plainly', '[c](c.md)'],
    ['in a circle', '[c](c.md) and [a](a.md)'],
  ])('is linked to by texts for now, where they link %s', async (_, links) => {
    const { sandbox, publish, bodyOf } = await scene(
      {
        'content/a.md': '# A\n\nSee [the b](b.md) and [c](c.md).\n',
        'content/b.md': nested,
        'content/c.md': `# C\n\nSee ${links} and [b](b.md).\n`,
      },
      { quirks: { nestedLists: 'refused' } },
    );
    const first = await publish();
    expect(first.code).toBe(1);
    expect(first.stdout).toContain('2 created, 1 failed');
    expect(first.stderr).toContain('2 articles link to b.md, which has no address yet');
    expect(sandbox.world.articles().filter(({ contents }) => contents.en?.state === 'draft')).toEqual([]);
    expect(bodyOf('A')?.body).toContain('See the b and <a');

    sandbox.setQuirks({ nestedLists: 'kept' });
    const second = await publish();
    expect(second.code, second.stdout + second.stderr).toBe(0);
    expect(second.stdout).toContain('1 created, 2 updated');
    expect(bodyOf('A')?.body).toMatch(/See <a [^>]*href="[^"]*articles/);
    expect((await publish()).stdout).toContain('No changes');
  });

  it('keeps nobody waiting who links to a heading of it', async () => {
    const { sandbox, publish, write, bodyOf } = await scene(
      {
        'content/a.md': '# A\n\nSee [the b](b.md#x).\n\n## Y\n',
        'content/b.md': '# B\n\n[a](a.md#y)\n\n## X\n\nText.\n',
      },
      { quirks: { nestedLists: 'refused' } },
    );
    expect((await publish()).code).toBe(0);
    await write({
      'content/a.md': '# A\n\nMore. See [the b](b.md#new).\n\n## Y\n',
      'content/b.md': '# B\n\n[a](a.md#y)\n\n## New\n\n- one\n  - two\n',
    });
    const { stdout } = await publish();
    expect(stdout).toContain('1 updated, 1 failed');
    expect(bodyOf('A')?.body).toContain('More. See <a');
    sandbox.setQuirks({ nestedLists: 'kept' });
    expect((await publish()).code).toBe(0);
    expect((await publish()).stdout).toContain('No changes');
  });
});

describe('a source that is there and has an error', () => {
  it('costs no other its link to one of its languages', async () => {
    const { publish, bodyOf, write, run } = await scene({
      'content/a.md': '# A\n\nSee [the b](b.md).\n',
      'content/a.fr.md': '# A fr\n\nVoir [le b](b.md#bas) et [fr](b.fr.md#bas).\n',
      'content/b.md': '# B\n\nText.\n\n## Bas\n\nMore.\n',
      'content/b.fr.md': '# B fr\n\nTexte.\n\n## Bas\n\nEncore.\n',
    });
    expect((await publish()).code).toBe(0);
    const before = bodyOf('A fr', 'fr')?.body;
    await write({ 'content/b.fr.md': '---\ntitle: [B fr\n---\n\nTexte.\n\n## Bas\n' });
    const { stdout, stderr } = await run('plan');
    expect(stdout + stderr).not.toContain('a.fr.md');
    expect(stdout).toContain('o changes');
    expect((await run('plan', '--offline')).stdout).toContain('o changes');
    await publish();
    expect(bodyOf('A fr', 'fr')?.body).toBe(before);
  });

  it.each([
    ['a snippet that is not there', '# B\n\n:::include{file=_more.md}\n'],
    ['front matter that cannot be read', '---\ntitle: [B\n---\n\n## More\n'],
  ])('costs no other its link to a heading for %s', async (_, broken) => {
    const { publish, bodyOf, write, run } = await scene({
      'content/a.md': '# A\n\nSee [more](b.md#more).\n',
      'content/b.md': '# B\n\n:::include{file=_more.md}\n',
      'content/_more.md': '## More\n\nText.\n',
    });
    expect((await publish()).code).toBe(0);
    const before = bodyOf('A')?.body;
    await write({ 'content/b.md': broken, 'content/c.md': '# C\n\n[More](b.md#more).\n' });
    await write({ 'content/b.md': broken.replace('_more.md', '_gone.md') });
    const { stdout, stderr } = await run('plan');
    expect(stderr).not.toContain('no heading');
    expect(stdout).toContain('1 to create');
    await publish();
    expect(bodyOf('A')?.body).toBe(before);
    expect(bodyOf('C')?.body).toContain('#more');
  });
});

it('is linked to by the addresses of another tool too', async () => {
  const { publish, bodyOf, write, run } = await scene({
    'helpcentre.yml': 'state: published\nflavour: docusaurus\n',
    'content/a.md': '# A\n\nSee [the b](/b) and [again](./b).\n',
    'content/b.md': good,
  });
  expect((await publish()).code).toBe(0);
  const before = bodyOf('A')?.body;
  expect(before?.match(/articles\//g)).toHaveLength(2);
  await write({ 'content/b.md': '---\ntitle: [B\n---\n' });
  expect((await run('plan')).stdout).toContain('o changes');
  await publish();
  expect(bodyOf('A')?.body).toBe(before);
});

describe('a link that is put on words which were there', () => {
  it('goes out with the article that it leads to, and with one that is taken over', async () => {
    const { publish, bodyOf, write, sandbox } = await scene({ 'content/a.md': '# A\n\nSee the b.\n' });
    await sandbox.world.createArticle({ title: 'T', body: '<p>See the b.</p>', state: 'published' });
    await publish();
    await write({
      'content/a.md': '# A\n\nSee [the b](b.md).\n',
      'content/t.md': '# T\n\nSee [the b](b.md).\n',
      'content/b.md': good,
    });
    expect((await publish()).code).toBe(0);
    expect(bodyOf('A')?.body).toContain('href=');
    expect(bodyOf('T')?.body).toContain('href=');
    expect((await publish()).stdout).toContain('No changes');
  });
});

describe('an edit in Intercom of an article whose link is its text', () => {
  it.each([
    ['the file as it was published', '', '# B\n\n![x](none.png)\n'],
    ['a file that changed too', 'One more.\n', '# B\n\n![x](none.png)\n'],
    ['a file that links to one that cannot be read', '', '---\ntitle: [B\n---\n'],
    ['a file that changed and links to one that cannot be read', 'One more.\n', '---\ntitle: [B\n---\n'],
  ])('is pulled into %s, and the link stays there', async (_, more, broken) => {
    const text = `# A\n\nFirst.\n\nSee [the b](b.md).\n`;
    const { publish, write, sandbox, run, dir, bodyOf } = await scene({
      'content/a.md': text,
      'content/b.md': broken,
    });
    await publish();
    const [a] = sandbox.world.articles();
    const body = bodyOf('A')?.body ?? '';
    await sandbox.world.editArticle(a?.id ?? '', { body: body.replace('First.', 'First, edited.') });
    await write({ 'content/a.md': text + (more === '' ? '' : `\n${more}`) });
    const { stdout, stderr } = await run('pull');
    expect(await readFile(path.join(dir, 'content/a.md'), 'utf8'), stdout + stderr).toBe(
      text.replace('First.', 'First, edited.') + (more === '' ? '' : `\n${more}`),
    );
    await publish();
    expect(bodyOf('A')?.body).toContain('First, edited.');
    await write({ 'content/b.md': good });
    expect((await publish()).code).toBe(0);
    expect(bodyOf('A')?.body).toContain('href=');
  });
});
