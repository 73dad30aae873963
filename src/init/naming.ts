import type { Choices } from './choices.ts';

/** What the workflows of one help centre are called, so that a repository can hold several. */
export interface Naming {
  /** Of the help centre: `''` where the repository holds just one, at its root; else `packages-docs`. */
  readonly name: string;
  /** What workflow files and concurrency groups begin with: `help-centre`, `help-centre-packages-docs`. */
  readonly stem: string;
  /** What people read: `Help centre`, `Help centre in packages/docs`. */
  readonly title: string;
}

/** Names the workflows of a help centre after the folder that it is in. */
export function namingOf({ folder }: Pick<Choices, 'folder'>): Naming {
  if (folder === '.') return { name: '', stem: 'help-centre', title: 'Help centre' };
  const name = folder
    .normalize('NFKD')
    .replace(/[^\w/. -]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  const stem = name === '' ? 'help-centre' : `help-centre-${name}`;
  return { name, stem, title: `Help centre in ${folder}` };
}
