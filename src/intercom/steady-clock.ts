/**
 * A clock that never goes back, from one that may: when the machine's time is set back, this one stands still for
 * a moment and goes on. Unix milliseconds as long as the machine's time is not touched.
 *
 * @param now Unix milliseconds, as the host tells them
 */
export function steadyClock(now: () => number): () => number {
  let before = now();
  let steady = before;
  return () => {
    const at = now();
    steady += Math.max(0, at - before);
    before = at;
    return steady;
  };
}
