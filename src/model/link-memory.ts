/** What is remembered of an address on the web. Times are Unix milliseconds. */
export type RememberedLink =
  | { readonly is: 'alive'; readonly at: number }
  /** It failed first and last then, and was never seen alive in between. */
  | { readonly is: 'failed'; readonly first: number; readonly last: number; readonly reason: string };

/** What earlier runs found, by address without a fragment. */
export type LinkMemory = ReadonlyMap<string, RememberedLink>;
