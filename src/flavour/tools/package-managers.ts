import type { TagRule } from '../flavour.ts';
import type { Tag } from '../tags.ts';
import { titleOf } from './mdx.ts';

/** What the usual plug-in of Starlight writes for a kind of command, by manager of packages. */
const commands: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  add: { npm: 'npm i', yarn: 'yarn add', pnpm: 'pnpm add' },
  create: { npm: 'npm create', yarn: 'yarn create', pnpm: 'pnpm create' },
  dlx: { npm: 'npx', yarn: 'yarn dlx', pnpm: 'pnpx' },
  exec: { npm: 'npx', yarn: 'yarn', pnpm: 'pnpm' },
  install: { npm: 'npm install', yarn: 'yarn install', pnpm: 'pnpm install' },
  remove: { npm: 'npm uninstall', yarn: 'yarn remove', pnpm: 'pnpm remove' },
  run: { npm: 'npm run', yarn: 'yarn run', pnpm: 'pnpm run' },
};

/** `<PackageManagers pkg="x" />`: a command for each manager of packages, its name above it. */
export const packageManagers: TagRule = (tag) => {
  const type = titleOf(tag, 'type') ?? 'add';
  if (!Object.hasOwn(commands, type)) return null;
  const lines = Object.entries(commands[type] ?? {}).flatMap(([name, command], at) => [
    ...(at === 0 ? [] : ['']),
    ...[`<b>${name}</b>`, '', '```sh', `${command}${behind(tag)}`, '```'],
  ]);
  return { is: 'lines', lines };
};

function behind(tag: Tag): string {
  const dev = tag.attributes.has('dev') ? '-D' : null;
  const words = [dev, titleOf(tag, 'pkg'), titleOf(tag, 'args')].filter((word) => word !== null);
  return words.map((word) => ` ${word}`).join('');
}
