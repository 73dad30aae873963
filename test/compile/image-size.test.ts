import { expect, test } from 'vitest';
import type { Repository } from '../../src/model/repository.ts';
import { settingsOf } from './build-repository.ts';
import { compileBody } from './compile-body.ts';

const repositoryWith = (bytes: number): Repository => ({
  root: 'content',
  sources: [],
  collections: [],
  files: new Map([
    ['a.png', { kind: 'image', path: 'a.png', sha256: `sha256-${'a'.repeat(64)}`, bytes, mediaType: 'image/png' }],
  ]),
});

test('an image of up to 20 MB is sent, a larger one is a problem at its place', () => {
  const codes = (bytes: number) =>
    compileBody('Text.\n\n![a](a.png)\n', repositoryWith(bytes), settingsOf()).problems.map(
      ({ code, place }) => `${code} ${place?.line}:${place?.column}`,
    );
  expect(codes(20_000_000)).toEqual([]);
  expect(codes(20_000_001)).toEqual(['image-too-large 3:1']);
});
