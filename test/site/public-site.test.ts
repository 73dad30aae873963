import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** Every file of a built site, as one text. */
async function allOf(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return [...files, ...texts].join('\n');
}

it('a built site has nothing of internal articles and snippets, readable or not, unless somebody asks', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'state: published\n',
    'content/billing/pay.md': '# Pay\n\nBy card.\n',
    'content/team/limits.md':
      '---\ntitle: Limits\ntype: internal\n---\n\nSecret one, [nowhere](gone.md).\n\n![a](../images/secret.svg)\n',
    'content/team/broken.md': '---\ntitle: Secret two\ntype: internal\nfin: [\n---\n\nSecret three.\n',
    'content/team/broken-too.md': '---\n{title: Secret two, type: !!str internal, fin: 3}\n---\n\nSecret three.\n',
    'content/team/broken-type.md': '---\ntitle: Secret two\ntypes: [Internal]\n---\n\nSecret three.\n',
    'content/fin/hours.md': '---\ntitle: Hours\ntype: snippet\n---\n\nSecret four.\n',
    'content/images/secret.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
  });
  const built = await runIn(dir, ['preview', '--build', 'site', '--offline']);
  expect(built.code, built.stderr).toBe(0);
  const shown = await allOf(path.join(dir, 'site'));
  expect(shown.includes('By card.')).toBe(true);
  expect(shown.match(/secret|limits|hours|broken/gi) ?? []).toEqual([]);
  await runIn(dir, ['preview', '--build', 'site', '--offline', '--internal']);
  const all = await allOf(path.join(dir, 'site'));
  const words = ['Secret one', 'Secret four', 'An internal article: ', 'A snippet: ', 'broken.md'];
  expect(words.filter((each) => !all.includes(each))).toEqual([]);
});

it("of the connector's layout nothing is shown from the folders of internal articles and snippets, whatever is wrong there", async () => {
  const meta = '---\nid: ""\n---\n';
  const { dir } = await makeRepository({
    'helpcentre.yml': 'layout: intercom-sync\ncontent: intercom\nstate: published\n',
    'intercom/articles/pay/start/meta.yaml': meta,
    'intercom/articles/pay/start/en.md': '---\ntitle: Pay\n---\nBy card.\n',
    'intercom/internal-articles/hidden-one/meta.yaml': 'id: ""\n',
    'intercom/internal-articles/hidden-one/en.md': '---\ntitle: [Secret\n---\nSecret.\n',
    'intercom/snippets/hidden-two/meta.yaml': meta,
    'intercom/snippets/hidden-two/fr.md': '---\ntitle: Secret\npublished: 3\n---\nSecret.\n',
  });
  const built = await runIn(dir, ['preview', '--build', 'site', '--offline']);
  expect(built.code, built.stderr).toBe(0);
  const shown = await allOf(path.join(dir, 'site'));
  expect(shown.includes('By card.')).toBe(true);
  expect(shown.match(/secret|hidden-/gi) ?? []).toEqual([]);
});
