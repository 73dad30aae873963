import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lockfile } from '../../src/model/recorded.ts';
import { formatLockfile } from '../../src/record/format-lockfile.ts';
import { parseLockfile } from '../../src/record/parse-lockfile.ts';
import { article, collection, lockfileOf, print } from './entries.ts';

test('the text is one value a line, version first, keys sorted, an article by identity first', () => {
  const lockfile: Lockfile = {
    workspaces: {
      w2: { images: {}, articles: {}, collections: {} },
      w1: {
        images: { [print('1')]: 'https://x.example/1.png' },
        content: 'docs',
        collections: { Billing: { desired: print('c'), id: '88', folder: 'billing' } },
        articles: {
          'b.md': { ...article('2'), url: 'https://x.example/2' },
          'a.md': {
            locales: { fr: article('1').locales.en as never, en: article('1').locales.en as never },
            removed: true,
            updatedAt: 5,
            url: null,
            id: '1',
          },
        },
      },
    },
    lockfileVersion: 1,
  };
  const locale = (indent: string): string =>
    `{\n${indent}  "desired": "${print('d')}",\n${indent}  "remote": "${print('e')}",\n${indent}  "source": "${'b'.repeat(40)}"\n${indent}}`;
  expect(formatLockfile(lockfile)).toBe(`{
  "lockfileVersion": 1,
  "workspaces": {
    "w1": {
      "articles": {
        "a.md": {
          "id": "1",
          "url": null,
          "updatedAt": 5,
          "removed": true,
          "locales": {
            "en": ${locale('            ')},
            "fr": ${locale('            ')}
          }
        },
        "b.md": {
          "id": "2",
          "url": "https://x.example/2",
          "updatedAt": 1778132904,
          "locales": {
            "en": ${locale('            ')}
          }
        }
      },
      "collections": {
        "Billing": {
          "desired": "${print('c')}",
          "folder": "billing",
          "id": "88"
        }
      },
      "content": "docs",
      "images": {
        "${print('1')}": "https://x.example/1.png"
      }
    },
    "w2": {
      "articles": {},
      "collections": {},
      "images": {}
    }
  }
}
`);
});

test('keys are sorted by code unit, also those that look like numbers or like fields of an article', () => {
  const names = ['url', 'm', 'locales', 'id', '9', '10', 'Z', 'a', 'é', 'Ω', 'updatedAt', '2024'];
  const text = formatLockfile(
    lockfileOf({ collections: Object.fromEntries(names.map((name, i) => [name, collection(String(i))])) }),
  );
  const written = [...text.matchAll(/^ {8}"(.*?)": \{$/gm)].map((match) => match[1]);
  expect(written).toEqual([...names].sort((a, b) => (a < b ? -1 : 1)));
});

const digits = fc.stringMatching(/^[0-9a-f]$/);
const anId = fc.nat({ max: 10_000 }).map(String);
const contentPath = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[a-z0-9é ]{1,6}$/),
      fc.constantFrom('id', 'url', 'locales', 'constructor', '10', '9', '名'),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join('/'));
const recorded = fc.record({
  id: anId,
  url: fc.option(fc.string()),
  updatedAt: fc.nat(),
  locales: fc.dictionary(
    fc.constantFrom('en', 'fr', 'id', 'pt-BR'),
    fc.record({ source: digits.map((d) => d.repeat(40)), desired: digits.map(print), remote: digits.map(print) }),
    { noNullPrototype: true },
  ),
});
const byId = <T extends { readonly id: string }>(entries: Record<string, T>): Record<string, T> =>
  Object.fromEntries([
    ...new Map(Object.entries(entries).map(([key, entry]) => [entry.id, [key, entry] as const])).values(),
  ]);
const section = fc.record({
  articles: fc.dictionary(contentPath, recorded, { maxKeys: 6, noNullPrototype: true }).map(byId),
  collections: fc
    .dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      fc.record(
        {
          ...{ id: anId, desired: digits.map(print) },
          remote: fc.dictionary(fc.constantFrom('name', 'place', 'fr.name', 'pt-BR.description'), digits.map(print), {
            noNullPrototype: true,
          }),
        },
        { requiredKeys: ['id', 'desired'], noNullPrototype: true },
      ),
      { maxKeys: 6, noNullPrototype: true },
    )
    .map(byId),
  images: fc.dictionary(digits.map(print), fc.webUrl(), { maxKeys: 3, noNullPrototype: true }),
});
const lockfiles = fc.record({
  lockfileVersion: fc.constant(1 as const),
  workspaces: fc.dictionary(fc.constantFrom('abc12345', 'w', '7', 'constructor'), section, { noNullPrototype: true }),
});

function reversed(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child)]),
  );
}

test('what is written is read as the same value, and written as the same bytes', () => {
  fc.assert(
    fc.property(lockfiles, (lockfile) => {
      const text = formatLockfile(lockfile);
      expect(parseLockfile(text, 'L')).toEqual({ ok: true, lockfile });
      expect(JSON.parse(text)).toEqual(lockfile);
      const again = parseLockfile(text, 'L');
      expect(again.ok && formatLockfile(again.lockfile)).toBe(text);
    }),
  );
});

test('the bytes do not depend on the order of keys', () => {
  fc.assert(
    fc.property(lockfiles, (lockfile) => {
      const text = formatLockfile(lockfile);
      expect(formatLockfile(reversed(lockfile) as Lockfile)).toBe(text);
      expect(text.endsWith('}\n')).toBe(true);
      expect(text).not.toMatch(/\r|[^\n]\n$.|\n\n/);
      expect(text.startsWith('{\n  "lockfileVersion": 1,\n')).toBe(true);
    }),
  );
});

test('however JSON is laid out, the value read is the same', () => {
  fc.assert(
    fc.property(lockfiles, fc.constantFrom(0, 1, 4, '\t'), fc.boolean(), (lockfile, space, crlf) => {
      const text = JSON.stringify(lockfile, null, space);
      expect(parseLockfile(`\ufeff${crlf ? text.replaceAll('\n', '\r\n') : text}`, 'L')).toEqual({
        ok: true,
        lockfile,
      });
    }),
  );
});
