import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const settings = 'state: published\n';
const section = {
  'content/billing/_collection.yml': 'name: Billing\ntranslations:\n  fr:\n    name: Facturation\n',
  'content/billing/invoices/pay.md': '# Pay\n\nPay.\n',
  'content/billing/invoices/pay.fr.md': '# Payer\n\nPayez.\n',
};
const nameless = { ...section, 'content/billing/invoices/_collection.yml': 'name: Invoices\n' };
const named = {
  ...section,
  'content/billing/invoices/_collection.yml': 'name: Invoices\ntranslations:\n  fr:\n    name: Factures\n',
};

async function scene(files: Readonly<Record<string, string>>, apiVersion = '2.16', configuration = settings) {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const repository = await makeRepository({
    'helpcentre.yml': `${configuration}apiVersion: "${apiVersion}"\n`,
    ...files,
  });
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  const planned = async (...argv: readonly string[]): Promise<Plan> =>
    JSON.parse((await run('plan', '--json', ...argv)).stdout);
  const codes = async (...argv: readonly string[]) => (await planned(...argv)).problems.map(({ code }) => code);
  return { ...repository, sandbox, run, planned, codes };
}

describe.each(['2.11', '2.16'])('with Intercom %s, a text whose collection has no name in its language', (version) => {
  it('is an error at its first line, before anything of it is written', async () => {
    const { run, planned, sandbox } = await scene(nameless, version);
    const { problems, leftOut } = await planned();
    expect(problems).toMatchObject([
      { code: 'collection-unnamed', severity: 'error', place: { file: 'content/billing/invoices/pay.fr.md', line: 1 } },
    ]);
    expect(leftOut).toEqual(['billing/invoices/pay.md']);
    const { code, stderr } = await run('publish', '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain(
      '"Billing > Invoices" has no name in fr, so no reader finds what is published in it in fr: billing/invoices/pay.fr.md',
    );
    expect(stderr).toContain('Add to billing/invoices/_collection.yml: translations: { fr: { name: … } }.');
    expect(sandbox.world.articles()).toEqual([]);
  });

  it('is one finding for all texts in it, and names the topmost collection', async () => {
    const { planned } = await scene(
      {
        ...nameless,
        'content/billing/_collection.yml': 'name: Billing\n',
        'content/billing/invoices/b.md': '# B\n\nB.\n',
        'content/billing/invoices/b.fr.md': '# B\n\nBé.\n',
      },
      version,
    );
    const { problems } = await planned();
    expect(problems.map(({ message }) => message)).toEqual([
      '"Billing" has no name in fr, so no reader finds what is published in it in fr: billing/invoices/b.fr.md, billing/invoices/pay.fr.md',
    ]);
  });

  it('is published when the collection has it, or as a draft, or where a warning is enough', async () => {
    expect(await (await scene(named, version)).codes()).toEqual([]);
    const draft = { ...nameless, 'content/billing/invoices/pay.fr.md': '---\nstate: draft\n---\n# Payer\n\nPayez.\n' };
    expect(await (await scene(draft, version)).codes()).toEqual([]);
    const lowered = await scene(nameless, version, `${settings}problems: { collection-unnamed: warning }\n`);
    expect((await lowered.run('publish', '--yes')).code).toBe(0);
    expect(lowered.sandbox.world.articles()).toHaveLength(1);
    expect(await lowered.planned()).toMatchObject({ changes: [], problems: [{ severity: 'warning' }] });
  });

  it('is published when a colleague named the collection in Intercom', async () => {
    const { 'content/billing/invoices/pay.fr.md': french, ...first } = nameless;
    const { run, sandbox, write, codes } = await scene(first, version);
    await run('publish', '--yes');
    await write({ 'content/billing/invoices/pay.fr.md': french });
    expect(await codes()).toEqual(['collection-unnamed']);
    // Nobody was asked, so nobody is accused.
    expect(await codes('--offline')).toEqual([]);
    const [invoices] = sandbox.world.collections().filter(({ contents }) => contents.en?.name === 'Invoices');
    await sandbox.world.renameCollection(invoices?.id ?? '', { locale: 'fr', name: 'Factures' });
    expect(await codes()).toEqual([]);
    expect((await run('publish', '--yes')).code).toBe(0);
    expect((await run('plan')).stdout).toContain('No changes');
  });
});

it('offline a collection that is new is judged by its source', async () => {
  const { codes } = await scene(nameless);
  expect(await codes('--offline')).toEqual(['collection-unnamed']);
});
