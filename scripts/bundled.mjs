import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Licences that let anybody ship the package in a bundle, with its text beside it. Another one is looked at by a person
 * before it is added here.
 */
const permissive = [
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'Unlicense'],
];

/**
 * The packages that ended up in a bundle, sorted by name and version.
 *
 * @param inputs the bundle's inputs, from the folder of the project
 * @param root that folder
 * @throws Error where one has a licence that is not known to be permissive
 */
export async function bundledPackages(inputs, root = '.') {
  const slashed = inputs.map((input) => input.replaceAll('\\', '/'));
  const folders = new Set(slashed.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  const packages = await Promise.all([...folders].sort().map((folder) => readPackage(folder, root)));
  const others = packages.filter(({ license }) => !isPermissive(license));
  if (others.length === 0) return packages;
  const named = others.map(({ name, version, license }) => `${name} ${version} (${license})`).join(', ');
  throw new Error(`Not known to be permissive: ${named}. Take the package out, or look at its licence.`);
}

async function readPackage(folder, root) {
  const file = await readFile(path.join(root, folder, 'package.json'), 'utf8');
  const { name, version, license = 'none' } = JSON.parse(file);
  return { folder, name, version, license };
}

/** Whether a licence, or one of those that may be chosen, is permissive. */
export function isPermissive(license) {
  const choices = String(license)
    .replace(/^\(|\)$/g, '')
    .split(' OR ');
  return choices.some((choice) => permissive.includes(choice));
}
