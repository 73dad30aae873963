/**
 * A day as people write it: `20 November 2026`, in UTC.
 *
 * @param seconds Unix seconds
 */
export function dayText(seconds: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(seconds * 1000));
}

/** A minute as people write it, the same on every machine: `20 November 2026 at 14:05 UTC`. */
export function minuteText(seconds: number): string {
  const time = new Date(seconds * 1000).toISOString().slice(11, 16);
  return `${dayText(seconds)} at ${time} UTC`;
}
