import { expect, test } from 'vitest';
import { nameOfFolder } from '../../src/model/name-of-folder.ts';
import { factsOf } from '../../src/read/file-facts.ts';

test.each([
  ['billing', 'Billing'],
  ['getting-started', 'Getting started'],
  ['02-getting_started', 'Getting started'],
  ['02_getting-started', 'Getting started'],
  ['04 - Trouble-shooting', 'Trouble shooting'],
  ['1. Start', 'Start'],
  ['API docs', 'API docs'],
  ['iOS', 'iOS'],
  ['ios-app', 'Ios app'],
  ['über-uns', 'Über uns'],
  ['ßland', 'ßland'],
  ['日本語', '日本語'],
  ['a/b/c-d', 'C d'],
  ['2024', '2024'],
  ['2024-report', '2024 report'],
  ['24-7-support', '24 7 support'],
  ['3d-printing', '3d printing'],
  ['1.2.3 notes', '1.2.3 notes'],
  ['01', '01'],
  ['01-', '01'],
  ['__', '__'],
  ['-', '-'],
  ['100%', '100%'],
])('the folder %j is the collection %j', (folder, name) => {
  expect(nameOfFolder(folder)).toBe(name);
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const gif = Buffer.from('R0lGODlhAQACAAAAACwAAAAAAQACAAACAkQBADs=', 'base64');
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"/>';

test.each<[string, string | Uint8Array, object]>([
  ['picture.txt', png, { kind: 'image', mediaType: 'image/png', width: 1, height: 1 }],
  ['picture', gif, { kind: 'image', mediaType: 'image/gif', width: 1, height: 2 }],
  ['picture.png', svg, { kind: 'image', mediaType: 'image/svg+xml', width: 10, height: 20 }],
  [
    'prologue.svg',
    `\ufeff<?xml version="1.0"?>\n<!-- drawn -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [<!ENTITY a "b">]>\n${svg}`,
    { kind: 'image', mediaType: 'image/svg+xml' },
  ],
  ['script.svg', svg.replace('/>', '><script>alert(1)</script></svg>'), { kind: 'image', mediaType: 'image/svg+xml' }],
  ['text.png', 'only text', { kind: 'other', bytes: 9 }],
  ['empty.png', '', { kind: 'other', bytes: 0 }],
  ['cut.png', png.subarray(0, 20), { kind: 'other', bytes: 20 }],
  ['page.html', `<!doctype html><body>${svg}`, { kind: 'other' }],
  ['about.txt', `An icon: ${svg}`, { kind: 'other' }],
  ['comment.html', `<!-- ${svg} --><p>`, { kind: 'other' }],
  ['file.pdf', '%PDF-1.4', { kind: 'other' }],
  [
    'photo.webp',
    Buffer.from('RIFF\x1a\0\0\0WEBPVP8L\r\0\0\0/\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0', 'latin1'),
    { kind: 'other' },
  ],
  ['snippet.md', png, { kind: 'refused', reason: 'it is not valid UTF-8 (line 1, column 1)' }],
  ['snippet.md', '\ufeffa\r\nb', { kind: 'text', text: 'a\nb' }],
])('%s is told by its content', (name, content, facts) => {
  expect(factsOf(name, Buffer.from(content))).toMatchObject({ path: name, ...facts });
});

test("an image's fingerprint is what sha256sum prints", () => {
  expect(factsOf('a', png)).toMatchObject({
    sha256: 'sha256-6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0',
    bytes: 70,
  });
});
