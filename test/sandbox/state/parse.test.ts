import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseState } from '../../../src/sandbox/state/parse.ts';
import { printState } from '../../../src/sandbox/state/print.ts';
import { oneIn } from '../../kit/depth.ts';
import { testBed } from '../start.ts';

/** The file of a workspace that has something in many tables, texts with line breaks and quotes among it. */
async function stateOf(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-state-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const bed = await testBed({ dir });
  const { id } = await bed.collection({ name: 'A "collection"' });
  for (const title of ['One', 'Two', 'Three ’ “', '"id": [', '},{', ']}']) {
    const article = await bed.article({
      title,
      body: `<p>${title}</p>\n<pre><code>{"format": 1,\n]}</code></pre>`,
      parent_id: id,
    });
    await bed.put(`/articles/${article.id}`, { body: `<p>${title} again</p>` });
  }
  await bed.sandbox.close();
  return readFile(path.join(dir, 'state.json'), 'utf8');
}

/** In pieces that end anywhere, within a letter too. */
const parsed = (text: string) => {
  const bytes = Buffer.from(text);
  const ends = Array.from({ length: Math.ceil(bytes.length / 97) }, (_, index) => index * 97);
  return parseState(ends.map((at) => bytes.subarray(at, at + 97)));
};
const printed = (text: string): string => [...printState(parsed(text))].join('');

describe('a state file', () => {
  test('comes round, read line by line or as one value', async () => {
    const text = await stateOf();
    expect(printed(text)).toBe(text);
    expect(printed(JSON.stringify(JSON.parse(text)))).toBe(text);
    expect(printed(JSON.stringify(JSON.parse(text), null, 2))).toBe(text);
    expect(printed(text.replaceAll('\n', '\r\n'))).toBe(text);
  });

  test('that was written by an older sandbox has what came later as empty tables', async () => {
    const { audiences: _, snippets: __, ...older } = JSON.parse(await stateOf()) as Record<string, unknown>;
    expect([parsed(JSON.stringify(older)).audiences.size, parsed(JSON.stringify(older)).snippets.size]).toEqual([0, 0]);
  });

  test('that is cut off, or has a line too much or too few, is refused or is the same JSON', async () => {
    const text = await stateOf();
    const lines = text.split(/(?<=\n)/);
    for (const at of lines.keys()) {
      expect(() => parsed(lines.slice(0, at).join('')), `cut before line ${at}`).toThrow();
      const less = lines.toSpliced(at, 1).join('');
      // A record fewer, or an empty table, is a whole file still; of anything else nothing is guessed.
      if (isJson(less) && lines[at]?.startsWith('{') === true) expect(printed(less)).toBe(less);
      else if (!isJson(less)) expect(() => parsed(less), `without line ${at}`).toThrow();
      expect(() => parsed(lines.toSpliced(at, 0, 'nonsense\n').join('')), `nonsense before ${at}`).toThrow();
    }
  });

  test('is taken line by line only where it is taken as one value too', async () => {
    const text = await stateOf();
    const around = [...text.matchAll(/[\n[\]{},:]/g)].map(({ index }) => index);
    const damaged = oneIn(3, around).map((at) => text.slice(0, at) + text.slice(at + 1));
    const lines = text.split(/(?<=\n)/);
    for (const [at, line] of lines.entries()) {
      damaged.push(lines.toSpliced(at, 1).join(''), lines.toSpliced(at, 0, line).join(''));
    }
    for (const one of damaged) {
      // With a blank in front it is none of ours, and read as one value.
      const whole = outcome(() => printed(` ${one}`));
      expect(
        outcome(() => printed(one)),
        one.slice(0, 200),
      ).toBe(whole);
    }
  });

  test('whose record is of no known shape says so', async () => {
    const text = (await stateOf()).replace('"parentIds":[', '"parentIds":["x",');
    expect(() => parsed(text)).toThrow(/parentIds/);
  });
});

/** What reading comes to; why not is said in other words each time. */
function outcome(read: () => string): string {
  try {
    return read();
  } catch {
    return 'refused';
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
