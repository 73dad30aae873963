import { once } from 'node:events';
import { request as open } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';

let sandbox: Sandbox;
afterEach(() => sandbox.close());

/** Sends pieces, in chunks, until there is an answer; says how many bytes were taken. */
async function pour(path: string, headers: Record<string, string> = {}) {
  const sending = open(`${sandbox.url}${path}`, {
    method: 'POST',
    headers: { 'transfer-encoding': 'chunked', ...headers },
  });
  sending.on('error', () => undefined);
  const answered = once(sending, 'response');
  let isAnswered = false;
  void answered.then(() => {
    isAnswered = true;
  });
  let sent = 0;
  while (!isAnswered && sent < 400e6) {
    if (!sending.write(Buffer.alloc(1e6, 'a'))) await Promise.race([once(sending, 'drain'), answered]);
    sent += 1e6;
  }
  const [response] = await answered;
  const pieces: Buffer[] = [];
  response.on('error', () => undefined);
  response.on('data', (piece: Buffer) => pieces.push(piece));
  await Promise.race([once(response, 'end'), once(response, 'close')]);
  sending.destroy();
  return { status: response.statusCode as number, text: Buffer.concat(pieces).toString(), sent };
}

describe('a request body without end', () => {
  it('is refused by the API with a sentence, and not read any further', async () => {
    sandbox = await startSandbox({ dir: null });
    const { status, text, sent } = await pour('/articles', { authorization: `Bearer ${sandbox.token}` });
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ code: 'request_entity_too_large' }] });
    expect(sent).toBeLessThan(100e6);
    expect((await fetch(`${sandbox.url}/me`, { headers: { authorization: `Bearer ${sandbox.token}` } })).status).toBe(
      200,
    );
  });

  it('is refused by the API where it says how long it is, before it comes', async () => {
    sandbox = await startSandbox({ dir: null });
    const headers = { authorization: `Bearer ${sandbox.token}`, 'content-length': '30000000' };
    const sending = open(`${sandbox.url}/articles`, { method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.write('{');
    const [response] = await once(sending, 'response');
    expect(response.statusCode).toBe(413);
    sending.destroy();
  });

  it('is refused by the pages too', async () => {
    sandbox = await startSandbox({ dir: null });
    const created = await fetch(`${sandbox.url}/articles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'T', author_id: Number((await me()).id) }),
    });
    const { id } = (await created.json()) as { id: string };
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status, sent } = await pour(`/workspace/articles/${id}`, form);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(100e6);
  });
});

async function me(): Promise<{ id: string }> {
  const answer = await fetch(`${sandbox.url}/me`, { headers: { authorization: `Bearer ${sandbox.token}` } });
  return (await answer.json()) as { id: string };
}
