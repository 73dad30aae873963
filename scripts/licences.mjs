import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The licence texts of every package that ended up in a bundle: its inputs, from the folder of the project. */
export async function licences(inputs, root = '.') {
  const packages = new Set(inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  const texts = [];
  for (const folder of [...packages].sort().map((one) => path.join(root, one))) {
    const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    texts.push(`${name} ${version} (${license})\n\n${await licenceText(folder)}`);
  }
  return `helpcentre is bundled with these packages.\n\n${texts.join('\n\n----\n\n')}`;
}

async function licenceText(folder) {
  for (const name of ['license', 'LICENSE', 'LICENSE.md', 'license.md', 'LICENSE.txt', 'LICENCE', 'LICENSE-MIT']) {
    try {
      return (await readFile(path.join(folder, name), 'utf8')).trim();
    } catch {
      // Not under this name.
    }
  }
  return 'No licence file; see the package.';
}
