import type { FlavourName } from '../../src/model/flavour-name.ts';
import type { Settings } from '../../src/model/settings.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

/** What a text of a tool becomes, and what is said of it: `line:column code`. */
export function said(
  flavour: FlavourName,
  text: string,
  more: Partial<Settings> = {},
): { readonly body: string; readonly problems: readonly string[]; readonly messages: readonly string[] } {
  const path = ['mintlify', 'starlight'].includes(flavour) ? 'a.mdx' : 'a.md';
  const repository = repositoryOf({ 'b.md': '# B\n', 'pic.png': 'picture' });
  const { body, problems } = compileBody(text, repository, settingsOf({ flavour, ...more }), path);
  return {
    body,
    problems: problems.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`),
    messages: problems.map(({ message }) => message),
  };
}
