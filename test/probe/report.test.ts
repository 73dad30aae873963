import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { observedFile, observedPage, tallyTable } from '../../scripts/observed-page.ts';
import { readReport, reportOf } from '../../src/probe/report.ts';

const facts = { asked: '2026-11-27', apiVersion: '2.16', answers: { nestedLists: 'kept' } } as const;
const found = {
  unknown: new Map([
    ['callouts', '<div class="new">a</div>'],
    ['details', '<p>at help.acme.com</p>'],
    ['linksWithoutScheme', '<p><a href="https://docs.example.net/en/example.com/probe">a</a></p>'],
    ['variableMark', '<p>Jane</p>'],
    ['redirects', '422 must be within https://help.acme.com'],
  ] as const),
  left: new Map([['tiedRows', 'it takes many rows of one second']] as const),
};

test('a report has what was stored of our own words, and nothing that names the workspace', () => {
  const report = reportOf(facts, found, '1.0.0', ['abc12345', 'Acme', 'help.ACME.com']);
  expect(report).toEqual({
    report: 1,
    helpcentre: '1.0.0',
    ...facts,
    unknown: {
      callouts: '<div class="new">a</div>',
      details: 'something else',
      linksWithoutScheme: 'something else',
      variableMark: 'something else',
      redirects: 'something else',
    },
    notAsked: ['tiedRows'],
  });
  expect(JSON.stringify(report)).not.toMatch(/acme|abc12345/i);
});

test('reports that disagree are shown as such, and those that agree are compared with the sandbox', () => {
  const with_ = (answers: object) => readReport(JSON.stringify({ ...reportOf(facts, found, '1', []), answers }));
  const reports = [
    { nestedLists: 'kept', callouts: 'unwrapped', largestBody: 131072 },
    { nestedLists: 'kept', callouts: 'kept', videos: [] },
    { nestedLists: 'kept', callouts: 'kept', headingIds: 'replaced' },
  ].flatMap((answers) => with_(answers) ?? []);
  expect(tallyTable(reports).split('\n').slice(2, -1)).toEqual([
    '| `nestedLists` | `kept` | `kept` (3) | as the sandbox |',
    '| `headingIds` | `kept` | `replaced` (1) | **not as the sandbox** |',
    '| `callouts` | `kept` | `kept` (2), `unwrapped` (1) | **they disagree** |',
    expect.stringMatching(/^\| `videos` \| `youtube-embed, .*` \| `none` \(1\) \| \*\*not as the sandbox\*\* \|$/),
    '| `largestBody` | `at least 1,048,576` | `131,072` (1) | **not as the sandbox** |',
  ]);
});

test('what is no report is none', () => {
  expect([readReport('{}'), readReport('no json'), readReport('{"report":2}')]).toEqual([null, null, null]);
});

test('docs/inside/observed.md is what the reports say; "npm run docs" writes it', async () => {
  expect((await readFile(observedFile, 'utf8')).replaceAll('\r\n', '\n')).toBe(observedPage());
});
