/** What all parts of the benchmark are given. */
export interface Bench {
  /** A folder of its own, which is gone afterwards. */
  readonly dir: string;
  /** The bundled command. */
  readonly command: string;
  readonly articles: number;
  readonly runs: number;
  /** Numbers of articles, for what grows. */
  readonly sizes: readonly number[];
  /** Folder of the texts that articles are made of. */
  readonly texts: string;
}

/** A line of a table. */
export interface Figure {
  readonly what: string;
  readonly figure: string;
}
