import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { HeardAnswer } from '../../src/model/host.ts';
import { isAnsweredAsBefore, type Question, questionOf } from '../../src/replay/asked-again.ts';

const env = { TOKEN: 'secret-token', OTHER: 'another' };
const heard = (more: Partial<HeardAnswer>): HeardAnswer => ({
  ...{ method: 'GET', url: 'http://127.0.0.1/', tokenVariable: 'TOKEN', status: 200, body: Buffer.from('{}') },
  headers: { authorization: 'Bearer secret-token', accept: 'application/json' },
  ...more,
});

test('a question is kept without its token', () => {
  const question = questionOf(heard({}), env);
  expect(question?.headers).toEqual({ accept: 'application/json' });
  expect(JSON.stringify(question)).not.toContain('secret-token');
});

test.each([
  ['writes', { method: 'POST' }],
  ['was refused', { status: 404 }],
  ['was sent with a token from elsewhere', { headers: { authorization: 'Bearer typed' } }],
  ['was sent with the token of another variable', { tokenVariable: 'OTHER' }],
] as const)('what %s cannot be asked again', (_, more) => {
  expect(questionOf(heard(more), env)).toBeNull();
});

/** A server that answers every path with what it was told to, and notes what it was asked. */
async function answering(answers: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const told = new Map(Object.entries(answers));
  let status = 200;
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization} ${request.headers['accept']}`);
    response.writeHead(status).end(told.get(request.url ?? '') ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => server.close(resolve));
  onTestFinished(async () => void (await close()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const questions = [...told].map(([path, text]) => {
    const question = questionOf(heard({ url: url + path, body: Buffer.from(text) }), env);
    if (question === null) throw new Error('no question');
    return question;
  });
  const answerWith = (code: number): void => {
    status = code;
  };
  return { asked, told, questions, answerWith, close };
}

const pages = Object.fromEntries(Array.from({ length: 20 }, (_, page) => [`/articles?page=${page}`, `text ${page}`]));

test('the same answers are known again, each asked for once, with the token', async () => {
  const { asked, questions } = await answering(pages);
  expect(await isAnsweredAsBefore(questions, env)).toBe(true);
  expect([...asked].sort()).toEqual(
    Object.keys(pages)
      .map((path) => `${path} Bearer secret-token application/json`)
      .sort(),
  );
});

test('after an answer that is another, hardly anything more is asked', async () => {
  const { asked, told, questions } = await answering(pages);
  told.set('/articles?page=0', 'text x');
  expect(await isAnsweredAsBefore(questions, env)).toBe(false);
  expect(asked.length).toBeLessThanOrEqual(8);
});

test.each([
  ['the status is another', async ({ answerWith }: Scene) => answerWith(500)],
  ['nobody answers', ({ close }: Scene) => close()],
] as const)('%s: not as before', async (_, happen) => {
  const scene = await answering({ '/me': '{}' });
  await happen(scene);
  expect(await isAnsweredAsBefore(scene.questions, env)).toBe(false);
});

type Scene = Awaited<ReturnType<typeof answering>>;

test('nothing was asked: nothing is asked', async () => {
  const none: readonly Question[] = [];
  expect(await isAnsweredAsBefore(none, env)).toBe(true);
});
