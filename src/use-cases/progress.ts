import { withCommas } from '../model/with-commas.ts';
import { printable } from '../report/paint.ts';
import type { Context } from './context.ts';

/** Shows how far a run is, on standard error. */
export interface Progress {
  step(name: string): void;
  end(): void;
}

/** In a pipe or in CI a line at most this often. */
const plainEvery = 3_000;

/**
 * Starts showing progress: a live line on a terminal, else a plain line every few seconds.
 *
 * @param total how many steps there are
 * @param what is counted, in the plural
 */
export function startProgress(context: Context, total: number, what = 'articles'): Progress {
  const { host, options } = context;
  if (options.quiet === true || total === 0) return { step: () => undefined, end: () => undefined };
  const started = host.now();
  let done = 0;
  let last = started;
  if (!host.stderr.isTTY) {
    return {
      step() {
        done += 1;
        if (host.now() - last < plainEvery) return;
        last = host.now();
        host.stderr.write(`${done} of ${total} ${what}\n`);
      },
      end: () => undefined,
    };
  }
  return {
    step(name) {
      done += 1;
      const rate = done / Math.max(0.001, (host.now() - started) / 1000);
      const left = Math.ceil((total - done) / Math.max(rate, 0.001));
      const filled = Math.round((done / total) * 20);
      const line = `${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${done}/${total} · ${rate.toFixed(1)}/s · ${left} s left · ${printable(name)}`;
      host.stderr.write(`\r\u001b[2K${line.slice(0, Math.max(20, host.stderr.columns - 1))}`);
    },
    end: () => host.stderr.write('\r\u001b[2K'),
  };
}

/** Counts what comes while nobody knows how much there is, on standard error. @param what is counted, in the plural */
export function startCounting(context: Context, what: string): { more(count: number): void; end(): void } {
  const { host, options } = context;
  if (options.quiet === true) return { more: () => undefined, end: () => undefined };
  let all = 0;
  let last = host.now();
  return {
    more(count) {
      all += count;
      const line = `Read ${withCommas(all)} ${what}`;
      if (host.stderr.isTTY) host.stderr.write(`\r\u001b[2K${line}`);
      else if (host.now() - last >= plainEvery) {
        last = host.now();
        host.stderr.write(`${line}\n`);
      }
    },
    end() {
      if (host.stderr.isTTY) host.stderr.write('\r\u001b[2K');
    },
  };
}
