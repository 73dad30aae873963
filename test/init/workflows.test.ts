import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { ownPins } from '../../src/init/pins.ts';
import { workflowFiles } from '../../src/init/workflow-files.ts';
import { version } from '../../src/version.ts';
import { everyWorkflow, folders, plainChoices } from './all-workflows.ts';
import { docsBlocks } from './docs-blocks.ts';
import { lint } from './lint.ts';

const root = new URL('../../', import.meta.url);

const step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
});
const workflow = z.looseObject({
  name: z.string(),
  on: z.unknown(),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: z.record(z.string(), z.string()).optional(),
      concurrency: z.looseObject({ group: z.string(), 'cancel-in-progress': z.unknown() }).optional(),
      steps: z.array(step),
    }),
  ),
});
const actionFile = z.looseObject({
  inputs: z.record(z.string(), z.looseObject({ required: z.boolean().default(false) })),
});

interface Text {
  readonly name: string;
  readonly text: string;
}

const texts: Text[] = everyWorkflow.map(({ folder, file }) => ({ name: `${file.path} in ${folder}`, text: file.text }));

beforeAll(async () => {
  const folder = new URL('.github/workflows/', root);
  for (const name of await readdir(folder)) texts.push({ name, text: await readFile(new URL(name, folder), 'utf8') });
  for (const [name, text] of await docsBlocks()) texts.push({ name: `docs/guides/action.md, ${name}`, text });
});

const parsed = (text: string) => workflow.parse(parse(text));
const stepsOf = (text: string) => Object.values(parsed(text).jobs).flatMap(({ steps }) => steps);

describe('every workflow: those that init writes, those of docs/guides/action.md, and this repository’s own', () => {
  test('passes the linter', async () => {
    expect(texts.length).toBeGreaterThan(30);
    const found: string[] = [];
    for (const { name, text } of texts) found.push(...(await lint(text)).map((words) => `${name}:${words}`));
    expect(found).toEqual([]);
  });

  test('the linter finds what is wrong', async () => {
    const broken = texts[0]?.text.replace('contents: read', 'content: read') ?? '';
    expect(await lint(broken)).toEqual([expect.stringContaining('unknown permission scope "content"')]);
  });

  test('uses actions of others at one commit, with the version beside it', () => {
    const uses = texts.flatMap(({ text }) => [...text.matchAll(/uses: (.*)/g)].map((match) => match[1] ?? ''));
    const others = uses.filter((one) => !one.startsWith('helpcentre/') && !one.startsWith('./'));
    expect(others.length).toBeGreaterThan(50);
    for (const one of others) expect(one).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('one version of each action is used everywhere', () => {
    const byName = new Map<string, Set<string>>();
    for (const { text } of texts) {
      for (const [, name = '', pin = ''] of text.matchAll(/uses: ([\w/-]+)@(.*)/g)) {
        byName.set(name, (byName.get(name) ?? new Set()).add(pin));
      }
    }
    expect([...byName].filter(([, pins]) => pins.size > 1)).toEqual([]);
  });

  test('gives no permission to all jobs, and says at each job what it may do', () => {
    for (const { name, text } of texts) {
      const { permissions, jobs } = parsed(text);
      expect(permissions, name).toEqual({});
      for (const [job, facts] of Object.entries(jobs)) {
        expect(facts.permissions, `${name}, ${job}`).toBeDefined();
      }
    }
  });

  test('leaves no token in the checkout', () => {
    for (const { name, text } of texts) {
      for (const { uses, with: inputs } of stepsOf(text)) {
        if (uses?.startsWith('actions/checkout@')) expect(inputs['persist-credentials'], name).toBe(false);
      }
    }
  });

  test('puts nothing that others write into a script', () => {
    for (const { name, text } of texts) {
      for (const { run } of stepsOf(text)) expect(run ?? '', name).not.toMatch(/\$\{\{/);
    }
  });
});

describe('the Action of this project', () => {
  const own = ownPins(version).action;

  test('is given inputs that action.yml has, and every one that it requires', async () => {
    const { inputs } = actionFile.parse(parse(await readFile(new URL('action.yml', root), 'utf8')));
    const required = Object.keys(inputs).filter((input) => inputs[input]?.required);
    let count = 0;
    for (const { name, text } of texts) {
      for (const { uses, with: given } of stepsOf(text)) {
        if (uses !== own) continue;
        count += 1;
        for (const input of Object.keys(given)) expect(Object.keys(inputs), name).toContain(input);
        for (const input of required) expect(Object.keys(given), name).toContain(input);
      }
    }
    expect(count).toBeGreaterThan(30);
  });

  test('is named with this program’s exact version wherever it is used', () => {
    for (const { name, text } of texts) {
      for (const [, used] of text.matchAll(/uses: (helpcentre\/.*)/g)) expect(used, name).toBe(own);
    }
  });

  test('gets the token of Intercom in no job that may run for a fork and write', () => {
    for (const { name, text } of texts) {
      const { on, jobs } = parsed(text);
      if (typeof on !== 'object' || on === null || !('workflow_run' in on)) continue;
      expect(text, name).not.toContain('INTERCOM_ACCESS_TOKEN');
      for (const { steps } of Object.values(jobs)) {
        expect(
          steps.some(({ uses }) => uses?.startsWith('actions/checkout@')),
          name,
        ).toBe(false);
      }
    }
  });
});

describe('publishing', () => {
  test('waits for the publishing before it, and is not cut off by the one after it', () => {
    let count = 0;
    for (const { folder, kind, file } of everyWorkflow) {
      for (const [job, { concurrency }] of Object.entries(parsed(file.text).jobs)) {
        if (!['publish', 'staging', 'production'].includes(job)) continue;
        count += 1;
        expect(concurrency?.['cancel-in-progress'], `${folder} ${kind} ${job}`).toBe(false);
        expect(concurrency?.group).not.toContain('${{');
      }
    }
    expect(count).toBe(folders.length * 8);
  });

  test('of staging and production has a queue, an environment and an expected workspace each', () => {
    const [file] = workflowFiles({ ...plainChoices, workflows: ['staging'] });
    const { jobs } = parsed(file?.text ?? '');
    expect(jobs.staging).toMatchObject({ environment: 'staging', concurrency: { group: 'help-centre-staging' } });
    expect(jobs.production).toMatchObject({
      environment: 'production',
      needs: 'staging',
      concurrency: { group: 'help-centre-production' },
    });
    expect(jobs.staging?.steps.at(-1)?.with.workspace).toMatch(/env\.STAGING /);
    expect(jobs.production?.steps.at(-1)?.with.workspace).toMatch(/env\.PRODUCTION /);
  });
});

describe('promoting', () => {
  test('plans what is on staging, and publishes exactly that plan once somebody approved it', () => {
    const [main, promote] = workflowFiles({ ...plainChoices, workflows: ['promote'] });
    for (const { steps } of Object.values(parsed(main?.text ?? '').jobs))
      expect(steps.at(-1)?.with).toMatchObject({ target: 'staging', token: expect.stringContaining('_STAGING') });
    const { jobs } = parsed(promote?.text ?? '');
    expect(jobs.production).toMatchObject({
      needs: 'plan',
      environment: 'production',
      // Both write the lockfile.
      concurrency: { group: 'help-centre-publish' },
    });
    const own = [...(jobs.plan?.steps ?? []), ...(jobs.production?.steps ?? [])].filter(({ with: { run } }) => run);
    expect(own.map(({ with: { run, plan } }) => [run, typeof plan])).toEqual([
      ['plan', 'undefined'],
      ['publish', 'string'],
    ]);
    for (const { with: given } of own)
      expect(given).toMatchObject({
        target: 'production',
        promote: 'staging',
        token: expect.stringContaining('_PRODUCTION'),
      });
  });
});

describe('in a folder of the repository', () => {
  test('runs for changes there and in its own workflow only, and names the folder', () => {
    const [file] = workflowFiles({ ...plainChoices, folder: 'packages/help' });
    const { on, jobs } = parsed(file?.text ?? '');
    const paths = ['packages/help/**', '.github/workflows/help-centre-packages-help.yml'];
    expect(file?.path).toBe('.github/workflows/help-centre-packages-help.yml');
    expect(on).toEqual({ pull_request: { paths }, push: { branches: ['main'], paths } });
    for (const job of Object.values(jobs)) {
      expect(job.steps.at(-1)?.with).toMatchObject({ 'working-directory': 'packages/help', name: 'packages-help' });
    }
  });

  test('takes wildcards in its name as they are', () => {
    const [file] = workflowFiles({ ...plainChoices, folder: 'a [b]*' });
    expect(parsed(file?.text ?? '').on).toMatchObject({
      push: { paths: ['a \\[b\\]\\*/**', '.github/workflows/help-centre-a-b.yml'] },
    });
  });

  test('the second workflow for forks follows the first by its name', () => {
    for (const folder of folders) {
      const [plan, comment] = workflowFiles({ ...plainChoices, folder, workflows: ['forks'] });
      const { on } = parsed(comment?.text ?? '');
      expect(on).toMatchObject({ workflow_run: { workflows: [parsed(plan?.text ?? '').name] } });
    }
  });
});

test('every workflow runs this program at exactly one version', () => {
  const own = everyWorkflow.flatMap(({ file }) => file.text.match(/\bhelpcentre@[^\s]+/g) ?? []);
  expect(new Set(own)).toEqual(new Set([`helpcentre@v${version}`, `helpcentre@${version}`]));
});
