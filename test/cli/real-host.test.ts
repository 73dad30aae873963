import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { realHost } from '../../src/cli/real-host.ts';

/** A process that only has what a host is made of. */
function invented() {
  const codes: (number | undefined)[] = [];
  const stream = () => Object.assign(new EventEmitter(), { isTTY: false, write: () => true });
  const made = Object.assign(new EventEmitter(), {
    ...{ stdout: stream(), stderr: stream(), stdin: stream(), env: {}, cwd: () => '/' },
    exit: (code?: number) => codes.push(code),
  });
  const process = made as unknown as NodeJS.Process;
  return { made, codes, host: realHost(process, { threads: new URL('file:///x.js') }) };
}

describe('a run that is asked to stop', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGBREAK', 149],
  ] as const)('by %s ends what is under way, and at once when asked again', (signal, code) => {
    const { made, codes, host } = invented();
    made.emit(signal);
    expect([host.signal.aborted, codes]).toEqual([true, []]);
    made.emit(signal);
    expect(codes).toEqual([code]);
  });

  test.each(['EPIPE', 'EIO'])('goes on where nobody reads any more (%s)', (code) => {
    const { made } = invented();
    for (const stream of [made.stdout, made.stderr])
      expect(() => stream.emit('error', Object.assign(new Error(code), { code }))).not.toThrow();
    expect(() => made.stderr.emit('error', Object.assign(new Error('x'), { code: 'ENOSPC' }))).toThrow('x');
  });
});
