// Puts a built tree of the Action onto the branch `release`, and tags it: v1.4.2, which stays, and v1, which moves.
// Usage: node scripts/release-action.mjs FOLDER VERSION
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [folder, version, ...more] = process.argv.slice(2);
if (folder === undefined || !/^\d+\.\d+\.\d+$/.test(version ?? '') || more.length > 0) {
  console.error('Usage: node scripts/release-action.mjs FOLDER VERSION (such as 1.4.2)');
  process.exit(64);
}
const gitFolder = git('rev-parse', '--absolute-git-dir');
const temporary = mkdtempSync(path.join(tmpdir(), 'release-action-'));
try {
  // An index of its own: neither the checkout nor what is staged in it is touched.
  const inTree = { cwd: path.resolve(folder), env: { ...allowed(), GIT_INDEX_FILE: path.join(temporary, 'index') } };
  const where = [`--git-dir=${gitFolder}`, '--work-tree=.'];
  gitWith(inTree, ...where, '-c', 'core.autocrlf=false', 'add', '--all', '--force', '.');
  const tree = gitWith(inTree, ...where, 'write-tree');
  const before = git('ls-remote', 'origin', 'refs/heads/release').split('\t')[0];
  if (before !== '') git('fetch', '--quiet', '--depth=1', 'origin', 'refs/heads/release');
  const parents = before === '' ? [] : ['-p', before];
  const who = [
    '-c',
    'user.name=github-actions[bot]',
    '-c',
    'user.email=41898282+github-actions[bot]@users.noreply.github.com',
  ];
  const commit = git(...who, 'commit-tree', tree, ...parents, '-m', `Release v${version}`);
  // All or nothing, and a version that is there already is never replaced.
  git('push', '--atomic', 'origin', `${commit}:refs/heads/release`, `${commit}:refs/tags/v${version}`);
  git('push', '--force', 'origin', `${commit}:refs/tags/v${version.split('.')[0]}`);
  console.log(`v${version} is ${commit}`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function git(...args) {
  return gitWith({}, ...args);
}

function gitWith(options, ...args) {
  return execFileSync('git', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: allowed(),
    ...options,
  }).trimEnd();
}

/** What git needs to start, to reach the remote and to know the person; no other secret of the job. */
function allowed() {
  const names = [
    ...['PATH', 'Path', 'HOME', 'USERPROFILE', 'SystemRoot', 'XDG_CONFIG_HOME', 'TMPDIR', 'TEMP', 'TMP'],
    ...['SSH_AUTH_SOCK', 'GIT_SSH_COMMAND', 'GIT_CONFIG_NOSYSTEM', 'SSL_CERT_FILE', 'GIT_SSL_CAINFO'],
    ...['GIT_AUTHOR_DATE', 'GIT_COMMITTER_DATE'],
    ...['http_proxy', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'no_proxy', 'NO_PROXY'],
  ];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
