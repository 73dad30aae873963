/** A stream that text is written to. */
export interface Sink {
  /** Writes text as it is. */
  write(text: string): void;
  /** Whether a person watches: colours, prompts and live progress depend on it. */
  readonly isTTY: boolean;
  /** Width in columns; 80 where it is not known. */
  readonly columns: number;
}

/** A question that was asked over the network, and its answer. */
export interface HeardAnswer {
  readonly method: string;
  readonly url: string;
  /** All that were sent, the token's too: for comparing, never for keeping. */
  readonly headers: Readonly<Record<string, string>>;
  /** Name of the variable of the environment that the token came from. */
  readonly tokenVariable: string;
  readonly status: number;
  readonly body: Uint8Array;
}

/**
 * What a run may touch. `run(argv, host)` gets the real one from `cli.ts` and an invented one in tests, so
 * the whole program can be run in memory with exact output and exit code.
 */
export interface Host {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Reads standard input to its end (`--token-stdin`). */
  readStdin(): Promise<string>;
  /** Asks a yes/no question on the terminal; only called when `interactive`. */
  confirm(question: string): Promise<boolean>;
  /** Whether questions may be asked. */
  readonly interactive: boolean;
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * The same for whoever only asks which of some moments have passed: what comes of that is the same until the next of
   * them. Absent: `now` tells it.
   *
   * @param moments milliseconds since the epoch
   */
  nowAmong?(moments: readonly number[]): number;
  /**
   * Milliseconds in which the program has had nothing to do so far: what came in the others may have come before it was
   * looked at. Absent: nobody knows.
   */
  idled?(): number;
  /** Waits; rejects when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Told of every whole answer of Intercom, for whoever may ask the same again. */
  hears?(heard: HeardAnswer): void;
  /** A number in [0, 1), for jitter. */
  random(): number;
  /** Aborted when the person asks to stop (Ctrl-C, SIGTERM). */
  readonly signal: AbortSignal;
  /** Where the run may keep what the next one would make again; absent: nowhere. */
  readonly keeps?: Keeping;
  /** The program's own file, which compiles when it is started as a thread; absent: everything runs in one. */
  readonly threads?: URL;
}

/** How a run keeps what the next one would make again. */
export interface Keeping {
  /** Tells one state of the program from another: nothing that another one made is trusted. */
  readonly build: string;
  /** Does something when the command is done, however it ended. */
  readonly atEnd: (task: () => Promise<void>) => unknown;
}
