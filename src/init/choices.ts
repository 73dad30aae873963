/** Workflows that `init` can write. The first four say how publishing goes and exclude each other. */
export const workflowKinds = [
  'pull-request',
  'forks',
  'staging',
  'promote',
  'schedule',
  'import',
  'part',
  'timed',
] as const;

/** Those that say how publishing goes. */
export const publishingKinds: readonly WorkflowKind[] = ['pull-request', 'forks', 'staging', 'promote'];

/** One of them. */
export type WorkflowKind = (typeof workflowKinds)[number];

/** What a person decides about a new help centre. */
export interface Choices {
  /** Folder of the sources, from the folder of the configuration. */
  readonly content: string;
  readonly locale: string;
  readonly region: 'us' | 'eu' | 'au';
  readonly workflows: readonly WorkflowKind[];
  /** Branch that is published. */
  readonly branch: string;
  /** Folder of the configuration, from the repository's root, with forward slashes; `.` for the root itself. */
  readonly folder: string;
  /** Version of this program that writes it: `1.4.2`. */
  readonly version: string;
}
