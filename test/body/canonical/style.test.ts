import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseColours } from '../../../src/body/canonical/colours.ts';
import { normaliseStyle } from '../../../src/body/canonical/style.ts';
import { withEncodedFragment, withoutSignature } from '../../../src/body/canonical/url.ts';

describe('colours', () => {
  test.each([
    ['#D7EFDC80', '#d7efdc80'],
    ['rgba(215, 239, 220, 0.5)', '#d7efdc80'],
    ['rgba(215,239,220,.5)', '#d7efdc80'],
    ['rgb(215 239 220 / 50%)', '#d7efdc80'],
    ['RGB(215, 239, 220)', '#d7efdc'],
    ['rgb(100%, 0%, 50%)', '#ff0080'],
    ['rgb(300, 0, 0)', '#ff0000'],
    ['#abc', '#aabbcc'],
    ['#abcf', '#aabbcc'],
    ['#abc0', '#aabbcc00'],
    ['1px solid #ABCDEF', '1px solid #abcdef'],
    ['#abcde', '#abcde'],
    ['rgb(1, 2)', 'rgb(1, 2)'],
    ['rgba(1, 2, var(--x))', 'rgba(1, 2, var(--x))'],
    ['rgb(a, b, c)', 'rgb(a, b, c)'],
    ['red', 'red'],
  ])('%s is %s', (written, normal) => {
    expect(normaliseColours(written)).toBe(normal);
  });

  test('any spelling of any colour is settled after one pass', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, byte, (red, green, blue, alpha) => {
        const hex = `#${[red, green, blue, alpha].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        const percent = Math.round((alpha / 255) * 100);
        expect(normaliseColours(hex)).toBe(normaliseColours(`rgba(${red}, ${green}, ${blue}, ${percent / 100})`));
        expect(normaliseColours(normaliseColours(hex))).toBe(normaliseColours(hex));
      }),
    );
  });
});

describe('styles', () => {
  test.each([
    [' WIDTH : 10px ;color:RED', 'color: RED; width: 10px;'],
    ['width: 1px; width: 2px', 'width: 2px;'],
    ['width:; : x; y; ;', ''],
    ['background: url(a:b)', 'background: url(a:b);'],
    ['width: calc(1px\n + 2px)', 'width: calc(1px + 2px);'],
  ])('%s', (style, normal) => {
    expect(normaliseStyle(style, () => false)).toBe(normal);
  });

  test('ignored declarations are left out', () => {
    expect(
      normaliseStyle('height: AUTO; width: 1px', (property, value) => property === 'height' && value === 'auto'),
    ).toBe('width: 1px;');
  });
});

describe('addresses', () => {
  test.each([
    [
      'https://downloads.intercomcdn.com/i/o/1/a.png?expires=1&signature=2&req=3',
      'https://downloads.intercomcdn.com/i/o/1/a.png',
    ],
    ['https://downloads.au.intercomcdn.com/a?x', 'https://downloads.au.intercomcdn.com/a'],
    ['https://uploads.eu.intercomcdn.com/a?x', 'https://uploads.eu.intercomcdn.com/a'],
    ['https://uploads.intercomcdn.eu/a?x', 'https://uploads.intercomcdn.eu/a'],
    ['https://intercom-attachments.eu/a?x', 'https://intercom-attachments.eu/a'],
    ['https://au.intercom-attachments.com/a?x', 'https://au.intercom-attachments.com/a'],
    ['https://x.intercom-attachments-9.com/a?x#y', 'https://x.intercom-attachments-9.com/a#y'],
    ['http://localhost:4010/i/o/1/a.png', 'http://localhost/i/o/1/a.png'],
    ['http://[::1]:4010/i/o/1/a.png', 'http://[::1]/i/o/1/a.png'],
    ['https://example.com/i/o/1?expires=1&signature=2&req=3', 'https://example.com/i/o/1'],
    ['https://example.com/i/o/1?expires=1', 'https://example.com/i/o/1?expires=1'],
    ['http://localhost:4010/a.png', 'http://localhost:4010/a.png'],
    ['https://example.com/a?expires=1&signature=2&req=3', 'https://example.com/a?expires=1&signature=2&req=3'],
    ['https://notintercomcdn.com/a?x', 'https://notintercomcdn.com/a?x'],
    ['https://intercom-attachments-10.com/a?x', 'https://intercom-attachments-10.com/a?x'],
    ['/i/o/1?expires=1&signature=2&req=3', '/i/o/1?expires=1&signature=2&req=3'],
  ])('%s', (url, bare) => {
    expect(withoutSignature(url)).toBe(bare);
  });

  test('a fragment is encoded once, and a broken surrogate does no harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = withEncodedFragment(`a#${text}`);
        expect(once).toMatch(/^a#\p{ASCII}*$/u);
        expect(withEncodedFragment(once)).toBe(once);
      }),
    );
    expect(withEncodedFragment('a#\ud800')).toBe('a#%EF%BF%BD');
  });
});
