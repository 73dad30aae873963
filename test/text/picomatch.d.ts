/** What is used of picomatch, which comes without types. */
declare module 'picomatch' {
  interface Options {
    /** Stars stand for names that begin with a dot too. */
    readonly dot?: boolean;
    /** An exclamation mark in front means itself. */
    readonly nonegate?: boolean;
    readonly noextglob?: boolean;
    /** Whether `\` parts folders. */
    readonly windows?: boolean;
  }
  export default function picomatch(glob: string, options?: Options): (path: string) => boolean;
}
