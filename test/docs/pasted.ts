import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { builtCommand } from '../kit/built-command.ts';
import { callWarm } from './warm-command.ts';

/** A block of command lines on a page. */
export interface Pasted {
  /** Line of the page that it begins at, for the name of a test. */
  readonly line: number;
  readonly script: string;
}

/** The `sh` blocks of a page of Markdown, in lists too, in their order. */
export function commandsOf(markdown: string): readonly Pasted[] {
  const lines = markdown.replaceAll('\r\n', '\n').split('\n');
  const found: { line: number; script: string; indent: string }[] = [];
  let open: (typeof found)[number] | null = null;
  for (const [at, line] of lines.entries()) {
    if (open !== null && line.trim() === '```') open = null;
    else if (open !== null) open.script += `${line.slice(open.indent.length)}\n`;
    const indent = /^( *)```(?:sh|bash|console)$/.exec(line)?.[1];
    if (indent === undefined) continue;
    open = { line: at + 2, script: '', indent };
    found.push(open);
  }
  return found.map(({ line, script }) => ({ line, script }));
}

/**
 * Our command as a shell finds it, and what stands in for programs of others. A command that runs until Ctrl-C is stopped once
 * it has said its address, on a port of its own; one that asks is told yes, because there is nobody to ask. With
 * several targets, each is reached at the address that the variable of its name has. With `WARM_PORT`, what ends by itself
 * runs in the process that waits there.
 */
const command = `#!/usr/bin/env bash
set -u
serves=''
case "\${1:-}" in preview|sandbox|adopt|mcp) serves=yes;; esac
more=()
for word in "$@"; do
  [ "$word" = --build ] && serves=''
  [ "$word" = --port ] && port=given
done
case "\${1:-}" in init|adopt|publish|probe) more+=(--yes);; preview|sandbox) [ -z "$serves" ] || [ -n "\${port:-}" ] || more+=(--port 0);; esac
target=$(printf '%s\\n' "$@" | sed -n '/^--target$/{n;p;}')
[ -z "$target" ] || { at="BASE_$target"; export INTERCOM_BASE_URL="\${!at}"; }
if [ -z "$serves" ] && [ -n "\${WARM_PORT:-}" ]; then
${callWarm}fi
if [ -z "$serves" ]; then exec "$NODE" "$CLI" "$@" "\${more[@]}"; fi
out=$(mktemp)
"$NODE" "$CLI" "$@" "\${more[@]}" > "$out" 2>&1 < /dev/null &
running=$!
until grep -q 'http://127.0.0.1' "$out" || ! kill -0 "$running" 2> /dev/null; do sleep 0.1; done
kill -INT "$running" 2> /dev/null
wait "$running"
code=$?
cat "$out"
exit "$code"
`;

const npx = `#!/usr/bin/env bash
[ "$1" = helpcentre ] || { echo "npx $1 is not for us" >&2; exit 1; }
shift
exec helpcentre "$@"
`;

/** Packages are installed by the test of the packed package; here it is enough that the line is one of npm's. */
const npm = `#!/usr/bin/env bash
case "$1 \${2:-}" in
  'init --yes'|'init -y') echo '{ "name": "docs", "private": true }' > package.json;;
  'install --save-dev') [[ "$3" = helpcentre* ]];;
  'install -g'|'ci '*|'install '|'test ') ;;
  *) echo "npm $* is not known to the test" >&2; exit 1;;
esac
`;

/** Programs of others that a page may name, and that do nothing here. */
const others = ['xdg-open', 'open', 'po4a', 'lokalise2', 'vale'];

/** Writes the commands that pages name into a folder. @returns the folder, to stand first in PATH */
export async function commandsIn(dir: string): Promise<string> {
  const bin = path.join(dir, 'bin');
  await mkdir(bin, { recursive: true });
  const nothing = '#!/usr/bin/env bash\nexit 0\n';
  const texts = { helpcentre: command, npx, npm, ...Object.fromEntries(others.map((name) => [name, nothing])) };
  for (const [name, text] of Object.entries(texts)) {
    await writeFile(path.join(bin, name), text);
    await chmod(path.join(bin, name), 0o755);
  }
  return bin;
}

/** What a block came to. */
export interface Ran {
  readonly code: number;
  readonly said: string;
}

/** Runs a block as a whole, stopping at the first line that fails. */
export function paste(
  { script }: Pasted,
  cwd: string,
  bin: string,
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  const own = {
    ...env,
    HOME: cwd,
    PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
    NODE: process.execPath,
    CLI: builtCommand,
    GIT_CONFIG_NOSYSTEM: '1',
    ...{ GIT_AUTHOR_NAME: 'Wren', GIT_AUTHOR_EMAIL: 'wren@example.com' },
    ...{ GIT_COMMITTER_NAME: 'Wren', GIT_COMMITTER_EMAIL: 'wren@example.com', GIT_PAGER: 'cat' },
  };
  const token = env.INTERCOM_ACCESS_TOKEN ?? 'sandbox';
  return new Promise((resolve) => {
    const text = script.replaceAll('YOUR_TOKEN', token);
    const child = execFile(
      'bash',
      ['--norc', '-euo', 'pipefail', '-c', text],
      { cwd, env: own },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, said: `${stdout}${stderr}` });
      },
    );
    child.stdin?.end();
  });
}

/** The text of a page. */
export const pageText = (page: string): Promise<string> => readFile(new URL(`../../${page}`, import.meta.url), 'utf8');
