import { pageAddress } from '../model/documentation.ts';

/** Address of the entry that explains a problem. */
export function problemAddress(code: string): string {
  return `${pageAddress('reference/problems')}#${code}`;
}
