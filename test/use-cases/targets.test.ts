import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { runIn } from '../kit/run-in.ts';
import { tokens, twoWorkspaces, variables } from '../kit/two-workspaces.ts';

const files = {
  'content/billing/_collection.yml': 'name: Billing\n',
  'content/billing/pay.md': '# Pay\n\nPay by card.\n',
  'content/billing/refunds.md': '# Refunds\n\nWithin 30 days. See [pay](pay.md).\n',
};
const changed = { 'content/billing/pay.md': '# Pay\n\nPay by card or in cash.\n' };

describe.each(['2.11', '2.16'])('two targets, with Intercom %s', (version) => {
  const configuration = `apiVersion: "${version}"\n`;

  it('have a section of the lockfile each, and settings of their own', async () => {
    const made = await twoWorkspaces(files, { configuration, own: { production: '    state: published\n' } });
    const { run, ids, shown, recorded } = made;
    const staging = await run('staging', ['publish', '--yes']);
    expect(staging.code, staging.stdout + staging.stderr).toBe(0);
    expect(staging.stdout.split('\n')[0]).toMatch(
      new RegExp(`^Plan for the target staging, .+ \\(${ids.staging}\\): 2 to create, 1 collection to write`),
    );
    expect(made.sandboxes.production.log).toHaveLength(1);
    expect(Object.keys(await recorded())).toEqual(['staging']);

    // Nothing of staging's counts: it is all new here, and offline too.
    const offline = await run('production', ['plan', '--offline']);
    expect(offline.stdout).toContain('Offline plan for the target production: 2 to create');
    expect(offline.stderr).toBe('');
    expect((await run('production', ['publish', '--yes'])).code).toBe(0);
    expect(shown('staging')).toEqual(['Pay: draft', 'Refunds: draft']);
    expect(shown('production')).toEqual(['Pay: published', 'Refunds: published']);
    const { staging: there, production: here } = await recorded();
    expect(Object.keys(here?.articles ?? {})).toEqual(Object.keys(there?.articles ?? {}));
    expect((await run('staging', ['plan'])).stdout).toContain('No changes');
    expect((await run('production', ['plan'])).stdout).toContain('No changes');
  });

  it('know nothing of an edit that was made in the other', async () => {
    const { run, sandboxes, write } = await twoWorkspaces(files, {
      configuration: `${configuration}state: published\n`,
    });
    for (const target of ['staging', 'production'] as const) await run(target, ['publish', '--yes']);
    const { world } = sandboxes.staging;
    const pay = world.articles().find(({ contents }) => contents.en?.title === 'Pay');
    await world.editArticle(pay?.id ?? '', { body: '<p>By hand.</p>' });
    await write(changed);
    const staging = await run('staging', ['publish', '--yes']);
    expect(staging).toMatchObject({ code: 1, stdout: expect.stringContaining('edited in Intercom') });
    const production = await run('production', ['publish', '--yes']);
    expect(production).toMatchObject({ code: 0, stdout: expect.stringContaining('1 to update; 1 unchanged') });
    expect((await run('staging', ['pull'])).code).toBe(1);
    expect(await run('production', ['pull', '--check'])).toMatchObject({ code: 0 });
  });
});

describe('the wrong workspace', () => {
  it('is never reached by leaving the name out, or by misspelling it', async () => {
    const { dir, run, env, sandboxes } = await twoWorkspaces(files);
    for (const argv of [
      ['plan'],
      ['publish', '--yes'],
      ['plan', '--offline'],
      ['import', '--yes'],
      ['pull'],
      ['diff'],
    ]) {
      const unsaid = await runIn(dir, argv, {
        env: { ...env('production'), INTERCOM_ACCESS_TOKEN: tokens.production },
      });
      expect(unsaid.code, argv.join(' ')).toBe(64);
      expect(unsaid.stderr).toContain('helpcentre.yml has several targets, and none was named: staging, production');
    }
    const doctor = await runIn(dir, ['doctor'], { env: env('production') });
    expect(doctor.stdout).toMatch(/error +target +helpcentre\.yml has several targets/);
    const typo = await runIn(dir, ['publish', '--yes', '--target', 'prod'], { env: env('production') });
    expect(typo).toMatchObject({ code: 1, stderr: expect.stringContaining('there is no target "prod"') });
    expect((await run('staging', ['publish', '--yes', '--workspace', 'other'])).stderr).toContain(
      'and other was named',
    );
    expect([...sandboxes.staging.log, ...sandboxes.production.log].map(({ path: asked }) => asked)).toEqual([
      '/me',
      '/me',
    ]);
    for (const argv of [['check'], ['status'], ['check', '--target', 'staging']])
      expect((await runIn(dir, argv)).code).toBe(0);
  });

  it('is refused by its id, whatever variable its token is in', async () => {
    const { dir, run, env, ids, sandboxes } = await twoWorkspaces(files);
    const mixed = { ...env('staging'), [variables.production]: tokens.staging };
    for (const argv of [['plan'], ['publish', '--yes'], ['import', '--yes'], ['pull'], ['diff']]) {
      const refused = await run('production', argv, { env: mixed });
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain(`the token is for workspace ${ids.staging} (`);
      expect(refused.stderr).toContain(`and the target "production" is ${ids.production}, so nothing was done`);
    }
    const doctor = await run('production', ['doctor'], { env: mixed });
    expect(doctor.stdout).toMatch(/error +token +the token is for workspace[\s\S]+1 check failed: token/);
    expect(sandboxes.staging.log.filter(({ method }) => method !== 'GET')).toEqual([]);
    await expect(readFile(path.join(dir, 'helpcentre.lock.json'))).rejects.toThrow();
  });

  it('never gets the token of another, nor one of no target', async () => {
    const { dir, env } = await twoWorkspaces(files);
    const others = { ...env('staging'), INTERCOM_ACCESS_TOKEN: tokens.staging, [variables.staging]: '' };
    const none = await runIn(dir, ['plan', '--target', 'staging'], { env: others });
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('TOKEN_STAGING is not set') });
    const elsewhere = { ...env('staging'), INTERCOM_REGION: 'eu' };
    const region = await runIn(dir, ['plan', '--target', 'staging'], { env: elsewhere });
    expect(region).toMatchObject({ code: 64, stderr: expect.stringContaining('the target "staging" is in "us"') });
  });

  it('is named in the question, and a plan of another target is not carried out', async () => {
    const { run, dir, env, host } = await scene();
    await run('staging', ['plan', '--out', 'staging.json']);
    const other = await run('production', ['publish', '--plan', 'staging.json']);
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('staging.json is a plan for "staging", and this run is for "production"');
    expect((await run('staging', ['publish', '--plan', 'staging.json'])).code).toBe(0);
    const asked = await host(dir, env('production'));
    expect(asked).toMatch(/^Publish this to production \(.+\)\?$/);
  });

  async function scene() {
    const made = await twoWorkspaces(files);
    const { inventHost } = await import('../kit/run-in.ts');
    const { run: program } = await import('../../src/cli/run.ts');
    /** The question that a person is asked. */
    const host = async (cwd: string, env: Readonly<Record<string, string>>): Promise<string> => {
      let question = '';
      const invented = inventHost(cwd, { env, answer: true });
      const confirm = (text: string): Promise<boolean> => {
        question = text;
        return Promise.resolve(false);
      };
      await program(['publish', '--target', 'production'], { ...invented.host, confirm });
      return question;
    };
    return { ...made, host };
  }
});

describe('a repository that begins to name its workspaces', () => {
  it('keeps every id: the section is that of the target with its id', async () => {
    const { dir, env, ids, run, sandboxes, write } = await twoWorkspaces(files);
    const configuration = await readFile(path.join(dir, 'helpcentre.yml'), 'utf8');
    await write({ 'helpcentre.yml': 'state: published\n' });
    const alone = { ...env('production'), INTERCOM_ACCESS_TOKEN: tokens.production };
    expect((await runIn(dir, ['publish', '--yes'], { env: alone })).code).toBe(0);
    const lockfile = await readFile(path.join(dir, 'helpcentre.lock.json'), 'utf8');
    await write({ 'helpcentre.yml': configuration });
    expect((await run('production', ['plan'])).stdout).toContain('No changes; 2 unchanged');
    expect((await run('production', ['publish', '--yes'])).code).toBe(0);
    expect(await readFile(path.join(dir, 'helpcentre.lock.json'), 'utf8')).toBe(lockfile);
    expect((await run('staging', ['publish', '--yes'])).code).toBe(0);
    expect(sandboxes.production.world.articles()).toHaveLength(2);

    // Another id by mistake is a warning, and the entries stay.
    await writeFile(path.join(dir, 'helpcentre.yml'), configuration.replace(ids.production, 'elsewhere1'));
    const { stderr } = await run('staging', ['plan']);
    expect(stderr).toContain(
      `the lockfile records 2 articles in the workspace ${ids.production}, which no target in helpcentre.yml names`,
    );
    expect(stderr).toContain(`staging (${ids.staging}), production (elsewhere1)`);
    expect((await run('production', ['publish', '--yes'])).stderr).toContain('is elsewhere1, so nothing was done');
  });

  it('tries things out in a sandbox without naming one', async () => {
    const { dir } = await twoWorkspaces(files, {
      configuration: 'state: draft\n',
      own: { staging: '    state: published\n' },
    });
    const plain = await runIn(dir, ['publish', '--yes', '--sandbox']);
    expect(plain.code, plain.stderr).toBe(0);
    expect(plain.stdout.split('\n')[0]).not.toContain('target');
    const as = await runIn(dir, ['plan', '--json', '--sandbox', '--target', 'staging']);
    const { changes } = JSON.parse(as.stdout) as Plan;
    expect(changes.map(({ kind, reasons }) => `${kind} ${reasons.join()}`)).toEqual(['update state', 'update state']);
  });

  it('needs no name for one target alone', async () => {
    const made = await twoWorkspaces(files);
    await made.write({
      'helpcentre.yml': `targets:\n  only: { workspace: ${made.ids.staging}, tokenVariable: TOKEN_STAGING }\n`,
    });
    const { code, stdout } = await runIn(made.dir, ['publish', '--yes'], { env: made.env('staging') });
    expect(code).toBe(0);
    expect(stdout).toContain('Plan for the target only, ');
  });
});
