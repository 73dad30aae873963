import { expect, it } from 'vitest';
import { flavours } from '../../../src/flavour/flavours.ts';
import { translate } from '../../../src/flavour/translate.ts';
import type { FlavourName } from '../../../src/model/flavour-name.ts';

const read = (flavour: FlavourName, text: string): string =>
  translate(text, flavours[flavour], {}, 'a.md')
    .text.replace(/\n{2,}/g, '\n')
    .trim();

// What is written for a tool has to be read: these are forms that were read otherwise.
it.each<[name: string, flavour: FlavourName, written: string, is: RegExp]>([
  [
    'an aligned element of MDX',
    'docusaurus',
    '<div align="center">\n\nText.\n\n</div>',
    /^:{3,}center\nText\.\n:{3,}$/,
  ],
  [
    'one of MkDocs',
    'mkdocs',
    '<div align="center" markdown>\n\nText.\n\n</div>',
    /^<div align="center">\nText\.\n<\/div>$/,
  ],
  [
    'one in a list of MkDocs',
    'mkdocs',
    '- a\n\n  <div align="right" markdown>\n\n  b\n\n  </div>',
    /\n {2}<div align="right">/,
  ],
  [
    'the colour of a cell',
    'mintlify',
    "<table>\n  <tr><td style={{ backgroundColor: '#fff', color: 'red' }}>a</td></tr>\n</table>",
    /<td style="background-color: #fff">a/,
  ],
  [
    'a button',
    'docusaurus',
    '<a className="button button--primary" href="/x">Go</a>',
    /^<a href="\/x" class="intercom-h2b-button">Go<\/a>$/,
  ],
  ['a mark of ours', 'docusaurus', 'a\n\n{/* tight */}\n\nb', /<!-- tight -->/],
  ['any other comment', 'docusaurus', 'a\n\n{/* tighten this */}\n\nb', /^a\n\s*b$/],
  [
    'a paragraph in the cell of a table',
    'mintlify',
    '<table>\n  <tr>\n    <td>\n      <p>a</p>\n    </td>\n  </tr>\n</table>',
    /\n {6}<p>a<\/p>\n/,
  ],
  ['what is in a list in a list', 'docusaurus', '- 1. a\n\n     {/* tight */}\n\n     b', /\n {5}b$/],
  ['a line that begins with an address', 'obsidian', 'One:\n<https://example.com>', /^One: {2}\n<https/],
])('%s is read', (_, flavour, written, is) => {
  expect(read(flavour, written)).toMatch(is);
});
