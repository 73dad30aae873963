import { expect, test } from 'vitest';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

const body = (text: string): string =>
  compileBody(text, repositoryOf({}), settingsOf({ flavour: 'mkdocs' }), 'a.md').body;

test('bold words go on in the next line and end behind a sign, in MkDocs', () => {
  expect(body('**A** go to: **B > C\n(D)**in the menu.\n')).toContain(
    '<b>A</b> go to: <b>B &gt; C (D)</b>in the menu.',
  );
});

test('stars that are closed in their line, or in code, are left', () => {
  expect(body('**A** b\n(d)**e\n')).toContain('(d)**e');
  expect(body('`**a`\nb)**c\n')).toContain('b)**c');
});
