import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeContext } from '../../src/use-cases/context.ts';
import { newPaths } from '../../src/use-cases/convert/paths.ts';
import { differences } from '../../src/use-cases/convert/same.ts';
import { gatherSources } from '../../src/use-cases/sources.ts';
import { connectorRepository } from '../kit/connector.ts';
import { writeFiles } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';

async function sourcesIn(dir: string) {
  const found = await gatherSources(makeContext(inventHost(dir).host, {}));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.sources;
}

const start = 'intercom/articles/setup/start';

describe('convert', () => {
  it('writes a repository that compiles to the same', async () => {
    const dir = await connectorRepository();
    const { code, stdout } = await runIn(dir, ['convert', '../ours']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('6 articles, 7 texts, 3 collections and 1 file')]);
    const ours = path.join(dir, '../ours');
    const [before, after] = [await sourcesIn(dir), await sourcesIn(ours)];
    expect(after.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(after.desired.articles.map(({ key, id }) => [key, id])).toEqual([
      ['about-us.md', '5030'],
      ['billing/invoices/change-address.md', '5010'],
      ['billing/pay-later.md', '5020'],
      ['internal/refund-limits-70.md', 'ia_70'],
      ['setup/start.md', undefined],
      ['snippets/phone-81.md', 'snip_81'],
    ]);
    const paths = newPaths(before.repository.sources, before.repository.files, 'en');
    expect(differences(before.desired, after.desired, paths)).toEqual([]);
    expect(Object.keys(after.desired.images)).toEqual(Object.keys(before.desired.images));
    const text = await readFile(path.join(ours, 'content/billing/invoices/change-address.md'), 'utf8');
    expect(text).toContain('fin:\n  chatbot: true\n  copilot: true\n  sales: false\n');
    expect(text).toContain('[the limits](../pay-later.md#h_77aa77aa77)');
    expect(text).toContain('![The form for addresses](../../images/address-form.png)');
  });

  it('keeps what our layout cannot say', async () => {
    const dir = await connectorRepository();
    const { stdout } = await runIn(dir, ['convert', '../ours', '--json']);
    const { kept } = JSON.parse(stdout) as { kept: { path: string; why: string }[] };
    expect(kept).toEqual([{ path: 'articles/billing/pay-later/en.md', why: 'partly' }]);
    const inKept = path.join(dir, '../ours/intercom-sync-kept');
    for (const { path: file } of kept)
      expect(await readFile(path.join(inKept, 'files', file))).toEqual(
        await readFile(path.join(dir, 'intercom', file)),
      );
    expect(JSON.parse(await readFile(path.join(inKept, 'settings.json'), 'utf8'))).toMatchObject({
      'setup/start.md': { 'meta.yaml': { target_user_type: 'lead' } },
      'billing/invoices/change-address.md': { 'en.md': { with_table_of_contents: true } },
    });
  });

  it('keeps an article with an error whole, and ends with 1', async () => {
    const dir = await connectorRepository({
      [`${start}/en.md`]: '---\ntitle: A\npublished: true\n---\n:::intercom-block data="e 30="\n:::\n',
    });
    const { code, stdout, stderr } = await runIn(dir, ['convert', '../ours']);
    expect(code).toBe(1);
    expect(stderr).toContain(`${start}/en.md:5:1 error`);
    expect(stdout).toContain('Not everything is in the new content');
    const kept = path.join(dir, '../ours/intercom-sync-kept/files/articles/setup/start/en.md');
    expect(await readFile(kept, 'utf8')).toContain('data="e 30="');
  });

  it('carries a block that only Intercom can read', async () => {
    const dir = await connectorRepository({
      [`${start}/en.md`]: '---\ntitle: A\npublished: true\n---\nB\n\n:::intercom-block data="e30="\n:::\n',
    });
    expect(await runIn(dir, ['convert', '../ours'])).toMatchObject({ code: 0 });
    const source = path.join(dir, '../ours/content/setup/start.md');
    expect(await readFile(source, 'utf8')).toContain('\n::intercom-block{data="e30="}\n');
  });

  it('writes nothing over, and nothing at all where a file is in the way', async () => {
    const dir = await connectorRepository();
    await writeFiles(path.join(dir, '../ours'), { 'content/setup/start.md': 'Mine.\n' });
    const { code, stderr } = await runIn(dir, ['convert', '../ours']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('../ours/content/setup/start.md already exists')]);
    await expect(readFile(path.join(dir, '../ours/helpcentre.yml'))).rejects.toThrow('ENOENT');
  });

  it.each([
    ['intercom/ours', 'lies in what the connector manages'],
    ['.', 'is the repository that is converted'],
  ])('refuses to write into %s', async (folder, said) => {
    const dir = await connectorRepository();
    const { code, stderr } = await runIn(dir, ['convert', folder]);
    expect([code, stderr]).toEqual([64, expect.stringContaining(said)]);
  });

  it('names what it does not take over from helpcentre.yml', async () => {
    const dir = await connectorRepository({
      'helpcentre.yml':
        'layout: intercom-sync\nvariables: { product: Acme }\nignore: [drafts/**]\nstate: published\nproblems: { sync-attachment: off }\n',
      [`${start}/en.md`]: '---\ntitle: A\n---\n{{product}}.\n',
    });
    const { code, stdout } = await runIn(dir, ['convert', '../ours']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Not taken over from helpcentre.yml: ignore. ')]);
    // What nobody wants to hear of is kept all the same.
    expect(stdout).toContain('Converted, with something that only Intercom can say: 1');
    const configuration = await readFile(path.join(dir, '../ours/helpcentre.yml'), 'utf8');
    expect(configuration).toContain('state: published\nvariables:\n  product: Acme\nproblems:');
  });

  it('is for the layout of the connector alone', async () => {
    const dir = await connectorRepository({ 'helpcentre.yml': 'content: intercom\n' });
    const { code, stderr } = await runIn(dir, ['convert', '../ours']);
    expect([code, stderr]).toEqual([64, expect.stringContaining('not-connector-layout')]);
  });
});
