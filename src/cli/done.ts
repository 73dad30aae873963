/** Told of the exit code. */
export type Done = (code: number) => void;
