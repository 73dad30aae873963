import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { flavours } from '../../src/flavour/flavours.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/reference/flavours.md'), 'utf8');

describe('docs/reference/flavours.md', () => {
  it.each(['docusaurus', 'starlight', 'mintlify', 'vitepress'] as const)('names every component of %s', (name) => {
    const { title, tags } = flavours[name];
    const section = page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
    const components = Object.keys(tags[0]?.blocks ?? {});
    expect(components.filter((one) => !section.includes(`\`${one}\``))).toEqual([]);
  });
});
