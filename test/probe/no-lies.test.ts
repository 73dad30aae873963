import { expect, onTestFinished, test } from 'vitest';
import { createWorkbench } from '../../src/intercom/index.ts';
import { observedQuirks, type QuirkName } from '../../src/model/quirks.ts';
import type { Question, Reply, Workbench } from '../../src/model/workbench.ts';
import { IntercomError } from '../../src/model/workspace.ts';
import { type Probed, probe } from '../../src/probe/probe.ts';
import type { Notes, Thing } from '../../src/probe/things.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { inventHost } from '../kit/run-in.ts';

/** What becomes of a question besides what the sandbox would answer. */
type Twist = (question: Question, answer: () => Promise<Reply>) => Promise<Reply>;

const quirks = { ...observedQuirks, largestBody: 20_000 };

/** Probes a sandbox whose answers are not what they should be. */
async function probed(twist: Twist): Promise<Probed> {
  const sandbox = await startSandbox({ dir: null, version: '2.16', quirks });
  onTestFinished(() => sandbox.close());
  const { host } = inventHost('/', {});
  const workbench = createWorkbench({
    ...{ ...host, token: 'sandbox', baseUrl: sandbox.url, region: 'us', version: '2.16', concurrency: 1 },
    onExchange: () => undefined,
  });
  onTestFinished(() => workbench.close());
  const twisted: Workbench = {
    ...workbench,
    ask: (question) => twist(question, () => workbench.ask(question)),
  };
  const me = (await (await fetch(`${sandbox.url}/me`, { headers: { authorization: 'Bearer sandbox' } })).json()) as {
    id: string;
  };
  return probe({ workbench: twisted, notes: inMemory(), owner: me.id, mark: 'aaaaaaaaaaaa', now: 1e9, pictures: [] });
}

function inMemory(): Notes {
  let things: readonly Thing[] = [];
  return {
    get things() {
      return things;
    },
    async add(thing) {
      things = [...things, thing];
    },
    async known(name, id) {
      things = things.map((one) => (one.name === name ? { ...one, id } : one));
    },
    async drop(name) {
      things = things.filter((one) => one.name !== name);
    },
  };
}

const said = (status: number): IntercomError =>
  new IntercomError({
    ...{ method: 'PUT', path: '/', status, code: 'x', requestId: null, detail: 'no', message: `${status}` },
  });
const refused = (status: number): Reply => ({
  kind: 'refused',
  ...{ status, words: 'no', json: {}, error: said(status) },
});
const isBody = ({ verb, body }: Question): boolean => verb === 'PUT' && body?.body !== undefined;
const without = (reply: Reply, field: string): Reply =>
  reply.kind === 'taken' ? { ...reply, json: { ...(reply.json as object), [field]: undefined } } : reply;
/** From the nth that fits on. */
const from = (first: number, fits: (question: Question) => boolean, then: Twist): Twist => {
  let met = 0;
  return (question, answer) => {
    if (fits(question)) met += 1;
    return fits(question) && met >= first ? then(question, answer) : answer();
  };
};

test.each<[string, Twist]>([
  ['the draft is gone from the first write on', from(1, isBody, async () => refused(404))],
  ['the draft is gone from the third write on', from(3, isBody, async () => refused(404))],
  [
    'writing is forbidden',
    from(
      2,
      ({ verb }) => verb === 'PUT',
      async () => refused(403),
    ),
  ],
  ['every body is refused', from(1, isBody, async () => refused(400))],
  ['answers have no body', from(1, isBody, async (_, answer) => without(await answer(), 'body'))],
  [
    'answers have no parents',
    from(
      1,
      ({ verb }) => verb === 'PUT',
      async (_, answer) => without(await answer(), 'parent_ids'),
    ),
  ],
  [
    'collections may not be deleted',
    from(
      1,
      ({ verb, path }) => verb === 'DELETE' && path.includes('collections'),
      async () => refused(403),
    ),
  ],
  [
    'a large body breaks the server',
    from(
      1,
      ({ body }) => String(body?.body).length > 20_000,
      async () => Promise.reject(said(500)),
    ),
  ],
  [
    'tags break the server',
    from(
      1,
      ({ path }) => path.includes('tags'),
      async () => Promise.reject(said(500)),
    ),
  ],
  [
    'languages are refused',
    from(
      1,
      ({ body }) => body?.translated_content !== undefined,
      async () => refused(404),
    ),
  ],
])('%s: what is answered is so', async (_, twist) => {
  const { answers } = await probed(twist);
  const { largestBody, ...others } = answers;
  expect(others).toEqual(Object.fromEntries(Object.keys(others).map((name) => [name, quirks[name as QuirkName]])));
  expect([undefined, 16_384]).toContain(largestBody);
});

test.each([
  ['the create', 'POST'],
  ['a write', 'PUT'],
])('nothing more is asked where %s published the draft', async (_, verb) => {
  const asked: string[] = [];
  const published: Twist = async (question, answer) => {
    const reply = await answer();
    asked.push(question.verb);
    const isIt = question.verb === verb && question.path.startsWith('/articles') && reply.kind === 'taken';
    return isIt ? { ...reply, json: { ...(reply.json as object), state: 'published' } } : reply;
  };
  await expect(probed(published)).rejects.toMatchObject({ code: 'published' });
  expect(asked.at(-1)).toBe(verb);
});
