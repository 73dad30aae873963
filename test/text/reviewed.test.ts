import { describe, expect, test } from 'vitest';
import { reasonFor, reviewsIn } from '../../src/text/reviewed.ts';

const names = ['content/billing/pay.md', 'billing/pay.md', 'content/billing', 'content', 'billing'];
const reason = (...lines: readonly string[]) => reasonFor(reviewsIn([`Title\n\n${lines.join('\n')}\n`]), names);

describe('Helpcentre-Reviewed', () => {
  // biome-ignore format: it is a table
  test.each([
    ['content/billing/pay.md only the layout',         'only the layout'],
    ['billing/pay.md only the layout',                 'only the layout'],
    ['./content/billing/pay.md: only the layout',      'only the layout'],
    ['`content/billing/pay.md` — only the layout',     'only the layout'],
    ['"content/billing/pay.md", see #12',              'see #12'],
    ['content/billing no text of it names the rate',   'no text of it names the rate'],
    ['content/billing/ - internal',                    'internal'],
    ['content: nothing readers see',                   'nothing readers see'],
    // Without a reason, or of another article, it says nothing.
    ['content/billing/pay.md',                         null],
    ['content/billing/pay.md -',                       null],
    ['content/billing/pay.md REASON',                  null],
    ['content/billing/tax.md only the layout',         null],
    ['content/billing/pay.mdx only the layout',        null],
    ['content/billing-old.md only the layout',         null],
    ['only the layout',                                null],
    ['`content/billing/pay.md only the layout',        null],
    ['',                                               null],
  ])('%s', (said, expected) => expect(reason(`Helpcentre-Reviewed: ${said}`)).toBe(expected));

  test('stands on a line of its own anywhere in a message, in any case, and may go on', () => {
    const said = 'content/billing/pay.md the amounts';
    expect(reason('Text.', `helpcentre-reviewed:${said}`, '', 'More text.')).toBe('the amounts');
    expect(reason(`* Helpcentre-Reviewed: ${said}\r`, '  stay as they are', 'Signed-off-by: A')).toBe(
      'the amounts stay as they are',
    );
    expect(reason(`Write "Helpcentre-Reviewed: ${said}"`)).toBeNull();
    expect(reason('Helpcentre-Reviewed: content/billing/pay.md', 'the amounts')).toBeNull();
    expect(reason('Helpcentre-Reviewed: other.md x', `Helpcentre-Reviewed: ${said}`)).toBe('the amounts');
  });
});
