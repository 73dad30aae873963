import { describe, expect, it } from 'vitest';
import { pushResult } from '../../../src/action/github/push-result.ts';

const refused = (why: string) => `To https://github.com/acme/help\n!\tHEAD:refs/heads/main\t${why}\nDone`;

describe('a push', () => {
  it.each([
    ['[rejected] (fetch first)', 'moved'],
    ['[rejected] (non-fast-forward)', 'moved'],
    ['[rejected] (stale info)', 'moved'],
    ['[remote rejected] (cannot lock ref)', 'moved'],
    ['[remote rejected] (pre-receive hook declined)', 'protected'],
    ['[remote rejected] (protected branch hook declined)', 'protected'],
    ['[remote rejected] (push declined due to repository rule violations)', 'protected'],
    ['[remote rejected] (Internal Server Error)', 'trouble'],
  ])('that ends with %s is %s', (why, is) => {
    expect(pushResult({ code: 1, stdout: refused(why), stderr: '' }).is).toBe(is);
  });

  it.each([
    [
      'remote: Permission to acme/help.git denied to github-actions[bot].\nfatal: unable to access: The requested URL returned error: 403',
      'forbidden',
    ],
    ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", 'forbidden'],
    ['fatal: unable to access: Could not resolve host: github.com', 'trouble'],
    ['error: RPC failed; HTTP 502', 'trouble'],
  ])('that says %j is %s', (stderr, is) => {
    expect(pushResult({ code: 128, stdout: '', stderr }).is).toBe(is);
  });

  it("gives the server's own words, and no password", () => {
    const stderr =
      'remote: error: GH006: Protected branch update failed.\nremote: Changes must be made through a pull request.\n';
    expect(pushResult({ code: 1, stdout: refused('[remote rejected] (hook declined)'), stderr })).toEqual({
      is: 'protected',
      detail: 'error: GH006: Protected branch update failed. Changes must be made through a pull request.',
    });
    const secret = "fatal: unable to access 'https://x:secret@github.com/acme/help/': no route";
    expect(pushResult({ code: 128, stdout: '', stderr: secret })).not.toMatchObject({
      detail: expect.stringContaining('secret'),
    });
  });
});
