import { expect, test } from 'vitest';
import { type Feature, missingIn, versionHas } from '../../src/intercom/versions.ts';
import { apiVersions } from '../../src/model/api-version.ts';

const firstWith: readonly (readonly [Feature, string])[] = [
  ['tags', '2.13'],
  ['internalArticles', '2.13'],
  ['brands', '2.15'],
  ['bodyMarkdown', '2.16'],
  ['drafts', '2.16'],
  ['editors', '2.16'],
  ['articleVersions', '2.16'],
  ['redirects', '2.16'],
  ['schedules', '2.16'],
  ['audiences', '2.16'],
  ['fin', '2.16'],
  ['helpCentreLocales', '2.16'],
  ['singleParent', '2.11'],
];

test.each(firstWith)('%s begins with %s', (feature, since) => {
  expect(apiVersions.find((version) => versionHas(version, feature))).toBe(since);
});

test('the single parent is gone from 2.16', () => {
  expect(apiVersions.filter((version) => versionHas(version, 'singleParent'))).not.toContain('2.16');
  expect(versionHas('2.15', 'singleParent')).toBe(true);
});

test('what one goes without shrinks with every version, down to nothing', () => {
  const counts = apiVersions.map((version) => missingIn(version).length);
  expect(counts).toEqual([...counts].sort((left, right) => right - left));
  expect(counts[0]).toBeGreaterThan(8);
  expect(missingIn('2.16')).toEqual([]);
  expect(missingIn('2.12')).toContain('tags on articles');
});
