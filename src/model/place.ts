/** Where in a file something stands. Lines and columns count from 1. */
export interface Place {
  /** Path as a person would open it: relative to the working folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** New text for a place; a place without an end is where text is put in. Column 0 of line 1 is the byte order mark. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
}

/** What puts a problem right, all of it or nothing. */
export interface Fix {
  /** What is done, as an order: `remove the heading`. */
  readonly description: string;
  readonly edits: readonly Edit[];
  /** Files of which every line end becomes LF: an edit for each line would be longer than the file. */
  readonly lineEnds?: readonly string[];
}
