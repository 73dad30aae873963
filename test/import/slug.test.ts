import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, freeName, slugOf } from '../../src/import/slug.ts';

describe('names of files', () => {
  it.each([
    ['Change your billing address', 'change-your-billing-address'],
    ['  What’s new?  ', 'whats-new'],
    ["Don't panic", 'dont-panic'],
    ['Version 2.5 (beta)', 'version-2-5-beta'],
    ['Élève à l’école', 'élève-à-lécole'],
    ['E\u0301le\u0300ve', 'élève'],
    ['Überweisung ändern', 'überweisung-ändern'],
    ['請求書の住所を変更する', '請求書の住所を変更する'],
    ['تغيير عنوان الفاتورة', 'تغيير-عنوان-الفاتورة'],
    ['हिन्दी में', 'हिन्दी-में'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\windows', 'windows'],
    ['a/b', 'a-b'],
    ['.git', 'git'],
    ['_snippets', 'snippets'],
    ['CON', 'con-article'],
    ['com1', 'com1-article'],
    ['COM¹', 'com¹-article'],
    ['Lpt9.txt', 'lpt9-txt'],
    ['nul', 'nul-article'],
    ['name. . .', 'name'],
    ['C:\\autoexec', 'c-autoexec'],
    ['\u202egnp.exe', 'gnp-exe'],
    ['nul\u0000byte', 'nul-byte'],
    ['line\nbreak', 'line-break'],
    ['🎉 Party 🎉', 'party'],
    ['🎉', 'article'],
    ['???', 'article'],
    ['', 'article'],
    ['\u3164', 'article'],
    ['ZALGO Z\u0300\u0301\u0302\u0303\u0304\u0305', 'zalgo-z\u0300\u0301'],
  ])('%j becomes %j', (title, name) => {
    expect(slugOf(title, 'article')).toBe(name);
  });

  it('are cut between two words', () => {
    const name = slugOf('a word and another '.repeat(20), 'article');
    expect(name.length).toBeLessThanOrEqual(60);
    expect(name).toMatch(/^a-word-and-another-.*[a-z]$/);
    expect(slugOf('x'.repeat(500), 'article')).toBe('x'.repeat(60));
    expect(Buffer.byteLength(slugOf('𝒳住'.repeat(100), 'article'))).toBeLessThanOrEqual(150);
  });

  it('are safe whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const name = slugOf(title, 'article');
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u);
        expect(name).toBe(name.normalize('NFC'));
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(160);
      }),
      { numRuns: 1000 },
    );
  });

  it('that clash get a number, in another case or Unicode form too', () => {
    const taken = new Set<string>();
    expect(['straße', 'STRASSE', 'e\u0301', '\u00e9', 'a', 'a-2', 'a'].map((name) => freeName(name, taken))).toEqual([
      'straße',
      'STRASSE-2',
      'e\u0301',
      '\u00e9-2',
      'a',
      'a-2',
      'a-3',
    ]);
    expect(folded('İ')).toBe(folded('i̇'));
  });
});
