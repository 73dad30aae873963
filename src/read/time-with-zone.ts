/**
 * Reads a time that names its zone: `2026-12-01 09:00 Europe/Paris`, or ISO 8601 with an offset, as
 * `2026-12-01T09:00+01:00` or `2026-12-01T08:00Z`. Seconds may be given. Where clocks are put back and a time comes twice,
 * the first is meant.
 *
 * @returns Unix seconds; null for what is no such time, also a time that clocks skip
 */
export function timeWithZone(text: string): number | null {
  const found =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:\d{2}|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*)$/.exec(
      text.trim(),
    );
  if (found === null) return null;
  const [, day = '', clock = '', zone = ''] = found;
  // As if it were in UTC: a day that the calendar does not have comes out as another.
  const local = Date.parse(`${day}T${clock}Z`);
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 10) !== day) return null;
  if (/^(?:Z|[+-])/.test(zone) && !/^Z./.test(zone)) return secondsOf(Date.parse(`${day}T${clock}${zone}`));
  const offsets = [local - halfDay, local + halfDay].map((time) => offsetAt(zone, time));
  const [first, second] = offsets;
  if (first == null || second == null) return null;
  const times = [local - first, local - second].filter((time) => time + (offsetAt(zone, time) ?? 0) === local);
  return times.length === 0 ? null : secondsOf(Math.min(...times));
}

const halfDay = 12 * 60 * 60 * 1000;

function secondsOf(milliseconds: number): number | null {
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}

/** How far a zone's clocks are ahead of UTC at a time, in milliseconds; null for a zone that nobody knows. */
function offsetAt(zone: string, time: number): number | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  } catch {
    return null;
  }
}
