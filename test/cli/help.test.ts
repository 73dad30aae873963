import { expect, test } from 'vitest';
import { version } from '../../src/version.ts';
import { runIn } from '../kit/run-in.ts';

test.each([['help'], ['--help'], ['help', 'plan'], ['plan', '--help']])(
  'help is one JSON document where one is asked for: %s %s',
  async (...argv) => {
    const { code, stdout, stderr } = await runIn('/', [...argv, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ formatVersion: 1, help: expect.stringMatching(/^Usage: helpcentre /) });
    expect((await runIn('/', argv)).stdout).toMatch(/^Usage: helpcentre /);
  },
);

test('the version is one JSON document where one is asked for', async () => {
  expect(JSON.parse((await runIn('/', ['--version', '--json'])).stdout)).toEqual({ formatVersion: 1, version });
});
