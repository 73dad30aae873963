import { stringify } from 'yaml';

/** Text as a YAML value: with quotes where it needs them. */
export function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}
