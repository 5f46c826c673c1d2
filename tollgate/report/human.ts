import { clean } from './clean';
import { flowPicture } from './flows';
import { placeLabel, placeText } from './place';
import { Text, type Colours, type Paint, type TextStyle } from './text';
import {
  basisText,
  byRule,
  count,
  countsOfAll,
  isEmptyPass,
  notices,
  ofRun,
  openTexts,
  scopeNotices,
  summary,
  sumText,
  unpricedCount,
  unpricedTexts,
  usageTexts,
  verdictWords,
  waiverNotices,
  type Noticed,
} from './summary';
import type {
  AcceptedUndecided,
  CostItem,
  Finding,
  Judged,
  Judgement,
  OpenRule,
  Problem,
  Report,
  RuleReport,
  Undecided,
  Unpriced,
  Verdict,
  WaivedFinding,
  WaiverReport,
} from '../model';

export type { TextStyle } from './text';

/** The human-readable report: the verdict, then each stack, then the rules. */
export function humanReport(report: Report, style: TextStyle): string {
  return textOf(report, style, notices(report));
}

function textOf(report: Report, style: TextStyle, about: readonly string[]): string {
  const text = new Text(style);
  verdictLine(report, about, text);
  for (const problem of report.problems.filter(({ stack }) => stack === '')) problemBlock(problem, text);
  const names = new Set([
    ...report.stacks.map((stack) => stack.name),
    ...report.problems.map((problem) => problem.stack),
  ]);
  names.delete('');
  for (const name of names) stackSection(report, name, text);
  rulesSection(report.rules, text);
  beginning(report.problems, text);
  return text.toString();
}

/** Several human-readable reports, each under the name of its input, and the number of each verdict. */
export function humanReports(judged: readonly Judged[], style: TextStyle): string {
  const [only] = judged;
  if (judged.length === 1 && only !== undefined) return humanReport(only.report, style);
  const run = ofRun(judged.map(({ report }) => report));
  const reports = judged.map(({ files, report }) => {
    const about = [...scopeNotices(report), ...waiverNotices(waiversThat(report, isOfFindings))];
    return `${clean(files.join(', '))}\n${textOf(report, style, about)}`;
  });
  const rest = new Text(style);
  const idle = waiverNotices(waiversThat(run, (waiver) => !isOfFindings(waiver)));
  for (const notice of idle) rest.labelled(0, '', notice, rest.colours.yellow);
  const number = (outcome: Verdict['outcome']): number =>
    judged.filter(({ report }) => report.verdict.outcome === outcome).length;
  const passed = judged.filter(({ report }) => report.verdict.outcome === 'passed').map(({ report }) => report);
  const empty = judged.filter(({ report }) => isEmptyPass(report)).length;
  const besides = [...(empty === 0 ? [] : [`no rule applied to ${empty} of them`]), ...countsOfAll(passed)];
  const counts = [
    `${passed.length} passed${besides.length === 0 ? '' : ` (${besides.join(', ')})`}`,
    `${number('denied')} denied`,
    `${number('could-not-judge')} could not be judged`,
  ];
  return `${reports.join('\n')}\n${idle.length === 0 ? '' : `${rest.toString()}\n`}${judged.length} files: ${counts.join(', ')}\n`;
}

function isOfFindings({ findings }: WaiverReport): boolean {
  return findings > 0;
}

function waiversThat({ waivers }: Noticed, are: (waiver: WaiverReport) => boolean): Pick<Noticed, 'waivers'> {
  return { waivers: { ...waivers, entries: waivers.entries.filter(are) } };
}

function verdictLine(report: Report, about: readonly string[], text: Text): void {
  const { colours } = text;
  const paint = { passed: colours.green, denied: colours.red, 'could-not-judge': colours.yellow } as const;
  const { outcome } = report.verdict;
  const colour = isEmptyPass(report) ? colours.yellow : paint[outcome];
  text.heading(verdictWords(report), summary(report), (words) => colours.bold(colour(words)));
  for (const notice of about) text.labelled(2, '', notice, colours.yellow);
}

function problemBlock({ what, why, fix, example }: Problem, text: Text): void {
  text.blank();
  text.labelled(2, '', what, text.colours.yellow);
  text.labelled(4, 'why', why);
  text.labelled(4, 'fix', example === undefined ? fix : 'See the end of this report.');
}

/** Repeated at the end, where the terminal shows it: an example of the missing file, or the lines to add to a file. */
function beginning(problems: readonly Problem[], text: Text): void {
  for (const { fix, example } of problems) {
    if (example === undefined) continue;
    text.blank();
    text.line(text.colours.bold(example.startsWith('{') ? 'How to begin' : 'To add'));
    text.labelled(2, '', fix);
    text.blank();
    for (const line of example.split('\n')) text.line(`  ${line}`);
  }
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
  if (picture.length > 0) {
    text.blank();
    if (report.undeclared?.includes('flows') === true)
      text.labelled(2, '', 'Flows between tiers that were found and are not declared:');
  }
  for (const line of picture) text.line(`  ${paintFlow(line, text.colours)}`);
  openList(own(report.openToInternet ?? []), text);
  for (const problem of own(report.problems)) problemBlock(problem, text);
  for (const group of byRule(own(report.findings))) findingGroup(group, text);
  for (const group of byRule(own(report.undecided))) undecidedGroup(group, text);
  for (const group of byRule(own(report.accepted ?? []))) acceptedGroup(group, text);
  for (const group of byRule(own(report.waived))) waivedGroup(group, text);
  knownList(own(report.known), text);
  const costs = own(report.costs);
  const unpriced = own(report.unpriced ?? []);
  if (costs.length + unpriced.length > 0) costTable(costs, unpriced, stack?.groupSize, text);
  unpricedList(unpriced, text);
  if (costs.length + unpriced.length > 0 && report.prices !== undefined)
    text.labelled(2, '', basisText(report.prices), text.colours.dim);
}

function openList(open: readonly OpenRule[], text: Text): void {
  if (open.length === 0) return;
  text.blank();
  text.labelled(2, '', 'Security group rules that allow traffic from the Internet, not judged without flows:');
  for (const rule of openTexts(open)) {
    text.labelled(4, '', rule.address);
    text.labelled(6, '', rule.text, text.colours.yellow);
  }
}

function unpricedList(unpriced: readonly Unpriced[], text: Text): void {
  if (unpriced.length === 0) return;
  text.blank();
  text.labelled(2, '', 'Resources without a price, not in any total:', text.colours.yellow);
  for (const reason of unpricedTexts(unpriced)) text.labelled(4, '', reason);
}

function paintFlow(line: string, colours: Colours): string {
  return line.replace(/✗|closed/g, (mark) => colours.red(mark)).replace(/\?|unknown/g, (mark) => colours.yellow(mark));
}

function ruleHead(head: Judgement, suffix: string, paint: Paint, text: Text): void {
  text.blank();
  text.labelled(2, `${head.severity.toUpperCase()} ${head.id}`, `${head.title}${suffix}`, text.colours.bold, paint);
}

function place(entry: Judgement, text: Text): void {
  text.labelled(4, '', entry.address);
  if (entry.constructPath !== undefined) text.labelled(6, 'construct', entry.constructPath);
  if (entry.source !== undefined) {
    const { note } = entry.source;
    const at = placeText(entry.source);
    text.labelled(6, placeLabel(entry.source), note === undefined ? at : `${at} (${note})`);
  }
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
    text.labelled(6, 'found', finding.found, warned ? yellow : red);
    text.labelled(6, 'allowed', finding.allowed);
    text.labelled(6, 'why', finding.why);
  }
  text.labelled(4, 'fix', head.fix);
}

function undecidedGroup(group: readonly Undecided[], text: Text): void {
  const [head] = group;
  if (head === undefined) return;
  ruleHead(head, ` (undecided${head.enforcement === 'warn' ? ', warning' : ''})`, text.colours.yellow, text);
  for (const entry of group) {
    place(entry, text);
    text.labelled(6, 'because', entry.why);
  }
  text.labelled(4, 'fix', head.fix);
}

function acceptedGroup(group: readonly AcceptedUndecided[], text: Text): void {
  const [head] = group;
  if (head === undefined) return;
  ruleHead(head, ' (undecided, accepted)', text.colours.yellow, text);
  for (const entry of group) {
    const { reason, owner, expires } = entry.waiver;
    place(entry, text);
    text.labelled(6, 'because', entry.why);
    text.labelled(6, 'accepted', `until ${expires} by ${owner}: ${reason}`);
  }
}

function waivedGroup(group: readonly WaivedFinding[], text: Text): void {
  const [head] = group;
  if (head === undefined) return;
  ruleHead(head, ' (waived)', text.colours.dim, text);
  for (const finding of group) {
    const { reason, owner, expires } = finding.waiver;
    place(finding, text);
    text.labelled(6, 'found', finding.found);
    text.labelled(6, 'allowed', finding.allowed);
    text.labelled(6, 'waived', `until ${expires} by ${owner}: ${reason}`);
  }
}

function knownList(known: readonly Finding[], text: Text): void {
  if (known.length === 0) return;
  text.blank();
  text.labelled(2, '', `In the baseline: ${count(known.length, 'finding')}`, text.colours.bold);
  for (const { id, address, path, found } of known) {
    text.labelled(4, id, `${address}${path === '' ? '' : ` ${path}`}: ${found}`);
  }
}

const AMOUNTS = ['minimum', 'desired', 'maximum'] as const;

function costTable(
  costs: readonly CostItem[],
  unpriced: readonly Unpriced[],
  size: Report['stacks'][number]['groupSize'],
  text: Text,
): void {
  const parts = [...new Set([...costs, ...unpriced].map(({ part }) => part))].sort();
  const fixed = costs.filter((cost) => cost.usage === '');
  const sum = (items: readonly CostItem[], lacking: readonly Unpriced[]): string[] =>
    AMOUNTS.map((amount) =>
      sumText(
        items.length === 0 ? undefined : items.reduce((total, item) => total + item[amount], 0),
        unpricedCount(lacking),
      ),
    );
  const heads = AMOUNTS.map((amount) => (size === undefined ? `at ${amount}` : `${amount} (${String(size[amount])})`));
  const rows = parts.map((part) => {
    const own = <T extends { readonly part: string }>(entries: readonly T[]): T[] =>
      entries.filter((entry) => entry.part === part);
    return [part, ...sum(own(fixed), own(unpriced))];
  });
  const total = ['total of fixed prices', ...sum(fixed, unpriced)];
  const width = Math.max(15, ...[...rows, total].flatMap((row) => row.slice(1).map((cell) => cell.length + 2)));
  const print = (cells: readonly string[], paint: Paint = String): void =>
    text.line(
      paint(
        `  ${(cells[0] ?? '').padEnd(24)}${cells
          .slice(1)
          .map((cell) => cell.padStart(width))
          .join('')}`,
      ),
    );
  text.blank();
  if (fixed.length + unpriced.length > 0) {
    print(['US dollars per month', ...heads], text.colours.dim);
    for (const row of rows) print(row);
    print(total, text.colours.bold);
  }
  const unknown = usageTexts(costs);
  if (unknown.length === 0) return;
  const unsaid =
    fixed.length > 0 ? 'Not in the total, because it depends on usage:' : 'The monthly cost depends on usage:';
  text.labelled(2, '', unsaid, text.colours.dim);
  for (const { part, text: price } of unknown) text.labelled(4, part, price);
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
