/** What is known of where text goes. */
interface Stream {
  readonly isTTY: boolean;
}

/**
 * Whether text is coloured: where a person watches, unless they or their terminal do not want it.
 *
 * `--no-color` and `NO_COLOR` say no, then `FORCE_COLOR` says yes (no with 0 or false) whatever the stream is, then
 * `TERM=dumb` says no; see no-color.org and force-color.org.
 *
 * @param allowed false with `--no-color`
 */
export function wantsColour(
  stream: Stream,
  env: Readonly<Record<string, string | undefined>>,
  allowed: boolean,
): boolean {
  if (!allowed || env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced.toLowerCase() !== 'false';
  return stream.isTTY && env.TERM !== 'dumb';
}
