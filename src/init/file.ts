/** A file that `init` writes, unless it exists. */
export interface NewFile {
  /** Forward slashes; from the repository's root for a workflow, else from the configuration's folder. */
  readonly path: string;
  readonly text: string;
  /** Path of the file, of the same choice, that it is of no use without. */
  readonly needs?: string;
}
