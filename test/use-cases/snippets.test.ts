import { describe, expect, it } from 'vitest';
import { publishedInGit } from '../kit/published-in-git.ts';

const file = 'content/fin/hours.md';
const snippet = (front = '', words = 'We are there from **9 to 5**.'): string =>
  `---\ntitle: Opening hours\ntype: snippet\n${front}---\n\n${words}\n`;

async function scene(snippetMarkdown: 'text' | 'under-title' = 'text') {
  const files = { 'content/pay.md': '# Pay\n\nBy card.\n', [file]: snippet() };
  const made = await publishedInGit(files, undefined, undefined, { snippetMarkdown });
  const { sandbox } = made;
  const api = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = {
      authorization: `Bearer ${sandbox.token}`,
      'content-type': 'application/json',
      'intercom-version': '2.16',
    };
    const answer = await fetch(`${sandbox.url}${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
    return answer.status === 204 ? null : await answer.json();
  };
  const all = async () =>
    ((await api('GET', '/content_snippets')) as { data: readonly { id: string; body_markdown: string }[] }).data;
  const run = async (code: number, ...argv: readonly string[]) => {
    const ran = await made.run(...argv);
    expect(ran.code, ran.stdout + ran.stderr).toBe(code);
    return ran.stdout + ran.stderr;
  };
  return {
    ...{ ...made, api, all },
    ok: (...argv: readonly string[]) => run(0, ...argv),
    fails: (...argv: readonly string[]) => run(1, ...argv),
  };
}

describe('a snippet', () => {
  it("is created in Intercom's own Markdown, and comes back as the same file", async () => {
    const { all, entries, ok, read, repository, run } = await scene();
    expect(await all()).toMatchObject([{ title: 'Opening hours', body_markdown: 'We are there from **9 to 5**.\n' }]);
    expect((await entries())['fin/hours.md']).toBe(`snip_${(await all())[0]?.id}`);
    const text = snippet(
      'fin:\n  chatbot: true\n',
      '## When\n\n- Monday to Friday\n  - not on holidays\n- Saturday\n\n> [!NOTE]\n> Call us.',
    );
    await repository.write({ [file]: text, 'other/helpcentre.yml': 'state: published\n' });
    expect(await ok('plan')).toMatch(/~ update +fin\/hours\.md {2}snippet; text changed/);
    await ok('publish', '--yes');
    expect(await ok('plan')).toContain('No changes');
    await run('import', '--yes', '--snippets', '--cwd', 'other');
    expect(await read('other/content/snippets/opening-hours.md')).toBe(text);
    expect(await ok('plan', '--cwd', 'other')).toContain('No changes');
  });

  it('is the same where Intercom answers its title above it, as in the examples of the description', async () => {
    const { all, ok, read, repository, run } = await scene('under-title');
    expect((await all())[0]?.body_markdown).toBe('# Opening hours\n\nWe are there from **9 to 5**.\n');
    expect(await ok('plan')).toContain('No changes');
    await repository.write({ 'other/helpcentre.yml': 'state: published\n' });
    await run('import', '--yes', '--snippets', '--cwd', 'other');
    expect(await read('other/content/snippets/opening-hours.md')).toBe(snippet());
  });

  it('drifts, is pulled, and is not made twice when the answer is lost', async () => {
    const { all, api, fails, ok, read, repository, sandbox } = await scene();
    await api('PUT', `/content_snippets/${(await all())[0]?.id}`, { body_markdown: 'Never.' });
    expect(await fails('plan')).toContain('edited in Intercom');
    await ok('pull');
    expect(await read(file)).toContain('Never.');
    expect(await ok('plan')).toContain('No changes');
    sandbox.setFaults('drop-after@POST:/content_snippets@1');
    await repository.write({ 'content/fin/other.md': snippet().replace('Opening hours', 'Closing hours') });
    await ok('publish', '--yes');
    expect(await all()).toHaveLength(2);
    expect(await ok('plan')).toContain('No changes');
  });

  it('links to articles, and to its own headings as words', async () => {
    const { all, ok, repository } = await scene();
    await repository.write({
      'helpcentre.yml': 'state: published\n',
      [file]: snippet('', '[Pay](../pay.md), or [see below](#how).\n\n## How\n\nBy card.'),
    });
    await ok('publish', '--yes');
    expect((await all())[0]?.body_markdown).toMatch(/^\[Pay]\(http\S+\/articles\/\d+-pay[^)]*\), or .*see below/);
    expect(await ok('plan')).toContain('No changes');
  });

  it('that Markdown cannot say is an error, and one is left alone before version 2.16', async () => {
    const { all, fails, ok, repository } = await scene();
    await repository.write({ [file]: snippet('', '| a | b |\n| :-: | - |\n| c | d |') });
    expect(await fails('plan')).toContain('Intercom would keep this snippet without what is centred');
    await repository.write({ [file]: snippet('', 'Other.'), 'helpcentre.yml': "apiVersion: '2.15'\n" });
    expect(await ok('plan')).toContain('one snippet is left alone: version 2.15 of the API does not know them');
    expect((await all())[0]?.body_markdown).toContain('9 to 5');
  });
});
