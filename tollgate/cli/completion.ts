import { Argument, type Command, type Option } from 'commander';
import { catalogOf } from '../judge';
import { FORMATS } from '../report/formats';
import type { Console } from './console';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

/** An option and its values. */
interface Flag {
  /** The short form, such as `-h`. */
  readonly short?: string | undefined;
  readonly long: string;
  readonly summary: string;
  readonly takesValue: boolean;
  /** The allowed values; empty for file names. */
  readonly values: readonly string[];
}

/** The words that may follow a command. */
interface Words {
  /** `check`, or `export hcp` for a subcommand. */
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  /** The allowed arguments; empty for file names or none, see `takesFiles`. */
  readonly values: readonly string[];
  readonly takesFiles: boolean;
}

/** Adds `tollgate completion` to the program. */
export function registerCompletion(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('completion')
    .summary('print the completion script for a shell')
    .description('Prints a script with which a shell completes the commands, options and rules of tollgate.')
    .addArgument(new Argument('<SHELL>', 'the shell').choices(SHELLS))
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

const HELP: Flag = { short: '-h', long: '--help', summary: 'print this help', takesValue: false, values: [] };
const VERSION: Flag = { ...HELP, short: '-V', long: '--version', summary: 'print the version' };
const TOP = [HELP, VERSION];

/** Every command with its options, in the order of the help; subcommands follow their command. */
function wordsOf(program: Command, above = ''): Words[] {
  const rules = above === '' ? catalogOf().map(({ id }) => id) : [];
  return program.commands.flatMap((command) => {
    const name = `${above}${command.name()}`;
    const below = command.commands.map((child) => child.name());
    const choices = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
    const values = name === 'explain' ? rules : [...below, ...choices];
    return [
      {
        ...{
          name,
          summary: command.summary(),
          flags: [HELP, ...command.options.map((option) => flagOf(name, option))],
        },
        ...{ values, takesFiles: values.length === 0 && command.registeredArguments.length > 0 },
      },
      ...wordsOf(command, `${name} `),
    ];
  });
}

function flagOf(command: string, { short, long = '', description, required, argChoices }: Option): Flag {
  // commander knows no choices for `--format`, because the option also accepts NAME=FILE.
  const formats = command === 'check' && long === '--format' ? FORMATS : [];
  return { short, long, summary: description, takesValue: required, values: argChoices ?? formats };
}

/** All words that may follow, options included. */
function wordsAfter({ values, flags }: Pick<Words, 'values' | 'flags'>): string {
  return [...values, ...flags.flatMap(({ short, long }) => [...(short === undefined ? [] : [short]), long])].join(' ');
}

/** Whether a command is a subcommand. */
function isBelow({ name }: Words): boolean {
  return name.includes(' ');
}

/** Names of commands with subcommands. */
function groups(commands: readonly Words[]): string[] {
  return [...new Set(commands.filter(isBelow).map(({ name }) => name.split(' ')[0] ?? ''))];
}

/** The branches of `case "COMMAND OPTION"` that complete option values. */
function valueCases(commands: readonly Words[], show: (flag: Flag) => string): string {
  return commands
    .flatMap(({ name, flags }) =>
      flags.filter(({ takesValue }) => takesValue).map((flag) => `    '${name} ${flag.long}') ${show(flag)} ;;`),
    )
    .join('\n');
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Words[]) => string>> = {
  bash: (commands) => `_tollgate() {
  local word=\${COMP_WORDS[COMP_CWORD]} last=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]} words=
  case "$command" in
    ${groups(commands).join('|')}) [ "$COMP_CWORD" -gt 2 ] && [[ \${COMP_WORDS[2]} != -* ]] && command="$command \${COMP_WORDS[2]}" ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && command=
  COMPREPLY=()
  case "$command $last" in
${valueCases(commands, ({ values }) => (values.length === 0 ? 'return' : `words="${values.join(' ')}"`))}
    *)
      case "$command" in
        '') words="${wordsAfter({ values: commands.filter((one) => !isBelow(one)).map(({ name }) => name), flags: TOP })}" ;;
${commands.map((one) => `        '${one.name}') words="${wordsAfter(one)}" ;;`).join('\n')}
      esac
      ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _tollgate tollgate
`,
  zsh: (commands) => `#compdef tollgate
_tollgate() {
  local command=\${words[2]}
  if (( CURRENT == 2 )); then
    local -a commands=(
${commands
  .filter((one) => !isBelow(one))
  .map(({ name, summary }) => `      '${name}:${summary.replaceAll("'", "'\\''")}'`)
  .join('\n')}
    )
    _describe command commands
    compadd -- ${wordsAfter({ values: [], flags: TOP })}
    return
  fi
  case "$command" in
    ${groups(commands).join('|')}) (( CURRENT > 3 )) && [[ \${words[3]} != -* ]] && command="$command \${words[3]}" ;;
  esac
  case "$command \${words[CURRENT-1]}" in
${valueCases(commands, ({ values }) =>
  values.length === 0
    ? '_files; return'
    : `compadd${values === FORMATS ? " -S ''" : ''} -- ${values.join(' ')}; return`,
)}
  esac
  case "$command" in
${commands.map((one) => `    '${one.name}') compadd -- ${wordsAfter(one)}${one.takesFiles ? '; _files' : ''} ;;`).join('\n')}
  esac
}
compdef _tollgate tollgate
`,
  fish: (commands) => {
    const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
    const option = (condition: string, { short, long, summary, takesValue, values }: Flag): string =>
      [
        `complete -c tollgate -n ${quoted(condition)}`,
        ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
        `-l ${long.slice(2)}`,
        ...(!takesValue ? [] : values.length === 0 ? ['-r -F'] : [`-x -a ${quoted(values.join(' '))}`]),
        `-d ${quoted(summary)}`,
      ].join(' ');
    const lines = commands.flatMap((one) => {
      const { name, summary, flags, values, takesFiles } = one;
      const [first = '', second] = name.split(' ');
      const below = commands
        .filter((other) => other.name.startsWith(`${name} `))
        .map((other) => other.name.split(' ')[1]);
      const seen = [
        `__fish_seen_subcommand_from ${first}`,
        ...(second === undefined ? [] : [`and __fish_seen_subcommand_from ${second}`]),
        ...(below.length === 0 ? [] : [`and not __fish_seen_subcommand_from ${below.join(' ')}`]),
      ].join('; ');
      return [
        ...(second === undefined
          ? [`complete -c tollgate -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`]
          : []),
        ...flags.map((flag) => option(seen, flag)),
        ...(takesFiles ? [] : [`complete -c tollgate -n ${quoted(seen)} -f -a ${quoted(values.join(' '))}`]),
      ];
    });
    return `${[...TOP.map((flag) => option('__fish_use_subcommand', flag)), ...lines].join('\n')}\n`;
  },
};
