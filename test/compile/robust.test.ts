import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/body/parse.ts';
import { runs } from '../kit/depth.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';
import { compileBody } from './compile-body.ts';

const repository = repositoryOf({
  '_snippets/a.md': 'Snippet {{a}} [^1]\n\n[^1]: Note\n',
  'b.md': '# B\n',
  'i.png': 'i',
});
const settings = settingsOf({ variables: { a: 'value' } });
const compiled = (markdown: string) => compileBody(markdown, repository, settings);

/** Pieces that mean something to one of the parsers, and ordinary words between them. */
const fragments = [
  ...[
    'word ',
    'two words',
    '\n',
    '\n\n',
    '  ',
    '\t',
    '    ',
    '# ',
    '## ',
    '- ',
    '1. ',
    '7) ',
    '> ',
    '> [!NOTE]\n',
    '***',
    '**',
    '_',
  ],
  ...[
    '`',
    '```\n',
    '~~',
    '~~~',
    '---\n',
    '===\n',
    '| a | b |\n',
    '| - | - |\n',
    '[x](b.md)',
    '[',
    ']',
    '(',
    ')',
    '![i](i.png)',
    '\\',
  ],
  ...[
    '[^1]',
    '[^1]: note\n',
    '[ref]: b.md\n',
    '[x][ref]',
    '<',
    '>',
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<port>',
    '<!--',
    '-->',
    '<br>',
  ],
  ...[
    '<details><summary>s</summary>\n\n',
    '</details>',
    '<table><tr><td>',
    '</td></tr></table>',
    '<ul><li>',
    '<p>',
    '</p>',
    '<a name="n">',
  ],
  ...[
    '<svg>',
    '<script>',
    '</script>',
    '<style>',
    '<iframe src="x">',
    '<?php',
    '<![CDATA[',
    '<select>',
    '&amp;',
    '&#0;',
    '&nbsp;',
  ],
  ...[
    ':::callout{color=red}\n',
    ':::\n',
    '::::center\n',
    ':button[x]{href=b.md}',
    ':::include{file=_snippets/a.md}\n',
    '{{a}}',
    '{{',
    '}}',
  ],
  ...[
    '\\{{a}}',
    '{#id}',
    'https://youtu.be/dQw4w9WgXcQ',
    'a@b.c',
    '10:30',
    '\r\n',
    '\r',
    '\0',
    '\ufffd',
    '\ud800',
    '🎉',
    '日本語',
    '\u200b',
  ],
];

const markdown = fc.array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'grapheme', maxLength: 8 })), {
  maxLength: 40,
});

describe('any text', () => {
  it('compiles to a body that an HTML parser reads, in one line, or to a problem', () => {
    fc.assert(
      fc.property(markdown, (pieces) => {
        const { body, problems } = compiled(pieces.join(''));
        expect(/[\n\r\0]/.test(body)).toBe(false);
        expect(parseBody(body)).not.toBeNull();
        for (const { place } of problems) {
          expect(place?.line).toBeGreaterThanOrEqual(1);
          expect(place?.column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('compiles to the same every time', () => {
    fc.assert(
      fc.property(markdown, (pieces) => {
        expect(compiled(pieces.join(''))).toEqual(compiled(pieces.join('')));
      }),
      { numRuns: runs(30) },
    );
  });

  it('has its problems on lines that it has', () => {
    fc.assert(
      fc.property(markdown, (pieces) => {
        const text = pieces.join('');
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { place } of compiled(text).problems) {
          if (place?.file === 'content/article.md') expect(place.line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

const levels = 10_000;
const nested: Readonly<Record<string, string>> = {
  'quotes on one line': '>'.repeat(levels),
  'quotes with spaces': '> '.repeat(levels),
  'lists on one line': '- '.repeat(levels),
  'lists by indentation': Array.from({ length: 600 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
  'numbered lists': '1. '.repeat(levels),
  emphasis: `${'*x '.repeat(levels)}${'x* '.repeat(levels)}`,
  'strong emphasis in one run': `${'*'.repeat(levels)}x${'*'.repeat(levels)}`,
  underscores: '_x_ '.repeat(levels),
  strikethrough: '~~x '.repeat(levels),
  brackets: '['.repeat(levels) + ']'.repeat(levels),
  images: '!['.repeat(levels) + ']()'.repeat(levels),
  links: '[x]('.repeat(levels),
  'inline elements': '<b>'.repeat(levels),
  'block elements': '<div>\n\n'.repeat(levels / 2),
  sections: '<details>\n\n'.repeat(levels / 2),
  tables: '<table><tr><td>'.repeat(levels),
  directives: Array.from({ length: 400 }, (_, level) => `${':'.repeat(403 - level)}center`).join('\n'),
  buttons: ':button['.repeat(levels),
  comments: '<!-- '.repeat(levels),
  backticks: Array.from({ length: 500 }, (_, length) => '`'.repeat(length)).join(' '),
  'table columns': `${'|a'.repeat(levels)}|\n${'|-'.repeat(levels)}|\n|x|\n`,
  definitions: Array.from({ length: levels }, (_, index) => `[a${index}]: b`).join('\n'),
  'underlined headings': 'a\n=\n'.repeat(levels / 2),
  braces: '{{'.repeat(levels),
};

describe('nesting', () => {
  it.each(Object.entries(nested))('of %s, without end, ends', (_name, text) => {
    const { body, problems } = compiled(text);
    const isRefused = problems.some(({ code }) => code === 'too-deep');
    expect(isRefused || parseBody(body) !== null).toBe(true);
  });

  it('is said at its line', () => {
    const { problems } = compiled(`Fine.\n\n${'> '.repeat(100)}deep\n`);
    expect(problems).toMatchObject([{ code: 'too-deep', severity: 'error', place: { line: 3 } }]);
  });

  it('of lists and quotes begun anew on every line of a large text is refused where it would take minutes', () => {
    const { problems } = compiled('- > - > - > - > text\n'.repeat(8000));
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['too-deep', 'the text is too large or too deep to be compiled: lists and quotes'],
    ]);
    const list = compiled('- item\n'.repeat(3000)).problems;
    expect(list.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('of includes is followed a long way, but not for ever', () => {
    const files: Record<string, string> = { 'a.md': ':::include{file=_s/0.md}\n:::\n' };
    for (let level = 0; level < 12; level += 1) {
      files[`_s/${level}.md`] = `::include{file=${level + 1}.md}\n\n::include{file=${level + 1}.md}\n`;
    }
    files['_s/12.md'] = 'x '.repeat(5000);
    const { problems } = compileBody(files['a.md'] ?? '', repositoryOf(files), settings, 'a.md');
    expect(problems.map(({ code }) => code)).toEqual(['too-deep']);
  });
});

describe('unusual files', () => {
  it('of 5 MB are refused', () => {
    const { body, problems } = compiled('Some words.\n\n'.repeat(400_000));
    expect(body).toBe('');
    expect(problems.map(({ code }) => code)).toEqual(['too-deep']);
  });

  it('of the largest size real articles have compile', () => {
    const part = `## Heading\n\nSome **words**${' and more words'.repeat(5)} and a [link](b.md).\n\n- One\n- Two\n\n`;
    const { body, problems } = compiled(part.repeat(800));
    expect(problems).toEqual([]);
    expect(body.length).toBeGreaterThan(126_855);
  });

  it('with mixed line ends compile as if they had one kind', () => {
    expect(compiled('# A\r\n\r\nOne\rtwo\n\n- a\r- b\r\n').body).toBe(compiled('# A\n\nOne\ntwo\n\n- a\n- b\n').body);
  });

  it('with NUL bytes and broken UTF-8 keep their text', () => {
    const { body } = compiled('a\0b \ufffd c \ud800 d');
    expect(body).toContain('a');
    expect(body).toContain('c');
    expect(body).not.toContain('\0');
  });

  it('that are empty compile to nothing', () => {
    expect(compiled('').body).toBe('');
    expect(compiled('\n\n \n').body).toBe('');
  });
});
