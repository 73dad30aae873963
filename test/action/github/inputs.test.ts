import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputNames, parseInputs } from '../../../src/action/github/inputs.ts';

const declared = parse(readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description?: string }>>;
};
const documentation = readFileSync(new URL('../../../docs/guides/action.md', import.meta.url), 'utf8');

/** Mistakes in one input, the others left out. */
function mistakes(input: string, value: string): readonly string[] {
  const parsed = parseInputs({ [`INPUT_${input.toUpperCase()}`]: value });
  return parsed.ok ? [] : parsed.mistakes;
}

describe('inputs', () => {
  it('are those that action.yml declares, each with a description and in the documentation', () => {
    expect([...inputNames].sort()).toEqual(Object.keys(declared.inputs).sort());
    for (const [name, { description = '' }] of Object.entries({ ...declared.inputs, ...declared.outputs })) {
      expect(description, name).toMatch(/\.$/);
      expect(documentation, name).toContain(`| \`${name}\` |`);
    }
  });

  it('have defaults in action.yml that are what an empty input means', () => {
    const defaults = Object.entries(declared.inputs).filter(([name]) => name !== 'github-token');
    const env = Object.fromEntries(
      defaults.map(([name, { default: value = '' }]) => [`INPUT_${name.toUpperCase()}`, value]),
    );
    expect(parseInputs(env)).toEqual(parseInputs({}));
    expect(parseInputs({})).toMatchObject({ ok: true, inputs: { run: 'auto', comment: true, lockfile: 'commit' } });
  });

  it.each([
    ['run', 'publsh', 'expected auto, check, plan, publish, drift, links or comment'],
    ['region', 'uk', 'expected us, eu or au, or nothing'],
    ['strict', 'perhaps', 'expected true or false'],
    ['lockfile-branch', 'main..x', 'expected the name of a branch'],
    ['lockfile-branch', '--force', 'expected the name of a branch'],
    ['name', 'a b', 'expected up to 50 letters'],
    ['name', 'x.lock', 'expected a name that can end'],
  ])('say what is wrong with %s: %s', (input, value, words) => {
    expect(mistakes(input, value)).toEqual([expect.stringContaining(words)]);
  });

  it('refuse a pull request with edits where the lockfile lives on a branch of its own', () => {
    const parsed = parseInputs({ INPUT_LOCKFILE: 'branch', INPUT_DRIFT: 'pull-request' });
    expect(parsed).toEqual({
      ok: false,
      mistakes: [expect.stringMatching(/"drift" is "pull-request": .*lockfile: branch.* Use drift: issue/)],
    });
    for (const lockfile of ['commit', 'pull-request', '']) {
      expect(parseInputs({ INPUT_LOCKFILE: lockfile, INPUT_DRIFT: 'pull-request' }).ok, lockfile).toBe(true);
    }
    expect(parseInputs({ INPUT_LOCKFILE: 'branch' }).ok).toBe(true);
  });

  it.each([
    ['tokne', 'token'],
    ['mode', 'run'],
    ['cwd', 'working-directory'],
    ['lockfiles', 'lockfile'],
    ['GitHub-Tokn', 'github-token'],
  ])('name what was meant by %s: %s', (input, meant) => {
    expect(mistakes(input, 'x')).toEqual([
      `the Action has no input "${input.toLowerCase()}". Did you mean "${meant}"?`,
    ]);
  });

  it('list all names where nothing is near', () => {
    expect(mistakes('wallpaper', 'x')[0]).toContain('There are: run, token, github-token');
  });
});
