import { describe, expect, it } from 'vitest';
import { type PullBench, pullBench } from '../use-cases/pull-bench.ts';

const pixel = (colour: number): Uint8Array =>
  Buffer.concat([
    Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00', 'latin1'),
    Buffer.from([colour, 0, 0, 0, 0, 0]),
    Buffer.from(',\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;', 'latin1'),
  ]);

const one = `---
# why it is here
title: One # the first
---

First of {{product}}. See [two](two.md#more),
which goes on.

* a
* b

<!-- keep me -->

:::include{file=_snippets/note.md}
:::

Its __last__ line with [ref][r].

[r]: https://example.com/x
`;

const two = '# Two\n\nSecond paragraph.\n\n## More\n\nEven more of it.\n\nAnd an end.\n';

const files = {
  'billing/_collection.yml': 'name: Billing\ntranslations: { fr: { name: Facturation } }\n',
  'billing/one.md': one,
  'billing/two.md': two,
  '_snippets/note.md': 'Mind the gap.\n',
};

const conflict = (ours: string, theirs: string, path = 'billing/two.md') => {
  const today = new Date().toISOString().slice(0, 10);
  return `<<<<<<< ${path} (yours)\n${ours}\n=======\n${theirs}\n>>>>>>> Intercom (Ana, ${today})`;
};

describe('pull', () => {
  it('takes an edit into the one place it belongs to, and leaves every other byte', async () => {
    const bench = await pullBench(files);
    await bench.edit('One', 'which goes on.', 'which goes far.');
    expect(await bench.plan()).toBe('No changes; 1 held back; 1 unchanged');
    const { code, pulled } = await bench.pull();
    expect({ code, pulled }).toMatchObject({
      code: 0,
      pulled: [{ path: 'billing/one.md', result: 'merged', changed: ['body'], by: 'Ana', notes: [] }],
    });
    expect(await bench.text('billing/one.md')).toBe(one.replace('goes on', 'goes far'));
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [] });
  });

  it('says in plain words what it took, and what it will take', async () => {
    const bench = await pullBench(files);
    await bench.edit('Two', 'Second paragraph.', 'Second paragraph, edited.');
    const before = bench.git('status', '--porcelain');
    const check = await bench.run('pull', '--check');
    expect(check.code).toBe(1);
    expect(check.stdout).toMatch(
      /^Edits in Sandbox \(\w+\): 1 to merge\n\n {2}~ merge {5}billing\/two\.md {2}text; by Ana on /,
    );
    expect(check.stdout).toContain('Nothing was written. "helpcentre pull" takes the edits into the files.\n');
    expect(bench.git('status', '--porcelain')).toBe(before);
    const pulled = await bench.run('pull', 'billing/two.md');
    expect(pulled).toMatchObject({ code: 0, stderr: '' });
    expect(pulled.stdout).toMatch(/^Pulled from Sandbox \(\w+\): 1 merged\n/);
    expect(pulled.stdout).toContain('Commit the files and the lockfile together.\n');
    const again = await bench.run('pull', '--check');
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/: nothing to pull\n$/);
  });

  it('says nothing of what only a publish would be held back for', async () => {
    const bench = await pullBench(files);
    bench.git('rm', '-q', 'content/billing/one.md', 'content/billing/two.md');
    expect((await bench.run('plan')).stderr).toContain('guard-');
    expect(await bench.run('pull', '--check')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/: nothing to pull\n$/),
      stderr: '',
    });
  });

  it('merges edits of both sides that do not meet, and the plan then publishes ours', async () => {
    const bench = await pullBench(files);
    await bench.edit('Two', 'Second paragraph.', 'Second paragraph, by Ana.');
    await bench.write('billing/two.md', (text) => text.replace('And an end.', 'And an end, by Bo.'));
    const { code, pulled } = await bench.pull();
    expect({ code, pulled }).toMatchObject({
      code: 0,
      pulled: [{ result: 'merged', notes: ['the file had changes that are not committed'] }],
    });
    expect(await bench.text('billing/two.md')).toBe(
      two.replace('paragraph.', 'paragraph, by Ana.').replace('end.', 'end, by Bo.'),
    );
    expect(await bench.plan()).toBe('1 to update; 1 unchanged');
    expect(await bench.run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(bench.body('Two')).toContain('Second paragraph, by Ana.');
    expect(bench.body('Two')).toContain('And an end, by Bo.');
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
  });

  it('takes a heading that we renamed for what it was: nothing that was edited in Intercom', async () => {
    const bench = await pullBench(files);
    await bench.edit('Two', 'Second paragraph.', 'By Ana.');
    await bench.write('billing/two.md', (text) => text.replace('## More', '## Still more'));
    await bench.write('billing/one.md', (text) => text.replace('#more', '#still-more'));
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ path: 'billing/two.md', result: 'merged' }] });
    expect(await bench.text('billing/two.md')).toBe(
      two.replace('Second paragraph.', 'By Ana.').replace('## More', '## Still more'),
    );
  });

  it('puts markers where both changed the same, and goes on as an update once they are settled', async () => {
    const bench = await pullBench(files);
    await bench.edit('Two', 'Second paragraph.', 'Second paragraph, by Ana.');
    await bench.write('billing/two.md', (text) => text.replace('Second paragraph.', 'Second paragraph, by Bo.'));
    const result = await bench.run('pull');
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('    → Settle 1 place between conflict markers, then look at "helpcentre plan".\n');
    expect(result.stdout).toContain('\nSettle the conflicts, then commit the files and the lockfile together.\n');
    expect(await bench.text('billing/two.md')).toBe(
      two.replace('Second paragraph.', conflict('Second paragraph, by Bo.', 'Second paragraph, by Ana.')),
    );
    expect(await bench.run('check')).toMatchObject({ code: 1 });
    expect((await bench.run('publish', '--yes')).code).toBe(1);
    expect(bench.body('Two')).toContain('by Ana');
    expect(await bench.pull()).toMatchObject({ pulled: [] });
    await bench.write('billing/two.md', () => two.replace('paragraph.', 'paragraph, by Ana and Bo.'));
    expect(await bench.plan()).toBe('1 to update; 1 unchanged');
    expect((await bench.run('publish', '--yes')).code).toBe(0);
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
  });

  it('needs nothing more when a conflict is settled for Intercom', async () => {
    const bench = await pullBench(files);
    await bench.edit('Two', 'Second paragraph.', 'By Ana.');
    await bench.write('billing/two.md', (text) => text.replace('Second paragraph.', 'By Bo.'));
    await bench.pull();
    await bench.write('billing/two.md', () => two.replace('Second paragraph.', 'By Ana.'));
    expect(await bench.plan()).toBe('1 to record; 1 unchanged');
  });

  it('takes a second edit on top of the first', async () => {
    const bench = await pullBench(files);
    await bench.edit('Two', 'Second paragraph.', 'By Ana.');
    await bench.write('billing/two.md', (text) => text.replace('And an end.', 'Ours.'));
    await bench.pull();
    await bench.edit('Two', 'Even more of it.', 'Much more of it.');
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ result: 'merged' }] });
    expect(await bench.text('billing/two.md')).toBe(
      two.replace('Second paragraph.', 'By Ana.').replace('And an end.', 'Ours.').replace('Even', 'Much'),
    );
    expect(await bench.plan()).toBe('1 to update; 1 unchanged');
  });

  it('merges fields of the front matter one by one', async () => {
    const bench = await pullBench(files);
    const fields = { title: 'One: renamed', description: 'What it is about', state: 'draft' } as const;
    await bench.sandbox.world.editArticle(bench.id('One'), { by: bench.ana, ...fields });
    await bench.write('billing/one.md', (text) => text.replace('Its __last__ line', 'Its __very last__ line'));
    expect(await bench.pull()).toMatchObject({
      code: 0,
      pulled: [{ changed: ['title', 'description', 'state'], result: 'merged' }],
    });
    expect(await bench.text('billing/one.md')).toBe(
      one
        .replace('title: One #', 'title: "One: renamed" #')
        .replace('first\n', 'first\ndescription: What it is about\nstate: draft\n')
        .replace('__last__', '__very last__'),
    );
    expect(await bench.plan()).toBe('1 to update; 1 unchanged');
  });

  it('puts markers around a field that both changed, and renames a title that is a heading', async () => {
    const bench = await pullBench(files);
    await bench.sandbox.world.editArticle(bench.id('One'), { by: bench.ana, title: 'Uno' });
    await bench.sandbox.world.editArticle(bench.id('Two'), { by: bench.ana, title: 'Two *renamed*' });
    await bench.write('billing/one.md', (text) => text.replace('title: One', 'title: Eins'));
    expect(await bench.pull()).toMatchObject({ code: 1, pulled: [{ result: 'conflict' }, { result: 'merged' }] });
    expect(await bench.text('billing/one.md')).toBe(
      one.replace('title: One # the first', conflict('title: Eins # the first', 'title: Uno', 'billing/one.md')),
    );
    // Which of the two signs is escaped does not matter, as long as it comes to what Intercom has.
    const renamed = (await bench.text('billing/two.md')).replace(/\\\*/g, '*');
    expect(renamed).toBe(two.replace('# Two', '# Two *renamed*'));
    expect((await bench.run('plan', 'content/billing/two.md')).stdout).toContain('1 unchanged');
  });

  it('never writes out an include or a variable: such an edit is a conflict that says why', async () => {
    const bench = await pullBench(files);
    await bench.edit('One', 'Mind the gap.', 'Mind the step.');
    const first = await bench.pull();
    expect(first).toMatchObject({ code: 1, pulled: [{ result: 'conflict', conflicts: 1 }] });
    expect(first.pulled[0]?.notes).toEqual([
      'the edit is in text that comes from an include; taking it would replace that with plain text',
    ]);
    expect(await bench.text('billing/one.md')).toContain(
      conflict(':::include{file=_snippets/note.md}\n:::', 'Mind the step.', 'billing/one.md'),
    );
    await bench.write('billing/one.md', () => one);
    await bench.write('_snippets/note.md', () => 'Mind the step.\n');
    expect(await bench.plan()).toBe('1 to record; 1 unchanged');
  });

  it('takes an edit beside a variable, and holds one in it', async () => {
    const bench = await pullBench(files);
    await bench.edit('One', 'First of Acme. See', 'First of all of Acme. Look at');
    expect(await bench.pull()).toMatchObject({ code: 0 });
    expect(await bench.text('billing/one.md')).toBe(
      one.replace('First of {{product}}. See', 'First of all of {{product}}. Look at'),
    );
    await bench.edit('One', 'of Acme.', 'of Apex.');
    expect(await bench.pull()).toMatchObject({ code: 1, pulled: [{ result: 'conflict' }] });
    expect(await bench.text('billing/one.md')).toContain('{{product}}');
  });
});

describe('what a pull is merged with', () => {
  const edited = async (options: Parameters<typeof pullBench>[1], lose: (bench: PullBench) => Promise<void>) => {
    const bench = await pullBench(files, options);
    await bench.edit('Two', 'Second paragraph.', 'By Ana.');
    await bench.write('billing/two.md', (text) => text.replace('And an end.', 'Ours.'));
    await lose(bench);
    return bench;
  };
  const merged = two.replace('Second paragraph.', 'By Ana.').replace('And an end.', 'Ours.');

  it('is had from the history in Intercom where git does not have it', async () => {
    const bench = await edited({ bare: true }, async () => undefined);
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ result: 'merged', notes: [] }] });
    expect(await bench.text('billing/two.md')).toBe(merged);
    expect(await bench.plan()).toBe('1 to update; 1 unchanged');
  });

  it('is had from git on versions of the API without a history', async () => {
    const bench = await edited({ version: '2.15' }, async () => undefined);
    const { code, pulled } = await bench.pull();
    expect({ code, pulled }).toMatchObject({ code: 0, pulled: [{ result: 'merged', by: null }] });
    expect(await bench.text('billing/two.md')).toBe(merged);
  });

  it('is the file itself while nobody edited it, without git and without a history', async () => {
    const bench = await pullBench(files, { version: '2.15', bare: true });
    await bench.edit('Two', 'Second paragraph.', 'By Ana.');
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ result: 'merged' }] });
    expect(await bench.text('billing/two.md')).toBe(two.replace('Second paragraph.', 'By Ana.'));
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
  });

  it('is missing where neither has it: then both texts stand side by side, whole', async () => {
    const bench = await edited({ version: '2.15', bare: true }, async () => undefined);
    const { code, pulled } = await bench.pull();
    expect({ code, pulled }).toMatchObject({ code: 1, pulled: [{ result: 'conflict', conflicts: 1 }] });
    expect(pulled[0]?.notes).toEqual([
      'what was last published is neither in git nor in Intercom, so both texts are in the file, side by side',
    ]);
    const text = await bench.text('billing/two.md');
    expect(text).toContain('<<<<<<< billing/two.md (yours)\n');
    expect(text).toContain('\n=======\nBy Ana.\n\n## More\n');
    await bench.write('billing/two.md', () => merged);
    expect(await bench.plan()).toBe('1 to update; 1 unchanged');
  });

  it('is found though a snippet and a variable changed since', async () => {
    const bench = await pullBench(files);
    await bench.edit('One', 'which goes on.', 'which goes far.');
    await bench.write('_snippets/note.md', () => 'Another snippet.\n');
    await bench.repository.write({ 'helpcentre.yml': 'state: published\nvariables: { product: Apex }\n' });
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ result: 'merged', notes: [] }] });
    expect(await bench.text('billing/one.md')).toBe(one.replace('goes on', 'goes far'));
    expect(await bench.plan()).toBe('1 to update; 1 unchanged');
  });
});

describe('around a pull', () => {
  it('takes the edit of one language into its own file', async () => {
    const french = '---\ntitle: Deux\n---\n\nSecond paragraphe.\n\nFin.\n';
    const bench = await pullBench({ ...files, 'billing/two.fr.md': french }, { locales: ['en', 'fr'] });
    await bench.edit('Deux', 'Second paragraphe.', 'Par Ana.', 'fr');
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ path: 'billing/two.fr.md', locale: 'fr' }] });
    expect(await bench.text('billing/two.fr.md')).toBe(french.replace('Second paragraphe', 'Par Ana'));
    expect(await bench.text('billing/two.md')).toBe(two);
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
  });

  it('offers what is new in Intercom, and writes it with --new', async () => {
    const bench = await pullBench(files, { locales: ['en', 'fr'] });
    const { world } = bench.sandbox;
    const parentId = world.collections()[0]?.id ?? '';
    const two = {
      id: bench.id('Two'),
      locale: 'fr',
      title: 'Deux',
      body: '<p>Bonjour.</p>',
      state: 'published',
    } as const;
    await world.editArticle(two.id, { ...two, by: bench.ana });
    const link = `<p>See <a href="${bench.sandbox.url}/sandbox-help/en/articles/${two.id}-two">two</a>.</p>`;
    await world.createArticle({ title: 'By Ana', body: link, parentId, state: 'published', by: bench.ana });
    await world.createArticle({ title: 'Elsewhere', body: '<p>x</p>', by: bench.ana });
    const offered = await bench.pull();
    expect(offered).toMatchObject({ code: 0, pulled: [] });
    expect(offered.offers).toMatchObject([
      { kind: 'article', title: 'By Ana', collection: 'Billing' },
      { kind: 'locale', title: 'Deux', key: 'billing/two.md', locale: 'fr' },
    ]);
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
    expect(bench.git('status', '--porcelain')).toBe('');
    const result = await bench.pull('--new');
    expect(result).toMatchObject({ code: 0, offers: [] });
    expect(result.pulled).toMatchObject([
      { path: 'billing/by-ana.md', result: 'created', by: 'Ana', notes: [] },
      { path: 'billing/two.fr.md', result: 'created', by: 'Ana', notes: [] },
    ]);
    expect(await bench.text('billing/two.fr.md')).toBe('---\ntitle: Deux\n---\n\nBonjour.\n');
    expect(await bench.text('billing/by-ana.md')).toBe('---\ntitle: By Ana\n---\n\nSee [two](./two.md).\n');
    expect(await bench.plan()).toBe('No changes; 3 unchanged');
  });

  it('says what a new file cannot say, or must not be written back', async () => {
    const callout = 'background-color: #e3e7fa80; border-color: #334bfa33;';
    const bodies = {
      One: `<div class="intercom-interblocks-callout" style="${callout}"><p class="no-margin">Mind.</p></div>`,
      Two: '<p><b>Could not display content</b></p>',
    };
    const bench = await pullBench(files, { locales: ['en', 'fr'] });
    const { world } = bench.sandbox;
    for (const title of ['One', 'Two'] as const) {
      const edit = { locale: 'fr', title: `${title} (fr)`, body: '<p>x</p>', state: 'published' } as const;
      await world.editArticle(bench.id(title), { ...edit, by: bench.ana });
      await world.plantBody(bench.id(title), bodies[title], 'fr');
    }
    // With this setting no source can say a callout.
    const settings = 'state: published\nvariables: { product: Acme }\nflatten: [callouts]\n';
    await bench.repository.write({ 'helpcentre.yml': settings });
    const { pulled } = await bench.pull('--new');
    expect(pulled.map(({ path: file, notes }) => [file, notes])).toEqual([
      ['billing/one.fr.md', ['Markdown cannot express all of it: compare it with Intercom before you publish']],
      [
        'billing/two.fr.md',
        ['it holds a block that Intercom does not give out: the article is not written while its mark is there'],
      ],
    ]);
  });

  it('writes no new file over one that is there', async () => {
    const bench = await pullBench(files, { locales: ['en', 'fr'] });
    const fr = { locale: 'fr', title: 'Deux', body: '<p>Bonjour.</p>', state: 'published' } as const;
    await bench.sandbox.world.editArticle(bench.id('Two'), { ...fr, by: bench.ana });
    await bench.repository.write({ 'helpcentre.yml': 'state: published\nignore: ["**/*.fr.md"]\n' });
    await bench.repository.write({ 'content/billing/two.fr.md': 'Mine.\n' });
    const { code, left } = await bench.pull('--new');
    expect({ code, left }).toMatchObject({ code: 1, left: [{ key: 'billing/two.fr.md', why: 'file-there' }] });
    expect(await bench.text('billing/two.fr.md')).toBe('Mine.\n');
  });

  it('says what was deleted and what waits as a draft, and touches neither', async () => {
    const bench = await pullBench(files);
    await bench.sandbox.world.removeArticle(bench.id('Two'));
    await bench.sandbox.world.stageDraft(bench.id('One'), { by: bench.ana, body: '<p>Soon.</p>' });
    const result = await bench.run('pull');
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('nothing to pull; 2 left alone\n');
    expect(result.stdout).toContain('  ! billing/one.md  has an unpublished draft in Intercom\n');
    expect(result.stdout).toContain('  ! billing/two.md  deleted in Intercom; the file stays\n');
    expect(bench.git('status', '--porcelain')).toBe('');
  });

  it('says that a file is gone or does not compile, and goes on with the others', async () => {
    const bench = await pullBench({ ...files, 'three.md': '# Three\n\nThird.\n' });
    await bench.edit('One', 'goes on', 'goes far');
    await bench.edit('Two', 'Second paragraph', 'By Ana');
    await bench.edit('Three', 'Third', 'By Ana too');
    await bench.repository.remove('content/billing/two.md');
    await bench.write('billing/one.md', (text) => text.replace('two.md#more', 'three.md'));
    const { code, left, pulled } = await bench.pull();
    expect({ code, left, pulled }).toMatchObject({
      code: 1,
      left: [
        { key: 'billing/one.md', why: 'not-compiled' },
        { key: 'billing/two.md', why: 'file-gone' },
      ],
      pulled: [{ path: 'three.md', result: 'merged' }],
    });
  });

  it('pulls only what it is asked for, by path or as the plan names it', async () => {
    const bench = await pullBench({ ...files, 'three.md': '# Three\n\nThird.\n' });
    await bench.edit('Two', 'Second paragraph', 'By Ana');
    await bench.edit('Three', 'Third', 'By Ana too');
    expect(await bench.pull('content/three.md')).toMatchObject({ pulled: [{ path: 'three.md' }] });
    expect(await bench.plan()).toBe('No changes; 1 held back; 2 unchanged');
    expect(await bench.pull('billing/two.md')).toMatchObject({ pulled: [{ path: 'billing/two.md' }] });
    expect(await bench.plan()).toBe('No changes; 3 unchanged');
    expect(await bench.run('pull', '../elsewhere')).toMatchObject({ code: 64 });
  });

  it('keeps Windows line ends and a byte order mark', async () => {
    const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const bench = await pullBench({ ...files, 'billing/two.md': windows(two) });
    await bench.edit('Two', 'Second paragraph', 'By Ana');
    await bench.pull();
    expect(await bench.text('billing/two.md')).toBe(windows(two.replace('Second paragraph', 'By Ana')));
  });

  it('links to the file of an image that a colleague put in a second place', async () => {
    const bench = await pullBench({ ...files, 'form.gif': pixel(1), 'three.md': '# Three\n\n![The form](form.gif)\n' });
    const shown = bench.body('Three');
    const [, source = ''] = /src="([^"]+)"/.exec(shown) ?? [];
    expect(source).not.toBe('');
    await bench.edit('Two', '<p class="no-margin">And an end.</p>', `${shown}<p class="no-margin">And an end.</p>`);
    expect(await bench.pull()).toMatchObject({ code: 0, images: [] });
    expect(await bench.text('billing/two.md')).toContain('![The form](../form.gif)');
    expect(await bench.plan()).toBe('No changes; 3 unchanged');
  });

  it('downloads an image that is new, once, and the article needs nothing more', async () => {
    const bench = await pullBench(files);
    const image = '<img src="https://images.example.com/x.png" alt="The form">';
    await bench.edit('Two', '<p class="no-margin">And an end.</p>', `${image}<p></p><p>And an end.</p>`);
    const { code, pulled, images } = await bench.pull();
    expect({ code, pulled, images }).toMatchObject({
      code: 0,
      pulled: [{ notes: [] }],
      images: ['images/the-form.svg'],
    });
    expect(await bench.text('billing/two.md')).toBe(
      two.replace('And an', '![The form](../images/the-form.svg)\n\nAnd an'),
    );
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
    expect(await bench.pull('--check')).toMatchObject({ code: 0, pulled: [] });
  });

  it('takes an edit of nothing but the space between two blocks', async () => {
    const bench = await pullBench(files);
    const apart = '<p class="no-margin"></p>\n<p class="no-margin">And an end.</p>';
    await bench.edit('Two', apart, '<p class="no-margin">And an end.</p>');
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ result: 'merged' }] });
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
    const tight = await bench.text('billing/two.md');
    await bench.edit('Two', 'Second paragraph.', 'By Ana.');
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ result: 'merged' }] });
    expect(await bench.text('billing/two.md')).toBe(tight.replace('Second paragraph.', 'By Ana.'));
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
  });

  it('takes markup that somebody gave to a heading', async () => {
    const bench = await pullBench(files);
    await bench.sandbox.world.plantBody(bench.id('Two'), bench.body('Two').replace('>More<', '><b>More</b><'));
    expect(await bench.plan()).toBe('No changes; 1 held back; 1 unchanged');
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ result: 'merged' }] });
    expect(await bench.text('billing/two.md')).toContain('## **More**');
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
  });

  it('notes an edit that a source cannot say, and leaves the file', async () => {
    const bench = await pullBench(files);
    const body = bench.body('Two').replace('>More<', '>More<br><');
    await bench.sandbox.world.plantBody(bench.id('Two'), body);
    expect(await bench.plan()).toBe('No changes; 1 held back; 1 unchanged');
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ result: 'noted', changed: [] }] });
    expect(await bench.text('billing/two.md')).toBe(two);
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
  });

  it('sees no edit in ids that Intercom gave to headings, nor in links to them', async () => {
    const own = '# Three\n\nSee [below](#below) and [two](billing/two.md#more).\n\n## Not here {#below}\n\nThird.\n';
    const bench = await pullBench({ ...files, 'three.md': own });
    const renamed = (html: string) =>
      html.replaceAll('id="below"', 'id="h_0123456789"').replaceAll('#below', '#h_0123456789');
    await bench.sandbox.world.plantBody(bench.id('Three'), renamed(bench.body('Three')).replace('Third.', 'By Ana.'));
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ result: 'merged' }] });
    expect(await bench.text('three.md')).toBe(own.replace('Third.', 'By Ana.'));
    expect(await bench.plan()).toBe('No changes; 3 unchanged');
  });

  it('follows an article that was moved in Intercom, and notes the collection', async () => {
    const bench = await pullBench(files);
    const other = await bench.sandbox.world.createCollection({ name: 'Refunds' });
    await bench.sandbox.world.moveArticle(bench.id('Two'), other.id);
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ changed: ['collection'] }] });
    expect(await bench.text('billing/two.md')).toBe(`---\ncollection: Refunds\n---\n\n${two}`);
    expect((await bench.run('publish', '--yes')).code).toBe(0);
    expect(await bench.plan()).toBe('No changes; 2 unchanged');
    await bench.sandbox.world.moveArticle(bench.id('Two'), bench.sandbox.world.collections()[0]?.id ?? null);
    await bench.pull();
    expect(await bench.text('billing/two.md')).toBe(`---\n---\n\n${two}`);
  });

  it('finds the file of an article that was renamed here meanwhile', async () => {
    const bench = await pullBench(files);
    await bench.edit('Two', 'Second paragraph', 'By Ana');
    await bench.repository.remove('content/billing/two.md');
    await bench.repository.write({ 'content/billing/zwei.md': two });
    await bench.write('billing/one.md', (text) => text.replace('two.md', 'zwei.md'));
    expect(await bench.pull()).toMatchObject({ code: 0, pulled: [{ path: 'billing/zwei.md', result: 'merged' }] });
    expect(await bench.text('billing/zwei.md')).toBe(two.replace('Second paragraph', 'By Ana'));
    expect((await bench.run('plan')).stdout).toMatch(/: (1 to move|1 to record, 1 to move|1 to move, 1 to record); 0 /);
  });
});
