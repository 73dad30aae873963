import type { IntercomOptions } from '../../src/intercom/options.ts';

export const secret = 'dG9rOjVkZjQ3ZTE1X2FiY2RfNGE1Yl84YzdkX3NlY3JldA==';

/**
 * Options for a server on loopback, on a clock that really runs but jumps ahead instead of sleeping.
 *
 * @param slept takes note of every sleep
 */
export function hurriedOptions(
  baseUrl: string,
  more: Partial<IntercomOptions> = {},
  slept: number[] = [],
): IntercomOptions {
  let ahead = 0;
  return {
    token: secret,
    baseUrl,
    region: 'us',
    version: '2.16',
    env: {},
    concurrency: 8,
    now: () => Date.now() + ahead,
    sleep: async (milliseconds, signal) => {
      if (signal?.aborted) throw signal.reason;
      slept.push(milliseconds);
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) throw signal.reason;
      ahead += milliseconds;
    },
    random: () => 0.5,
    signal: new AbortController().signal,
    ...more,
  };
}
