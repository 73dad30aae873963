import { expect, test } from 'vitest';
import { contradicted, habitRefused, habitsShown } from '../../src/body/habits-shown.ts';

test('what neither text shows says nothing', () => {
  expect(habitsShown('<p>a</p><ul><li>b</li></ul><ol><li>c</li></ol>', '<p>a</p>')).toEqual({});
});

test.each([
  ['<ul><li>a<ol><li>b</li></ol></li></ul>', { nestedLists: 'kept' }],
  ['<div class="intercom-interblocks-callout"><p>a</p></div>', { callouts: 'kept' }],
  ['<details><summary><h2>a</h2></summary></details>', { details: 'kept' }],
  ['<h1 id="h_0123456789">a</h1><h3 id="own">b</h3>', { headingLevels: 'shifted', headingIds: 'kept' }],
  ['<table><tbody><tr><td rowspan="2">a</td></tr></tbody></table>', { cellSpans: 'kept' }],
])('%s that comes back as it is shows what is kept', (html, habits) => {
  expect(habitsShown(html, html)).toEqual(habits);
});

test('a body that lost what it had shows that, and contradicts what was answered', () => {
  const sent = '<h1 id="own">a</h1><div class="intercom-interblocks-callout"><p>{{x}}</p></div>';
  const shown = habitsShown(sent, '<h1 id="h_0123456789">a</h1><p>#{{x}}</p>');
  expect(shown).toEqual({ callouts: 'unwrapped', headingIds: 'replaced', variableMark: 'once' });
  expect(contradicted({ callouts: 'kept', headingIds: 'kept', details: 'kept' }, shown)).toEqual([
    'callouts',
    'headingIds',
  ]);
});

test('what changes at every write is not contradicted by one', () => {
  const shown = { headingIds: 'replaced', variableMark: 'once' } as const;
  expect(contradicted({ headingIds: 'replaced-every-write', variableMark: 'every-write' }, shown)).toEqual([]);
});

test('a refusal says what it refuses where it names it', () => {
  expect([habitRefused('nested lists are not supported'), habitRefused('Title is too long')]).toEqual([
    'nestedLists',
    null,
  ]);
});

// Answers that are true, and bodies whose writing shows nothing else.
test.each<[string, string, string, object]>([
  ['headings that all move up', '<h3>a</h3>', '<h1>a</h1>', { headingLevels: 'shifted' }],
  ['headings that begin below the first', '<h2>a</h2><h3>b</h3>', '<h1>a</h1><h2>b</h2>', { headingLevels: 'shifted' }],
  [
    'the level of a summary',
    '<h1>x</h1><details><summary><h3>a</h3></summary></details>',
    '<h1>x</h1><details><summary><h3>a</h3></summary></details>',
    { headingLevels: 'flattened' },
  ],
  [
    'the id of a summary',
    '<details><summary><h2 id="own">a</h2></summary></details>',
    '<details><summary><h2 id="own">a</h2></summary></details>',
    { headingIds: 'replaced' },
  ],
  [
    'a variable in an address alone',
    '<p><a href="https://example.com/?u={{id}}">a</a></p>',
    '<p><a href="https://example.com/?u={{id}}">a</a></p>',
    { variableMark: 'once' },
  ],
  [
    'a variable in code alone',
    '<pre><code>{{ x }} {{x}}</code></pre>',
    '<pre><code>{{ x }} {{x}}</code></pre>',
    { variableMark: 'once' },
  ],
  ['an older text', '<div class="intercom-interblocks-callout"><p>new</p></div>', '<p>old</p>', { callouts: 'kept' }],
])('%s contradicts nothing', (_, sent, stored, answers) => {
  expect(contradicted(answers, habitsShown(sent, stored))).toEqual([]);
});

test('levels that are flattened contradict what was answered, and so does the reverse', () => {
  const sent = '<h1>a</h1><h3>b</h3>';
  expect(habitsShown(sent, '<h1>a</h1><h2>b</h2>')).toEqual({ headingLevels: 'flattened' });
  expect(habitsShown(sent, sent)).toEqual({ headingLevels: 'shifted' });
});
