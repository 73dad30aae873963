/** Kinds of documents: a command's with `--json`, and what stands in the place of any of them. */
export const documentKinds = [
  ...(['init', 'adopt', 'convert', 'check', 'plan', 'diff', 'status', 'impact'] as const),
  ...(['audit', 'stats', 'publish'] as const),
  ...(['import', 'pull', 'preview', 'sandbox', 'doctor', 'probe', 'error', 'help'] as const),
] as const;

/** Kind of a document. */
export type DocumentKind = (typeof documentKinds)[number];
