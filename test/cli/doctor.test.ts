import { expect, onTestFinished, test } from 'vitest';
import { doctor } from '../../src/cli/doctor.ts';
import type { Look } from '../../src/report/looks-text.ts';
import type { LogEntry } from '../../src/sandbox/http/log.ts';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { connectLooks } from '../../src/use-cases/connect.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';

async function workspace(options: Partial<SandboxOptions> = {}, token?: string) {
  const sandbox = await startSandbox({ dir: null, ...options });
  onTestFinished(() => sandbox.close());
  return { sandbox, env: { INTERCOM_ACCESS_TOKEN: token ?? sandbox.token, INTERCOM_BASE_URL: sandbox.url } };
}

const files = { 'content/a.md': '# A\n' };

/** What doctor found, by name. */
async function looksIn(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>>) {
  const { dir } = await makeRepository(files);
  const { code, stdout } = await runIn(dir, ['doctor', '--json'], { env });
  const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: Look[] };
  expect(code).toBe(ok ? 0 : 1);
  return { ok, looks: Object.fromEntries(checks.map((look) => [look.name, look])) };
}

test('with everything in order there is a line for each thing, and nothing was changed', async () => {
  const log: LogEntry[] = [];
  const { env } = await workspace({
    rateLimit: 166,
    onRequest: (_, phase, entry) => {
      if (phase === 'answered') log.push(entry);
    },
  });
  const { dir } = await makeRepository(files);
  const { code, stdout, stderr } = await runIn(dir, ['doctor'], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const names = stdout.match(/^ok {7}.{13}/gm)?.map((line) => line.slice(9).trim());
  expect(names).toEqual([
    'configuration',
    'token',
    'region',
    'version',
    'read',
    'write',
    'help centre',
    'authors',
    'lockfile',
    'habits',
    'rate limit',
  ]);
  expect(stdout).toContain('166 requests in ten seconds');
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(log.length).toBeGreaterThan(4);
  expect(log.flatMap(({ written }) => written)).toEqual([]);
  const others = log.filter(({ method }) => method !== 'GET').map(({ method, path, status }) => [method, path, status]);
  expect(others).toEqual([['PUT', '/articles/0', 404]]);
});

test('it works on the embedded sandbox, without a token', async () => {
  const { dir } = await makeRepository(files);
  expect(await runIn(dir, ['doctor', '--sandbox'])).toMatchObject({ code: 0, stdout: expect.stringContaining('ok') });
});

test('no token, or none that could be one', async () => {
  expect((await looksIn(files, {})).looks.token).toMatchObject({
    state: 'error',
    message: expect.stringContaining('INTERCOM_ACCESS_TOKEN is not set'),
  });
  const { looks } = await looksIn(files, { INTERCOM_ACCESS_TOKEN: 'two words' });
  expect(looks.token?.state).toBe('error');
  expect(JSON.stringify(looks)).not.toContain('two words');
});

test('a token that is refused', async () => {
  const { env } = await workspace({}, 'not-the-token');
  const { looks } = await looksIn(files, env);
  expect(looks.token).toMatchObject({ state: 'error', message: expect.stringContaining('refused the access token') });
  expect(JSON.stringify(looks)).not.toContain('not-the-token');
});

test('a token of another region: it is found, and named', async () => {
  const { sandbox, env } = await workspace();
  const { dir } = await makeRepository({ ...files, 'helpcentre.yml': 'region: us\n' });
  const { host, printed } = inventHost(dir, { env: { INTERCOM_ACCESS_TOKEN: env.INTERCOM_ACCESS_TOKEN } });
  // Each region has an address of its own; the token is known at the Australian one alone.
  const open: typeof connectLooks = (context, settings, folder) => {
    const token = settings.region === 'au' ? sandbox.token : 'unknown-there';
    const there = { ...context.host.env, INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: token };
    return connectLooks({ ...context, host: { ...context.host, env: there } }, settings, folder);
  };
  expect(await doctor(host, {}, open)).toBe(1);
  expect(printed().stdout).toMatch(/error +region +the token is refused here, and opens a workspace in\s+region "au"/);
  expect(printed().stdout).toContain('Set "region: au"');
});

test('a region that is none', async () => {
  const { env } = await workspace();
  const { looks } = await looksIn(files, { ...env, INTERCOM_REGION: 'mars' });
  expect(looks.region).toMatchObject({ state: 'error', message: expect.stringContaining('mars') });
});

test('a token that may only read', async () => {
  const { env } = await workspace({ tokens: [{ token: 'reader', write: false }] }, 'reader');
  const { looks } = await looksIn(files, env);
  expect(looks.read?.state).toBe('ok');
  expect(looks.write).toMatchObject({ state: 'error', help: expect.stringContaining('write articles') });
});

test('a token that may not see articles', async () => {
  const { env } = await workspace({ tokens: [{ token: 'blind', articles: false }] }, 'blind');
  const { looks } = await looksIn(files, env);
  expect(looks.read).toMatchObject({ state: 'error', help: expect.stringContaining('read articles') });
  expect(looks['help centre']?.state).toBe('error');
});

test('an older version of the API: what it goes without', async () => {
  const { env } = await workspace();
  const { ok, looks } = await looksIn({ ...files, 'helpcentre.yml': 'apiVersion: "2.14"\n' }, env);
  expect(ok).toBe(true);
  expect(looks.version).toMatchObject({ state: 'warning', message: expect.stringContaining('drafts') });
});

test('a help centre that is not there, and languages that it has not', async () => {
  const { env } = await workspace({ locales: ['en', 'de'] });
  const wanted = await looksIn({ ...files, 'helpcentre.yml': 'helpCentre: nowhere\n' }, env);
  expect(wanted.looks['help centre']).toMatchObject({ state: 'error', message: expect.stringContaining('nowhere') });
  const { looks } = await looksIn({ ...files, 'content/a.fr.md': '# A\n', 'content/a.de.md': '# A\n' }, env);
  expect(looks['help centre']).toMatchObject({ state: 'error', message: expect.stringContaining('languages fr,') });
});

test('every help centre that a folder names, with the languages of what is in it', async () => {
  const { env, sandbox } = await workspace({ locales: ['en', 'fr'] });
  const dev = { ...files, 'content/dev/_collection.yml': 'name: Dev\nhelpCentre: acme-dev\n' };
  const absent = await looksIn(dev, env);
  expect(absent.looks['help centre']).toMatchObject({ state: 'error', message: expect.stringContaining('acme-dev') });
  await sandbox.world.addHelpCentre({ identifier: 'acme-dev', locales: ['en', 'de'] });
  const { looks } = await looksIn({ ...dev, 'content/dev/a.de.md': '# A\n', 'content/dev/a.md': '# A\n' }, env);
  expect(looks['help centre']).toMatchObject({
    state: 'ok',
    message: expect.stringMatching(/^"sandbox-help".* and "acme-dev"/),
  });
  const french = await looksIn({ ...dev, 'content/dev/a.fr.md': '# A\n', 'content/dev/a.md': '# A\n' }, env);
  expect(french.looks['help centre']).toMatchObject({
    state: 'error',
    message: expect.stringMatching(/^"acme-dev".* does not have the languages fr,/),
  });
});

test('authors who are no teammates, from the configuration and from sources', async () => {
  const { env } = await workspace();
  const known = await looksIn({ ...files, 'helpcentre.yml': 'author: ADA@example.com\n' }, env);
  expect(known.looks.authors).toMatchObject({ state: 'ok', message: expect.stringContaining('ADA@example.com') });
  const { looks } = await looksIn({ 'content/a.md': '---\nauthor: who@example.com\n---\n# A\n' }, env);
  expect(looks.authors).toMatchObject({ state: 'error', message: expect.stringContaining('who@example.com is no') });
});

test('a lockfile of another workspace, and one that is broken', async () => {
  const { env } = await workspace();
  const other = JSON.stringify({ lockfileVersion: 1, workspaces: { other123: {} } });
  const { looks } = await looksIn({ ...files, 'helpcentre.lock.json': other }, env);
  expect(looks.lockfile).toMatchObject({ state: 'error', message: expect.stringContaining('other123') });
  const broken = await looksIn({ ...files, 'helpcentre.lock.json': '{' }, env);
  expect(broken.looks.lockfile?.state).toBe('error');
});

test('a configuration with a mistake, sources with errors, and no configuration at all', async () => {
  const { env } = await workspace();
  const mistaken = await looksIn({ ...files, 'helpcentre.yml': 'regoin: us\n' }, env);
  expect(mistaken.looks.configuration).toMatchObject({
    state: 'error',
    message: 'helpcentre.yml:1: unknown key "regoin" in helpcentre.yml',
    help: 'Did you mean "region"?',
  });
  expect(mistaken.looks.token?.state).toBe('ok');
  const dead = await looksIn({ 'content/a.md': '[x](gone.md)\n' }, env);
  expect(dead.looks.configuration).toMatchObject({ state: 'warning', help: expect.stringContaining('check') });
  const { dir, remove } = await makeRepository({});
  await remove('helpcentre.yml');
  expect(await runIn(dir, ['doctor'], { env })).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('"helpcentre init"'),
  });
});

test('what only some publish is looked at where there is one, and needs a permission of its own', async () => {
  const { env } = await workspace({ tokens: [{ token: 'readers', snippets: false }] }, 'readers');
  const internal = { ...files, 'content/b.md': '---\ntype: internal\n---\n\n# B\n\nB.\n' };
  expect((await looksIn(internal, env)).looks.read?.message).toMatch(/and 0 internal articles$/);
  const { ok, looks } = await looksIn({ ...internal, 'content/c.md': '---\ntype: snippet\n---\n\n# C\n\nC.\n' }, env);
  expect(ok).toBe(false);
  expect(looks.read).toMatchObject({
    state: 'error',
    help: expect.stringContaining('the permission to read snippets'),
  });
});
