/**
 * Runs jobs with the same key one after the other, and all others side by side. Two creates that look the same from
 * outside (same title, same parent) must not be under way together: with an answer lost nobody could tell them apart.
 *
 * @returns a function that runs a job once those before it with its key have ended, well or badly
 */
export function oneAtATime(): <T>(key: string, job: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, job) => {
    const before = tails.get(key) ?? Promise.resolve();
    const own = before.then(job, job);
    tails.set(key, own);
    try {
      return await own;
    } finally {
      if (tails.get(key) === own) tails.delete(key);
    }
  };
}
