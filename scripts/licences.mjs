import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The licence texts of every package that ended up in a bundle.
 *
 * @param packages what `bundledPackages` found
 * @param root folder of the project
 */
export async function licences(packages, root = '.') {
  const texts = [];
  for (const { folder, name, version, license } of packages)
    texts.push(`${name} ${version} (${license})\n\n${await licenceText(path.join(root, folder))}`);
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
