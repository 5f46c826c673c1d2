import { Argument, type Command } from 'commander';
import { catalogOf } from '../gate/judge';
import { SEVERITIES } from '../gate/model';
import { FORMATS } from '../gate/report/formats';
import { gateFiles } from './check';
import type { Console } from './program';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

/** What a command can be followed by. */
interface Words {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly string[];
  /** What an argument can be; files when empty. */
  readonly values: readonly string[];
}

/** Adds `tollgate completion` to the program. */
export function registerCompletion(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('completion')
    .summary('print the completion for a shell')
    .description('Prints a script that makes a shell complete the commands, options and rules of tollgate.')
    .addArgument(new Argument('<SHELL>', 'which shell').choices(SHELLS))
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      `
Examples:
  source <(tollgate completion bash)       in ~/.bashrc
  source <(tollgate completion zsh)        in ~/.zshrc, after compinit
  tollgate completion fish > ~/.config/fish/completions/tollgate.fish`,
    )
    .action((shell: Shell) => {
      console.out(SCRIPTS[shell](wordsOf(program)));
      done(0);
    });
}

/** Every command with its options, as the help has them. */
function wordsOf(program: Command): Words[] {
  const rules = catalogOf(gateFiles()).map(({ id }) => id);
  const values: Readonly<Record<string, readonly string[]>> = { explain: rules, completion: SHELLS, rules: ['--json'] };
  return program.commands.map((command) => ({
    name: command.name(),
    summary: command.summary(),
    options: ['--help', ...command.options.flatMap(({ long }) => long ?? [])],
    values: values[command.name()] ?? command.commands.map((child) => child.name()),
  }));
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Words[]) => string>> = {
  bash: (commands) => `_tollgate() {
  local word=\${COMP_WORDS[COMP_CWORD]} last=\${COMP_WORDS[COMP_CWORD - 1]} words
  case "$last" in
    --format) words="${FORMATS.join(' ')}" ;;
    --fail-on) words="${SEVERITIES.join(' ')}" ;;
    *)
      if [ "$COMP_CWORD" -eq 1 ]; then
        words="${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}"
      else
        case "\${COMP_WORDS[1]}" in
${commands.map(({ name, options, values }) => `          ${name}) words="${[...values, ...options].join(' ')}" ;;`).join('\n')}
        esac
      fi
      ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _tollgate tollgate
`,
  zsh: (commands) => `#compdef tollgate
_tollgate() {
  case "\${words[CURRENT-1]}" in
    --format) compadd -S '' -- ${FORMATS.join(' ')}; return ;;
    --fail-on) compadd -- ${SEVERITIES.join(' ')}; return ;;
  esac
  if (( CURRENT == 2 )); then
    local -a commands=(
${commands.map(({ name, summary }) => `      '${name}:${summary.replaceAll("'", "'\\''")}'`).join('\n')}
    )
    _describe command commands
    return
  fi
  case "\${words[2]}" in
${commands.map(({ name, options, values }) => `    ${name}) compadd -- ${[...values, ...options].join(' ')} ;;`).join('\n')}
  esac
  _files
}
compdef _tollgate tollgate
`,
  fish: (commands) => {
    const lines = commands.flatMap(({ name, summary, options, values }) => [
      `complete -c tollgate -n __fish_use_subcommand -f -a ${name} -d '${summary.replaceAll("'", "\\'")}'`,
      ...options.map((option) => `complete -c tollgate -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`),
      ...(values.length === 0
        ? []
        : [`complete -c tollgate -n '__fish_seen_subcommand_from ${name}' -f -a '${values.join(' ')}'`]),
    ]);
    return `${[
      ...lines,
      `complete -c tollgate -n '__fish_seen_subcommand_from check' -x -l format -a '${FORMATS.join(' ')}'`,
      `complete -c tollgate -n '__fish_seen_subcommand_from check' -x -l fail-on -a '${SEVERITIES.join(' ')}'`,
    ].join('\n')}\n`;
  },
};
