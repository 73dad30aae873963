import { expect, test } from 'vitest';
import type { Place } from '../../src/model/place.ts';
import type { Problem } from '../../src/model/problem.ts';
import { problem, problemCodes } from '../../src/model/problem.ts';
import { sarif } from '../../src/report/sarif.ts';
import { sarifLog } from './sarif-log.ts';

const facts = {
  version: '1.2.3',
  fileOf: (file: string) => file,
  configuration: 'helpcentre.yml',
  addressOf: (code: string) => `https://example.com/problems#${code}`,
};
const place: Place = { file: 'content/a.md', line: 2, column: 3, endLine: 2, endColumn: 9 };

/** The one run of a log, checked against the structure. */
function runOf(problems: readonly Problem[], more: Partial<typeof facts> = {}) {
  return sarifLog.parse(JSON.parse(JSON.stringify(sarif(problems, { ...facts, ...more })))).runs[0];
}

test('a log without problems is one of a run that found nothing', () => {
  expect(runOf([]).results).toEqual([]);
});

test('every code is a rule with sentences of its own', () => {
  const { rules } = runOf([]).tool.driver;
  expect(rules.map((rule) => rule.id)).toEqual(problemCodes().map((one) => one.code));
  for (const rule of rules) {
    expect(rule.shortDescription.text).not.toMatch(/undefined|null|NaN|\[object/);
    expect(rule.help.text).not.toMatch(/undefined|null|NaN|\[object/);
  }
  expect(rules.find((rule) => rule.id === 'dead-link')?.shortDescription.text).toBe(
    'link to "…", which does not exist',
  );
});

test('a problem is a result at its place', () => {
  const [result] = runOf([problem('dead-link', { target: 'b.md', nearest: null }, place)]).results;
  expect(result).toMatchObject({
    ruleId: 'dead-link',
    level: 'error',
    message: { text: 'link to "b.md", which does not exist\nCorrect the path, or remove the link.' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'content/a.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 },
        },
      },
    ],
  });
  expect(result).not.toHaveProperty('fixes');
});

test('the level is the severity that was asked for', () => {
  const found: Problem = { ...problem('dead-link', { target: 'b.md', nearest: null }, place), severity: 'warning' };
  expect(runOf([found]).results[0]?.level).toBe('warning');
});

test('a problem of no file is shown at the configuration', () => {
  const [result] = runOf([problem('guard-no-sources', {})]).results;
  expect(result?.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'helpcentre.yml', uriBaseId: '%SRCROOT%' },
    region: { startLine: 1, startColumn: 1 },
  });
});

test.each([
  ['a b.md', 'a%20b.md'],
  ['日本/é#?.md', '%E6%97%A5%E6%9C%AC/%C3%A9%23%3F.md'],
  ['100%.md', '100%25.md'],
  ['a:b.md', 'a%3Ab.md'],
  ['../x.md', '../x.md'],
  ['half \ud800.md', 'half%20%EF%BF%BD.md'],
])('the path %j is the URI %s', (file, uri) => {
  const [result] = runOf([problem('title-missing', {}, { ...place, file })]).results;
  expect(result?.locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
});

test('paths are from the root of the repository', () => {
  const [result] = runOf([problem('title-missing', {}, place)], { fileOf: (file) => `docs/${file}` }).results;
  expect(result?.locations[0].physicalLocation.artifactLocation.uri).toBe('docs/content/a.md');
});

test('a fix is shown with what it puts in, and where', () => {
  const at = { file: 'content/a.md', line: 9, column: 4 };
  const fix = { description: 'end the last line', edits: [{ place: at, text: '\n' }] };
  const [result] = runOf([problem('last-line-end', { files: 1 }, at, fix)]).results;
  expect(result?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
    {
      deletedRegion: { startLine: 9, startColumn: 4, endLine: 9, endColumn: 4 },
      insertedContent: { text: '\n' },
    },
  ]);
});

test('what has no region is no fix there', () => {
  const mark = { file: 'a.md', line: 1, column: 0, endLine: 1, endColumn: 1 };
  const problems = [
    problem('byte-order-mark', { files: 1 }, place, { description: 'x', edits: [{ place: mark, text: '' }] }),
    problem('line-ends', { files: 1 }, place, { description: 'x', edits: [], lineEnds: ['a.md'] }),
  ];
  for (const result of runOf(problems).results) expect(result).not.toHaveProperty('fixes');
});
