import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';

const body = (code: string) =>
  compile(repositoryOf({ 'a.md': `# A\n\n\`\`\`js\n${code}\n\`\`\`\n` }), settingsOf({})).desired.articles[0]?.locales
    .en?.body;

test.each([
  ["import 'a'; // [tl! add]", "import 'a';"],
  ['PORT=80 # [tl! add:start]', 'PORT=80'],
  ['/(:d+)$/, //[tl! add]', '/(:d+)$/,'],
  [' * Get the posts. [tl! remove]', ' * Get the posts.'],
  ['&lt;p> <!-- [tl! add] -->'.replace('&lt;', '<'), '&lt;p&gt;'],
  ['run() // kept [tl! focus]', 'run() // kept'],
])('%s is shown without the mark for its colour', (written, shown) => {
  expect(body(written)).toContain(shown);
  expect(body(written)).not.toContain('tl!');
  expect(body(written)).not.toContain('--&gt;');
});

test('such a mark in the text is left: it is written about', () => {
  const page = repositoryOf({ 'a.md': '# A\n\nWrite `// [tl! add]` behind it.\n' });
  expect(compile(page, settingsOf({})).desired.articles[0]?.locales.en?.body).toContain('[tl! add]');
});
