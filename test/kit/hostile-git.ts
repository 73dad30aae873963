import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeFiles } from './repository.ts';

/**
 * Puts into a folder what git takes for a bare repository: files that anybody can commit, with settings that name
 * programs. Each of them would leave a file with its name and its environment in the folder of marks.
 *
 * @param marks absolute folder, made here
 */
export async function bareRepositoryIn(folder: string, marks: string): Promise<void> {
  await mkdir(marks, { recursive: true });
  const run = (name: string): string => `sh -c 'env > ${marks}/${name}; exit 1' `;
  const quoted = (name: string): string => JSON.stringify(run(name));
  const config = `[core]
	repositoryformatversion = 1
	bare = false
	worktree = ${folder}
	fsmonitor = ${quoted('fsmonitor')}
	sshCommand = ${quoted('ssh-command')}
	pager = ${quoted('pager')}
	editor = ${quoted('editor')}
	askPass = ${quoted('ask-pass')}
	gitProxy = ${quoted('git-proxy')}
	alternateRefsCommand = ${quoted('alternate-refs')}
	hooksPath = ${folder}/hooks
[extensions]
	partialClone = origin
[remote "origin"]
	url = "ext::${marks}.sh"
	promisor = true
	uploadpack = ${quoted('upload-pack')}
	receivepack = ${quoted('receive-pack')}
	fetch = +refs/heads/*:refs/remotes/origin/*
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[credential]
	helper = "!${run('credential')}"
[filter "x"]
	clean = ${quoted('clean')}
	smudge = ${quoted('smudge')}
	process = ${quoted('process')}
	required = true
[diff "x"]
	textconv = ${quoted('textconv')}
	command = ${quoted('external-diff')}
[diff]
	external = ${quoted('diff-external')}
[gpg]
	program = ${quoted('gpg')}
[commit]
	gpgSign = true
[push]
	gpgSign = if-asked
[uploadpack]
	packObjectsHook = ${quoted('pack-objects')}
[alias]
	ls-tree = "!${run('alias')}"
`;
  const hook = `#!/bin/sh\nenv > ${marks}/hook-$(basename "$0")\n`;
  const hooks = ['pre-push', 'reference-transaction', 'post-index-change', 'post-checkout', 'pre-auto-gc'];
  await writeFiles(folder, {
    HEAD: 'ref: refs/heads/main\n',
    config,
    'objects/info/packs': '',
    'refs/heads/.keep': '',
    '.gitattributes': '* filter=x diff=x\n',
    ...Object.fromEntries(hooks.map((name) => [`hooks/${name}`, hook])),
  });
  for (const name of hooks) await chmod(path.join(folder, 'hooks', name), 0o755);
  // ext:: splits at spaces and knows no quotes.
  await writeFile(`${marks}.sh`, `#!/bin/sh\nenv > ${marks}/ext\n`, { mode: 0o755 });
}

/** Names of the programs that ran. */
export async function marksIn(marks: string): Promise<readonly string[]> {
  return (await readdir(marks)).sort();
}

/** A `git` that notes its environment, for the front of a PATH. @returns the folder that holds it */
export async function tellingGit(folder: string, note: string, real: string): Promise<string> {
  const bin = path.join(folder, 'telling');
  await mkdir(bin, { recursive: true });
  await writeFile(path.join(bin, 'git'), `#!/bin/sh\n{ echo "## $*"; env; } >> ${note}\nexec ${real} "$@"\n`, {
    mode: 0o755,
  });
  return bin;
}
