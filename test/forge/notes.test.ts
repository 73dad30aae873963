import { Agent } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connectForge, type ForgeOptions } from '../../src/forge/client.ts';
import { ForgeError } from '../../src/forge/forge-error.ts';
import { mergeRequestIn } from '../../src/forge/merge-request.ts';
import { keepNote } from '../../src/forge/notes.ts';
import { type ForgeStandIn, startForge } from '../kit/forge-stand-in.ts';

const gitlabEnv = { CI_MERGE_REQUEST_IID: '3', CI_MERGE_REQUEST_PROJECT_ID: '7', CI_COMMIT_SHA: 'abc' };
const bitbucketEnv = { BITBUCKET_PR_ID: '3', BITBUCKET_REPO_FULL_NAME: 'acme/help', BITBUCKET_COMMIT: 'abc' };
const environments = { GitLab: gitlabEnv, Bitbucket: bitbucketEnv };
const marker = '<!-- ours -->';

function connect(api: string, more: Partial<ForgeOptions> = {}) {
  const dispatcher = new Agent({ connections: 1 });
  onTestFinished(() => dispatcher.close());
  const { signal } = new AbortController();
  return connectForge({ api, token: 'secret-of-ours', userAgent: 'test', dispatcher, signal, pause: 1, ...more });
}

async function scene(name: 'GitLab' | 'Bitbucket') {
  const stand = await startForge(name);
  stand.tokens.set('secret-of-ours', 'bot');
  const request = mergeRequestIn(environments[name]);
  if (request === null) throw new Error('It is a merge request');
  const keep = (text: string) => keepNote(connect(stand.url), request, marker, `${marker}\n${text}`);
  return { stand, keep, request };
}

const texts = ({ notes }: ForgeStandIn) => notes.map(({ author, body }) => `${author}: ${body.split('\n').at(-1)}`);

describe.each(['GitLab', 'Bitbucket'] as const)('%s', (name) => {
  test('has one note, which is written, changed and left as it is', async () => {
    const { stand, keep } = await scene(name);
    expect([await keep('one'), await keep('two'), await keep('two')]).toEqual(['created', 'updated', 'unchanged']);
    expect(texts(stand)).toEqual(['bot: two']);
    expect(stand.breaches).toEqual([]);
  });

  test("writes over nobody else's words, whatever marker they begin with", async () => {
    const { stand, keep } = await scene(name);
    stand.notes.push({ id: 1, author: 'mallory', body: `${marker}\nmine` });
    stand.notes.push({ id: 2, author: name === 'GitLab' ? 'system' : 'deleted', body: `${marker}\ngone` });
    expect([await keep('one'), await keep('two')]).toEqual(['created', 'updated']);
    expect(texts(stand)).toEqual(['mallory: mine', expect.anything(), 'bot: two']);
  });

  test('finds its note behind hundreds of others, and sends the token to no address of an answer', async () => {
    const { stand, keep } = await scene(name);
    for (let id = 1; id <= 250; id += 1) stand.notes.push({ id, author: 'wren', body: `Note ${id}` });
    stand.notes.push({ id: 251, author: 'bot', body: `${marker}\none` });
    expect(await keep('two')).toBe('updated');
    expect(stand.notes).toHaveLength(251);
    expect(stand.asked.filter((asked) => asked.startsWith('GET') && !asked.endsWith('/user'))).toHaveLength(3);
    expect(stand.breaches).toEqual([]);
  });

  test('asks again where that is harmless, and writes a new note once', async () => {
    const { stand, keep } = await scene(name);
    stand.faults.push({ verb: 'GET', status: 503 }, { verb: 'POST', status: 502 });
    await expect(keep('one')).rejects.toThrow('502');
    expect(stand.notes).toEqual([]);
    expect(await keep('one')).toBe('created');
    stand.faults.push({ verb: 'PUT', status: 503 }, { verb: 'PUT', status: 429 });
    expect(await keep('two')).toBe('updated');
    expect(stand.asked.filter((asked) => asked.startsWith('POST'))).toHaveLength(2);
  });
});

test('a forge that refuses says why, and never says the token', async () => {
  const { stand, keep } = await scene('GitLab');
  stand.tokens.clear();
  const error = await keep('one').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ForgeError);
  expect(error).toMatchObject({ status: 401, message: '401 ("401 Not allowed")' });
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret-of-ours');
});

test.each([
  'http://gitlab.example.com/api/v4',
  'https://user:password@gitlab.example.com/api/v4',
  'https://gitlab.example.com/api/v4?x',
  'file:///etc/passwd',
  'nothing',
])('the token is not sent to %s', (api) => {
  expect(() => connect(api)).toThrow('not an https address');
});

describe('the merge request of a pipeline', () => {
  test('is known by predefined variables alone', () => {
    expect(mergeRequestIn({})).toBeNull();
    expect(mergeRequestIn({ CI_MERGE_REQUEST_IID: '3/../../4', CI_MERGE_REQUEST_PROJECT_ID: '7' })).toBeNull();
    expect(mergeRequestIn({ ...bitbucketEnv, BITBUCKET_REPO_FULL_NAME: '../user' })).toBeNull();
    expect(mergeRequestIn({ ...bitbucketEnv, BITBUCKET_REPO_FULL_NAME: 'a/b/c' })).toBeNull();
    expect(mergeRequestIn({ ...gitlabEnv, CI_API_V4_URL: 'https://git.example.com/api/v4/' })).toMatchObject({
      api: 'https://git.example.com/api/v4',
      notes: '/projects/7/merge_requests/3/notes',
      isFork: false,
    });
    expect(mergeRequestIn(bitbucketEnv)).toMatchObject({ notes: '/repositories/acme/help/pullrequests/3/comments' });
  });

  test('comes from a fork where its source is another project', () => {
    expect(mergeRequestIn({ ...gitlabEnv, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '8' })?.isFork).toBe(true);
    expect(mergeRequestIn({ ...gitlabEnv, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7' })?.isFork).toBe(false);
  });
});
