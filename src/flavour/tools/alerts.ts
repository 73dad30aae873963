import { callout } from '../callout-types.ts';
import type { BlockRule } from '../flavour.ts';

/**
 * `> [!type] Title`, and with `-` or `+` one that folds.
 *
 * @param behind what must stand behind the type: where GitHub's own alerts are read too, a title or a sign
 */
export const titledAlert = (behind: RegExp): BlockRule => ({
  sign: '[!',
  open(line) {
    const found = /^>\s?\[!([A-Za-z][\w-]*)(?:\|[^\]]*)?\]([-+]?)[ \t]*(.*)$/.exec(line);
    if (found === null) return null;
    const [, type = '', fold = '', title = ''] = found;
    if (!behind.test(fold + title.trim())) return null;
    const name = (type[0] ?? '').toUpperCase() + type.slice(1);
    const ends = { at: 'quote' } as const;
    if (fold === '-') return { becomes: { is: 'section', title: title.trim() || name }, ends };
    // GitHub's alert of that name is red, with a title too.
    const isGitHubs = !behind.test('') && type.toLowerCase() === 'caution';
    return { becomes: callout(isGitHubs ? 'danger' : type, title), ends };
  },
});
