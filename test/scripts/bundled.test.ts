import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { bundledPackages, isPermissive } from '../../scripts/bundled.mjs';

const dist = new URL('../../dist/', import.meta.url);
const bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  components: z.array(
    z.object({
      group: z.string().optional(),
      name: z.string(),
      version: z.string(),
      purl: z.string().regex(/^pkg:npm\/(?:%40[^/@]+\/)?[^/@]+@[^/@]+$/),
      hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) })).length(1),
      licenses: z.array(
        z.union([z.object({ license: z.object({ id: z.string() }) }), z.object({ expression: z.string() })]),
      ),
    }),
  ),
});

test('the bill of materials lists every package whose licence is shipped, each with its hash', async () => {
  const { components } = bom.parse(JSON.parse(await readFile(new URL('sbom.cdx.json', dist), 'utf8')));
  const shipped = (await readFile(new URL('licences.txt', dist), 'utf8')).matchAll(/^(\S+) (\d\S*) \(.+\)$/gm);
  const listed = components.map(
    ({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name} ${version}`,
  );
  expect(listed.length).toBeGreaterThan(100);
  expect(listed.sort()).toEqual([...new Set([...shipped].map(([, name, version]) => `${name} ${version}`))].sort());
});

test('a package under another licence stops the build', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'helpcentre-licence-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const inputs = await Promise.all(
    Object.entries({ fine: '(MIT OR GPL-3.0)', '@some/copyleft': 'GPL-3.0', silent: undefined }).map(
      async ([name, license]) => {
        await mkdir(path.join(root, 'node_modules', name), { recursive: true });
        const facts = JSON.stringify({ name, version: '1.0.0', license });
        await writeFile(path.join(root, 'node_modules', name, 'package.json'), facts);
        return `node_modules/${name}/lib/index.js`;
      },
    ),
  );
  await expect(bundledPackages(inputs, root)).rejects.toThrow(
    'Not known to be permissive: @some/copyleft 1.0.0 (GPL-3.0), silent 1.0.0 (none)',
  );
  expect(await bundledPackages([`${inputs[0]}`.replaceAll('/', '\\')], root)).toHaveLength(1);
});

test.each(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0', '0BSD'])('%s is permissive', (license) => {
  expect(isPermissive(license)).toBe(true);
});

test.each(['GPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED', 'SEE LICENSE IN x', undefined])('%s is not', (license) => {
  expect(isPermissive(license)).toBe(false);
});
