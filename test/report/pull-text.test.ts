import { describe, expect, it } from 'vitest';
import type { Pull } from '../../src/model/pulled.ts';
import { paint } from '../../src/report/paint.ts';
import { pullMarkdown } from '../../src/report/pull-markdown.ts';
import { pullText } from '../../src/report/pull-text.ts';

const at = Date.UTC(2026, 10, 20) / 1000;
const article = { key: 'a.md', locale: 'en', id: '1', title: 'A', conflicts: 0, by: 'Ana', at, notes: [] };

const pull: Pull = {
  workspace: { id: 'abc', name: 'Acme' },
  isCheck: false,
  pulled: [
    { ...article, path: 'a.md', result: 'merged', changed: ['title', 'body'] },
    { ...article, path: 'b.md', result: 'conflict', changed: ['body'], conflicts: 2, notes: ['mind this'] },
    { ...article, path: 'c.md', result: 'noted', changed: [], by: null, at: null },
    { ...article, path: 'd.fr.md', result: 'created', changed: [] },
  ],
  offers: [
    {
      kind: 'article',
      id: '9',
      locale: 'en',
      title: 'New',
      state: 'draft',
      collection: 'Billing > Refunds',
      key: null,
    },
    { kind: 'locale', id: '1', locale: 'de', title: 'Neu', state: 'published', collection: null, key: 'a.md' },
  ],
  left: [
    { key: 'e.md', id: '2', why: 'gone', by: null, at: null, help: 'Do this.' },
    { key: 'f.md', id: '3', why: 'not-compiled', by: 'Ana', at, help: 'Do that.' },
  ],
  images: ['images/form.png'],
  problems: [],
};

describe('what a pull came to', () => {
  it('is told a line a file, with what was taken, from whom, and how to go on', () => {
    expect(
      pullText(pull, paint(false)),
    ).toBe(`Pulled from Acme (abc): 1 merged, 1 conflict, 1 created, 1 the same already; 2 left alone

  ~ merge     a.md  title, text; by Ana on 20 November 2026
  ! conflict  b.md  text; by Ana on 20 November 2026
    · mind this
    → Settle 2 places between conflict markers, then look at "helpcentre plan".
  . note      c.md  says it already
  + create    d.fr.md  by Ana on 20 November 2026

1 image downloaded: images/form.png

Left alone
  ! e.md  deleted in Intercom; the file stays
    → Do this.
  ! f.md  edited in Intercom by Ana on 20 November 2026, and its source has errors
    → Do that.

New in Intercom
  + article "New" in Billing > Refunds, a draft
  + de text of a.md, "Neu"
    → "helpcentre pull --new" writes files for them.

Settle the conflicts, then commit the files and the lockfile together.
`);
  });

  it('is told of a check as what would be', () => {
    const checked = pullText(
      { ...pull, isCheck: true, pulled: pull.pulled.slice(0, 2), offers: [], left: [] },
      paint(false),
    );
    expect(checked).toContain('Edits in Acme (abc): 1 to merge, 1 conflict\n');
    expect(checked).toContain('    → Both sides changed the same 2 places: a pull puts conflict markers there.\n');
    expect(checked).toContain('Nothing was written.');
    const nothing = { ...pull, pulled: [], offers: [], left: [], images: [] };
    expect(pullText(nothing, paint(false))).toBe('Pulled from Acme (abc): nothing to pull\n');
  });

  it('steers no terminal with text from a workspace', () => {
    const text = pullText({ ...pull, workspace: { id: 'a', name: 'A\u001b[31m\nB' } }, paint(false));
    expect(text.split('\n')[0]).toContain('A\\u001b[31m\\u000aB');
  });

  it('is Markdown for a pull request, in which such text does nothing', () => {
    const [first] = pull.pulled;
    const pulled =
      first === undefined ? [] : [{ ...first, by: '@ana <b>', notes: ['see #1'] }, ...pull.pulled.slice(1)];
    const text = pullMarkdown({ ...pull, pulled });
    expect(text).toContain(
      '### Edits from Intercom: 1 merged, 1 conflict, 1 created, 1 the same already; 2 left alone\n',
    );
    expect(text).toContain(
      '| file | result | what |\n| --- | --- | --- |\n| `a.md` | merged | title, text; by @\u200bana',
    );
    expect(text).not.toContain('<b>');
    expect(text).not.toMatch(/[^`]#1/);
    expect(text).toContain('| `b.md` | **conflict** |');
    expect(text).toContain('Files with conflict markers do not compile until somebody settles them.');
    expect(text).toContain('| `e.md` | deleted in Intercom; the file stays | Do this\\. |');
    expect(text).toContain('- article "New" in Billing \\> Refunds, a draft\n');
  });
});
