import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decompile } from '../../../src/dialect/decompile.ts';
import { blocksOfNormal, piecesOf } from '../../../src/import/pull/pieces.ts';
import { noValues } from '../../../src/model/variables.ts';
import { body } from '../../dialect/arbitrary-body.ts';
import { oneIn, runs } from '../../kit/depth.ts';

const folder = path.join(import.meta.dirname, '../../../../shared/corpus/bodies');
const isHere = existsSync(folder);
if (!isHere) process.stdout.write(`Skipped: the real bodies to take apart are not at ${folder}.\n`);

const addresses = { link: (href: string) => href, image: (source: string) => source };

function expectSame(html: string, name?: string): void {
  const decompiled = decompile(html, addresses);
  const read = piecesOf(decompiled.markdown, noValues).map(({ text }) => text);
  expect(blocksOfNormal(decompiled), name).toEqual(read);
}

it('blocks of a normal form are those that reading it again finds, for any body', () => {
  fc.assert(
    fc.property(body, (html) => expectSame(html)),
    { numRuns: runs(60) },
  );
});

it.skipIf(!isHere)(
  'blocks of a normal form are those that reading it again finds, in every fourth of 644 real bodies',
  () => {
    for (const name of oneIn(
      4,
      readdirSync(folder)
        .filter((file) => file.endsWith('.html'))
        .sort(),
    ))
      expectSame(readFileSync(path.join(folder, name), 'utf8'), name);
  },
);
