/**
 * What people type who come from other tools, with what it is here. Such a word is no slip of the pen: the nearest name of
 * ours may do the opposite (`export` is one letter from `import`).
 */
const commandWords: readonly (readonly [help: string, words: readonly string[]])[] = [
  ['"helpcentre publish" makes Intercom match the sources.', ['deploy', 'push', 'sync', 'apply', 'upload', 'release']],
  ['"helpcentre check" finds every problem in the sources.', ['lint', 'validate', 'verify', 'test']],
  ['"helpcentre check --fix" mends what can be mended.', ['fix', 'format', 'fmt']],
  ['"helpcentre check --check-links" tries the links that lead out.', ['links', 'linkcheck', 'check-links']],
  ['"helpcentre preview" shows the help centre in the browser.', ['serve', 'server', 'dev', 'start', 'watch', 'open']],
  ['"helpcentre preview --build FOLDER" writes the help centre as a website.', ['build', 'generate', 'render']],
  [
    'There is no signing in: the token comes from INTERCOM_ACCESS_TOKEN, or from standard input with --token-stdin. "helpcentre doctor" checks it.',
    ['login', 'logout', 'auth', 'token', 'signin', 'whoami'],
  ],
  [
    '"helpcentre import" brings what is in Intercom into the repository, once; "helpcentre pull" merges later edits.',
    ['export', 'download', 'fetch', 'clone', 'backup'],
  ],
  ['"helpcentre init" begins a help centre.', ['setup', 'create', 'new', 'scaffold']],
  [
    '"helpcentre adopt" takes the repository of another tool, and "helpcentre import" what is in Intercom.',
    ['migrate'],
  ],
  [
    'Delete the file, then run "helpcentre publish --allow-removals".',
    ['delete', 'remove', 'rm', 'destroy', 'unpublish', 'prune'],
  ],
  ['"helpcentre plan" lists what publish would do, and "helpcentre status" the translations.', ['list', 'ls']],
  ['"helpcentre diff" shows what would change inside each article.', ['compare', 'changes', 'show']],
  ['Take the commit back with "git revert", then run "helpcentre publish".', ['rollback', 'revert', 'restore', 'undo']],
  ['"helpcentre status" shows which translations are missing or stale.', ['translate', 'translations']],
  ['"helpcentre --version" prints the version.', ['version']],
];

const optionWords: readonly (readonly [help: string, words: readonly string[]])[] = [
  [
    '"helpcentre plan" shows what would be done, and does nothing.',
    ['--dry-run', '--dryrun', '--simulate', '--what-if'],
  ],
  [
    'A token on the command line would be seen by others: give it in INTERCOM_ACCESS_TOKEN, or on standard input with --token-stdin.',
    ['--token', '--access-token', '--api-key', '--key'],
  ],
];

/** What a word of other tools is here, as a sentence; null for a word that is none. */
export function commandElsewhere(word: string): string | null {
  return helpFor(word, commandWords);
}

/** The same for an option, with its dashes. */
export function optionElsewhere(flag: string): string | null {
  return helpFor(flag, optionWords);
}

function helpFor(word: string, table: typeof commandWords): string | null {
  return table.find(([, words]) => words.includes(word.toLowerCase()))?.[0] ?? null;
}
