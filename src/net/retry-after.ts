/**
 * How long an answer asks to be left alone, from its Retry-After. What makes no sense counts as not said.
 *
 * @param value of the header: seconds, or a date
 * @param date of the same answer, from its Date header: where there is one, a date is measured against it, since both
 *   come from the same clock
 * @param now Unix milliseconds here
 * @returns milliseconds; null where it does not say
 */
export function retryAfterIn(value: string | null, date: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const at = Date.parse(text);
  if (Number.isNaN(at)) return null;
  const theirs = Date.parse(date ?? '');
  return Math.max(0, at - (Number.isNaN(theirs) ? now : theirs));
}
