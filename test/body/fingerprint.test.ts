import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalJson,
  type DesiredContent,
  desiredFingerprint,
  fingerprint,
  type RemoteContent,
  remoteFingerprint,
} from '../../src/body/fingerprint.ts';

describe('canonical JSON', () => {
  test('sorts keys by code unit, at every depth, and holds no white space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: 'é"', B: -0 })).toBe(
      '{"B":0,"a":"é\\"","b":[1,{"c":true,"d":null}]}',
    );
  });

  test('leaves undefined out', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [[undefined]], [{ a: () => 1 }], [{ a: 1n }]])(
    'refuses what JSON cannot say: %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  test('is the JSON of the value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(value as object))).toEqual(plain);
        expect(canonicalJson(reversed(plain) as object)).toBe(canonicalJson(plain as object));
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

test('a fingerprint is the sha256 of the canonical JSON', () => {
  expect(fingerprint({ a: 1 })).toBe('sha256-015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
});

const desired: DesiredContent = {
  title: 'T',
  description: 'D',
  state: 'published',
  author: 'a@example.com',
  parent: 'A > B',
  body: '<p>a</p>',
};
const remote: RemoteContent = {
  title: 'T',
  description: 'D',
  state: 'published',
  authorId: '1',
  parentId: '2',
  body: '<p>a</p>',
};

describe('the fingerprint of an article', () => {
  test.each([
    ['title', { title: 'U' }],
    ['description', { description: '' }],
    ['state', { state: 'draft' as const }],
    ['author', { author: null }],
    ['parent', { parent: 'A' }],
    ['body', { body: '<p>b</p>' }],
  ])('changes with the %s of the source', (_, change) => {
    expect(desiredFingerprint({ ...desired, ...change })).not.toBe(desiredFingerprint(desired));
  });

  test.each([
    ['title', { title: 'U' }],
    ['description', { description: '' }],
    ['state', { state: 'draft' as const }],
    ['author', { authorId: null }],
    ['parent', { parentId: null }],
    ['body', { body: '<p>b</p>' }],
  ])('changes with the %s in Intercom', (_, change) => {
    expect(remoteFingerprint({ ...remote, ...change })).not.toBe(remoteFingerprint(remote));
  });

  test('stays through what Intercom does to titles and bodies', () => {
    const rewritten = { title: ' T\n', description: 'D ', body: '<p class="no-margin">a</p>' };
    expect(remoteFingerprint({ ...remote, ...rewritten })).toBe(remoteFingerprint(remote));
    expect(desiredFingerprint({ ...desired, ...rewritten })).toBe(desiredFingerprint(desired));
  });

  test('sees markup that somebody put into a heading in Intercom, and would lose', () => {
    const plain = { ...remote, body: '<h1>a b</h1>' };
    const linked = { ...remote, body: '<h1>a <a href="https://example.com">b</a></h1>' };
    expect(remoteFingerprint(linked)).not.toBe(remoteFingerprint(plain));
    expect(remoteFingerprint({ ...plain, body: '<h1 id="h_1">a b</h1>' })).toBe(remoteFingerprint(plain));
  });

  test('takes no notice of what else an object holds', () => {
    const more = { ...remote, url: 'https://example.com' };
    expect(remoteFingerprint(more)).toBe(remoteFingerprint(remote));
  });
});
