/** What a commit says of an article that it leaves as it is: `Helpcentre-Reviewed: content/a.md only the layout changed`. */
export const reviewedTrailer = 'Helpcentre-Reviewed';

/**
 * What commits say of articles, line by line. It need not be in the last paragraph: GitHub puts lines of its own there when
 * it squashes.
 *
 * @param messages whole messages of commits
 * @returns what follows the name, a line that is continued as one
 */
export function reviewsIn(messages: readonly string[]): readonly string[] {
  const line = new RegExp(`^[ \\t*-]*${reviewedTrailer}[ \\t]*:[ \\t]*(.*(?:\\n[ \\t]+\\S.*)*)`, 'gim');
  return messages.flatMap((message) =>
    [...message.replaceAll('\r\n', '\n').matchAll(line)].map(([, said = '']) => said.replace(/\s+/g, ' ').trim()),
  );
}

/**
 * Why an article may stay as it is. A name without a reason says nothing.
 *
 * @param reviews what `reviewsIn` found
 * @param names of the article, and of the folders that it is in
 * @returns null where nobody says
 */
export function reasonFor(reviews: readonly string[], names: readonly string[]): string | null {
  for (const said of reviews) {
    for (const name of names) {
      const reason = behindName(said, name);
      // As messages say it, for a reason to be put in its place.
      if (reason !== null && reason !== 'REASON' && /[\p{L}\p{N}]/u.test(reason)) return reason;
    }
  }
  return null;
}

/** What stands behind a name that a text begins with; null where it begins with another one. */
function behindName(said: string, name: string): string | null {
  const [, quote = '', open = ''] = /^(["'`]?)((?:\.?\/)?)/.exec(said) ?? [];
  const rest = said.slice(quote.length + open.length);
  if (name === '' || !rest.startsWith(name)) return null;
  const behind = rest.slice(name.length).replace(/^\//, '');
  const [, ended, reason = ''] = /^(["'`]?)(?:\s*[:,]\s*|\s+[–—-]*\s*)(.*)$/u.exec(behind) ?? [];
  return ended === quote ? reason : null;
}
