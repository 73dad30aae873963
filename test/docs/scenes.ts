import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { connectorRepository } from '../kit/connector.ts';
import { git } from '../kit/git-origin.ts';
import { publishedInGit } from '../kit/published-in-git.ts';
import { makeRepository, writeFiles } from '../kit/repository.ts';
import { twoWorkspaces } from '../kit/two-workspaces.ts';

/** Where the lines of a page are pasted. */
export interface Scene {
  readonly dir: string;
  readonly env: Readonly<Record<string, string>>;
}

const files = {
  'content/getting-started/_collection.yml': 'name: Getting started\ntranslations: { fr: { name: Premiers pas } }\n',
  'content/getting-started/welcome.md': '# Welcome\n\nTo the [refunds](../billing/refunds.md).\n',
  'content/billing/_collection.yml':
    'name: Billing\ntranslations: { fr: { name: Facturation } }\nsources: [src/billing/**]\n',
  'content/billing/refunds.md': '---\ntitle: Refunds\n---\n\nWithin **30 days**.\n',
  'content/billing/refunds.fr.md': '---\ntitle: Remboursements\n---\n\nSous **30 jours**.\n',
  'src/billing/refunds.ts': 'export const days = 30;\n',
};

/** A help centre in git, published, with a release behind it and a branch beside it: what guides speak of. */
async function centre(): Promise<Scene> {
  const { repository, env, git: inGit } = await publishedInGit(files);
  await inGit('tag', 'v1.4');
  await inGit('branch', 'feature');
  return { dir: repository.dir, env: { ...env, INTERCOM_ACCESS_TOKEN: 'sandbox' } };
}

/** An empty folder, and a workspace that has articles. */
async function empty(): Promise<Scene> {
  const { dir, env } = await centre();
  const other = path.join(dir, 'elsewhere', 'new');
  await mkdir(other, { recursive: true });
  await git(other, 'init', '--quiet', '--initial-branch=main');
  return { dir: other, env };
}

/** The repository of another tool. */
function repositoryOf(other: Readonly<Record<string, string>>): () => Promise<Scene> {
  return async () => {
    const scene = await empty();
    await writeFiles(scene.dir, other);
    return scene;
  };
}

async function workspaces(): Promise<Scene> {
  const made = await twoWorkspaces({ 'content/a.md': '# A\n\nText.\n' });
  const env = {
    ...made.env('staging'),
    BASE_staging: made.sandboxes.staging.url,
    BASE_production: made.sandboxes.production.url,
  };
  return { dir: made.dir, env };
}

async function connector(): Promise<Scene> {
  return { dir: await connectorRepository(), env: {} };
}

/** A translator's folder: what the recipes speak of. */
async function bare(): Promise<Scene> {
  const { dir } = await makeRepository(files);
  return { dir, env: {} };
}

const scenes: Readonly<Record<string, () => Promise<Scene>>> = {
  'README.md': empty,
  'docs/start/a-first-publish.md': empty,
  'docs/start/adopt-intercom.md': empty,
  'docs/start/from-zendesk.md': empty,
  'docs/start/from-docusaurus.md': repositoryOf({
    'docusaurus.config.js': "module.exports = { title: 'Acme', url: 'https://acme.example', baseUrl: '/' };\n",
    'package.json': '{ "private": true, "dependencies": { "@docusaurus/core": "3.9.0" } }\n',
    'docs/intro.md': '---\ntitle: Intro\n---\n\n:::note\n\nRead [on](./more.md).\n\n:::\n',
    'docs/more.md': '# More\n\nText.\n',
  }),
  'docs/start/from-mkdocs.md': repositoryOf({
    'mkdocs.yml': 'site_name: Acme\nsite_url: https://acme.example\nnav:\n  - Home: index.md\n  - Use: use.md\n',
    'docs/index.md': '# Home\n\n!!! note\n    Read [on](use.md).\n',
    'docs/use.md': '# Use\n\nText.\n',
  }),
  'docs/start/from-gitbook.md': repositoryOf({
    'SUMMARY.md': '# Table of contents\n\n* [Welcome](README.md)\n* [Use](use.md)\n',
    'README.md': '# Welcome\n\n{% hint style="info" %}\nRead [on](use.md).\n{% endhint %}\n',
    'use.md': '# Use\n\nText.\n',
  }),
  'docs/guides/workspaces.md': workspaces,
  'docs/guides/translating.md': bare,
  'docs/reference/intercom-sync.md': connector,
};

/** The place that a page speaks of. */
export const sceneOf = (page: string): Promise<Scene> => (scenes[page] ?? centre)();
