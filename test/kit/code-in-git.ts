import { git } from './git-origin.ts';
import { makeRepository, type TestRepository } from './repository.ts';
import { type RunResult, runIn } from './run-in.ts';

/** Files of a commit: null takes one away. */
type Changed = Readonly<Record<string, string | Uint8Array | null>>;

/** A repository in git with articles and the code that they are about. */
export interface CodeInGit extends TestRepository {
  /** Commits files. @param author as git takes it: `Ann <ann@example.com>` */
  commit(message: string, files: Changed, author?: string): Promise<void>;
  git(...args: readonly string[]): Promise<string>;
  run(...argv: readonly string[]): Promise<RunResult>;
  /** What `check` finds whose codes begin so: codes and messages. */
  found(code?: string, folder?: string): Promise<readonly string[]>;
}

/** Makes one with a first commit on main. */
export async function codeInGit(files: Readonly<Record<string, string | Uint8Array>>): Promise<CodeInGit> {
  const repository = await makeRepository({ '.gitignore': '.helpcentre\n', ...files });
  const { dir } = repository;
  const env = { PATH: process.env.PATH ?? '', HOME: dir };
  const inGit = (...args: readonly string[]) => git(dir, ...args);
  const made: CodeInGit = {
    ...repository,
    git: inGit,
    async commit(message, changed, author = 'Ann <ann@example.com>') {
      const all = Object.entries(changed);
      await repository.remove(...all.flatMap(([name, text]) => (text === null ? [name] : [])));
      await repository.write(Object.fromEntries(all.flatMap(([name, text]) => (text === null ? [] : [[name, text]]))));
      await inGit('add', '--all');
      await inGit('commit', '--quiet', '--allow-empty', '--message', message, '--author', author);
    },
    run: (...argv) => runIn(dir, argv, { env }),
    async found(begin = 'sources-', folder = dir) {
      const { stdout } = await runIn(folder, ['check', '--json'], { env });
      const { problems } = JSON.parse(stdout) as { readonly problems: readonly { code: string; message: string }[] };
      return problems.filter(({ code }) => code.startsWith(begin)).map(({ code, message }) => `${code}: ${message}`);
    },
  };
  await inGit('init', '--quiet', '--initial-branch=main');
  await made.commit('Begin', {});
  return made;
}
