import { describe, expect, test } from 'vitest';
import { parseConfiguration } from '../../src/config/settings.ts';

const two = `region: eu
state: draft
helpCentre: acme-help
targets:
  staging:
    workspace: abc12345
    tokenVariable: TOKEN_STAGING
    helpCentre: null
  production:
    workspace: 12345678
    tokenVariable: TOKEN_PRODUCTION
    region: us
    state: published
    helpCentre: acme
`;
const one = 'region: eu\ntargets:\n  only: { workspace: abc12345, tokenVariable: TOKEN, state: published }\n';

function chosen(text: string, target?: string) {
  const found = parseConfiguration(text, 'helpcentre.yml', '/repository', target);
  if (!found.ok)
    return found.problems.map(
      ({ code, message, help, place }) => `${place?.line}:${place?.column} ${code}: ${message}. ${help}`,
    );
  const { region, state, helpCentre, target: its } = found.settings;
  return { region, state, helpCentre, target: its };
}

const usual = { region: 'eu', state: 'draft', helpCentre: 'acme-help', target: undefined };
const staging = { name: 'staging', workspace: 'abc12345', tokenVariable: 'TOKEN_STAGING' };
const production = { name: 'production', workspace: '12345678', tokenVariable: 'TOKEN_PRODUCTION' };

describe('the settings of a run', () => {
  test.each([
    ['of several targets none is the default', two, undefined, usual],
    ['what a target leaves out is as for all', two, 'staging', { ...usual, helpCentre: null, target: staging }],
    [
      'what a target says counts',
      two,
      'production',
      { region: 'us', state: 'published', helpCentre: 'acme', target: production },
    ],
    [
      'one alone is the default',
      one,
      undefined,
      {
        region: 'eu',
        state: 'published',
        helpCentre: null,
        target: { name: 'only', workspace: 'abc12345', tokenVariable: 'TOKEN' },
      },
    ],
    ['without targets nothing changes', 'region: eu', undefined, { ...usual, helpCentre: null }],
    [
      'a name that is not there has the nearest',
      two,
      'prodction',
      [
        '4:1 unknown-target: there is no target "prodction" in helpcentre.yml. Did you mean "production"? It has: staging, production.',
      ],
    ],
    ['a name of every object is none', two, 'constructor', [expect.stringContaining('4:1 unknown-target')]],
    [
      'a name where there are none',
      'region: eu',
      'staging',
      [expect.stringContaining('1:1 unknown-target: there is no target "staging" in helpcentre.yml. Add it under')],
    ],
  ])('%s', (_, text, target, expected) => {
    expect(chosen(text, target)).toEqual(expected);
  });
});

describe('what a target has to say', () => {
  const target = (lines: string) => chosen(`targets:\n  a: { ${lines} }\n`);
  test.each([
    ['workspace: abc', '"targets.a.tokenVariable" in helpcentre.yml: it is missing'],
    ['tokenVariable: TOKEN', '"targets.a.workspace" in helpcentre.yml: it is missing'],
    ['workspace: a b, tokenVariable: TOKEN', 'expected the id of a workspace'],
    ['workspace: abc, tokenVariable: dG9rOjEyMzQ1Njc4OQ==', 'the token itself belongs in no file'],
    ['workspace: abc, tokenVariable: token', 'expected the name of an environment variable in capitals'],
    ['workspace: abc, tokenVariable: TOKEN, region: uk', 'expected one of: us, eu, au'],
    ['workspace: abc, tokenVariable: TOKEN, token: x', 'unknown key "token"'],
    ['workspace: abc, tokenVariable: TOKEN, content: x', 'unknown key "content"'],
  ])('%s', (lines, expected) => {
    expect(JSON.stringify(target(lines))).toContain(JSON.stringify(expected).slice(1, -1));
  });

  test('two targets have neither a workspace nor a token in common', () => {
    const same = (workspace: string, variable: string) =>
      chosen(
        `targets:\n  a: { workspace: abc, tokenVariable: TOKEN }\n  b: { workspace: ${workspace}, tokenVariable: ${variable} }\n`,
      );
    expect(same('abc', 'OTHER')).toEqual([expect.stringMatching(/^3:19 bad-value.*"a" has the same workspace/)]);
    expect(same('def', 'TOKEN')).toEqual([expect.stringMatching(/"a" has the same variable/)]);
    expect(same('def', 'OTHER')).toEqual(expect.objectContaining({ target: undefined }));
  });

  test.each(['-x', 'a b', 'a/b', 'x.', '..', 'ü', 'a'.repeat(51)])('%s is no name', (name) => {
    const found = chosen(`targets:\n  "${name}": { workspace: abc, tokenVariable: TOKEN }\n`);
    expect(JSON.stringify(found)).toContain('expected a name of up to 50 letters');
  });
});
