import type { Choices } from '../choices.ts';
import type { NewFile } from '../file.ts';
import { namingOf } from '../naming.ts';
import { ownPins, pins } from '../pins.ts';
import { scalar } from '../scalar.ts';

/** The line in front of the jobs: by itself no job may do anything. */
export const noPermissions = `# Each job says which permissions it needs, and what for.
permissions: {}`;

/** When the plan is shown and when it is published; in a monorepo only for changes in the help centre's folder. */
function triggers(choices: Choices, file: string): string {
  const paths = pathsOf(choices, file);
  return `  pull_request:${paths}
  push:
    branches: [${scalar(choices.branch)}]${paths}`;
}

/**
 * The workflow that shows plans and publishes.
 *
 * @param jobs everything from the first job on, and what stands in front of the jobs, where there is such
 */
export function planAndPublish(choices: Choices, jobs: string, before = ''): NewFile {
  const { stem, title } = namingOf(choices);
  const path = `.github/workflows/${stem}.yml`;
  const text = `name: ${scalar(title)}

on:
${triggers(choices, path)}

${noPermissions}
${before}
jobs:
${jobs}`;
  return { path, text };
}

function pathsOf({ folder }: Choices, file: string): string {
  if (folder === '.') return '';
  // These characters are wildcards in a filter.
  const literal = folder.replace(/[*?+[\]!\\]/g, (character) => `\\${character}`);
  return `\n    paths:\n      - ${quoted(`${literal}/**`)}\n      - ${file}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The step that checks the repository out, without leaving a token in it. */
export const checkoutStep = `      - uses: ${pins.checkout}
        with:
          persist-credentials: false`;

/** Something that GitHub fills in when the workflow runs. */
export function expression(what: string): string {
  return `\${{ ${what} }}`;
}

/** The steps before this project's Action: the repository, and what earlier runs made of its sources. */
export function stepsBefore(choices: Choices): string {
  const { stem } = namingOf(choices);
  return `${checkoutStep}
      # Sources that did not change are not compiled again. The second folder holds the seal of the first.
${cacheStep(choices, `${stem}-${expression('github.sha')}`, `${stem}-`)}`;
}

/** The same where each run adds to what the one before found: a cache that is there is never written over. */
export function stepsBeforeLinks(choices: Choices): string {
  const { stem } = namingOf(choices);
  return `${checkoutStep}
      # An address is dead when it failed on two days: what the run before found comes back, and goes on under a new key.
${cacheStep(choices, `links-${stem}-${expression('github.run_id')}`, `links-${stem}-`)}`;
}

function cacheStep({ folder }: Choices, key: string, restore: string): string {
  return `      - uses: ${pins.cache}
        with:
          path: |
            ${folder === '.' ? '' : `${folder}/`}.helpcentre/cache
            ~/.cache/helpcentre
          key: ${key}
          restore-keys: ${restore}`;
}

/** The step that runs this project's Action. */
export function ownStep(choices: Choices, inputs: Readonly<Record<string, string>>, id?: string): string {
  const { name } = namingOf(choices);
  const given = {
    ...(choices.folder === '.' ? {} : { 'working-directory': scalar(choices.folder) }),
    ...(name === '' ? {} : { name }),
    ...inputs,
  };
  const lines = Object.entries(given).map(([input, value]) => `\n          ${input}: ${value}`);
  const first = id === undefined ? 'uses' : `id: ${id}\n        uses`;
  return `      - ${first}: ${ownPins(choices.version).action}
        with:${lines.join('')}`;
}

/** The Intercom token, from the repository's or the environment's secret. */
export const tokenInput = { token: expression('secrets.INTERCOM_ACCESS_TOKEN') };

/** What makes newer pushes of a pull request replace the plans of older ones. */
export function planConcurrency(stem: string): string {
  return `    # A newer push replaces the plan of an older one.
    concurrency:
      group: ${stem}-plan-\${{ github.event.pull_request.number }}
      cancel-in-progress: true`;
}

/** What makes merges wait for each other. */
export function publishConcurrency(group: string): string {
  return `    # Merges wait for each other, and none is cut off.
    concurrency:
      group: ${group}
      cancel-in-progress: false`;
}

/** What publishing may do. */
export const publishPermissions = `    permissions:
      contents: write # the lockfile, committed back
      pull-requests: read # the plan that the merged pull request showed`;
