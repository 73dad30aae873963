import type { CommandWords, OptionWords, Value, Words } from './words.ts';

/**
 * The script for bash, from 3.2 (as macOS has it) on, without the package bash-completion. A value may follow behind `=`,
 * which bash makes a word of its own.
 */
export function bashScript({ program, alias, options, commands }: Words): string {
  return `# Completion of ${program} for bash. Take it in with: eval "$(${program} completion bash)"

_${program}_words() {
  local one
  while IFS='' read -r one; do COMPREPLY+=("$one"); done < <(compgen -W "$1" -- "$cur")
}

_${program}_paths() {
  local one plain=''
  # Bash 3.2 has no compopt, and would put a name into the line as it is: a blank or a "$(" in it has to be quoted.
  compopt -o filenames 2>/dev/null || plain=yes
  while IFS='' read -r one; do
    if [[ -n $plain ]]; then
      case "$cur" in
        [\\'\\"]*) case "$one" in *[\\'\\"\\\`\\$\\\\]*) continue ;; esac ;;
        *) printf -v one '%q' "$one" ;;
      esac
    fi
    COMPREPLY+=("$one")
  done < <(compgen "$1" -- "$cur")
}

_${program}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" before='' command='' only_paths='' i
  COMPREPLY=()
  if ((COMP_CWORD > 1)); then before="\${COMP_WORDS[COMP_CWORD - 1]}"; fi
  if [[ $cur == '=' ]]; then cur=''
  elif [[ $before == '=' ]]; then before="\${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      --) only_paths=yes ;;
      -*) ;;
      *) if [[ -z $command ]]; then command="\${COMP_WORDS[i]}"; fi ;;
    esac
  done
  case "$command" in
    '')
      case "$cur" in
        -*) _${program}_words '${namesOf(options)}' ;;
        *) _${program}_words '${commands.map(({ name }) => name).join(' ')}' ;;
      esac
      ;;
${commands.map((command) => branch(command, program)).join('\n')}
  esac
}

complete -F _${program} ${program} ${alias}
`;
}

function branch({ name, options, argument }: CommandWords, program: string): string {
  const valued = options.flatMap(({ names, value, isOptional }) => {
    if (value === null) return [];
    const then = `${complete(value, program)}; return`;
    // A value that may be left out leaves room for another option.
    const does = isOptional ? `if [[ $cur != -* ]]; then ${then}; fi` : then;
    return [`          ${names.join(' | ')}) ${does} ;;`];
  });
  return `    ${name})
      if [[ -z $only_paths ]]; then
        case "$before" in
${valued.join('\n')}
        esac
        if [[ $cur == -* ]]; then _${program}_words '${namesOf(options)}'; return; fi
      fi
      ${argument === null ? ':' : complete(argument, program)}
      ;;`;
}

function complete(value: Value, program: string): string {
  switch (value.is) {
    case 'choice':
      return `_${program}_words '${value.choices.join(' ')}'`;
    case 'file':
      return `_${program}_paths -f`;
    case 'folder':
      return `_${program}_paths -d`;
    case 'other':
      return ':';
  }
}

const namesOf = (options: readonly OptionWords[]): string => options.flatMap(({ names }) => names).join(' ');
