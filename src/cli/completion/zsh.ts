import type { CommandWords, OptionWords, Value, Words } from './words.ts';

/** The script for zsh: a file of `fpath`, or a line in .zshrc that takes it in below `compinit`. */
export function zshScript({ program, alias, options, commands }: Words): string {
  return `#compdef ${program} ${alias}
# Completion of ${program} for zsh. Take it in with: eval "$(${program} completion zsh)"

_${program}() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join('\n')}
  )
  _arguments -C \\
${options.map((option) => `    ${specOf(option)} \\`).join('\n')}
    '1: :->command' \\
    '*:: :->rest'
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $words[1] in
${commands.map(branch).join('\n')}
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _${program} ]]; then
  _${program} "$@"
else
  compdef _${program} ${program} ${alias}
fi
`;
}

function branch({ name, options, argument }: CommandWords): string {
  const all = [...options.map(specOf), ...(argument === null ? [] : [quoted(`*:${valueSpec(argument)}`)])];
  return `        ${name})\n          _arguments \\\n${all.map((one) => `            ${one}`).join(' \\\n')}\n          ;;`;
}

function specOf({ names, description, value, isOptional, isMany }: OptionWords): string {
  const said = `[${description.replaceAll('\\', '\\\\').replaceAll('[', '\\[').replaceAll(']', '\\]')}]`;
  const takes = value === null ? '' : `${isOptional ? '::' : ':'}${valueSpec(value)}`;
  const [first = ''] = names;
  // "=" takes a value behind it as well as in the next word.
  const end = value === null || isOptional ? '' : '=';
  if (names.length === 1) return quoted(`${isMany ? '*' : ''}${first}${end}${said}${takes}`);
  return `${quoted(`(${names.join(' ')})`)}{${names.map((name) => `${name}${end}`).join(',')}}${quoted(`${said}${takes}`)}`;
}

function valueSpec(value: Value): string {
  switch (value.is) {
    case 'choice':
      return `${value.name}:(${value.choices.join(' ')})`;
    case 'file':
      return `${value.name}:_files`;
    case 'folder':
      return `${value.name}:_files -/`;
    case 'other':
      return `${value.name}: `;
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
