/**
 * Largest image that is sent, in bytes. Intercom names no limit; one that a reader would wait for this long is a
 * mistake, and it would hold up the article's write while Intercom fetches it.
 */
export const largestImage = 20_000_000;
