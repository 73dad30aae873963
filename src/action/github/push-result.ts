import type { GitResult } from '../../git/bot-git.ts';

/** What became of a push. */
export type PushResult =
  | { readonly is: 'pushed' }
  /** Somebody pushed in between: fetch, and try again. */
  | { readonly is: 'moved' }
  /** The branch takes no push from us. */
  | { readonly is: 'protected'; readonly detail: string }
  /** The token may not write to the repository at all. */
  | { readonly is: 'forbidden'; readonly detail: string }
  /** The network or the server; it may work later. */
  | { readonly is: 'trouble'; readonly detail: string };

const forbidden =
  /returned error: 40[13]|Permission to .* denied|Write access to repository not granted|Authentication failed|could not read Username|Permission denied \(publickey|resource not accessible/i;
const moved = /\[rejected\]|fetch first|non-fast-forward|stale info|cannot lock ref|reference already exists/i;

/** Tells from what `git push --porcelain` printed what became of it. */
export function pushResult({ code, stdout, stderr }: GitResult): PushResult {
  if (code === 0) return { is: 'pushed' };
  const refused = stdout.split('\n').find((line) => line.startsWith('!')) ?? '';
  const detail = wordsOf(stderr, refused);
  if (moved.test(refused)) return { is: 'moved' };
  if (/\[remote (rejected|failure)\]/.test(refused)) {
    return /internal server error|unpacker error/i.test(refused)
      ? { is: 'trouble', detail }
      : { is: 'protected', detail };
  }
  return forbidden.test(stderr) ? { is: 'forbidden', detail } : { is: 'trouble', detail };
}

/** The server's own words, on one line; addresses keep no password. */
function wordsOf(stderr: string, refused: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const remote = lines.filter((line) => line.startsWith('remote:')).map((line) => line.slice('remote:'.length).trim());
  const fatal = lines.filter((line) => /^(fatal|error):/.test(line) && !/failed to push some refs/.test(line));
  const said = [...remote, ...fatal].filter((line) => line !== '');
  const words = said.length > 0 ? said : [/\(([^)]*)\)\s*$/.exec(refused)?.[1] ?? 'no reason was given'];
  return words
    .join(' ')
    .replace(/\/\/[^@/\s]+@/g, '//')
    .slice(0, 600);
}
