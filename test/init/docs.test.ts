import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { workflowKinds } from '../../src/init/choices.ts';
import { workflowFiles } from '../../src/init/workflow-files.ts';
import { plainChoices } from './all-workflows.ts';
import { block, docsBlocks, page } from './docs-blocks.ts';

/** What the page shows: each workflow at the root of a repository, and one of a monorepo. */
function expected(): ReadonlyMap<string, string> {
  const shown = workflowKinds.map((kind) => ({
    name: kind as string,
    choices: { ...plainChoices, workflows: [kind] },
  }));
  const all = [...shown, { name: 'monorepo', choices: { ...plainChoices, folder: 'packages/help' } }];
  return new Map(
    all.flatMap(({ name, choices }) =>
      workflowFiles(choices).map(({ path, text }) => [`${name}: ${path.split('/').at(-1)}`, text] as const),
    ),
  );
}

test('docs/guides/action.md shows the workflows that init writes, each of them', async () => {
  const texts = expected();
  if (process.env.UPDATE === '1') {
    const markdown = await readFile(page, 'utf8');
    const renewed = markdown.replace(block, (whole, kind: string, file: string) => {
      const text = texts.get(`${kind}: ${file}`);
      return text === undefined
        ? whole
        : `<!-- ${kind}: ${file} -->
\`\`\`yaml
${text}\`\`\`
`;
    });
    await writeFile(page, renewed);
  }
  expect(Object.fromEntries(await docsBlocks())).toEqual(Object.fromEntries(texts));
});
