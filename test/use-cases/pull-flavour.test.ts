import { describe, expect, it } from 'vitest';
import type { FlavourName } from '../../src/model/flavour-name.ts';
import { pullBench } from './pull-bench.ts';

const flavoured = (flavour: FlavourName, text: string) => pullBench({ 'a.md': text }, { flavour });

const mkdocs = `---
title: One
---

A first paragraph.

!!! note "Mind"

    Keep the first one.

    -   a
    -   b

??? tip "More"
    It goes on.

Its last line.
`;

describe('pull in the Markdown of another tool', () => {
  it.each(['vitepress', 'docusaurus', 'mkdocs'] as const)(
    'takes a new title into the heading that %s shows',
    async (flavour) => {
      const text = '---\ntitle: One\n---\n\n# One\n\nText.\n';
      const bench = await flavoured(flavour, text);
      await bench.sandbox.world.editArticle(bench.id('One'), { by: bench.ana, title: 'Two' });
      expect((await bench.pull()).pulled).toMatchObject([{ path: 'a.md', result: 'merged', changed: ['title'] }]);
      expect(await bench.text('a.md')).toBe(text.replace('# One', '# Two'));
      expect(await bench.plan()).toBe('No changes; 1 unchanged');
    },
  );

  it('takes an edit into the block that was edited, and leaves every other byte', async () => {
    const bench = await flavoured('mkdocs', mkdocs);
    await bench.edit('One', 'A first paragraph.', 'An edited paragraph.');
    expect((await bench.pull()).pulled).toMatchObject([{ path: 'a.md', result: 'merged', notes: [] }]);
    expect(await bench.text('a.md')).toBe(mkdocs.replace('A first', 'An edited'));
    expect(await bench.plan()).toBe('No changes; 1 unchanged');
  });

  it('keeps a block of the tool around an edit in it', async () => {
    const bench = await flavoured('mkdocs', mkdocs);
    await bench.edit('One', 'Keep the first one.', 'Keep the last one.');
    expect((await bench.pull()).pulled).toMatchObject([{ path: 'a.md', result: 'merged', notes: [] }]);
    expect(await bench.text('a.md')).toBe(mkdocs.replace('the first one', 'the last one'));
    expect(await bench.plan()).toBe('No changes; 1 unchanged');
  });

  it('writes what is new in the form of the tool', async () => {
    const bench = await flavoured('mkdocs', mkdocs);
    await bench.edit(
      'One',
      '<p class="no-margin">Its last line.</p>',
      '<p class="no-margin">Its last line.</p><div class="intercom-interblocks-callout" style="background-color: #feedaf80; border-color: #fbc91633;"><p class="no-margin">New.</p></div>',
    );
    expect((await bench.pull()).pulled).toMatchObject([{ path: 'a.md', result: 'merged' }]);
    expect(await bench.text('a.md')).toBe(`${mkdocs}\n<!-- tight -->\n\n!!! warning\n\n    New.\n`);
    expect(await bench.plan()).toBe('No changes; 1 unchanged');
  });

  it.each([
    ['docusaurus', ':::note[Mind]\n\nKeep the first one.\n\n:::\n\nImport {/* kept */} this.\n'],
    ['mintlify', '<Note>\n  Keep the first one.\n</Note>\n\nMore.\n'],
    ['gitbook', '{% hint style="info" %}\nKeep the first one.\n{% endhint %}\n\nMore.\n'],
    ['obsidian', '> [!note] Mind\n> Keep the first one.\n\nMore.\n'],
    ['vitepress', '::: info Mind\nKeep the first one.\n:::\n\nMore.\n'],
    ['jekyll', '{: .note }\n> Keep the first one.\n\nMore.\n'],
    ['hugo', '{{< details summary="More" >}}\nKeep the first one.\n{{< /details >}}\n\nMore.\n'],
    ['starlight', ':::note[Mind]\nKeep the first one.\n:::\n\nMore.\n'],
  ] as const)('keeps what only %s has', async (flavour, body) => {
    const text = `---\ntitle: One\n---\n\n${body}`;
    const bench = await flavoured(flavour, text);
    await bench.edit('One', 'Keep the first one.', 'Keep the last one.');
    expect((await bench.pull()).pulled).toMatchObject([{ path: 'a.md', result: 'merged', notes: [] }]);
    expect(await bench.text('a.md')).toBe(text.replace('the first one', 'the last one'));
    expect(await bench.plan()).toBe('No changes; 1 unchanged');
  });

  it('makes a conflict of an edit that would write out a component', async () => {
    const text =
      '---\ntitle: One\n---\n\n<Tabs>\n<TabItem label="A">\n\nKeep *this* one.\n\n</TabItem>\n</Tabs>\n\nMore.\n';
    const bench = await flavoured('docusaurus', text);
    const [section = ''] = /<details>.*<\/details>/s.exec(bench.body('One')) ?? [];
    await bench.edit('One', section, '<p class="no-margin">Plain.</p>');
    const { pulled } = await bench.pull();
    expect(pulled).toMatchObject([{ path: 'a.md', result: 'conflict' }]);
    expect(await bench.text('a.md')).toContain('<TabItem label="A">');
  });

  it('leaves front matter alone whose text is on the page', async () => {
    const text =
      '---\ntitle: One\nlayout: home\nhero:\n  name: Mendwick\n  text: Repairs\n  tagline: All of them.\n---\n\nKeep the first one.\n\nMore.\n';
    const bench = await flavoured('vitepress', text);
    expect(bench.body('One')).toContain('All of them.');
    await bench.edit('One', 'Keep the first one.', 'Keep the last one.');
    expect((await bench.pull()).pulled).toMatchObject([{ path: 'a.md', result: 'merged', notes: [] }]);
    expect(await bench.text('a.md')).toBe(text.replace('the first one', 'the last one'));
    expect(await bench.plan()).toBe('No changes; 1 unchanged');
  });
});
