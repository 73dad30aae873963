import path from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { parseConfiguration } from '../../src/config/settings.ts';
import type { Memo } from '../../src/model/memo.ts';
import { readRepository } from '../../src/read/repository.ts';
import { makeRepository } from '../kit/repository.ts';

/** A memo that tells what was made. */
function countingMemo() {
  const kept = new Map<string, { readonly facts: string; readonly text: string }>();
  const texts: string[] = [];
  let made: string[] = [];
  const memo: Memo = {
    maker: 'test',
    key: (...parts) => JSON.stringify(parts),
    recall(key) {
      const found = kept.get(key);
      if (found === undefined) return null;
      const text = (): string => {
        texts.push(key);
        return found.text;
      };
      return { facts: JSON.parse(found.facts), text };
    },
    keep(key, facts, text = '') {
      const parts = JSON.parse(key);
      made.push(
        parts[0] === 'unit' ? `unit ${parts[2]}` : parts[0] === 'source' ? `source ${parts[1].path}` : parts[0],
      );
      kept.set(key, { facts: JSON.stringify(facts), text });
    },
  };
  const told = (): readonly string[] => {
    const all = made.sort();
    made = [];
    return all;
  };
  return { memo, texts, told };
}

test('what did not change is not read for its front matter, compiled or fingerprinted again, and no body is read', async () => {
  const repository = await makeRepository({
    'content/a.md': '---\ntitle: A\n---\n\n:::include{file="_s/one.md"}\n',
    'content/b.md': '# B\n\n[a](a.md#x)\n',
    'content/_s/one.md': '## X\n',
  });
  const { memo, texts, told } = countingMemo();
  let yaml = 'content: content\n';
  const prints = async (): Promise<readonly string[]> => {
    const parsed = parseConfiguration(yaml, 'helpcentre.yml', repository.dir);
    if (!parsed.ok) throw new Error('no configuration');
    const read = await readRepository(repository.dir, parsed.settings, '', undefined, memo);
    const { desired } = compile(read.repository, parsed.settings, { memo });
    return desired.articles.flatMap(({ locales }) => Object.values(locales).map(({ fingerprint }) => fingerprint));
  };
  const first = await prints();
  expect(told()).toEqual(['fingerprint', 'fingerprint', 'source a.md', 'source b.md', 'unit a.md', 'unit b.md']);
  texts.length = 0;
  expect(await prints()).toEqual(first);
  expect(told()).toEqual([]);
  expect(texts).toEqual([]);

  await repository.write({ [path.join('content', '_s', 'one.md')]: '## Y\n' });
  expect((await prints())[0]).not.toBe(first[0]);
  // The link to the heading is dead by now, so that the other article is none.
  expect(told()).toEqual(['fingerprint', 'unit a.md']);
  await repository.write({ 'content/b.md': '# B\n\n[a](a.md#y)\n' });
  await prints();
  expect(told()).toEqual(['fingerprint', 'source b.md', 'unit b.md']);
  yaml = 'content: content\nvariables: { x: y }\n';
  await prints();
  expect(told()).toEqual(['fingerprint', 'fingerprint', 'unit a.md', 'unit b.md']);
});

test('what names a snippet that is not there looks at all files, and is made every time', async () => {
  const repository = await makeRepository({ 'content/a.md': '# A\n\n:::include{file="_s/on.md"}\n' });
  const { memo, told } = countingMemo();
  const parsed = parseConfiguration('content: content\n', 'helpcentre.yml', repository.dir);
  if (!parsed.ok) throw new Error('no configuration');
  const problems = async (): Promise<readonly string[]> => {
    const read = await readRepository(repository.dir, parsed.settings, '', undefined, memo);
    return compile(read.repository, parsed.settings, { memo }).problems.map(({ help }) => help);
  };
  const alone = await problems();
  expect(told()).toEqual(['source a.md']);
  await repository.write({ 'content/_s/one.md': 'Text\n' });
  expect(await problems()).not.toEqual(alone);
});

test('a text that a tool finds by its name may be another one when there is another of that name', async () => {
  const repository = await makeRepository({ 'content/a.md': '![[note]]\n', 'content/z/note.md': 'Of z.\n' });
  const { memo } = countingMemo();
  const parsed = parseConfiguration('flavour: obsidian\n', 'helpcentre.yml', repository.dir);
  if (!parsed.ok) throw new Error('no configuration');
  const body = async (remembering: Memo | undefined): Promise<string | undefined> => {
    const read = await readRepository(repository.dir, parsed.settings, '', undefined, remembering);
    const { articles } = compile(read.repository, parsed.settings, remembering && { memo: remembering }).desired;
    return articles.find(({ key }) => key === 'a.md')?.locales.en?.body;
  };
  expect(await body(memo)).toContain('Of z.');
  await repository.write({ 'content/b/note.md': 'Of b.\n' });
  const fresh = await body(undefined);
  expect(fresh).not.toContain('Of z.');
  expect(await body(memo)).toBe(fresh);
});

test('of the texts of a product only those count that a source names', async () => {
  const repository = await makeRepository({
    'i18n/en.json': '{ "save": "Save", "other": "x" }',
    'content/a.md': '# A\n\n{{save}}\n',
    'content/b.md': '# B\n\nText.\n',
  });
  const { memo, told } = countingMemo();
  const parsed = parseConfiguration('variablesFrom: ["i18n/{locale}.json"]', 'helpcentre.yml', repository.dir);
  if (!parsed.ok) throw new Error('no configuration');
  const run = async (): Promise<readonly string[]> => {
    const read = await readRepository(repository.dir, parsed.settings, '', undefined, memo);
    const { desired } = compile(read.repository, parsed.settings, { memo });
    for (const { locales } of desired.articles)
      for (const { fingerprint } of Object.values(locales)) expect(fingerprint).toBeDefined();
    return told();
  };
  await run();
  await repository.write({ 'i18n/en.json': '{ "save": "Save", "other": "y" }' });
  expect(await run()).toEqual([]);
  await repository.write({ 'i18n/en.json': '{ "save": "Keep", "other": "y" }' });
  expect(await run()).toEqual(['fingerprint', 'unit a.md']);
  await repository.write({ 'i18n/en.json': '{ "other": "y" }' });
  expect(await run()).toEqual(['unit a.md']);
});

test('a body whose text is there no more is compiled again', async () => {
  const repository = await makeRepository({ 'content/a.md': '# A\n\nText of *a*.\n' });
  const { memo } = countingMemo();
  const parsed = parseConfiguration('', 'helpcentre.yml', repository.dir);
  if (!parsed.ok) throw new Error('no configuration');
  const body = async (given: Memo): Promise<string | undefined> => {
    const read = await readRepository(repository.dir, parsed.settings, '', undefined, given);
    return compile(read.repository, parsed.settings, { memo: given }).desired.articles[0]?.locales['en']?.body;
  };
  const made = await body(memo);
  expect(made).toContain('<i>a</i>');
  const recall: Memo['recall'] = (key) => {
    const found = memo.recall(key);
    return found === null ? null : { ...found, text: () => null };
  };
  expect(await body({ ...memo, recall })).toBe(made);
});
