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

/**
 * Lets V8's room for what is new grow no more. It is about eight megabytes when the program is loaded, which a source or two
 * fill; the 32 that it would come to make nothing faster here. Each thread that begins lets it grow again.
 */
export function growNoMore(): void {
  setV8Option('--semi-space-growth-factor=1');
}
