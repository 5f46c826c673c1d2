import { createColors } from 'picocolors';
import { flowPicture } from './flows';
import { formatUsd } from './money';
import type { CostItem, Finding, Judgement, Problem, Report, RuleReport, Undecided } from '../model';

/** How the text may look. */
export interface TextStyle {
  readonly colour: boolean;
  /** Columns of the terminal, at least 80. Only a single word that is longer reaches beyond. */
  readonly width: number;
}

type Colours = ReturnType<typeof createColors>;
type Paint = (text: string) => string;

/** The report as text, for people: the verdict first, then each stack, then the rules. */
export function humanReport(report: Report, { colour, width }: TextStyle): string {
  const colours = createColors(colour);
  const text = new Text(width, colours);
  verdictLine(report, text);
  for (const problem of report.problems.filter(({ stack }) => stack === '')) problemBlock(problem, text);
  const names = new Set([
    ...report.stacks.map((stack) => stack.name),
    ...report.problems.map((problem) => problem.stack),
  ]);
  names.delete('');
  for (const name of names) stackSection(report, name, text);
  rulesSection(report.rules, text);
  return text.toString();
}

/** Lines of text that are wrapped at words and indented. */
class Text {
  private readonly lines: string[] = [];

  constructor(
    readonly width: number,
    readonly colours: Colours,
  ) {}

  blank(): void {
    this.lines.push('');
  }

  line(text: string): void {
    this.lines.push(text);
  }

  /** A label and a wrapped text beside it. Lines of the text stay lines. */
  labelled(
    indent: number,
    label: string,
    text: string,
    paint: Paint = String,
    paintLabel: Paint = this.colours.dim,
  ): void {
    const margin = ' '.repeat(indent);
    const column = label === '' ? 0 : Math.max(label.length + 2, 12);
    const wrapped = text.split('\n').flatMap((line) => wrap(line, this.width - indent - column));
    for (const [index, line] of wrapped.entries()) {
      const head = index === 0 ? paintLabel(label.padEnd(column)) : ' '.repeat(column);
      this.lines.push(`${margin}${head}${paint(line)}`);
    }
  }

  toString(): string {
    return `${this.lines.map((line) => line.trimEnd()).join('\n')}\n`;
  }
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function verdictLine(report: Report, text: Text): void {
  const { colours } = text;
  const resources = report.stacks.reduce((sum, stack) => sum + stack.resources, 0);
  const seen = `${count(report.stacks.length, 'stack')}, ${count(resources, 'resource')}`;
  const blocking = report.findings.filter((finding) => finding.enforcement === 'block').length;
  const undecided = report.undecided.filter((entry) => entry.enforcement === 'block').length;
  const warnings = report.findings.length - blocking;
  const counts = [
    ...(report.problems.length > 0 ? [count(report.problems.length, 'problem')] : []),
    ...(blocking > 0 ? [count(blocking, 'blocking finding')] : []),
    ...(undecided > 0 ? [`${String(undecided)} undecided`] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  const summary = counts.length === 0 ? seen : `${counts.join(', ')} (${seen})`;
  const words = { passed: 'PASSED', denied: 'DENIED', 'could-not-judge': 'COULD NOT JUDGE' } as const;
  const paint = { passed: colours.green, denied: colours.red, 'could-not-judge': colours.yellow } as const;
  const { outcome } = report.verdict;
  text.line(`${colours.bold(paint[outcome](words[outcome]))}  ${summary}`);
}

function problemBlock({ what, why, fix }: Problem, text: Text): void {
  text.blank();
  text.labelled(2, '', what, text.colours.yellow);
  text.labelled(4, 'why', why);
  text.labelled(4, 'fix', fix);
}

function stackSection(report: Report, name: string, text: Text): void {
  const stack = report.stacks.find((candidate) => candidate.name === name);
  text.blank();
  text.line(
    `${text.colours.bold(name)}${stack === undefined ? '' : `  ${text.colours.dim(count(stack.resources, 'resource'))}`}`,
  );
  const own = <T extends { readonly stack: string }>(entries: readonly T[]): T[] =>
    entries.filter((entry) => entry.stack === name);
  const picture = flowPicture(own(report.flows), text.width - 2);
  if (picture.length > 0) text.blank();
  for (const line of picture) text.line(`  ${paintFlow(line, text.colours)}`);
  for (const problem of own(report.problems)) problemBlock(problem, text);
  for (const group of byRule(own(report.findings))) findingGroup(group, text);
  for (const group of byRule(own(report.undecided))) undecidedGroup(group, text);
  const costs = own(report.costs);
  if (costs.length > 0) costTable(costs, stack?.groupSize, text);
}

function paintFlow(line: string, colours: Colours): string {
  return line.replace(/✗|closed/g, (mark) => colours.red(mark)).replace(/\?|unknown/g, (mark) => colours.yellow(mark));
}

function byRule<T extends Judgement>(entries: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) groups.set(entry.id, [...(groups.get(entry.id) ?? []), entry]);
  return [...groups.values()];
}

function ruleHead(head: Judgement, suffix: string, paint: Paint, text: Text): void {
  text.blank();
  text.labelled(2, `${head.severity.toUpperCase()} ${head.id}`, `${head.title}${suffix}`, text.colours.bold, paint);
}

function place(entry: Judgement, text: Text): void {
  text.labelled(4, '', entry.address);
  if (entry.constructPath !== undefined) text.labelled(6, 'construct', entry.constructPath);
  if (entry.path !== '') text.labelled(6, 'attribute', entry.path);
}

function findingGroup(group: readonly Finding[], text: Text): void {
  const [head] = group;
  if (head === undefined) return;
  const { red, yellow } = text.colours;
  const warned = head.enforcement === 'warn';
  ruleHead(head, warned ? ' (warning)' : '', warned ? yellow : red, text);
  for (const finding of group) {
    place(finding, text);
    text.labelled(6, 'there', finding.actual, warned ? yellow : red);
    text.labelled(6, 'allowed', finding.allowed);
    text.labelled(6, 'so', finding.message);
  }
  text.labelled(4, 'fix', head.remediation);
}

function undecidedGroup(group: readonly Undecided[], text: Text): void {
  const [head] = group;
  if (head === undefined) return;
  ruleHead(head, ` (undecided${head.enforcement === 'warn' ? ', warning' : ''})`, text.colours.yellow, text);
  for (const entry of group) {
    place(entry, text);
    text.labelled(6, 'because', entry.message);
  }
  text.labelled(4, 'fix', head.remediation);
}

const AMOUNTS = ['minimum', 'desired', 'maximum'] as const;

function costTable(costs: readonly CostItem[], size: Report['stacks'][number]['groupSize'], text: Text): void {
  const parts = [...new Set(costs.map((cost) => cost.part))];
  const fixed = costs.filter((cost) => cost.usage === '');
  const sum = (items: readonly CostItem[]): string[] =>
    AMOUNTS.map((amount) => formatUsd(items.reduce((total, item) => total + item[amount], 0)));
  const heads = AMOUNTS.map((amount) => (size === undefined ? `at ${amount}` : `${amount} (${String(size[amount])})`));
  const rows = parts.map((part) => {
    const items = fixed.filter((cost) => cost.part === part);
    return [part, ...(items.length === 0 ? AMOUNTS.map(() => 'unknown') : sum(items))];
  });
  const print = (cells: readonly string[], paint: Paint = String): void =>
    text.line(
      paint(
        `  ${(cells[0] ?? '').padEnd(24)}${cells
          .slice(1)
          .map((cell) => cell.padStart(15))
          .join('')}`,
      ),
    );
  text.blank();
  if (fixed.length > 0) {
    print(['US dollars a month', ...heads], text.colours.dim);
    for (const row of rows) print(row);
    print(['total of fixed prices', ...sum(fixed)], text.colours.bold);
  }
  const unknown = costs.filter((cost) => cost.usage !== '');
  if (unknown.length === 0) return;
  const unsaid =
    fixed.length > 0 ? 'Not in the total, because it depends on use:' : 'What it costs a month depends on use:';
  text.labelled(2, '', unsaid, text.colours.dim);
  for (const { part, item, usage } of unknown) text.labelled(4, part, `${item}: ${usage}`);
}

const OUTCOMES = ['denied', 'undecided', 'warned', 'accepted', 'passed', 'not applicable', 'off'] as const;

function rulesSection(rules: readonly RuleReport[], text: Text): void {
  if (rules.length === 0) return;
  text.blank();
  text.line(text.colours.bold('Rules'));
  const { red, yellow, green, dim } = text.colours;
  const paint = {
    denied: red,
    undecided: yellow,
    warned: yellow,
    accepted: dim,
    passed: green,
    'not applicable': dim,
    off: dim,
  } as const;
  for (const outcome of OUTCOMES) {
    for (const rule of rules.filter((candidate) => shownOutcome(candidate) === outcome)) {
      text.labelled(2, `${outcome.padEnd(16)}${rule.id.padEnd(8)}`, rule.title, String, paint[outcome]);
    }
  }
}

function shownOutcome(rule: RuleReport): (typeof OUTCOMES)[number] {
  if (rule.outcome === 'denied' && rule.enforcement === 'warn') return 'warned';
  return rule.outcome === 'not-applicable' ? 'not applicable' : rule.outcome;
}
