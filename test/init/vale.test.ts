import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { valeFile } from '../../src/init/vale.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const execute = promisify(execFile);
const hasVale = await execute('vale', ['--version']).then(
  () => true,
  () => false,
);
// biome-ignore lint/suspicious/noConsole: a skip is said aloud.
if (!hasVale) console.warn('Vale is not installed: it does not read the example.');

/** What the configuration has Vale leave out, as Vale splits it: at every comma. */
function ignoredIn(text: string): readonly RegExp[] {
  const [, tokens = ''] = /^TokenIgnores = (.*)$/m.exec(text) ?? [];
  return tokens.split(',').map((token) => new RegExp(token.trim(), 'g'));
}

test('init --vale writes .vale.ini and nothing else, and leaves one that is there alone', async () => {
  const { dir } = await makeRepository({ 'helpcentre.yml': 'content: help centre\n' });
  const first = await runIn(dir, ['init', '--vale']);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain("created .vale.ini\n\nNext\n  1. Install Vale, and run: vale 'help centre'\n");
  const text = await readFile(path.join(dir, '.vale.ini'), 'utf8');
  expect(text).toBe(valeFile({ content: 'help centre', locale: 'en' }).text);
  expect(await runIn(dir, ['init', '--vale'])).toMatchObject({ code: 0, stdout: 'left .vale.ini alone: it exists\n' });
  expect((await runIn(dir, ['init', '--vale', '--agents'])).code).toBe(64);
});

test.each([
  ['::button[Open it]{href="https://example.com" style="blue"}', '[Open it]'],
  [':::callout{color="#e3e7fa"}', ''],
  [':::', ''],
  ['## Limits of a plan {#limits}', '## Limits of a plan '],
  ['Choose {{ui.save}} now.', 'Choose  now.'],
  ['> [!NOTE]', '> '],
  ['At 10:30 it is: done.', 'At 10:30 it is: done.'],
])('of %s the prose is left', (written, left) => {
  const { text } = valeFile({ content: 'content', locale: 'en' });
  expect(ignoredIn(text).reduce((rest, token) => rest.replace(token, ''), written)).toBe(left);
});

test('a dictionary is used for English alone', () => {
  const english = valeFile({ content: '.', locale: 'en' }).text;
  expect(english.slice(0, english.indexOf('# Translations.'))).not.toContain('Spelling');
  expect(english).toMatch(/# Translations\.\n\[.*\]\nVale\.Spelling = NO\n$/);
  expect(valeFile({ content: '.', locale: 'fr' }).text).toContain(
    '[*.md]\nBasedOnStyles = Vale\n# Its dictionary is English.\nVale.Spelling = NO\n',
  );
});

test.runIf(hasVale)('Vale takes no directive of the example for prose', async () => {
  const root = path.join(import.meta.dirname, '../..');
  const { dir } = await makeRepository({ '.vale.ini': valeFile({ content: 'content', locale: 'en' }).text });
  const content = path.join(root, 'content-example/content');
  const config = path.join(dir, '.vale.ini');
  const { stdout } = await execute('vale', [`--config=${config}`, '--output=JSON', '--no-exit', content]);
  const alerts = Object.values(JSON.parse(stdout) as Record<string, { Check: string; Match: string }[]>).flat();
  const words = alerts.filter(({ Check }) => Check === 'Vale.Spelling').map(({ Match }) => Match);
  expect(words.filter((word) => /^(?:href|callout|bgcolor|include|ui|plan)$/.test(word))).toEqual([]);
});
