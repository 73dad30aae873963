import { describe, expect, it, test } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { connectorRepository } from '../kit/connector.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** `code file:line:column severity` of each problem that `check` finds. */
async function checked(dir: string): Promise<readonly string[]> {
  const { stdout } = await runIn(dir, ['check', '--json']);
  const { problems } = JSON.parse(stdout) as { problems: Problem[] };
  return problems.map(
    ({ code, place, severity }) => `${severity} ${code} ${place?.file}:${place?.line}:${place?.column}`,
  );
}

const article = 'intercom/articles/setup/start';
const meta = (text: string): Readonly<Record<string, string>> => ({ [`${article}/meta.yaml`]: `---\n${text}\n---\n` });
const body = (text: string): Readonly<Record<string, string>> => ({
  [`${article}/en.md`]: `---\ntitle: Start here\npublished: true\n---\n${text}\n`,
});
const whole = { ...meta('id: art_1\ndefault_locale: en'), ...body('Text.') };
const other = (id: string): Readonly<Record<string, string>> => ({
  'intercom/articles/setup/more/meta.yaml': `---\nid: ${id}\ndefault_locale: en\n---\n`,
  'intercom/articles/setup/more/en.md': '---\ntitle: More\npublished: true\n---\nMore.\n',
});
const connector = { 'intercom-sync.yaml': '---\nversion: 1\nmanaged_folder: intercom\nlocales:\n- en\n' };

test.each<readonly [name: string, files: Readonly<Record<string, string>>, problems: readonly string[]]>([
  ['nothing', whole, []],
  ['an id of another form', meta('id: 12\ndefault_locale: en'), [`error bad-value ${article}/meta.yaml:2:5`]],
  ['a misspelt key', meta('id:\ndefault_locale: en\ncolection: setup'), [`error unknown-key ${article}/meta.yaml:4:1`]],
  ['another key', meta('id:\ndefault_locale: en\nreviewer: Ada'), [`warning sync-key ${article}/meta.yaml:4:1`]],
  ['no fences', { [`${article}/meta.yaml`]: 'id: art_1\n' }, [`error sync-fences ${article}/meta.yaml:1:1`]],
  ['no text in the language', meta('id: art_1\ndefault_locale: fr'), [`error sync-missing ${article}/meta.yaml:3:17`]],
  ['no title', { [`${article}/en.md`]: '---\npublished: true\n---\n' }, [`error bad-value ${article}/en.md:2:1`]],
  [
    'an id twice',
    other('art_1'),
    [`error sync-id-twice intercom/articles/setup/more/meta.yaml:2:1`, `error sync-id-twice ${article}/meta.yaml:2:1`],
  ],
  [
    'no meta.yaml',
    { 'intercom/articles/setup/more/en.md': '---\ntitle: More\npublished: true\n---\nMore.\n' },
    ['error sync-missing intercom/articles/setup/more/en.md:1:1'],
  ],
  [
    'a fourth level',
    {
      'intercom/articles/a/b/c/d/e/meta.yaml': '---\nid:\ncollection: a/b/c/d\ndefault_locale: en\n---\n',
      'intercom/articles/a/b/c/d/e/en.md': '---\ntitle: E\npublished: true\n---\nE.\n',
    },
    ['error collection-depth intercom/articles/a/b/c/d/e/meta.yaml:3:13'],
  ],
  [
    'links to nothing',
    body('[a](https://example.com "intercom:article:9")\n[b](https://example.com "intercom:artikel:1")'),
    [`warning sync-reference ${article}/en.md:5:26`, `warning sync-reference ${article}/en.md:6:26`],
  ],
  ['a picture that is not there', body('![a](../../../images/a.png)'), [`error image-missing ${article}/en.md:5:1`]],
  ['an unclosed callout', body('A\n\n:::callout\nB'), [`error sync-directive ${article}/en.md:7:1`]],
  [
    'an opaque block with broken data',
    body('A\n\n:::intercom-block data="e 30="\n:::'),
    [`error sync-block ${article}/en.md:7:1`],
  ],
  [
    'a language twice',
    { [`${article}/en-us.md`]: '---\ntitle: Start\npublished: true\n---\nText.\n' },
    [`warning sync-language ${article}/en-us.md:1:1`],
  ],
  [
    'another language alone',
    {
      ...other('art_2'),
      'intercom/articles/setup/start/en.md': '---\nlocale: fr\ntitle: A\npublished: true\n---\nA\n',
    },
    [`warning sync-language ${article}/en.md:2:9`],
  ],
  [
    'an internal article',
    {
      'intercom/internal-articles/a-3/meta.yaml': '---\nid: ia_3\nlocale: en\naudience: all\n---\n',
      'intercom/internal-articles/a-3/en.md':
        '---\ntitle: A\npublished: true\n---\n![a](../../images/a.png)\n\n:::attachment href="a" name="b"\n:::\n',
    },
    [
      'error dead-link intercom/internal-articles/a-3/en.md:7:1',
      'error image-missing intercom/internal-articles/a-3/en.md:5:1',
      'error bad-value intercom/internal-articles/a-3/meta.yaml:4:11',
      'warning sync-attachment intercom/internal-articles/a-3/en.md:7:1',
    ],
  ],
  [
    'a snippet with a table',
    {
      'intercom/snippets/a-3/meta.yaml': '---\nid: snip_3\nlocale: en\n---\n',
      'intercom/snippets/a-3/en.md': '---\ntitle: A\npublished: true\n---\n| a |\n| --- |\n| b |\n',
    },
    ['warning sync-snippet intercom/snippets/a-3/en.md:6:1'],
  ],
  [
    'an internal article that is not published, and a snippet in another language',
    {
      'intercom/internal-articles/a-3/meta.yaml': '---\nid: ia_3\nlocale: en\n---\n',
      'intercom/internal-articles/a-3/en.md': '---\ntitle: A\npublished: false\n---\n![a](../../images/a.png)\n',
      'intercom/snippets/a-3/meta.yaml': '---\nid: snip_3\nlocale: fr\n---\n',
      'intercom/snippets/a-3/fr.md': '---\ntitle: A\npublished: true\nsummary: B\n---\nA.\n',
    },
    [
      'error image-missing intercom/internal-articles/a-3/en.md:5:1',
      'warning sync-entities intercom/internal-articles/a-3/meta.yaml:1:1',
      'warning sync-unsaid intercom/snippets/a-3/fr.md:4:1',
    ],
  ],
])('check finds in a repository of the connector: %s', async (_, files, problems) => {
  const { dir, remove } = await makeRepository({ ...connector, ...whole, ...files });
  await remove('helpcentre.yml');
  expect([...(await checked(dir))].sort()).toEqual([...problems].sort());
});

it('a second language of an internal article is said for what it is', async () => {
  const { dir, remove } = await makeRepository({
    ...connector,
    ...whole,
    'intercom/internal-articles/a-3/meta.yaml': '---\nid: ia_3\nlocale: en\n---\n',
    'intercom/internal-articles/a-3/en.md': '---\ntitle: A\npublished: true\n---\nA.\n',
    'intercom/internal-articles/a-3/fr.md': '---\ntitle: B\npublished: true\n---\nB.\n',
  });
  await remove('helpcentre.yml');
  const { stderr, stdout } = await runIn(dir, ['check']);
  expect(stderr + stdout).toContain(
    '"fr.md" is not read: an internal article or snippet has one text, which is "en.md"',
  );
});

describe('the repository of every construct', () => {
  it('is read as it is, with nothing wrong', async () => {
    const dir = await connectorRepository();
    expect(await checked(dir)).toEqual([
      'warning sync-unsaid intercom/articles/billing/invoices/change-address/meta.yaml:9:1',
      'warning sync-attachment intercom/articles/billing/pay-later/en.md:16:1',
    ]);
    const { stdout } = await runIn(dir, ['plan', '--offline', '--json']);
    const { changes } = JSON.parse(stdout) as { changes: { key: string; change: string }[] };
    expect(changes.map(({ key }) => key)).toEqual([
      'articles/billing/invoices/change-address/en.md',
      'articles/billing/pay-later/en.md',
      'articles/setup/start/en.md',
      'articles/uncategorized/about-us/en.md',
      'internal-articles/refund-limits-70/en.md',
      'snippets/phone-81/en.md',
    ]);
  });

  it('is named where the configuration does not say what it is', async () => {
    const dir = await connectorRepository({ 'helpcentre.yml': 'content: intercom\n' });
    expect(await checked(dir)).toContainEqual(expect.stringContaining('warning layout-unset intercom/articles/'));
  });

  it('leaves flavour and languages to the layout', async () => {
    const dir = await connectorRepository({ 'helpcentre.yml': 'layout: intercom-sync\nlocales: folder\n' });
    expect(await checked(dir)).toEqual(['error bad-value helpcentre.yml:2:1']);
  });

  it('lets a team live with a broken block', async () => {
    const dir = await connectorRepository({
      'helpcentre.yml': 'layout: intercom-sync\nproblems: { sync-block: warning }\n',
      'intercom/articles/setup/start/en.md':
        '---\ntitle: A\npublished: true\n---\nB\n\n:::intercom-block data="e 30="\n:::\n',
    });
    const { code } = await runIn(dir, ['check']);
    expect(code).toBe(0);
  });
});
