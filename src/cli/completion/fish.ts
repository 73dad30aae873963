import type { CommandWords, OptionWords, Value, Words } from './words.ts';

/** The script for fish: a file in `~/.config/fish/completions`, or what `source` takes in. */
export function fishScript({ program, alias, options, commands }: Words): string {
  return `# Completion of ${program} for fish. Keep it as ~/.config/fish/completions/${program}.fish

# Whether the command that is typed is this one; without a name: whether there is none yet.
function __${program}_at
    set -l words (commandline -opc)
    set -e words[1]
    for word in $words
        if not string match -q -- '-*' $word
            test "$word" = "$argv[1]"
            return
        end
    end
    test -z "$argv[1]"
end

# Folders; of "--cwd=con" only what is behind the sign counts.
function __${program}_folders
    __fish_complete_directories (commandline -ct | string replace -r '^-[^=]*=' '')
end

complete -c ${program} -f
${options.map((option) => optionLine(option, program, '')).join('\n')}
${commands.map(({ name, description }) => `complete -c ${program} -n __${program}_at -a ${name} -d ${quoted(description)}`).join('\n')}
${commands.map((command) => branch(command, program)).join('\n')}
complete -c ${alias} -w ${program}
`;
}

function branch({ name, options, argument }: CommandWords, program: string): string {
  const taken =
    argument === null || argument.is === 'other' ? [] : [`${lineFor(program, name)} ${argumentOf(argument, program)}`];
  return ['', ...options.map((option) => optionLine(option, program, name)), ...taken].join('\n');
}

const lineFor = (program: string, command: string): string =>
  `complete -c ${program} -n ${command === '' ? `__${program}_at` : quoted(`__${program}_at ${command}`)}`;

function optionLine({ names, description, value, isOptional }: OptionWords, program: string, command: string): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ');
  return `${lineFor(program, command)} ${flags}${value === null ? '' : takes(value, isOptional, program)} -d ${quoted(description)}`;
}

function takes(value: Value, isOptional: boolean, program: string): string {
  const needed = isOptional ? '' : ' -r';
  return value.is === 'other' ? `${needed} -f` : `${needed} ${argumentOf(value, program)}`;
}

function argumentOf(value: Value, program: string): string {
  switch (value.is) {
    case 'choice':
      return `-f -a ${quoted(value.choices.join(' '))}`;
    case 'file':
      return '-F';
    case 'folder':
      return `-f -a '(__${program}_folders)'`;
    case 'other':
      return '-f';
  }
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
