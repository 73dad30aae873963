/** Intercom's API: a reader and a writer of a workspace, and what one needs to make them. */
export type { Exchange, IntercomOptions, Wait } from './options.ts';
export { createReader, type IntercomReader } from './reader.ts';
export { tokenProblem } from './token.ts';
export { apiVersions } from './versions.ts';
export { createWriter, type IntercomWriter } from './writer.ts';
