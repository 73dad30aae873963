import { describe, expect, test } from 'vitest';
import { parseInputs } from '../../src/action/github/inputs.ts';
import { assistantIn } from '../kit/mcp.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const targets =
  'targets:\n  staging: { workspace: abc, tokenVariable: T_S }\n  production: { workspace: xyz, tokenVariable: T_P }\n';
const article = 'content/billing/refunds.md';
const source = (front: string): Record<string, string> => ({
  [article]: `---\ntitle: Refunds\n${front}\n---\n\nText.\n`,
});

interface Slip {
  /** Where the name is typed. */
  readonly at: string;
  readonly argv: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What is offered; null: the name is nothing like any, and nothing may be. */
  readonly meant: string | null;
}

const check = ['check', '--json'];
const config = (text: string) => ({ 'helpcentre.yml': `${text}\n` });

/** Every place where a person types a name, misspelt there, and one that is nothing like any. */
const slips: readonly Slip[] = [
  { at: 'a command', argv: ['plna'], meant: 'plan' },
  { at: 'a command that is none', argv: ['deploy'], meant: null },
  { at: 'a command to explain', argv: ['help', 'publsh'], meant: 'publish' },
  { at: 'an option', argv: ['plan', '--allow-removal'], meant: '--allow-removals' },
  { at: 'an option with one dash', argv: ['plan', '-offline'], meant: '--offline' },
  { at: 'an option with a value', argv: ['plan', '--on-drft=keep'], meant: '--on-drift' },
  { at: 'an option that is none', argv: ['plan', '--dry-run'], meant: null },
  { at: 'a choice', argv: ['publish', '--on-drift', 'kep'], meant: 'keep' },
  { at: 'a choice that is none', argv: ['publish', '--on-drift', 'merge'], meant: null },
  { at: 'a flavour', argv: ['adopt', '--flavour', 'docusarus'], meant: 'docusaurus' },
  { at: 'a kind of schema', argv: ['schema', 'confg'], meant: 'config' },
  { at: 'a document', argv: ['schema', 'output-pln'], meant: 'output-plan' },
  { at: 'a shell', argv: ['completion', 'bsah'], meant: 'bash' },
  { at: 'a workflow', argv: ['init', '--workflow', 'pull-request,shedule'], meant: 'schedule' },
  { at: 'a fault', argv: ['sandbox', '--fault', 'drop-aftr'], meant: 'drop-after' },
  { at: 'a target', argv: ['plan', '--offline', '--target', 'prodction'], files: config(targets), meant: 'production' },
  { at: 'a target that is none', argv: ['plan', '--offline', '--target', 'qa'], files: config(targets), meant: null },
  { at: 'a path to check', argv: ['check', 'content/billing/refnds.md'], meant: article },
  { at: 'a path to plan', argv: ['plan', '--offline', 'content/billng'], meant: 'content/billing' },
  { at: 'a path that is none', argv: ['check', 'content/guides'], meant: null },
  { at: 'a setting', argv: check, files: config('onDrfit: keep'), meant: 'onDrift' },
  { at: 'a setting in a setting', argv: check, files: config('images: { host: s3, bukcet: a }'), meant: 'bucket' },
  { at: 'a setting that is none', argv: check, files: config('navigation: x'), meant: null },
  { at: "a setting's value", argv: check, files: config('onDrift: overwite'), meant: 'overwrite' },
  { at: "a flavour's name", argv: check, files: config('flavour: mkdoc'), meant: 'mkdocs' },
  { at: 'what a component becomes', argv: check, files: config('components: { Card: unwarp }'), meant: 'unwrap' },
  { at: 'a problem', argv: check, files: config('problems: { dead-lnk: error }'), meant: 'dead-link' },
  { at: 'a problem that is none', argv: check, files: config('problems: { typo: error }'), meant: null },
  { at: 'a severity', argv: check, files: config('problems: { dead-link: warnng }'), meant: 'warning' },
  { at: 'front matter', argv: check, files: source('desciption: x'), meant: 'description' },
  { at: 'front matter of another tool', argv: check, files: source('permalink: /x'), meant: null },
  {
    at: 'whether a page is out, as others say it',
    argv: check,
    files: source('published: true'),
    meant: 'state: published',
  },
  { at: 'whether it is not', argv: check, files: source('published: false'), meant: 'state: draft' },
  { at: 'an order, which is no owner', argv: check, files: source('order: 2'), meant: null },
  { at: 'a value in front matter', argv: check, files: source('state: publised'), meant: 'published' },
  { at: 'an agent of Fin', argv: check, files: source('fin: { chatbt: true }'), meant: 'chatbot' },
  { at: 'a file of variables', argv: check, files: config('variablesFrom: [{ file: a.json, att: b }]'), meant: 'at' },
  { at: '_collection.yml', argv: check, files: { 'content/billing/_collection.yml': 'oder: 1\n' }, meant: 'order' },
  {
    at: 'redirects.yml',
    argv: check,
    files: { 'redirects.yml': '- from: /en/articles/1-a\n  redirctTo: billing/refunds.md\n' },
    meant: 'redirectTo',
  },
  { at: 'a variable of ours', argv: ['check'], env: { HELPCENTRE_CAHCE: 'off' }, meant: 'HELPCENTRE_CACHE' },
  { at: 'a variable of others', argv: ['check'], env: { HELPCENTRE_PAGES: 'x' }, meant: null },
];

describe('what was probably meant is said where a name is mistyped', () => {
  test.each(slips)('$at: $meant', async ({ argv, files = {}, env = {}, meant }) => {
    const { dir } = await makeRepository({ [article]: '# Refunds\n\nText.\n', ...files });
    const { stdout, stderr } = await runIn(dir, argv, { env });
    const said = [...`${stdout}${stderr}`.matchAll(/[Dd]id you mean \\?"([^"\\]+)\\?"/g)].map(([, name]) => name);
    expect([...new Set(said)], stdout + stderr).toEqual(meant === null ? [] : [meant]);
  });

  test.each([
    [['export'], '"helpcentre import" brings what is in Intercom'],
    [['deploy'], '"helpcentre publish" makes Intercom match the sources.'],
    [['lint'], '"helpcentre check" finds every problem'],
    [['dev'], '"helpcentre preview" shows'],
    [['login'], 'the token comes from INTERCOM_ACCESS_TOKEN'],
    [['publish', '--dry-run'], '"helpcentre plan" shows what would be done'],
    [['publish', '--token=x'], 'A token on the command line would be seen by others'],
  ])('a word of other tools: %j', async (argv, help) => {
    const { code, stderr } = await runIn('/', argv);
    expect(code).toBe(64);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(help);
    expect(stderr).not.toContain('Did you mean');
  });

  test('the token: the variable that is set', async () => {
    const { dir } = await makeRepository({ [article]: '# Refunds\n' });
    const { stderr } = await runIn(dir, ['plan'], { env: { INTERCOM_ACESS_TOKEN: 'secret' } });
    expect(stderr).toContain('INTERCOM_ACESS_TOKEN is set: is that the one?');
    expect(stderr).not.toContain('secret');
  });

  test.each([
    ['INPUT_LOCKFIL', 'commit', '"lockfile"'],
    ['INPUT_RUN', 'publsh', '"publish"'],
    ['INPUT_ON-DRIFT', 'kep', '"keep"'],
    ['INPUT_RUN', 'deploy', null],
    ['INPUT_COLOUR', 'x', null],
  ])('an input of the Action: %s=%s', (name, value, meant) => {
    const parsed = parseInputs({ [name]: value });
    const said = parsed.ok ? '' : parsed.mistakes.join('\n');
    expect(/[Dd]id you mean ("[^"]+")\?/.exec(said)?.[1] ?? null).toBe(meant);
  });

  test('an argument of a tool, which would be left out in silence', async () => {
    const { dir } = await makeRepository({ [article]: '# Refunds\n\nText.\n' });
    const { client } = await assistantIn(dir, { era: 'auto' });
    const wrong = await client.callTool({ name: 'check', arguments: { pahts: [] } });
    expect(JSON.stringify(wrong)).toMatch(/there is no argument .*\bpaths\b/);
  });
});
