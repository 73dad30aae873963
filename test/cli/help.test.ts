import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { version } from '../../src/version.ts';
import { inventHost, runIn } from '../kit/run-in.ts';

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

describe('the help', () => {
  const { host } = inventHost('/');
  const names = commands(host, () => undefined).map((command) => command.name());

  test.each(['', ...names])('of "%s" fits 80 columns', async (name) => {
    const { stdout } = await runIn('/', [...(name === '' ? [] : [name]), '--help']);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test.each(names)('of "%s" ends with an example, its own options first and the common ones last', async (name) => {
    const { stdout } = await runIn('/', [name, '--help']);
    expect(stdout).toMatch(/\n\nExamples?:\n(?: {2}helpcentre .*\n {6}.*\n)+$/);
    expect(stdout).toMatch(/\n(?:Common options|Options):\n(?: .*\n)*? {2}-h, --help +print help\n\n/);
  });

  test('of a name that is no command says which was meant', async () => {
    expect(await runIn('/', ['help', 'plna'])).toEqual({
      code: 64,
      stdout: '',
      stderr: 'error unknown command \'plna\' (unknownCommand)\n  → Did you mean "plan"?\n',
    });
  });

  test('is what a line without a command gets, as wrong usage', async () => {
    const { code, stdout, stderr } = await runIn('/', []);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toMatch(/^Usage: helpcentre /);
  });
});
