import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { connectorRepository } from '../kit/connector.ts';
import { runIn } from '../kit/run-in.ts';

const env = { INTERCOM_ACCESS_TOKEN: 'none', INTERCOM_BASE_URL: 'https://127.0.0.1.invalid' };

test('publish does not write to a workspace that the connector manages', async () => {
  const dir = await connectorRepository();
  const { code, stderr } = await runIn(dir, ['publish', '--yes'], { env });
  expect([code, stderr]).toEqual([64, expect.stringContaining("Intercom's own connector manages this workspace")]);
  expect(stderr).toContain('--force-managed');
});

test('a repository in our layout inside of one that the connector manages is refused too', async () => {
  const dir = await connectorRepository();
  expect((await runIn(dir, ['convert', 'ours'])).code).toBe(0);
  await mkdir(path.join(dir, '.git'));
  const { code, stderr } = await runIn(path.join(dir, 'ours'), ['publish', '--yes'], { env });
  expect([code, stderr]).toEqual([64, expect.stringContaining('../intercom-sync.yaml says so')]);
});

test('--force-managed goes on, and so does a sandbox, which nobody manages', async () => {
  const dir = await connectorRepository();
  const forced = await runIn(dir, ['publish', '--yes', '--force-managed'], { env: { INTERCOM_BASE_URL: '' } });
  expect(forced.stderr).toContain('INTERCOM_ACCESS_TOKEN');
  expect((await runIn(dir, ['publish', '--sandbox', '--yes', '--quiet'])).stdout).toContain('Published: 1 created');
});

test.each(['pull', 'import'])('%s writes nothing among the files of the connector', async (command) => {
  const dir = await connectorRepository();
  const { code, stderr } = await runIn(dir, [command], { env });
  expect([code, stderr]).toEqual([64, expect.stringContaining(`"${command}" does not write into a repository`)]);
});

test('adopt says that there is nothing to adopt', async () => {
  const dir = await connectorRepository();
  const { code, stderr } = await runIn(dir, ['adopt', '--yes']);
  expect([code, stderr]).toEqual([64, expect.stringContaining('helpcentre reads a repository of')]);
});
