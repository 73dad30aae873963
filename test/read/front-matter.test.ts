import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flavours } from '../../src/flavour/flavours.ts';
import type { SourceFields } from '../../src/model/repository.ts';
import type { Settings } from '../../src/model/settings.ts';
import { readFrontMatter } from '../../src/read/front-matter.ts';

const noRules: Settings['frontMatter'] = { ignore: [], rename: {} };

function readOk(text: string, rules = noRules) {
  const found = readFrontMatter(text, 'a.md', rules);
  if (!found.ok) throw new Error(found.problems.map((one) => one.message).join('\n'));
  return found.frontMatter;
}

/** `line:column code: message` of each problem, and the help where it is a suggestion. */
function mistakesOf(text: string, rules = noRules): readonly string[] {
  const found = readFrontMatter(text, 'a.md', rules);
  if (found.ok) return [];
  return found.problems.map((one) => {
    expect(one.place?.file).toBe('a.md');
    const help = one.help.startsWith('Did you mean') ? ` → ${one.help}` : '';
    return `${one.place?.line}:${one.place?.column} ${one.code}: ${one.message}${help}`;
  });
}

test('a key that is not published may be ignored', () => {
  const rules = { ...noRules, ignore: ['redirectFrom'] };
  expect(readOk('---\ntitle: a\nredirectFrom: [b]\n---\n', rules).fields).toEqual({ title: 'a' });
});

test('tags are names, whose numbers may be ids, and can be left to another tool', () => {
  const text = '---\ntitle: a\ntags: [b, 12]\n---\n';
  expect(readOk(text).fields).toEqual({ title: 'a', tags: ['b', '12'] });
  expect(readOk(text, { ...noRules, ignore: ['tags'] }).fields).toEqual({ title: 'a' });
});

describe('a language other than YAML is refused, and nothing runs', () => {
  const code = `globalThis.frontMatterRan = true;\nrequire('node:fs').writeFileSync('front-matter-ran', '');\n({ title: 'x' })`;
  test.each([
    ['js', 4],
    ['javascript', 4],
    [' js', 5],
    ['JS', 4],
    ['json', 4],
    ['json5', 4],
    ['coffee', 4],
    ['toml', 4],
    ['constructor', 4],
    ['__proto__', 4],
    ['hasOwnProperty', 4],
    ['yaml js', 4],
    ['\tjs', 5],
    ['js ', 4],
    ['\u00a0js', 5],
    ['#js', 4],
    [' title: x', 5],
  ])('---%s', (tag, column) => {
    for (const body of [code, 'title: x', '{"title": "x"}']) {
      expect(mistakesOf(`---${tag}\n${body}\n---\ntext\n`)).toEqual([
        `1:${column} front-matter-language: front matter in "${tag.trim()}" is not read and never run: only YAML is`,
      ]);
    }
    expect(globalThis).not.toHaveProperty('frontMatterRan');
  });

  test.each(['yaml', 'yml', ' YAML', 'Yml '])('---%s is YAML', (tag) => {
    expect(readOk(`---${tag}\ntitle: x\n---\ntext\n`).fields).toEqual({ title: 'x' });
  });

  test('a tag of a program inside YAML does not run either', () => {
    expect(mistakesOf('---\ntitle: !!js/function "function () { globalThis.frontMatterRan = true }"\n---\n')).toEqual([
      '2:8 yaml-syntax: not valid YAML: tags such as !name are not read',
    ]);
    expect(globalThis).not.toHaveProperty('frontMatterRan');
  });
});

describe('where front matter ends', () => {
  test.each([
    ['no front matter', '# hi\n', {}, '# hi\n', 1],
    ['nothing at all', '', {}, '', 1],
    ['a rule further down', '\n---\n\ntext\n---\n', {}, '\n---\n\ntext\n---\n', 1],
    ['a line of more dashes', '----\ntitle: x\n----\n', {}, '----\ntitle: x\n----\n', 1],
    ['empty front matter', '---\n---\ntext', {}, '\n\ntext', 3],
    ['blank front matter', '---\n\n---\ntext', {}, '\n\n\ntext', 4],
    ['a comment', '---\n# nothing\n---\ntext', {}, '\n\n\ntext', 4],
    ['front matter alone', '---\ntitle: x\n---', { title: 'x' }, '\n\n', 3],
    ['rules in the body', '---\ntitle: x\n---\na\n\n---\n\nb\n---\n', { title: 'x' }, '\n\n\na\n\n---\n\nb\n---\n', 4],
    ['a second fence', '---\n---\n---\ntext', {}, '\n\n---\ntext', 3],
    ['blanks behind a fence', '--- \ntitle: x\n---\t\ntext', { title: 'x' }, '\n\n\ntext', 4],
    [
      'a fence inside a value',
      '---\ntitle: |\n  a\n  ---\n  b\n---\ntext',
      { title: 'a --- b' },
      '\n\n\n\n\n\ntext',
      7,
    ],
    [
      'a line separator in a value',
      '---\ntitle: "a\u2028---\u2028b"\n---\ntext',
      { title: 'a\u2028---\u2028b' },
      '\n\n\ntext',
      4,
    ],
  ])('%s', (_, text, fields, body, bodyLine) => {
    expect(readOk(text)).toMatchObject({ fields, body, bodyLine });
  });

  test.each([
    '---',
    '---\n',
    '---\ntitle: x\n\ntext',
    '---\ntitle: x\n----\n',
    '---\ntitle: x\n---text\n',
    '---\ntitle: x\n ---\n',
    '---\ntitle: x\n...\ntext',
  ])('%j is never closed', (text) => {
    expect(mistakesOf(text)).toEqual([
      '1:1 front-matter-not-closed: front matter is opened with "---" and never closed',
    ]);
  });

  test('whatever follows keeps its line and column', () => {
    const line = fc.stringMatching(/^[a-z#\-*: ]{0,8}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.array(line, { maxLength: 8 }), (comments, lines) => {
        const text = ['---', ...comments.map((one) => `# ${one}`), 'title: x', '---', ...lines].join('\n');
        const { body, bodyLine } = readOk(text);
        const written = text.split('\n');
        const kept = body.split('\n');
        expect(kept.length).toBe(written.length);
        expect(kept).toEqual(written.map((one, index) => (index < comments.length + 3 ? '' : one)));
        if (lines.length > 0) expect(bodyLine).toBe(comments.length + 4);
      }),
    );
  });
});

test.each<[string, SourceFields]>([
  ['title: 012', { title: '012' }],
  ['title: 1.10', { title: '1.10' }],
  ['title: 1e3', { title: '1e3' }],
  ['title: 12:30', { title: '12:30' }],
  ['title: 2020-01-01', { title: '2020-01-01' }],
  ['title: yes', { title: 'yes' }],
  ['title: "  a  "', { title: 'a' }],
  ['title: >\n  a\n  b', { title: 'a b' }],
  ['title: |\n  a\n  b', { title: 'a b' }],
  ['title: "null"', { title: 'null' }],
  ['description: ""', { description: '' }],
  ['collection: Billing', { collection: ['Billing'] }],
  ['collection: Billing > Invoices', { collection: ['Billing', 'Invoices'] }],
  ['collection: [Billing, 2024]', { collection: ['Billing', '2024'] }],
  ['collection: 2024', { collection: ['2024'] }],
  ['section: 2024', { section: '2024' }],
  ['state: draft', { state: 'draft' }],
  ['draft: true', { state: 'draft' }],
  ['draft: false', { state: 'published' }],
  ['author: 123', { author: '123' }],
  ['id: 15009700', { id: '15009700' }],
  ['id: "15009700"', { id: '15009700' }],
  ['id: 12345678901234567890', { id: '12345678901234567890' }],
  ['sync: false', { sync: false }],
  ['title: &t x\ndescription: *t', { title: 'x', description: 'x' }],
])('%s is read', (yaml, fields) => {
  expect(readOk(`---\n${yaml}\n---\n`).fields).toEqual(fields);
});

const anId = '2:5 bad-value: "id" in front matter: expected the number of an article';
const aTrail = '2:13 bad-value: "collection" in front matter: expected a name, "Name > Section", or a list of names';

test.each<[string, readonly string[]]>([
  ['- a', ['2:1 front-matter-shape: front matter is not a list of "key: value" lines']],
  ['hello', ['2:1 front-matter-shape: front matter is not a list of "key: value" lines']],
  ['12', ['2:1 front-matter-shape: front matter is not a list of "key: value" lines']],
  ['title: a\nstate: draft\ntitle: b', ['4:1 key-twice: "title" appears twice (first on line 2)']],
  ['titel: a', ['2:1 unknown-key: unknown key "titel" in front matter → Did you mean "title"?']],
  ['  title: a\n  sections: b', ['3:3 unknown-key: unknown key "sections" in front matter → Did you mean "section"?']],
  ['audiences: a', ['2:12 bad-value: "audiences" in front matter: expected a list of names']],
  ['tags: [" "]', ['2:8 bad-value: "tags, item 1" in front matter: expected a name']],
  ['fin: { agent: true }', ['2:8 unknown-key: unknown key "agent" in "fin" of front matter']],
  ['fin: { sales: on }', ['2:15 bad-value: "fin.sales" in front matter: expected true or false']],
  ['redirectFrom: /a', ['2:15 bad-value: "redirectFrom" in front matter: expected a list of addresses']],
  [
    'redirectFrom: [/a, b]',
    [
      '2:20 bad-value: "redirectFrom, item 2" in front matter: expected an address of the help centre, such as /en/articles/12-old-title',
    ],
  ],
  ['__proto__: {title: x}', ['2:1 unknown-key: unknown key "__proto__" in front matter']],
  ['title: true', ['2:8 bad-value: "title" in front matter: expected text; put it in quotes']],
  ['title:', ['2:7 bad-value: "title" in front matter: expected text']],
  ['title: ""', ['2:8 bad-value: "title" in front matter: expected text']],
  ['title: [a]', ['2:8 bad-value: "title" in front matter: expected text']],
  [
    'title: *Note* this',
    ['2:15 yaml-syntax: not valid YAML: something follows the end of a value; put the value in quotes'],
  ],
  ['title: Note: this', ['2:8 yaml-syntax: not valid YAML: a value with ": " in it needs quotes']],
  ['collection: ""', ['2:13 bad-value: "collection" in front matter: expected a name']],
  ['collection: "A > "', ['2:13 bad-value: "collection" in front matter: expected a name']],
  ['collection: []', ['2:13 bad-value: "collection" in front matter: expected a name']],
  ['collection: {a: b}', [aTrail]],
  ['collection: [A, [B]]', [aTrail]],
  ['section: " "', ['2:10 bad-value: "section" in front matter: expected a name']],
  [
    'state: Published',
    ['2:8 bad-value: "state" in front matter: expected published or draft → Did you mean "published"?'],
  ],
  ['draft: yes', ['2:8 bad-value: "draft" in front matter: expected true or false']],
  [
    'state: draft\ndraft: true',
    ['3:1 bad-value: "draft" in front matter: "state" is given too; keep only one of them'],
  ],
  ['author: ""', ['2:9 bad-value: "author" in front matter: expected an e-mail or id']],
  ['id: 0', [anId]],
  ['id: 0012', [anId]],
  ['id: 0x10', [anId]],
  ['id: 1e3', [anId]],
  ['id: -1', [anId]],
  ['id: abc', [anId]],
  ['sync: no', ['2:7 bad-value: "sync" in front matter: expected true or false']],
  [
    'titel: a\nstate: live\nid: x',
    [
      '3:8 bad-value: "state" in front matter: expected published or draft',
      '4:5 bad-value: "id" in front matter: expected the number of an article',
      '2:1 unknown-key: unknown key "titel" in front matter → Did you mean "title"?',
    ],
  ],
  [
    'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: &e [*d, *d]\nf: &f [*e, *e]\ng: [*f, *f]',
    ['3:8 yaml-syntax: not valid YAML: "*a" and the like multiply without end'],
  ],
])('%s is named with its place', (yaml, problems) => {
  expect(mistakesOf(`---\n${yaml}\n---\ntext\n`)).toEqual(problems);
});

test.each([
  'layout: a',
  'constructor: x',
  'date: 2026-01-01',
  'slug: a',
  'weight: 3',
  'type: a',
  'type: external',
  'name: a',
  'lang: en',
])("%s is no mistake, for it is another tool's", (yaml) => {
  const read = readFrontMatter(`---\n${yaml}\n---\ntext\n`, 'content/a.md', { ignore: [], rename: {} });
  expect(read).toMatchObject({ ok: true, unknown: [{ key: yaml.split(':')[0], place: { line: 2, column: 1 } }] });
});

test.each(['interal', 'Internal', 'snippets', 'pubic', '[internal]', 'content snippet'])(
  'type: %s is a mistake, so that nothing for teammates is shown to readers',
  (type) => {
    for (const flavour of [undefined, flavours.hugo]) {
      const read = readFrontMatter(
        `---\ntype: ${type}\n---\ntext\n`,
        'content/a.md',
        { ignore: [], rename: {} },
        flavour,
      );
      expect(read).toMatchObject({ ok: false, problems: [{ code: 'bad-value', place: { line: 2, column: 7 } }] });
    }
  },
);

test.each(['types: internal', 'TYPE: snippet', 'tpye: [internal]'])('%s is a mistake too', (yaml) => {
  expect(mistakesOf(`---\n${yaml}\n---\ntext\n`)).toMatchObject([expect.stringContaining('2:1 unknown-key')]);
});

test('owner of another tool is its own, unless the type is ours', () => {
  const fieldsOf = (yaml: string) =>
    readFrontMatter(`---\n${yaml}\n---\ntext\n`, 'content/a.md', { ignore: [], rename: {} }, flavours.hugo);
  const owned = (read: ReturnType<typeof fieldsOf>) => read.ok && read.frontMatter.fields.owner;
  expect(owned(fieldsOf('type: docs\nowner: ada@example.com'))).toBe(undefined);
  expect(owned(fieldsOf('type: internal\nowner: ada@example.com'))).toBe('ada@example.com');
});

describe('keys of another tool', () => {
  const rename = (pairs: Record<string, string>): Settings['frontMatter'] => ({ ignore: [], rename: pairs });

  test('are left out, or read under our names, with the place of what was written', () => {
    const rules = { ignore: ['layout', 'tags'], rename: { heading: 'title' } };
    const { fields, places } = readOk('---\nlayout: [x]\nheading: a\ntags: {b: c}\n---\n', rules);
    expect(fields).toEqual({ title: 'a' });
    expect(places).toEqual({ title: { file: 'a.md', line: 3, column: 1, endLine: 3, endColumn: 8 } });
  });

  test('a mistake in a renamed key is named where it stands', () => {
    expect(mistakesOf('---\nheading: [a]\n---\n', rename({ heading: 'title' }))).toEqual([
      '2:10 bad-value: "title" in front matter: expected text',
    ]);
  });

  test('two keys may change names', () => {
    const rules = rename({ title: 'description', description: 'title' });
    expect(readOk('---\ntitle: D\ndescription: T\n---\n', rules).fields).toEqual({ title: 'T', description: 'D' });
  });

  test.each([
    [
      'onto a key below',
      'heading: a\ntitle: b',
      rename({ heading: 'title' }),
      '3:1 bad-value: "title" in front matter: "heading" also means "title"',
    ],
    [
      'onto a key above',
      'title: b\nheading: a',
      rename({ heading: 'title' }),
      '3:1 bad-value: "heading" in front matter: it is read as "title", which is given too',
    ],
    [
      'of two onto one',
      'heading: a\nh2: b',
      rename({ heading: 'title', h2: 'title' }),
      '3:1 bad-value: "h2" in front matter: it is read as "title", and so is "heading"',
    ],
  ])('a rename %s is a mistake that names both, not a silent choice', (_, yaml, rules, problem) => {
    expect(mistakesOf(`---\n${yaml}\n---\n`, rules)).toEqual([problem]);
  });

  test('a key that is ignored makes room for a renamed one', () => {
    const rules = { ignore: ['title'], rename: { heading: 'title' } };
    expect(readOk('---\ntitle: a\nheading: b\n---\n', rules).fields).toEqual({ title: 'b' });
  });
});

test('whatever the text, reading gives a value or problems in the file', () => {
  const soup = fc.string({
    unit: fc.constantFrom('---', '\n', 'title: ', 'a', '- ', '[', '{', '"', '*', '&', ': ', '#', ' ', '---js'),
    maxLength: 30,
  });
  fc.assert(
    fc.property(soup, (text) => {
      const found = readFrontMatter(`---\n${text}`, 'a.md', noRules);
      const lines = `---\n${text}`.split('\n').length;
      if (found.ok) expect(found.frontMatter.body.split('\n').length).toBe(lines);
      else for (const one of found.problems) expect(one.place?.line).toBeLessThanOrEqual(lines);
    }),
    { numRuns: 500 },
  );
});
