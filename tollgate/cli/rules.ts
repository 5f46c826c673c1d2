import type { Command } from 'commander';
import { catalogOf, rulesWith } from '../judge';
import { CouldNotJudge, type RuleInfo } from '../model';
import { Text, type TextStyle } from '../report/text';
import type { Console } from './console';
import { registerOwnRules } from './own-rules';

/** Options of `tollgate rules` and `tollgate explain`. */
interface RulesOptions {
  readonly json?: boolean;
  readonly rules?: string;
}

/** Adds `tollgate rules` to the program. */
export function registerRules(program: Command, console: Console, done: (code: number) => void): void {
  const command = program
    .command('rules')
    .summary('list the rules, and write rules of your own')
    .description('Lists all rules of the gate. The subcommands write, test and compile rules of your own.')
    .option('--json', 'print the rules as JSON, with all metadata')
    .option('--rules <DIR>', 'list the rules of your own in DIR as well')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .action(({ json, rules: directory }: RulesOptions) => {
      const rules = knownRules(console, directory);
      if (rules.length === 0) return done(2);
      console.out(json === true ? `${JSON.stringify(rules, null, 2)}\n` : rulesTable(rules, console.style));
      done(0);
    });
  registerOwnRules(command, console, done);
}

/** Adds `tollgate explain` to the program. */
export function registerExplain(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('explain')
    .summary('explain a rule')
    .description('Explains a rule: what the rule requires, and how to fix a violation.')
    .argument('<RULE>', 'id of the rule, such as NET-001, or its package, such as network.openings_declared')
    .option('--json', 'print the rule as JSON, with all metadata')
    .option('--rules <DIR>', 'directory of rules of your own')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('Run `tollgate rules` for the list of rules.')
    .action((word: string, { json, rules: directory }: RulesOptions) => {
      const rules = knownRules(console, directory);
      if (rules.length === 0) return done(2);
      const rule = findRule(word, rules);
      if (rule === undefined) console.error(unknownRule(word, rules));
      else console.out(json === true ? `${JSON.stringify(rule, null, 2)}\n` : rulePage(rule, console.style));
      done(rule === undefined ? 2 : 0);
    });
}

function knownRules({ error }: Console, directory: string | undefined): readonly RuleInfo[] {
  if (directory !== undefined) {
    try {
      return rulesWith(directory);
    } catch (failure) {
      if (!(failure instanceof CouldNotJudge)) throw failure;
      error(`${failure.message}\n`);
      return [];
    }
  }
  const rules = catalogOf();
  if (rules.length === 0)
    error(
      'error: the compiled policy cannot be used: reinstall tollgate, or restore policies/compiled/ from version control.\n',
    );
  return rules;
}

/** One line for each rule, sorted by id, which puts the most severe rules of a service first. */
function rulesTable(rules: readonly RuleInfo[], style: TextStyle): string {
  const text = new Text(style);
  const { bold, dim } = text.colours;
  text.line(dim(`${'id'.padEnd(10)}${'severity'.padEnd(10)}rule`));
  for (const { id, severity, title } of rules) {
    text.labelled(0, `${id.padEnd(10)}${severity.padEnd(8)}`, title, String, bold);
  }
  text.blank();
  text.line(dim('Run `tollgate explain ID` for details of a rule.'));
  return text.toString();
}

function rulePage(rule: RuleInfo, style: TextStyle): string {
  const text = new Text(style);
  text.labelled(0, rule.id, rule.title, text.colours.bold, text.colours.bold);
  text.blank();
  text.labelled(2, '', rule.description);
  text.blank();
  text.labelled(2, 'fix', rule.fix);
  text.blank();
  text.labelled(2, 'severity', rule.severity);
  text.labelled(2, 'package', rule.rule);
  text.labelled(2, 'source', rule.file);
  if (rule.resources.length > 0) text.labelled(2, 'resources', rule.resources.join(', '));
  for (const { ref, description } of rule.relatedResources) {
    text.labelled(2, 'see', description === '' ? ref : `${description}\n${ref}`);
  }
  return text.toString();
}

/** Accepts any case and omitted zeros: `net-1`. */
function findRule(word: string, rules: readonly RuleInfo[]): RuleInfo | undefined {
  const wanted = word.toLowerCase().replace(/-0*(?=\d)/, '-');
  return rules.find(
    ({ id, rule }) => id.toLowerCase().replace(/-0*(?=\d)/, '-') === wanted || rule === wanted.replaceAll('/', '.'),
  );
}

const SUGGESTIONS = 3;

function unknownRule(word: string, rules: readonly RuleInfo[]): string {
  const near = rules
    .map((rule) => ({ rule, distance: distance(word.toUpperCase(), rule.id) }))
    .filter(
      ({ rule, distance: steps }) => steps <= 2 || rule.id.startsWith(`${word.toUpperCase().split('-')[0] ?? ''}-`),
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SUGGESTIONS)
    .map(({ rule }) => `  ${rule.id}  ${rule.title}\n`);
  const hint =
    near.length === 0
      ? 'Run `tollgate rules` for the list of rules.\n'
      : `Did you mean one of these?\n${near.join('')}`;
  return `error: unknown rule ${word}. ${hint}`;
}

/** Levenshtein distance: the number of characters to change, add or remove. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
