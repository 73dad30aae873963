import PQueue from 'p-queue';

/** How many requests are made at once, and how long what may pass is waited for. */
export interface TurnBounds {
  /** Addresses at once. */
  readonly atOnce: number;
  /** The same of one host. */
  readonly perHost: number;
  /** Milliseconds between the beginnings of two requests to a host. */
  readonly gapMs: number;
  /** What the gap shrinks to while a host answers well, until it says that this is too much; absent: it stays. */
  readonly leastGapMs?: number;
  /** Tries for what may pass. */
  readonly tries: number;
  /** Milliseconds that a host may ask to be left alone; one that asks for more is not waited for. */
  readonly longestRestMs: number;
}

/** What one request came to. */
export interface Glance<T> {
  readonly verdict: T;
  /**
   * What may be another answer a little later: of this address (a server in trouble), or of all of its host, which has
   * had too many requests.
   */
  readonly mayPass: 'no' | 'address' | 'host';
  /** Milliseconds that the answer asks to wait; null where it does not say. */
  readonly retryAfterMs: number | null;
}

/** What waiting takes. */
export interface Waiting {
  /** Waits; rejects when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Requests to many hosts, to each of them in turn. */
export interface Turns<T> {
  /**
   * Looks at an address when it is its turn, again where that may help.
   *
   * @param host in a URL, with its port
   * @param look makes one request
   */
  take(host: string, look: () => Promise<Glance<T>>): Promise<T>;
}

/** Addresses in a row that a host had trouble with to the end, after which it is not asked any more. */
const enough = 4;

/** A host, as far as it is known. */
interface Line<T> {
  readonly queue: PQueue;
  /** When it may be asked again is still to come: resolves then. */
  rest: Promise<void> | null;
  /** Milliseconds from one request to the next by now. */
  gapMs: number;
  hasThrottled: boolean;
  /** When the next request may begin. */
  gate: Promise<void>;
  troubled: number;
  /** The last verdict of that kind. */
  last: T | null;
}

/** What a request came to, and the wait before the next one; null: it was the last. Inside an object, since a promise cannot come out of another. */
interface Turn<T> {
  readonly verdict: T;
  readonly again: { readonly settled: Promise<void> } | null;
}

/**
 * Lets requests take turns: few at once to one host, with a gap between them, since hosts throttle bursts. A host that
 * says 429 rests for as long as it asks, with all of its addresses.
 *
 * @param givenUp the verdict on what is not asked for, since its host had trouble with others; told the last of those
 */
export function makeTurns<T>(bounds: TurnBounds, waiting: Waiting, givenUp: (last: T) => T): Turns<T> {
  const { sleep, signal } = waiting;
  const all = new PQueue({ concurrency: bounds.atOnce });
  const lines = new Map<string, Line<T>>();
  const lineOf = (host: string): Line<T> => {
    const line = lines.get(host) ?? {
      queue: new PQueue({ concurrency: bounds.perHost }),
      rest: null,
      gapMs: bounds.gapMs,
      hasThrottled: false,
      gate: Promise.resolve(),
      troubled: 0,
      last: null,
    };
    lines.set(host, line);
    return line;
  };
  const pause = (line: Line<T>, milliseconds: number): Promise<void> => {
    line.rest ??= sleep(milliseconds, signal)
      .catch(() => undefined)
      .then(() => {
        line.rest = null;
      });
    return line.rest;
  };
  /** One request in its turn, with what it means for those behind it; none where the host was given up by then. */
  const turn = async (line: Line<T>, look: () => Promise<Glance<T>>, attempt: number): Promise<Turn<T>> => {
    do {
      // Those that had their place in the line while it was asked to rest.
      while (line.rest !== null) await line.rest;
      if (line.last !== null && line.troubled >= enough) return { verdict: givenUp(line.last), again: null };
      await gap(line, waiting);
    } while (line.rest !== null);
    const glance = await all.add(look);
    setPace(line, glance, bounds);
    const wait = Math.max(glance.retryAfterMs ?? 0, 500 * 2 ** (attempt - 1));
    const isLast = attempt >= bounds.tries || wait > bounds.longestRestMs || signal.aborted;
    if (glance.mayPass === 'no') line.troubled = 0;
    else if (isLast) {
      line.troubled += 1;
      line.last = glance.verdict;
    }
    if (glance.mayPass === 'no' || isLast) return { verdict: glance.verdict, again: null };
    if (glance.mayPass === 'host') return { verdict: glance.verdict, again: { settled: pause(line, wait) } };
    return { verdict: glance.verdict, again: { settled: sleep(wait, signal).catch(() => undefined) } };
  };
  return {
    async take(host, look) {
      const line = lineOf(host);
      for (let attempt = 1; ; attempt += 1) {
        // What was begun is ended first: a host that is to be given up is asked no more than that takes.
        const had = await line.queue.add(() => turn(line, look, attempt), { priority: attempt });
        if (had.again === null) return had.verdict;
        await had.again.settled;
      }
    },
  };
}

/** Resolves when the next request of a line may begin. */
function gap<T>(line: Line<T>, { sleep, signal }: Waiting): Promise<void> {
  const { gate } = line;
  line.gate = gate.then(() => (line.gapMs === 0 ? undefined : sleep(line.gapMs, signal).catch(() => undefined)));
  return gate;
}

/** A host is asked faster as long as it answers well, and never again once it has throttled. */
function setPace<T>(line: Line<T>, { mayPass }: Glance<T>, { gapMs, leastGapMs = gapMs }: TurnBounds): void {
  line.hasThrottled ||= mayPass === 'host';
  if (line.hasThrottled) line.gapMs = gapMs;
  else if (mayPass === 'no') line.gapMs = Math.min(line.gapMs, Math.max(leastGapMs, line.gapMs * 0.9));
}
