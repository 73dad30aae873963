// Runs every command on a small repository, for the examples of docs/reference/json.md.
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../src/cli/run.ts';
import { documentKinds } from '../src/output/names.ts';
import { git } from '../test/kit/git-origin.ts';
import { inventHost, runIn } from '../test/kit/run-in.ts';
import type { Examples } from './json-page.ts';

const connector = fileURLToPath(new URL('../test/intercom-sync/fixtures', import.meta.url));

const files = {
  'docs/helpcentre.yml': 'state: published\n',
  'docs/content/billing/refunds.md': '# Refunds\n\nYou get your money back within 14 days.\n',
  'docs/content/billing/refunds.fr.md': '# Remboursements\n\nVous êtes remboursé sous 14 jours.\n',
  'docs/content/billing/_collection.yml': 'translations:\n  fr:\n    name: Facturation\n',
  'broken/helpcentre.yml': 'state: published\n',
  'broken/content/billing/invoices.md': '# Invoices\n\nSee [refunds](refunds.md).\n',
  'other/helpcentre.yml': 'state: published\n',
  'other/content/.gitkeep': '',
  'code/content/billing/invoices.md':
    '---\ntitle: Invoices\nstate: published\nsources: [src/billing/**]\n---\n\nWe round to cents.\n',
  'code/helpcentre.yml': 'state: published\n',
  'code/src/billing/total.ts': 'export const digits = 2;\n',
  'mkdocs/mkdocs.yml': 'site_name: Acme\nsite_url: https://docs.acme.example/\n',
  'mkdocs/docs/index.md': '# Welcome\n\nHello.\n',
};

/** Documents by kind, each as one run printed it; what differs from run to run is made the same. */
export async function runExamples(): Promise<Examples> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-examples-')));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), text);
    }
    await mkdir(path.join(root, 'new'));
    await cp(connector, path.join(root, 'connector'), { recursive: true });
    const printed = await printedIn(root);
    return Object.fromEntries(documentKinds.map((kind) => [kind, settled(printed[kind] ?? '', root)]));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function printedIn(root: string): Promise<Examples> {
  const json = async (folder: string, ...argv: readonly string[]): Promise<string> =>
    (await runIn(path.join(root, folder), [...argv, '--json'])).stdout;
  const sandbox = ['--sandbox', path.join(root, 'sandbox')];
  const before = {
    plan: await json('docs', 'plan', '--offline'),
    error: await json('docs', 'publish', ...sandbox),
    publish: await json('docs', 'publish', ...sandbox, '--yes'),
  };
  await writeFile(
    path.join(root, 'docs/content/billing/refunds.md'),
    files['docs/content/billing/refunds.md'].replace('14', '30'),
  );
  return {
    ...before,
    diff: await json('docs', 'diff', ...sandbox),
    status: await json('docs', 'status'),
    impact: await impactIn(path.join(root, 'code'), () => json('code', 'impact')),
    check: await json('broken', 'check'),
    pull: await json('other', 'pull', ...sandbox, '--check'),
    import: await json('other', 'import', ...sandbox),
    doctor: await json('docs', 'doctor', ...sandbox),
    probe: await json('docs', 'probe', ...sandbox, '--yes'),
    init: await json('new', 'init', '--yes'),
    adopt: await json('mkdocs', 'adopt'),
    convert: await json('connector', 'convert', '../converted'),
    preview: await json('docs', 'preview', '--build', 'site', '--offline'),
    sandbox: await sandboxIn(root),
    help: await json('.', '--version'),
    audit: await auditIn(root, json),
    stats: await json('docs', 'stats', ...sandbox),
  };
}

/** Of a workspace in which something is wrong. */
async function auditIn(root: string, json: (...argv: [string, ...string[]]) => Promise<string>): Promise<string> {
  const sandbox = ['--sandbox', path.join(root, 'sandbox')];
  const gone = 'http://127.0.0.1:4110/sandbox-help/en/articles/10000001-vouchers';
  await writeFile(path.join(root, 'docs/content/billing/gifts.md'), `# Gifts\n\nSee [vouchers](${gone}).\n`);
  await json('docs', 'publish', ...sandbox, '--yes', 'content/billing/gifts.md');
  return json('docs', 'audit', ...sandbox);
}

/** It asks git. */
async function impactIn(folder: string, run: () => Promise<string>): Promise<string> {
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--message', 'Begin');
  await writeFile(path.join(folder, 'src/billing/total.ts'), 'export const digits = 0;\n');
  return run();
}

/** It runs until it is stopped. */
async function sandboxIn(root: string): Promise<string> {
  const stop = new AbortController();
  const { host, printed } = inventHost(root, { signal: stop.signal, onStdout: () => stop.abort() });
  await run(['sandbox', '--json', '--port', '0', '--dir', path.join(root, 'sandbox')], host);
  return printed().stdout;
}

function settled(text: string, root: string): string {
  return text
    .replaceAll(root, '/home/ana')
    .replaceAll(/(127\.0\.0\.1|localhost):\d+/g, '$1:4110')
    .replaceAll(/"seconds": [\d.]+/g, '"seconds": 0.4')
    .replaceAll(/"version": "[^"]*"/g, '"version": "1.0.0"')
    .replaceAll(/"base": "[0-9a-f]{40}"/g, '"base": "8e9b2f6d0c1a4b7e5f3d2c1b0a9f8e7d6c5b4a39"')
    .replaceAll(/"asked": "[^"]*"/g, '"asked": "2026-11-27"')
    .replaceAll(/"(at|updatedAt)": \d+/g, '"$1": 1795770000');
}
