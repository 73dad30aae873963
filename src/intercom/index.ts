/** Intercom's API: a reader and a writer of a workspace, and what one needs to make them. */
export { openRoute } from '../net/dispatcher.ts';
export { createLooks, type IntercomLooks } from './looks.ts';
export type { Exchange, IntercomOptions, Wait } from './options.ts';
export { createReader, type IntercomReader } from './reader.ts';
export { tokenProblem } from './token.ts';
export { missingIn } from './versions.ts';
export { createWorkbench } from './workbench.ts';
export { createWriter, type IntercomWriter } from './writer.ts';
