import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asIntercomMarkdown } from '../../src/intercom-markdown/as-markdown.ts';
import { fromIntercomMarkdown } from '../../src/intercom-markdown/from-markdown.ts';
import { testBed } from './start.ts';

const recorded = new URL('../../../shared/corpus/markdown/', import.meta.url);
const present = existsSync(recorded);
if (!present) process.stderr.write('skipped: recorded answers in Markdown are not beside this checkout\n');

/** An article with what Intercom's starter article has, in the words of nobody. */
const starter = [
  'Readers help themselves at any hour.  \nColleagues send [articles](https://example.com/help/en/articles/1-a) too 💪',
  '# Begin with a few {#h_0a1b2c3d4e}',
  'An article is [in a collection](https://example.com/help/en/articles/2-b) (else readers can’t find it).',
  '### What helps to find it: {#h_1a2b3c4d5e}',
  '- Collections by topic - as few as can be.\n- [A description](https://example.com/help/en/articles/3-c) or two.',
  '# Fin/AI answers with it {#h_2a3b4c5d6e}',
  ':::callout backgroundColor="#feedaf80" borderColor="#fbc91633"\nOnly what is *published* in a [centre.](https://example.com/)\n:::',
  '---',
  'More is [here.](https://example.com/help/en/articles/4-d)\n',
].join('\n\n');

test('an article in Markdown is answered in the same Markdown', async () => {
  const bed = await testBed();
  const { body } = await bed.post('/articles', { title: 'x', author_id: bed.author, body_markdown: starter });
  expect(body.body_markdown).toBe(starter.replace('*published*', '_published_'));
  expect(body.body).toContain('hour.<br>Colleagues');
  expect(body.body).not.toContain(':::');
});

test.skipIf(!present)('recorded Markdown is read and written the same (skipped without ../shared/corpus)', () => {
  for (const name of present ? readdirSync(recorded) : []) {
    const markdown = readFileSync(new URL(name, recorded), 'utf8');
    expect(asIntercomMarkdown(fromIntercomMarkdown(markdown))).toBe(markdown);
  }
});

test('a block that HTML does not show is a carrier in Markdown, and stays only where Markdown is written', async () => {
  const bed = await testBed();
  const { id } = await bed.article();
  const block = ':::intercom-block data="eyJ0eXBlIjoiY2FyZCJ9"\n:::';
  const written = await bed.put(`/articles/${id}`, { body_markdown: `a\n\n${block}\n` });
  const sentence = '<p class="no-margin"><b>Could not display content</b></p>';
  expect(written.body.body).toBe(`<p class="no-margin">a</p>${sentence}`);
  expect(written.body.body_markdown).toBe(`a\n\n${block}\n`);
  expect((await bed.get(`/articles/${id}`, { version: '2.11' })).body.body).toBe(written.body.body);
  const destroyed = await bed.put(`/articles/${id}`, { body: written.body.body });
  expect(destroyed.body.body_markdown).toBe('a\n\n**Could not display content**\n');
});

test('the language of code and the facts of a file are in Markdown alone', async () => {
  const bed = await testBed();
  const { id } = await bed.article();
  const markdown = '```ruby\na\n```\n\n:::attachment href="https://example.com/a.pdf" name="a.pdf" size="12"\n:::\n';
  const { body } = await bed.put(`/articles/${id}`, { body_markdown: markdown });
  expect(body.body_markdown).toBe(markdown);
  expect(body.body).toMatch(
    /^<pre><code>a<\/code><\/pre><p class="no-margin"><a href="[^"]*" target="_blank" class="intercom-content-link">a\.pdf<\/a><\/p>$/,
  );
});

test('a link to an article of the workspace says which', async () => {
  const bed = await testBed();
  const other = await bed.article({ state: 'published' });
  const { id } = await bed.article();
  const url = `${bed.sandbox.url}/sandbox-help/en/articles/${other.id}-x`;
  const { body } = await bed.put(`/articles/${id}`, { body_markdown: `[x](${url})\n` });
  expect(body.body_markdown).toBe(`[x](${url} "intercom:article:${other.id}")\n`);
});

test('images are kept, under an address that is signed', async () => {
  const bed = await testBed();
  const { id } = await bed.article();
  const image = '<div class="intercom-container"><img src="image:/i/o/1/2/3/a.png" alt="A"></div>';
  await bed.sandbox.world.plantBody(id, image);
  const { body } = await bed.get(`/articles/${id}`);
  expect(body.body_markdown).toMatch(/^!\[A\]\(http[^\s()]*\/i\/o\/[^\s()]*\?expires=\d+&signature=[^\s()]*\)\n$/);
});

test('what is nested without end is refused', async () => {
  const bed = await testBed();
  const { id } = await bed.article();
  const answer = await bed.put(`/articles/${id}`, { body_markdown: ':::callout\n'.repeat(60) + ':::\n'.repeat(60) });
  expect(answer.status).toBe(400);
});
