import { describe, expect, it, onTestFinished } from 'vitest';
import { doctor } from '../../src/cli/doctor.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { connectLooks } from '../../src/use-cases/connect.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
const files = {
  'content/a.md': '# A\n\n![Shot](shot.svg)\n\n![Again](shot.svg)\n',
  'content/b.md': '# B\n\nText.\n',
  'content/shot.svg': svg,
};
const sentence = 'image "shot.svg" is a file, and "images" in helpcentre.yml does not say how Intercom can get it';

describe('a local image without an image host', () => {
  it('is a warning for check, which knows no target, once an article and image', async () => {
    const { dir } = await makeRepository(files);
    const { code, stdout } = await runIn(dir, ['check']);
    expect(stdout).toContain(`content/a.md:3:1 warning ${sentence}`);
    expect(stdout).toContain('2 sources: 1 warning\n');
    expect(code).toBe(0);
    expect((await runIn(dir, ['check', '--strict'])).code).toBe(1);
  });

  it('is an error of a plan for Intercom, and its article is not in it', async () => {
    const { dir } = await makeRepository(files);
    const { code, stdout, stderr } = await runIn(dir, ['plan', '--offline']);
    expect(stderr).toContain(`content/a.md:3:1 error ${sentence}`);
    expect(stdout).toContain('1 to create; 1 left out for errors; 0 unchanged');
    expect(code).toBe(1);
  });

  it('is something that doctor says', async () => {
    const { dir } = await makeRepository(files);
    const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
    onTestFinished(() => sandbox.close());
    const { host, printed } = inventHost(dir, { env: { INTERCOM_ACCESS_TOKEN: sandbox.token } });
    const open: typeof connectLooks = async (context, settings, folder) => {
      const env = { ...context.host.env, INTERCOM_BASE_URL: sandbox.url };
      return {
        ...(await connectLooks({ ...context, host: { ...context.host, env } }, settings, folder)),
        loopback: false,
      };
    };
    expect(await doctor(host, {}, open)).toBe(1);
    expect(printed().stdout).toMatch(/images\s+1 image is a file/);
  });

  it('is nothing where the workspace is on this machine, which gets images from here', async () => {
    const { dir } = await makeRepository(files);
    const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
    onTestFinished(() => sandbox.close());
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    expect(await runIn(dir, ['check'], { env })).toMatchObject({ code: 0, stdout: '2 sources: no problems\n' });
    expect((await runIn(dir, ['plan', '--offline', '--sandbox'])).code).toBe(0);
    expect((await runIn(dir, ['publish', '--sandbox', '--yes'])).code).toBe(0);
    expect((await runIn(dir, ['doctor', '--sandbox'])).stdout).not.toContain('images');
    expect((await runIn(dir, ['publish', '--yes'], { env })).code).toBe(0);
    // Intercom's own copy is in the lockfile by now.
    expect(await runIn(dir, ['check'])).toMatchObject({ code: 0, stdout: '2 sources: no problems\n' });
    expect(await runIn(dir, ['plan', '--offline'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('is nothing with an image host', async () => {
    for (const host of [
      '{ host: github }',
      '{ host: s3, bucket: b }',
      '{ host: url, template: "https://e.com/{path}?v={sha}" }',
    ]) {
      const { dir } = await makeRepository({ ...files, 'helpcentre.yml': `state: published\nimages: ${host}\n` });
      expect(await runIn(dir, ['check'])).toMatchObject({ code: 0, stdout: '2 sources: no problems\n' });
      expect((await runIn(dir, ['plan', '--offline'])).code).toBe(0);
    }
  });
});
