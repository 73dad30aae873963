/** A part of a report, with its name for when it has to be left out. */
export interface Part {
  readonly text: string;
  readonly name: string;
}

/** How long a text may be, by whoever takes it. */
export interface Limit {
  readonly most: number;
  readonly sizeOf: (text: string) => number;
}

/**
 * GitHub's limit for a comment or an issue is 65,536 characters. UTF-16 units are never fewer than what it counts; the
 * margin is for what it may add itself.
 */
export const commentLimit: Limit = { most: 65_000, sizeOf: (text) => text.length };

/** GitLab documents 1,000,000 characters for a note; nobody reads so many, and each is sent again with every push. */
export const gitlabLimit: Limit = { most: 200_000, sizeOf: (text) => text.length };

/** Bitbucket documents no limit for a comment; some of its kinds take 32,768 characters. */
export const bitbucketLimit: Limit = { most: 32_000, sizeOf: (text) => text.length };

/** A step's summary holds one MiB of UTF-8; more, and none of it is shown. Other parts of a run may add to it. */
export const summaryLimit: Limit = { most: 1_000_000, sizeOf: (text) => new TextEncoder().encode(text).length };

/**
 * Puts parts together as far as they fit: the head always, then the parts in order, each whole or not at all, then
 * the foot.
 *
 * @param head short; what matters most
 * @param parts a smaller one may still go in behind a large one that does not
 * @param foot what was left out and where it is, told the names
 */
export function fitTogether(
  head: string,
  parts: readonly Part[],
  foot: (left: readonly string[]) => string,
  limit: Limit,
): string {
  const gap = '\n\n';
  // Named with all parts the foot is at its longest.
  const room = limit.most - limit.sizeOf(head) - limit.sizeOf(foot(parts.map(({ name }) => name))) - 2 * gap.length;
  const taken: string[] = [];
  const left: string[] = [];
  let used = 0;
  for (const { text, name } of parts) {
    const size = limit.sizeOf(text) + gap.length;
    if (used + size > room) left.push(name);
    else {
      used += size;
      taken.push(text);
    }
  }
  return [head, ...taken, foot(left)].filter((text) => text !== '').join(gap);
}
