import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runBuilt, startBuilt } from '../kit/built-command.ts';
import { makeRepository } from '../kit/repository.ts';
import { isWindows } from '../kit/system.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the example help centre in a git checkout of its own. */
async function exampleCheckout(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-example-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await cp(path.join(root, 'content-example'), path.join(dir, 'content-example'), {
    recursive: true,
    filter: (file) => !file.includes('.helpcentre'),
  });
  execFileSync('git', ['init', '-q'], { cwd: dir });
  execFileSync('git', ['add', '-A'], { cwd: dir });
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'all'], { cwd: dir });
  return dir;
}

describe('the built command', () => {
  it('says its version and its help without loading anything else', async () => {
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await runBuilt(['--version'], { cwd: root })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const help = await runBuilt(['--help'], { cwd: root });
    expect(help.code).toBe(0);
    for (const command of ['check', 'plan', 'publish', 'sandbox']) expect(help.stdout).toContain(`  ${command} `);
    for (const line of help.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('names the nearest command and exits with 64 for wrong usage', async () => {
    for (const argv of [
      ['pubish'],
      ['plan', '--on-drift', 'never'],
      ['publish', '--concurrency', 'many'],
      ['check', '--nonsense'],
    ]) {
      const result = await runBuilt(argv, { cwd: root });
      expect(result.code, argv.join(' ')).toBe(64);
      expect(result.stdout).toBe('');
      expect(result.stderr).toMatch(/^error /);
    }
    expect((await runBuilt(['pubish'], { cwd: root })).stderr).toContain('Did you mean "publish"?');
  });

  it('publishes the example, opens its pages, says the second time that nothing changes, and leaves the checkout clean', async () => {
    const cwd = await exampleCheckout();
    const argv = ['publish', '--sandbox', '--yes', '--cwd', 'content-example'];
    const first = await runBuilt(argv, { cwd });
    expect(first.stderr).not.toContain('error');
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/: \d+ to create, \d+ collections? to write; 0 unchanged/);
    const urls = [...first.stdout.matchAll(/http:\/\/127\.0\.0\.1:\d+\/\S+/g)].map(([url]) => url);
    expect(urls.length).toBeGreaterThanOrEqual(12);

    const second = await runBuilt(argv, { cwd });
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('No changes');
    expect(second.stdout).toContain('(0 writes)');
    expect(execFileSync('git', ['status', '--porcelain'], { cwd, encoding: 'utf8' })).toBe('');

    const port = new URL(urls[0] ?? '').port;
    const sandbox = startBuilt(['sandbox', '--cwd', 'content-example', '--port', port], { cwd });
    onTestFinished(() => void sandbox.kill('SIGKILL'));
    await once(sandbox.stdout, 'data');
    for (const url of urls) {
      const page = await fetch(url);
      expect(page.status, url).toBe(200);
      const html = await page.text();
      for (const [, src] of html.matchAll(/<img [^>]*src="([^"]+)"/g)) {
        const image = await fetch(new URL((src ?? '').replaceAll(/&amp;|&#x26;/g, '&'), url));
        expect(image.status, src).toBe(200);
        expect(image.headers.get('content-type')).toMatch(/^image\//);
      }
      const links = [...html.matchAll(/<a href="(\/sandbox-help\/[^"#]+)/g)].map(([, href]) => href ?? '');
      expect(links.length, url).toBeGreaterThan(1);
      for (const href of links) expect((await fetch(new URL(href, url))).status, href).toBe(200);
    }
    sandbox.kill('SIGINT');
    const [code] = await once(sandbox, 'exit');
    if (!isWindows) expect(code).toBe(0);
  });

  it('writes nothing but the result to a pipe: no colours, no cursor movement', async () => {
    const cwd = await exampleCheckout();
    const result = await runBuilt(['plan', '--sandbox', '--cwd', 'content-example'], {
      cwd,
      env: { TERM: 'xterm-256color' },
    });
    expect(result.stdout + result.stderr).not.toContain('\u001b');
    expect(result.stdout).not.toContain('\r');
  });

  it.skipIf(isWindows)('ends quietly when its reader goes away', async () => {
    const cwd = await exampleCheckout();
    const output = execFileSync(
      'bash',
      [
        '-c',
        `set -o pipefail; "${process.execPath}" "${path.join(root, 'dist/cli.js')}" plan --sandbox --cwd content-example --json 2>&1 | head -1`,
      ],
      { cwd, encoding: 'utf8' },
    );
    expect(output).toBe('{\n');
  });

  it('prints a sentence and no stack for a mistake, and a stack with --verbose', async () => {
    const { dir } = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
    const env = { INTERCOM_ACCESS_TOKEN: 'token', INTERCOM_BASE_URL: 'http://example.com' };
    const result = await runBuilt(['plan'], { cwd: dir, env });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('https');
    expect(result.stderr).not.toMatch(/\n {4}at /);
    expect((await runBuilt(['plan', '--verbose'], { cwd: dir, env })).stderr).toMatch(/\n {4}at /);
  });
});
