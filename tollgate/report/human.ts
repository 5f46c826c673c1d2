import { clean } from './clean';
import { flowPicture } from './flows';
import { placeText } from './place';
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
  sentence,
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
  CostItem,
  Finding,
  Judged,
  Judgement,
  OpenRule,
  Problem,
  Report,
  RuleReport,
  SourceLine,
  Unpriced,
  Verdict,
  WaivedFinding,
  WaiverReport,
} from '../model';

export type { TextStyle } from './text';

/**
 * The human-readable report: the verdict, the findings, the stacks with their flows and costs, the rules in one line, and the
 * verdict again, which a terminal shows last.
 */
export function humanReport(report: Report, style: TextStyle): string {
  const isExample = report.problems.some(({ example }) => example !== undefined);
  if (report.stacks.length === 0 || isExample) return textOf(report, style, notices(report));
  const closing = new Text(style);
  verdictLine(report, closing, blockingRules(report));
  return textOf(report, style, notices(report)) + closing.toString();
}

function textOf(report: Report, style: TextStyle, about: readonly string[]): string {
  const text = new Text(style);
  verdictLine(report, text);
  for (const notice of about) text.labelled(2, '', notice, text.colours.yellow);
  for (const problem of report.problems) problemBlock(problem, text);
  for (const block of blocksOf(report, style)) block.forEach((line) => text.line(line));
  knownList(report.known, text);
  stackSections(report, text);
  costSection(report, text);
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

/** Rules that a terminal names beside the verdict. */
const RULES = 6;

function blockingRules({ findings, undecided }: Report): string {
  const blocking = [...findings, ...undecided].filter(({ enforcement }) => enforcement === 'block');
  const ids = [...new Set(blocking.map(({ id }) => id))];
  const more = ids.length > RULES ? [`${ids.length - RULES} more`] : [];
  return ids.length === 0 ? '' : `${[...ids.slice(0, RULES), ...more].join(', ')}: `;
}

function verdictLine(report: Report, text: Text, rules = ''): void {
  const { colours } = text;
  const paint = { passed: colours.green, denied: colours.red, 'could-not-judge': colours.yellow } as const;
  const { outcome } = report.verdict;
  const colour = isEmptyPass(report) ? colours.yellow : paint[outcome];
  text.heading(verdictWords(report), `${rules}${summary(report)}`, (words) => colours.bold(colour(words)));
}

function problemBlock({ stack, what, why, fix, example }: Problem, text: Text): void {
  text.blank();
  text.labelled(2, '', stack === '' ? what : `${stack}: ${what}`, text.colours.yellow);
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

function stackSections(report: Report, text: Text): void {
  if (report.stacks.length > 0) text.blank();
  for (const { name, resources } of report.stacks) {
    text.line(`${text.colours.bold(name)}  ${text.colours.dim(count(resources, 'resource'))}`);
    const own = <T extends { readonly stack: string }>(entries: readonly T[]): T[] =>
      entries.filter((entry) => entry.stack === name);
    const picture = flowPicture(own(report.flows), text.width - 2);
    if (picture.length > 0 && report.undeclared?.includes('flows') === true)
      text.labelled(2, '', 'Flows between tiers that were found and are not declared:');
    for (const line of picture) text.line(`  ${paintFlow(line, text.colours)}`);
    openList(own(report.openToInternet ?? []), text);
  }
}

function openList(open: readonly OpenRule[], text: Text): void {
  if (open.length === 0) return;
  text.labelled(2, '', 'Security group rules that allow traffic from the Internet, not judged without flows:');
  for (const rule of openTexts(open)) {
    text.labelled(4, '', rule.address);
    text.labelled(6, '', rule.text, text.colours.yellow);
  }
}

function unpricedList(unpriced: readonly Unpriced[], text: Text): void {
  if (unpriced.length === 0) return;
  text.labelled(2, '', 'Resources without a price, not in any total:', text.colours.yellow);
  for (const reason of unpricedTexts(unpriced)) text.labelled(4, '', reason);
}

function paintFlow(line: string, colours: Colours): string {
  return line.replace(/✗|closed/g, (mark) => colours.red(mark)).replace(/\?|unknown/g, (mark) => colours.yellow(mark));
}

// ------------------------------------------------------------------------------------------------------------- findings

/** Lines of all findings together; without `details`, the rules after these lines have one line each. */
const LINES = 24;
/** Values of one rule that are told one by one. */
const VALUES = 3;
/** Addresses of one value that are told one by one. */
const ADDRESSES = 3;

/** Everything that a rule said about the input, in the words of the report. */
type Told = Judgement & {
  readonly found?: string;
  readonly allowed?: string;
  readonly waiver?: WaivedFinding['waiver'];
};

interface Kind {
  readonly entries: readonly Told[];
  readonly suffix: string;
  readonly paint: Paint;
}

/** One block of lines for each rule that found something. The rules behind the first {@link LINES} lines have one line each. */
function blocksOf(report: Report, style: TextStyle): string[][] {
  const { red, yellow, dim } = new Text(style).colours;
  const of = <T extends Told>(entries: readonly T[], enforcement: T['enforcement']): T[] =>
    entries.filter((entry) => entry.enforcement === enforcement);
  const kinds: readonly Kind[] = [
    { entries: of(report.findings, 'block'), suffix: '', paint: red },
    { entries: of(report.undecided, 'block'), suffix: 'undecided', paint: yellow },
    { entries: of(report.findings, 'warn'), suffix: 'warning', paint: yellow },
    { entries: of(report.undecided, 'warn'), suffix: 'undecided, warning', paint: yellow },
    { entries: report.accepted ?? [], suffix: 'undecided, accepted', paint: yellow },
    { entries: report.waived, suffix: 'waived', paint: dim },
  ];
  const stacks = report.stacks.length > 1;
  let lines = 0;
  return kinds.flatMap((kind) =>
    byRule(kind.entries).map((group) => {
      const text = new Text(style);
      ruleBlock(group, kind, stacks, text);
      const block = text.toString().trimEnd().split('\n');
      if (style.details !== true && lines > 0 && lines + block.length > LINES) return oneLine(group, kind, style);
      lines += block.length + 1;
      return ['', ...block];
    }),
  );
}

function oneLine(group: readonly Told[], { suffix, paint }: Kind, style: TextStyle): string[] {
  const [head] = group;
  if (head === undefined) return [];
  const text = new Text(style);
  const where = group.length > 1 ? `${head.address} and ${group.length - 1} more` : head.address;
  const words = `${where}: ${head.why}`;
  const room = text.width - 2 - Math.max(label(head, suffix).length + 2, 12);
  text.labelled(
    2,
    label(head, suffix),
    words.length > room
      ? `${Array.from(words)
          .slice(0, room - 1)
          .join('')}…`
      : words,
    String,
    paint,
  );
  return text.toString().trimEnd().split('\n');
}

function label({ severity, id }: Judgement, suffix: string): string {
  return `${severity.toUpperCase()} ${id}${suffix === '' ? '' : ` (${suffix})`}`;
}

/** A rule: what is wrong, each value with the resources that have it, and how to fix it. */
function ruleBlock(group: readonly Told[], { suffix, paint }: Kind, stacks: boolean, text: Text): void {
  const [head] = group;
  if (head === undefined) return;
  const most = text.details ? group.length : VALUES;
  const values = grouped(group, ({ why, found, allowed, waiver }) => JSON.stringify([why, found, allowed, waiver]));
  let said = '';
  for (const entries of values.slice(0, most)) {
    const [{ why, found, allowed, waiver } = head] = entries;
    if (why !== said) {
      text.labelled(2, label(head, suffix), sentence(why), text.colours.bold, paint);
    }
    said = why;
    const times = entries.length > 1 ? `${entries.length} × ` : '';
    if (found !== undefined) text.labelled(4, 'found', `${times}${found}`, paint);
    if (allowed !== undefined) text.labelled(4, 'allowed', allowed);
    places(entries, stacks, text);
    if (waiver !== undefined)
      text.labelled(
        4,
        found === undefined ? 'accepted' : 'waived',
        `until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`,
      );
  }
  const rest = values.slice(most).flat().length;
  if (rest > 0)
    text.labelled(4, '', `${count(rest, 'more finding')} of this rule; --details lists all.`, text.colours.dim);
  if (group.some(({ waiver }) => waiver === undefined)) text.labelled(4, 'fix', head.fix);
}

function places(entries: readonly Told[], stacks: boolean, text: Text): void {
  const sorted = [...entries].sort((a, b) => NATURAL.compare(a.address, b.address) || NATURAL.compare(a.path, b.path));
  const most = text.details || entries.length === ADDRESSES + 1 ? entries.length : ADDRESSES;
  const told = sorted.slice(0, most).map((entry) => placeWords(entry, stacks));
  for (const [at, words] of told.entries()) text.labelled(4, at === 0 ? 'where' : ' ', words);
  if (entries.length > most) text.labelled(4, ' ', `${entries.length - most} more`, text.colours.dim);
}

/** Sorts `a[2]` before `a[10]`. */
const NATURAL = new Intl.Collator('en', { numeric: true });

/** `aws_security_group.web ingress.0, main.tf:12`. */
function placeWords({ stack, address, path, constructPath, source }: Told, stacks: boolean): string {
  const origin = [
    ...(constructPath === undefined ? [] : [constructPath]),
    ...(source === undefined ? [] : [sourceText(source)]),
  ];
  const resource = `${stacks && constructPath === undefined ? `${stack}: ` : ''}${address}${path === '' ? '' : ` ${path}`}`;
  return [resource, ...origin].join(', ');
}

/** `main.tf:12`, `called at main.tf:3 (the module is not among the files)`. */
function sourceText(source: SourceLine): string {
  const called = source.of === 'module call' ? 'called at ' : '';
  return `${called}${placeText(source)}${source.note === undefined ? '' : ` (${source.note})`}`;
}

function grouped<T>(entries: readonly T[], keyOf: (entry: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

function knownList(known: readonly Finding[], text: Text): void {
  if (known.length === 0) return;
  text.blank();
  text.labelled(2, '', `In the baseline: ${count(known.length, 'finding')}`, text.colours.bold);
  const most = text.details || known.length === VALUES + 1 ? known.length : VALUES;
  for (const { id, address, path, found } of known.slice(0, most)) {
    text.labelled(4, id, `${address}${path === '' ? '' : ` ${path}`}: ${found}`);
  }
  if (known.length > most) text.labelled(4, '', `${known.length - most} more; --details lists all.`, text.colours.dim);
}

// ---------------------------------------------------------------------------------------------------------------- costs

const AMOUNTS = ['minimum', 'desired', 'maximum'] as const;

/** A line of the table: a stack, or a part of the only stack with costs. */
interface CostRow {
  readonly name: string;
  readonly costs: readonly CostItem[];
  readonly unpriced: readonly Unpriced[];
}

function costSection(report: Report, text: Text): void {
  const { costs, unpriced = [], prices } = report;
  if (costs.length + unpriced.length === 0) return;
  const rows = costRows(report, text.details);
  const isShort = !text.details && report.verdict.outcome !== 'passed';
  if (isShort && !isAboutCosts(report)) {
    const sums = sumsOf(rows).map((sum, at) => `${sum} at ${AMOUNTS[at] ?? ''}`);
    text.labelled(0, '', `US dollars per month: ${sums.join(', ')}.`, text.colours.dim);
    return;
  }
  const [only] = report.stacks.filter(({ name }) => [...costs, ...unpriced].some(({ stack }) => stack === name));
  const size = rows.some(({ name }) => name === only?.name) ? undefined : only?.groupSize;
  text.blank();
  costTable(rows, size, text);
  const unknown = usageTexts(costs);
  if (unknown.length > 0 && !isShort) {
    const fixed = costs.some(({ usage }) => usage === '');
    const unsaid = fixed ? 'Not in the total, because it depends on usage:' : 'The monthly cost depends on usage:';
    if (text.details) {
      text.labelled(2, '', unsaid, text.colours.dim);
      for (const { part, text: price } of unknown) text.labelled(4, part, price);
    } else {
      const items = new Set(costs.filter(({ usage }) => usage !== '').map(({ item }) => item));
      text.labelled(2, '', `${unsaid} ${[...items].join(', ')}.`, text.colours.dim);
    }
  }
  unpricedList(unpriced, text);
  if (prices !== undefined && !isShort) text.labelled(2, '', basisText(prices), text.colours.dim);
}

function isAboutCosts({ findings, undecided }: Report): boolean {
  return [...findings, ...undecided].some(({ rule }) => rule.startsWith('cost.'));
}

/** The sums of some rows at each size. */
function sumsOf(rows: readonly CostRow[]): string[] {
  const fixed = rows.flatMap(({ costs }) => costs).filter(({ usage }) => usage === '');
  const lacking = unpricedCount(rows.flatMap(({ unpriced }) => unpriced));
  return AMOUNTS.map((amount) =>
    sumText(fixed.length === 0 ? undefined : fixed.reduce((total, item) => total + item[amount], 0), lacking),
  );
}

function costRows({ stacks, costs, unpriced = [] }: Report, details: boolean): CostRow[] {
  const having = <T extends { readonly stack: string; readonly part: string }>(
    entries: readonly T[],
    stack: string,
    part?: string,
  ): T[] => entries.filter((entry) => entry.stack === stack && (part === undefined || entry.part === part));
  const priced = stacks.map(({ name }) => name).filter((name) => having([...costs, ...unpriced], name).length > 0);
  const parts = (stack: string): CostRow[] =>
    [...new Set(having([...costs, ...unpriced], stack).map(({ part }) => part))].sort().map((part) => ({
      name: priced.length > 1 ? `  ${part}` : part,
      costs: having(costs, stack, part),
      unpriced: having(unpriced, stack, part),
    }));
  if (priced.length === 1) return priced.flatMap(parts);
  return priced.flatMap((name) => [
    { name, costs: having(costs, name), unpriced: having(unpriced, name) },
    ...(details ? parts(name) : []),
  ]);
}

function costTable(rows: readonly CostRow[], size: Report['stacks'][number]['groupSize'], text: Text): void {
  const heads = AMOUNTS.map((amount) => (size === undefined ? `at ${amount}` : `${amount} (${String(size[amount])})`));
  const table = rows.map((row) => [row.name, ...sumsOf([row])]);
  const all = ['total of fixed prices', ...sumsOf(rows)];
  const parted = rows.some(({ name }) => name.startsWith('  '));
  const lines = [['US dollars per month', ...heads], ...table, ...(rows.length > 1 && !parted ? [all] : [])];
  const first = Math.max(24, ...lines.map(([name = '']) => name.length + 2));
  const width = Math.max(15, ...lines.flatMap((line) => line.slice(1).map((cell) => cell.length + 2)));
  for (const [at, [name = '', ...sums]] of lines.entries()) {
    const paint = at === 0 ? text.colours.dim : name === all[0] ? text.colours.bold : String;
    text.line(paint(`  ${name.padEnd(first)}${sums.map((cell) => cell.padStart(width)).join('')}`));
  }
}

// ---------------------------------------------------------------------------------------------------------------- rules

const OUTCOMES = ['denied', 'undecided', 'warned', 'accepted', 'passed', 'not applicable', 'off'] as const;

function rulesSection(rules: readonly RuleReport[], text: Text): void {
  if (rules.length === 0) return;
  const having = (outcome: (typeof OUTCOMES)[number]): RuleReport[] =>
    rules.filter((rule) => shownOutcome(rule) === outcome);
  if (!text.details) {
    const counts = OUTCOMES.flatMap((outcome) => {
      const { length } = having(outcome);
      return length === 0 ? [] : [`${length} ${outcome}`];
    });
    text.labelled(0, '', `Rules: ${counts.join(', ')}. --details lists each rule and finding.`, text.colours.dim);
    return;
  }
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
  for (const outcome of OUTCOMES)
    for (const rule of having(outcome))
      text.labelled(2, `${outcome.padEnd(16)}${rule.id.padEnd(8)}`, rule.title, String, paint[outcome]);
}

function shownOutcome(rule: RuleReport): (typeof OUTCOMES)[number] {
  if (rule.outcome === 'denied' && rule.enforcement === 'warn') return 'warned';
  return rule.outcome === 'not-applicable' ? 'not applicable' : rule.outcome;
}
