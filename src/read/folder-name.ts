import type { FolderCollection } from '../model/collection.ts';

/** What another tool calls a folder, where no `_collection.yml` says it. */
export interface FolderName {
  readonly name?: string;
  readonly description?: string;
  /** Where it stands among others. */
  readonly order?: number;
  readonly translations?: FolderCollection['translations'];
}
