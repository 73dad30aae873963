import { describe, expect, it, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository, type TestRepository } from '../kit/repository.ts';
import { type RunResult, runIn } from '../kit/run-in.ts';

interface Bench {
  readonly repository: TestRepository;
  readonly sandbox: Sandbox;
  readonly run: (...argv: readonly string[]) => Promise<RunResult>;
  /** What `diff` prints below its first line. */
  readonly diff: (...argv: readonly string[]) => Promise<string>;
  /** Edits an article as a colleague would. */
  readonly edit: (title: string, change: { readonly title?: string; readonly body?: string }) => Promise<void>;
}

const pixel = (colour: number): Uint8Array =>
  Buffer.concat([
    Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00', 'latin1'),
    Buffer.from([colour, 0, 0, 0, 0, 0]),
    Buffer.from(',\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;', 'latin1'),
  ]);

const files = {
  'content/billing/_collection.yml': 'name: Billing\n',
  'content/billing/one.md': '---\ntitle: One\n---\n\nFirst. See [two](two.md#more).\n\nIts second line.\n',
  'content/billing/two.md': '---\ntitle: Two\n---\n\nSecond.\n\n## More\n\nEven more of it.\n',
  'content/shot.md': '---\ntitle: Shot\n---\n\nLook:\n\n![The form](form.gif)\n',
  'content/form.gif': pixel(1),
};

/** A repository that was published to a sandbox. */
async function published(more: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Bench> {
  const repository = await makeRepository({ ...files, ...more });
  let later = 0;
  const sandbox = await startSandbox({ dir: null, now: () => Date.now() + later });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run: Bench['run'] = (...argv) => runIn(repository.dir, argv, { env });
  expect((await run('publish', '--yes')).code).toBe(0);
  return {
    repository,
    sandbox,
    run,
    diff: async (...argv) => (await run('diff', ...argv)).stdout.split('\n').slice(1).join('\n'),
    async edit(title, change) {
      const id = sandbox.world.articles().find((one) => one.contents[one.defaultLocale]?.title === title)?.id ?? '';
      // Intercom's times are in seconds: an edit in the second of the publish could not be told from it.
      later += 60_000;
      await sandbox.world.editArticle(id, change);
    },
  };
}

describe('diff', () => {
  it('is one line when nothing changes', async () => {
    const { run, repository } = await published();
    const result = await run('diff', '--detailed-exitcode');
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toMatch(/^Plan for .*: No changes; 3 unchanged\n$/);
    await repository.write({ 'content/shot.md': files['content/shot.md'].replace('Look', 'See') });
    expect((await run('diff', '--detailed-exitcode')).code).toBe(2);
  });

  it('shows the words that change in a title and a text, and no slug or address', async () => {
    const { repository, diff } = await published();
    await repository.write({
      'content/billing/one.md': files['content/billing/one.md'].replace('second', 'third'),
      'content/billing/two.md': files['content/billing/two.md']
        .replace('Two', 'Two, renamed')
        .replace('Second.', 'Second, edited.\n\nAnd a **new** one.'),
    });
    expect(await diff()).toBe(
      `
  ~ update    billing/one.md  text changed

      First. See [two](./two.md#more).

      Its [-second-]{+third+} line.

  ~ update    billing/two.md  title changed; text changed
      title        Two{+, renamed+}

      Second{+, edited+}.

      {+And a **new** one.+}

      ## More

`
        .replace('# More\n\n', '# More\n')
        .replace('# More\n', '# More\n'),
    );
  });

  it('shows a whole new article, a link that went, and states that change', async () => {
    const { repository, diff } = await published();
    await repository.write({
      'content/billing/new.md': '---\ntitle: New\nauthor: \ndescription: Fresh\n---\n\nSee [one](one.md).\n'.replace(
        'author: \n',
        '',
      ),
      'content/shot.md': files['content/shot.md'].replace('title: Shot', 'title: Shot\nstate: draft'),
    });
    await repository.remove('content/billing/two.md');
    await repository.write({
      'content/billing/one.md': files['content/billing/one.md'].replace('[two](two.md#more)', 'two'),
    });
    expect(await diff('--allow-removals')).toBe(`
  + create    billing/new.md
      collection   {+Billing+}
      title        {+New+}
      description  {+Fresh+}
      state        {+published+}

      {+See [one](./one.md).+}

  ~ update    billing/one.md  text changed

      First. See [-[-]two[-](./two.md#more)-].

      Its second line.

  - unpublish billing/two.md  file gone
      state        [-published-]{+draft+}

  ~ update    shot.md  state changed
      state        [-published-]{+draft+}
`);
  });

  it('shows where a renamed file was, and the collection it leaves', async () => {
    const { repository, diff } = await published();
    await repository.remove('content/billing/two.md');
    await repository.write({
      'content/billing/zwei.md': files['content/billing/two.md'],
      'content/billing/one.md': files['content/billing/one.md'].replace('two.md', 'zwei.md'),
    });
    expect(await diff()).toBe(`
  . record    billing/one.md  Intercom has the same
  > move      billing/zwei.md  from billing/two.md
`);
    await repository.remove('content/billing/zwei.md');
    await repository.write({
      'content/two.md': files['content/billing/two.md'],
      'content/billing/one.md': files['content/billing/one.md'].replace('two.md', '../two.md'),
    });
    expect(await diff()).toBe(`
  . record    billing/one.md  Intercom has the same

  > move      two.md  from billing/two.md; collection changed
      collection   [-Billing-]
`);
  });

  it('shows of an edit made in Intercom what a publish would write over', async () => {
    const { repository, run, edit, diff } = await published();
    await edit('Two', { body: '<p>Second, by Ann.</p><p></p><h1>More</h1><p>Even more of it.</p>' });
    const result = await run('diff');
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/: No changes; 1 held back; 2 unchanged\n\nHeld back\n/);
    expect(result.stdout).toContain(`
    → Merge the edit into the file with "helpcentre pull billing/two.md", or overwrite it with --on-drift overwrite.
    Intercom's text, and what a publish would put in its place:

      Second[-, by Ann-].

      ## More
`);
    expect(await diff('--on-drift', 'overwrite')).toBe(`
  ~ update    billing/two.md  writes over an edit made in Intercom

      Second[-, by Ann-].

      ## More
`);
    await repository.write({ 'content/billing/two.md': files['content/billing/two.md'].replace('Even', 'Much') });
    expect(await diff()).toContain(`, and changed here
    → Merge the edit into the file with "helpcentre pull billing/two.md", or overwrite it with --on-drift overwrite.
    Intercom's text, and what a publish would put in its place; both were changed:

      Second[-, by Ann-].

      ## More

      [-Even-]{+Much+} more of it.
`);
  });

  it('names an image whose bytes changed', async () => {
    const { repository, diff } = await published();
    await repository.write({ 'content/form.gif': pixel(2) });
    expect(await diff()).toBe('\n  ~ update    shot.md  text changed\n      image        form.gif is another image\n');
  });

  it('shows what publish would do with some paths, decided by the whole', async () => {
    const { repository, run, diff } = await published();
    await repository.write({
      'content/billing/two.md': files['content/billing/two.md'].replace('Second', 'Third'),
      'content/shot.md': files['content/shot.md'].replace('Look', 'See'),
    });
    expect(await diff('content/billing')).toContain('billing/two.md');
    expect(await diff('content/billing')).not.toContain('shot.md');
    const nothing = await run('plan', 'content/billing/one.md', '--detailed-exitcode');
    expect(nothing).toMatchObject({ code: 0 });
    expect(nothing.stdout).toContain('No changes; 1 unchanged');
    const [part, whole] = await Promise.all([run('plan', 'content/shot.md', '--json'), run('plan', '--json')]);
    const [shown, all] = [JSON.parse(part.stdout), JSON.parse(whole.stdout)];
    expect(shown).toMatchObject({ changes: [{ key: 'shot.md' }], elsewhere: 1 });
    expect(all.changes).toContainEqual(shown.changes[0]);
    // What is published is another plan, so that one cannot be agreed to in place of the other.
    expect(shown.digest).not.toBe(all.digest);
    expect(await run('diff', 'elsewhere')).toMatchObject({ code: 64 });
  });

  it('prints one JSON document with --json', async () => {
    const { repository, run } = await published();
    await repository.write({ 'content/shot.md': files['content/shot.md'].replace('Look:', 'See:') });
    const result = await run('diff', '--json');
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout)).toMatchObject({
      offline: false,
      collections: [],
      unchanged: 2,
      articles: [
        {
          key: 'shot.md',
          title: 'Shot',
          change: 'update',
          fields: {},
          locales: {
            en: {
              fields: {},
              images: [],
              unseen: false,
              body: [
                {
                  line: 1,
                  lines: [
                    { kind: 'removed', segments: [{ kind: 'removed', text: 'Look:' }] },
                    { kind: 'added', segments: [{ kind: 'added', text: 'See:' }] },
                    { kind: 'same', segments: [] },
                    { kind: 'same', segments: [{ kind: 'same', text: '![The form](./form.gif)' }] },
                  ],
                },
              ],
            },
          },
        },
      ],
    });
  });

  it('compares no texts offline, asks nobody, and says so', async () => {
    const { repository, sandbox, run } = await published();
    await repository.write({ 'content/shot.md': files['content/shot.md'].replace('Look', 'See') });
    const seen = sandbox.log.length;
    const result = await run('diff', '--offline');
    expect(sandbox.log.length).toBe(seen);
    expect(result).toEqual({
      code: 0,
      stderr: '',
      stdout: `Offline plan: 1 to update; 2 unchanged
Intercom was not asked: edits made there are not in this plan.
Texts are not compared: the lockfile has only their fingerprints.

  ~ update    shot.md  source changed
`,
    });
  });
});
