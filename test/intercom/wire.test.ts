import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod';
import { admin, adminList, article, collection, helpCentre, me, pageOf } from '../../src/intercom/wire.ts';

const openapi = new URL('../../../shared/openapi/', import.meta.url);
const official = existsSync(openapi);
if (!official) process.stderr.write('The official API description is not here: its examples are not read.\n');

const paths: readonly (readonly [string, string, z.ZodType])[] = [
  ['/articles', 'get', pageOf(article)],
  ['/articles', 'post', article],
  ['/help_center/collections', 'get', pageOf(collection)],
  ['/help_center/collections', 'post', collection],
  ['/admins', 'get', adminList],
  ['/me', 'get', me],
  ['/help_center/help_centers/{help_center_id}', 'get', helpCentre],
];

test.skipIf(!official).each(['2.11', '2.14', '2.15', '2.16'])('every official example of %s can be read', (version) => {
  const text = readFileSync(new URL(`api.intercom.io-${version}.yaml`, openapi), 'utf8');
  let read = 0;
  for (const [path, verb, shape] of paths) {
    const start = text.search(
      new RegExp(`^  "?${path.replace(/[{}]/g, '\\$&').replace('help_center_id', '\\w+')}"?:$`, 'm'),
    );
    expect(start, path).toBeGreaterThan(0);
    const end = text.slice(start + 3).search(/^ {2}["/]/m);
    const [methods] = Object.values(parse(text.slice(start, start + 3 + end)) as object);
    const answers = methods[verb].responses['200'].content['application/json'].examples ?? {};
    for (const example of Object.values(answers) as { value: unknown }[]) {
      expect(shape.safeParse(example.value).error?.issues, `${verb} ${path}`).toBeUndefined();
      read += 1;
    }
  }
  expect(read).toBeGreaterThanOrEqual(paths.length);
});

test('a teammate without a name or address is read', () => {
  expect(admin.parse({ id: 5 })).toMatchObject({ id: '5' });
});
