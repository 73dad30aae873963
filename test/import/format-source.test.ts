import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSource } from '../../src/import/format-source.ts';
import { singleLine } from '../../src/import/yaml-text.ts';
import type { SourceFields } from '../../src/model/repository.ts';
import { readFrontMatter } from '../../src/read/front-matter.ts';

const noRules = { ignore: [], rename: {} };

function readBack(text: string) {
  const read = readFrontMatter(text, 'x.md', noRules);
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.message).join('; '));
  return { ...read.frontMatter, problems: read.problems };
}

describe('the text of a source', () => {
  it('has its front matter in a fixed order, a blank line and a line end', () => {
    const fields: SourceFields = {
      sync: false,
      id: '15009700',
      author: 'ada@example.com',
      state: 'published',
      collection: ['Billing', 'Invoices'],
      description: 'Where invoices go.',
      title: 'Change your billing address',
    };
    expect(formatSource(fields, '\n\nOpen **Settings**.\n\n')).toBe(`---
title: Change your billing address
description: Where invoices go.
collection: Billing > Invoices
state: published
author: ada@example.com
id: 15009700
sync: false
---

Open **Settings**.
`);
  });

  it('ends after the front matter where there is no body', () => {
    expect(formatSource({ title: 'Empty' }, ' \n\n')).toBe('---\ntitle: Empty\n---\n');
  });

  it('keeps a body that begins like front matter from being read as such', () => {
    const text = formatSource({}, '---\n\nAfter the rule');
    expect(readBack(text).body.trim()).toBe('---\n\nAfter the rule');
  });

  it('names a collection as a list where its name holds the sign between two names', () => {
    const text = formatSource({ title: 'T', collection: ['A>B', 'C'] }, '');
    expect(readBack(text).fields.collection).toEqual(['A>B', 'C']);
  });

  it.each([
    ['yes', 'no'],
    ['null', '~'],
    ['012', '1.10'],
    ['2026-11-21', '10:30'],
    ['a: b', '# no comment'],
    ['- item', '? key'],
    ['"quoted"', "it's"],
    ['---', '...'],
    ['*alias', '&anchor !tag'],
    ['{a: 1}', '[a, b]'],
    ['%directive', '@at `tick`'],
    ['tab\there', 'back\\slash'],
    ['\u202eright to left', 'emoji 😀\u200d🔥'],
    ['bell\u0007', 'nul\u0000'],
    ['| block', '> folded'],
    ['a very long title that goes on and on '.repeat(10), 'trailing colon:'],
  ])('says %j and %j so that they are read back as they are', (title, description) => {
    const text = formatSource({ title: singleLine(title), description: singleLine(description) }, 'Body');
    const read = readBack(text);
    expect(read.fields).toEqual({ title: singleLine(title), description: singleLine(description) });
    expect(read.problems).toEqual([]);
    expect(read.body.trim()).toBe('Body');
  });

  it('puts straight quotes around a title between typographic ones, so that nobody takes them for YAML quotes', () => {
    const text = formatSource({ title: '“Hello”' }, '');
    expect(text).toContain('title: "“Hello”"\n');
    expect(readBack(text)).toMatchObject({ fields: { title: '“Hello”' }, problems: [] });
  });

  it('can be read back whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'binary' }), (one, other) => {
        const title = singleLine(one) || 'x';
        const description = singleLine(other);
        const fields = description === '' ? { title } : { title, description };
        expect(readBack(formatSource(fields, 'Body')).fields).toEqual(fields);
      }),
      { numRuns: 500 },
    );
  });
});
