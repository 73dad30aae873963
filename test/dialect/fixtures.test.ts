import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import { hasCarrier } from '../../src/body/carried.ts';
import type { Problem } from '../../src/model/problem.ts';
import { modes } from '../../src/sandbox/quirks.ts';
import { rewriteBody } from '../../src/sandbox/rewrite/body.ts';
import { compileBody } from '../compile/compile-body.ts';
import { world, worldSettings } from './fixture-world.ts';
import { roundTrip } from './round-trip.ts';

/** `UPDATE=1 npx vitest run test/dialect` writes what comes out as what is expected. Read the difference. */
const isUpdating = process.env.UPDATE !== undefined;
const root = path.join(import.meta.dirname, 'fixtures');

const cases = readdirSync(root).flatMap((construct) =>
  readdirSync(path.join(root, construct)).map((name) => ({ name: `${construct}/${name}`, construct, title: name })),
);

function lineOf({ place, severity, code, message }: Problem): string {
  const file = place?.file === 'content/guide/article.md' ? '' : `${place?.file.replace(/^content\//, '')}:`;
  return `${file}${place?.line}:${place?.column} ${severity} ${code} ${message}\n`;
}

function compareWith(file: string, actual: string): void {
  if (isUpdating) {
    if (actual === '') rmSync(file, { force: true });
    else writeFileSync(file, actual);
  }
  expect(actual).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

/** What a stand-in for Intercom makes of a body, in canonical form. */
function stored(body: string): string {
  // What HTML does not show is sent as Markdown.
  const origin = hasCarrier(body) ? ('markdown' as const) : ('api' as const);
  const context = { quirks: modes.observed, origin, headingDigits: () => '0123456789' };
  return canonical(rewriteBody(body, context).print((address) => address));
}

describe('the dialect', () => {
  it.each(cases)('compiles $name', ({ name }) => {
    const folder = path.join(root, name);
    const markdown = readFileSync(path.join(folder, 'input.md'), 'utf8');
    const { body, problems } = compileBody(markdown, world, worldSettings, 'guide/article.md');
    compareWith(path.join(folder, 'output.html'), body === '' ? '' : `${body}\n`);
    compareWith(path.join(folder, 'problems.txt'), problems.map(lineOf).join(''));
  });

  it.each(cases)('makes of $name what Intercom keeps as it is', ({ name }) => {
    const file = path.join(root, name, 'output.html');
    const body = existsSync(file)
      ? readFileSync(file, 'utf8').trimEnd().replaceAll('helpcentre:', 'https://help.example.com/')
      : '';
    expect(stored(body)).toBe(canonical(body));
  });

  it.each(cases)('brings $name round', ({ name }) => {
    const file = path.join(root, name, 'output.html');
    const body = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : '';
    const { before, after, markdown, again } = roundTrip(body, world, worldSettings, 'guide/article.md');
    expect(after).toBe(before);
    expect(again).toBe(markdown);
  });
});
