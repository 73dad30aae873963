import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runIn } from '../kit/run-in.ts';

interface At {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What `check` says of some files, as `file:line:column code`. */
async function checked(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [file, text] of Object.entries({ 'helpcentre.yml': 'locale: en\n', ...files })) {
    await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
    await writeFile(path.join(dir, file), text);
  }
  const { stdout } = await runIn(dir, ['check', '--json']);
  const { problems } = JSON.parse(stdout) as {
    readonly problems: readonly {
      readonly code: string;
      readonly place: At;
      readonly places?: readonly At[];
    }[];
  };
  return problems
    .flatMap(({ code, place, places = [place] }) => places.map((at) => `${at.file}:${at.line}:${at.column} ${code}`))
    .sort();
}

it('emoji names and formulas in titles, descriptions and names of collections are said at their lines', async () => {
  const found = await checked({
    'content/a.md':
      '---\ntitle: "Launch :rocket:"\ndescription: About $x^2$.\ncollection: "Go :tada: > Deep"\nsection: "Well :+1:"\n---\n\nText.\n',
    'content/b/_collection.yml':
      'name: "News :tada:"\ndescription: "See [[Other]]"\ntranslations:\n  fr: { name: "Infos :tada:" }\n',
    'content/b/c.md': '---\ntitle: C\n---\n\nText.\n',
  });
  expect(found).toEqual([
    'content/a.md:2:1 emoji-name',
    'content/a.md:3:1 formula',
    'content/a.md:4:1 emoji-name',
    'content/a.md:5:1 emoji-name',
    'content/b/_collection.yml:1:1 emoji-name',
    'content/b/_collection.yml:2:1 foreign-markdown',
    'content/b/_collection.yml:4:3 emoji-name',
  ]);
});

it('there is no alarm for times, prices, drives and what stands in backticks', async () => {
  const found = await checked({
    'content/a.md':
      '---\ntitle: "10:30:45, C:\\\\x: $5 and $6, `:tada:`"\ndescription: "key:value:pair, a == b"\n---\n\nText.\n',
  });
  expect(found).toEqual([]);
});
