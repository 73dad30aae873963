import { setFlagsFromString } from 'node:v8';

/**
 * Sets an option that says when V8 does something, and never what comes of it. V8 promises nothing about its options: where
 * this one was not tried, it is left.
 *
 * @param option as on Node's command line
 */
export function setV8Option(option: string): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(option);
}
