import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { shells } from '../../src/cli/completion/shells.ts';
import { wordsOf } from '../../src/cli/completion/words.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';
import { bareEnvironment } from '../kit/system.ts';

/** What is typed up to the Tab key, and what each shell offers then. */
const typed: readonly (readonly [string, readonly string[]])[] = [
  ['helpcentre pl', ['plan']],
  ['helpcenter publish --on-drift k', ['keep']],
  ['helpcentre publish --allow', ['--allow-removals']],
  ['helpcentre check con', ['content']],
  ['helpcentre plan --config help', ['helpcentre.lock.json', 'helpcentre.yml']],
  ['helpcentre sandbox --dir ', ['content', 'my docs']],
  ['helpcentre publish --sandbox con', ['content']],
  ['helpcentre completion ', ['bash', 'fish', 'zsh']],
  ['helpcentre help ad', ['adopt']],
  ['helpcentre check plan --fi', ['--fix']],
  ['helpcentre plan --workspace ', []],
];

/** Asks a shell in a terminal of its own what it offers; between the lines there is `---`. */
const drivers = {
  bash: `
source "$1"; shift
for line in "$@"; do
  IFS=' ' read -ra COMP_WORDS <<<"$line"
  if [[ $line == *' ' ]]; then COMP_WORDS+=(''); fi
  COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
  COMPREPLY=()
  [[ $(complete -p "\${COMP_WORDS[0]}") =~ -F\\ ([^ ]+) ]]
  "\${BASH_REMATCH[1]}"
  printf '%s\\n' "\${COMPREPLY[@]}" ---
done`,
  zsh: `
zmodload zsh/zpty
script=$1 out=$PWD/.offered; shift
: > $out
zpty z 'TERM=dumb zsh -f -i'
zpty -w z "PS1=; autoload -U compinit; compinit -D -u; source \${(q)script}; compadd() { local -a found; if [[ \\" \\$* \\" == *' -'[OAD]' '* ]]; then builtin compadd \\"\\$@\\"; return; fi; builtin compadd -O found \\"\\$@\\"; print -rl -- \\$found >> \${(q)out}; builtin compadd \\"\\$@\\" }; tell() { zle list-choices; print -- --- >> \${(q)out}; BUFFER= }; zle -N tell; bindkey '^I' tell"
count=0
for line in "$@"; do
  count=$((count + 1))
  zpty -w -n z "$line"$'\\t'
  repeat 3000; do
    marks=(\${(M)\${(f)"$(<$out)"}:#---})
    (( $#marks >= count )) && break
    zpty -r -t z chunk 2>/dev/null
    sleep 0.01
  done
done
zpty -d z
cat $out`,
  fish: `
source $argv[1]
for line in $argv[2..-1]
    complete -C $line | string replace -r '\\t.*' ''
    echo ---
end`,
} as const;

const flags = { bash: ['--norc', '--noprofile'], zsh: ['-f'], fish: ['--no-config'] } as const;

function isHere(shell: string): boolean {
  try {
    execFileSync(shell, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.each(shells)('in %s', (shell) => {
  const here = isHere(shell);
  test.skipIf(!here)(`what is typed is completed${here ? '' : ` (skipped: there is no ${shell} here)`}`, async () => {
    const { dir } = await makeRepository({
      'helpcentre.yml': '',
      'helpcentre.lock.json': '{}',
      'content/billing/refunds.md': '',
      'my docs/one.md': '',
    });
    const { dir: beside } = await makeRepository({ driver: drivers[shell] });
    const script = path.join(beside, 'script');
    await writeFile(script, (await runIn(dir, ['completion', shell])).stdout);
    const argv = [...flags[shell], path.join(beside, 'driver'), script, ...typed.map(([line]) => line)];
    const text = execFileSync(shell, argv, { cwd: dir, env: { ...bareEnvironment(), HOME: beside }, encoding: 'utf8' });
    const offered = text.split(/^---$/m).slice(0, -1).map(namesIn);
    expect(typed.map(([line], at) => [line, offered[at]])).toEqual(typed);
  });
});

/** The names without what shells add: a folder's sign, and what keeps a space in a word. */
function namesIn(block: string): readonly string[] {
  const names = block.split('\n').map((line) => line.replaceAll('\\', '').replace(/\/$/, ''));
  return [...new Set(names)].filter((name) => name !== '').sort();
}

const words = () =>
  wordsOf(
    buildProgram(inventHost('.').host, () => undefined, { help: () => undefined, missing: () => undefined }).program,
  );

test('every value that a command takes is a path, or is known to be none', () => {
  const others = words().commands.flatMap(({ argument, options }) =>
    [argument, ...options.map(({ value }) => value)].flatMap((value) => (value?.is === 'other' ? [value.name] : [])),
  );
  // A new name here: is it a path? Then it belongs to those in words.ts.
  expect([...new Set(others)].sort()).toEqual([
    ...['branch', 'commit', 'id', 'ids', 'kinds', 'locale', 'ms', 'n', 'name', 'names', 'range', 'spec', 'target'],
    ...['url', 'urls'],
  ]);
});

test.each(shells)('the script for %s names every command, option and choice', async (shell) => {
  const { code, stdout } = await runIn('/', ['completion', shell]);
  expect(code).toBe(0);
  for (const { name, options } of words().commands) {
    expect(stdout).toContain(name);
    for (const { names, value } of options) {
      for (const one of names) expect(stdout).toContain(shell === 'fish' ? one.replace(/^-+/, '') : one);
      for (const choice of value?.is === 'choice' ? value.choices : []) expect(stdout).toContain(choice);
    }
  }
});

test('bash without compopt, as macOS has it, quotes what it puts into the line', async () => {
  const { dir } = await makeRepository({ 'd $(id) `id`/one.md': '' });
  const { dir: beside } = await makeRepository({ driver: drivers.bash });
  const script = path.join(beside, 'script');
  await writeFile(script, (await runIn(dir, ['completion', 'bash'])).stdout);
  // Outside of a terminal compopt fails, as where there is none.
  const argv = [...flags.bash, path.join(beside, 'driver'), script, 'helpcentre plan d', "helpcentre plan 'd"];
  const text = execFileSync('bash', argv, { cwd: dir, env: { ...bareEnvironment(), HOME: beside }, encoding: 'utf8' });
  expect(text.split(/^---$/m)[0]).toBe('d\\ \\$\\(id\\)\\ \\`id\\`\n');
  expect(text.split(/^---$/m)[1]?.trim()).toBe('');
});

test('a shell that there is no script for', async () => {
  const { code, stderr } = await runIn('/', ['completion', 'zhs']);
  expect({ code, stderr }).toEqual({
    code: 64,
    stderr: 'error shell cannot be "zhs": expected bash, zsh or fish (invalidArgument)\n  → Did you mean "zsh"?\n',
  });
});
