import { describe, expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** What `check` finds in a text: `line:column code`, counted from the text's own first line. */
async function found(body: string): Promise<readonly string[]> {
  const { dir } = await makeRepository({ 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
  const { problems } = JSON.parse((await runIn(dir, ['check', '--json'])).stdout);
  return problems.map(
    ({ code, place }: { code: string; place: { line: number; column: number } }) =>
      `${place.line - 3}:${place.column} ${code}`,
  );
}

describe('two brackets', () => {
  test('beside each other are text where no label is like it', async () => {
    expect(await found('- [Bug][API] fixed\n- `[a-z]`, [a-z][0-9]')).toEqual([]);
    expect(await found('- [Bug][API] fixed, see [terms][1].\n\n[1]: https://example.com')).toEqual([]);
  });

  test('are an undefined reference where one is nearly called so, at its place behind a break', async () => {
    const body = 'One<br>two\nthree [terms][tems].\n\n[terms]: https://example.com';
    expect(await found(body)).toEqual(['2:7 reference-undefined']);
  });
});

describe('a title on hovering', () => {
  test('is not lost where the text, or the name of the file, says the same', async () => {
    expect(
      await found('![Form setup](https://example.com/a.png "form-setup"), [Terms](https://example.com "terms")'),
    ).toEqual(['1:1 image-in-text']);
    expect(await found('![A screen](https://example.com/x-FindCases-en.png "FindCases")')).toEqual([]);
    expect(await found('![new realm](https://example.com/1.png "screenshot: create new realm")')).toEqual([
      '1:1 title-lost',
    ]);
    expect(await found('![create realm](https://example.com/1.png "Screenshot of the realm 1")')).toEqual([
      '1:1 title-lost',
    ]);
    expect(await found('![create realm](https://example.com/1.png "screenshot realm 1")')).toEqual([]);
    expect(await found('[notes](https://wiki.example.com/Importing+Data "Wiki - Importing data")')).toEqual([]);
    expect(await found('![A](https://example.com/x.png "Press Save")')).toEqual(['1:1 title-lost']);
    expect(await found('[Terms](https://example.com "Updated in May")')).toEqual(['1:1 title-lost']);
  });
});

describe('what ends something that is not known', () => {
  test('is not said again', async () => {
    expect(await found(':::note\n\nText.\n\n:::')).toEqual(['1:1 directive-unknown']);
    expect(await found('::::note\n\n:::tip\n\nText.\n\n:::\n\n::::')).toEqual([
      '1:1 directive-unknown',
      '3:1 directive-unknown',
    ]);
    expect(await found('<Note>\n\nText.\n\n</Note>')).toEqual(['1:1 not-html']);
  });

  test('is said where it ends nothing', async () => {
    expect(await found('Text.\n\n:::')).toEqual(['3:1 directive-stray']);
    expect(await found(':::note\n\nText.\n\n:::\n\n- a\n  :::')).toEqual([
      '1:1 directive-unknown',
      '8:3 directive-stray',
    ]);
    expect(await found('Text.\n\n</Note>')).toEqual(['3:1 not-html']);
  });
});

test('a picture in a sentence is an image in a sentence, and by itself it is not', async () => {
  const picture = '<picture><source srcset="https://example.com/d.png"><img src="https://example.com/a.png"></picture>';
  expect(await found(`Press ${picture} now.`)).toEqual(['1:7 image-in-text']);
  expect(await found(picture)).toEqual([]);
});

test('a description without a value is none, of an article and of a collection', async () => {
  const { dir } = await makeRepository({
    'content/b/a.md': '---\ntitle: A\ndescription:\n---\nText.\n',
    'content/b/_collection.yml': 'name: B\ndescription:\n',
  });
  expect(await runIn(dir, ['check'])).toMatchObject({ code: 0, stdout: '1 source: no problems\n' });
});
