import { count, countsOfAll, coverageOf, isEmptyPass, proposedOf, type Coverage } from '../report/summary';
import type { Enforcement, Finding, FlowFact, Judged, Judgement } from '../model';
import type {
  Problem,
  Proposed,
  Report,
  RuleReport,
  Severity,
  Undecided,
  Verdict,
  Waiver,
  WaivedFinding,
  WaiverReport,
} from '../model';

/** One side of a comparison: the reports of one run of the gate. */
export interface ComparedReport {
  /** The worst verdict of all inputs. */
  readonly verdict: Verdict;
  readonly inputs: readonly Judged[];
}

/** The status of a violation before it counted: nothing, waived, in the baseline, or undecided. */
export type Before = 'nothing' | 'waived' | 'known' | 'undecided';

/** A violation that counts now and did not count before. */
export interface AddedFinding extends Finding {
  readonly before: Before;
}

/** A violation on both sides, with another value or another enforcement. */
export interface ChangedFinding {
  readonly before: Finding;
  readonly after: Finding;
}

/** A violation that does not count now. */
export interface ExcusedFinding extends Finding {
  readonly by: 'waiver' | 'baseline';
  readonly waiver?: Waiver;
  /** Whether the violation counted before. Otherwise it is new and was never counted. */
  readonly counted: boolean;
}

/** A waiver whose properties or whose state changed. */
export interface ChangedWaiver {
  readonly before: WaiverReport;
  readonly after: WaiverReport;
}

/** A rule whose enforcement changed; `absent` on the side without the rule. */
export interface ChangedRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly before: Enforcement | 'absent';
  readonly after: Enforcement | 'absent';
}

/** A flow whose state changed. */
export interface ChangedFlow {
  readonly stack: string;
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly port: number;
  readonly last?: number;
  readonly before: FlowFact['state'] | 'absent';
  readonly after: FlowFact['state'] | 'absent';
}

/** Fixed prices in integer micro-dollars per month. */
export interface MonthlyCost {
  readonly desired: number;
  readonly maximum: number;
  /** Resources without a price, in neither sum. Absent when everything has a price. */
  readonly unpriced?: readonly UnpricedResource[];
}

/** A resource of which a part has no price. */
export interface UnpricedResource {
  readonly stack: string;
  readonly address: string;
  readonly reason: string;
}

/**
 * The fixed prices of a stack on both sides. `absent`: the side has no such stack. `unknown`: the stack was not judged.
 */
export interface ComparedCost {
  readonly stack: string;
  readonly before: MonthlyCost | 'absent' | 'unknown';
  readonly after: MonthlyCost | 'absent' | 'unknown';
}

/**
 * A price that changed. `absent`: the side has no such item. `usage`: the price depends on usage. `unpriced`: there is no
 * price, and `item` is the reason.
 */
export interface ChangedItem {
  readonly stack: string;
  readonly address: string;
  readonly item: string;
  readonly before: MonthlyCost | 'absent' | 'usage' | 'unpriced';
  readonly after: MonthlyCost | 'absent' | 'usage' | 'unpriced';
  /** The usage that a variable price depends on, now or before. */
  readonly usage: string;
}

/** Added and removed entries. */
export interface Difference<T> {
  readonly added: readonly T[];
  readonly gone: readonly T[];
}

/** Version of the shape of {@link Comparison}. */
export const COMPARISON_SCHEMA_VERSION = 1;

/** The effect of a change, as far as both reports show it; `--format json` prints exactly this. */
export interface Comparison {
  readonly schemaVersion: typeof COMPARISON_SCHEMA_VERSION;
  /** Verdict of the head. */
  readonly verdict: Verdict;
  /** Verdict of the base. */
  readonly before: Verdict;
  /** Number of rules that applied to at least one resource of the head, over all inputs. */
  readonly coverage: Coverage;
  /** Counts of the head besides passes, new or not: `1 undecided`, `2 warnings`, `1 waived`. */
  readonly besides: readonly string[];
  /** Number of blocking violations in the head, new or not. */
  readonly blocking: number;
  /** Effect of the change on the settings, waivers and baseline of the base; absent when nothing. */
  readonly proposed?: Proposed;
  /**
   * Whether the same settings judged both sides. Otherwise a finding may be gone because the settings allow more, which
   * fixes nothing.
   */
  readonly sameSettings: boolean;
  /** Sentences about limits of the comparison. */
  readonly notes: readonly string[];
  readonly problems: Difference<Problem>;
  readonly added: readonly AddedFinding[];
  readonly changed: readonly ChangedFinding[];
  readonly fixed: readonly Finding[];
  readonly excused: readonly ExcusedFinding[];
  readonly undecided: Difference<Undecided>;
  readonly waivers: Difference<WaiverReport> & { readonly changed: readonly ChangedWaiver[] };
  readonly rules: readonly ChangedRule[];
  readonly flows: readonly ChangedFlow[];
  /** Every stack with a cost on either side. */
  readonly costs: readonly ComparedCost[];
  /** Sum over all stacks; `unknown` when the cost of a stack is unknown. */
  readonly total: { readonly before: MonthlyCost | 'unknown'; readonly after: MonthlyCost | 'unknown' };
  readonly items: readonly ChangedItem[];
}

/**
 * Compares the report on a base with the report on a head. The comparison does not decide: the check of the head does.
 */
export function compareReports(base: ComparedReport, head: ComparedReport): Comparison {
  const after = flat(head);
  const before = withMoves(flat(base, soleStacks(base, head)), after);
  const coverage = coverageOf(overAll(after.rules));
  const proposed = proposedOf(head.inputs.map(({ report }) => report));
  return {
    schemaVersion: COMPARISON_SCHEMA_VERSION,
    verdict: head.verdict,
    before: base.verdict,
    coverage,
    besides: countsOfAll([after]),
    blocking: after.findings.filter(({ enforcement }) => enforcement === 'block').length,
    ...(proposed === undefined ? {} : { proposed }),
    sameSettings: sameSettings(before, after),
    notes: [...notes(before, after), ...coverageNotes(head, coverage)],
    problems: difference(before.problems, after.problems, ({ stack, what }) => key(stack, what)),
    ...findings(before, after),
    undecided: difference(before.undecided, after.undecided, place),
    waivers: waivers(before.waivers, after.waivers),
    rules: rules(before.rules, after.rules),
    flows: flows(before, after),
    ...costs(before, after),
  };
}

/** The reports of one side merged into one. Stack names include the input where needed. */
type Flat = Pick<
  Report,
  'stacks' | 'problems' | 'findings' | 'undecided' | 'waived' | 'known' | 'rules' | 'flows' | 'costs'
> & {
  readonly unpriced: readonly UnpricedResource[];
  readonly waivers: readonly WaiverReport[];
  readonly waiverDigests: string;
  readonly policies: string;
  readonly settings: string;
  readonly failOn: readonly Severity[];
};

type Naming = (stack: string) => string;

/** A single plan is named by its file, whose name may differ between the sides although the stack is the same. */
function soleStacks(base: ComparedReport, head: ComparedReport): Naming {
  const [before, after] = [base, head].map(({ inputs }) => {
    const stacks = inputs.flatMap(({ report }) => report.stacks);
    return inputs.length === 1 && stacks.length === 1 ? stacks[0]?.name : undefined;
  });
  return (stack) => (stack === before && after !== undefined ? after : stack);
}

function flat({ inputs }: ComparedReport, rename: Naming = (stack) => stack): Flat {
  const named = inputs.map(({ files, report }) => {
    const input = files.join(', ');
    const name: Naming = (stack) => {
      if (inputs.length === 1) return rename(stack);
      return report.stacks.length <= 1 || stack === '' ? input : `${input}: ${stack}`;
    };
    const all = <T extends { readonly stack: string }>(entries: readonly T[]): T[] =>
      entries.map((entry) => ({ ...entry, stack: name(entry.stack) }));
    return {
      ...report,
      stacks: report.stacks.map((stack) => ({ ...stack, name: name(stack.name) })),
      problems: all(report.problems),
      findings: all(report.findings),
      // An accepted value is still not known.
      undecided: all<Undecided>([...report.undecided, ...(report.accepted ?? [])]),
      waived: all(report.waived),
      known: all(report.known),
      flows: all(report.flows),
      costs: all(report.costs),
      unpriced: all(report.unpriced ?? []),
    };
  });
  const joined = <T>(of: (report: Report) => readonly T[]): T[] => named.flatMap(of);
  return {
    stacks: joined(({ stacks }) => stacks),
    problems: joined(({ problems }) => problems),
    findings: joined(({ findings: entries }) => entries),
    undecided: joined(({ undecided }) => undecided),
    waived: joined(({ waived }) => waived),
    known: joined(({ known }) => known),
    rules: joined(({ rules: entries }) => entries),
    flows: joined(({ flows: entries }) => entries),
    costs: joined(({ costs: entries }) => entries),
    unpriced: joined(({ unpriced = [] }) => unpriced),
    waivers: joined(({ waivers: { entries } }) => entries),
    waiverDigests: [...new Set(named.map(({ waivers: { digest } }) => digest))].sort().join(),
    policies: [...new Set(named.map(({ policy }) => policy))].sort().join(),
    settings: [...new Set(named.flatMap(({ settings = [] }) => settings))].sort().join(),
    failOn: [...new Set(named.map(({ failOn }) => failOn))],
  };
}

/**
 * One side with the addresses of the other: Terraform says which address a resource had before. Changes addresses and
 * found values, and nothing else.
 */
function withMoves(before: Flat, after: Flat): Flat {
  const now = new Map(
    after.stacks.flatMap(({ name, moved = [] }) =>
      moved.map(({ address, from }) => [key(name, from), address] as const),
    ),
  );
  if (now.size === 0) return before;
  const address = (stack: string, word: string): string => now.get(key(stack, word)) ?? word;
  const place = <T extends { readonly stack: string; readonly address: string }>(entries: readonly T[]): T[] =>
    entries.map((entry) => ({ ...entry, address: address(entry.stack, entry.address) }));
  const finding = <T extends Finding>(entries: readonly T[]): T[] =>
    place(entries).map((entry) => ({
      ...entry,
      found: entry.found
        .split(' ')
        .map((word) => address(entry.stack, word))
        .join(' '),
    }));
  return {
    ...before,
    ...{ findings: finding(before.findings), waived: finding(before.waived), known: finding(before.known) },
    ...{ undecided: place(before.undecided), costs: place(before.costs) },
    unpriced: place(before.unpriced),
  };
}

function key(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}

/** Identifies a judgement on both sides. Not the fingerprint, which includes the name of the stack. */
function place({ id, stack, address, path }: Judgement): string {
  return key(id, stack, address, path);
}

function index<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, T> {
  return new Map(entries.map((entry) => [keyOf(entry), entry]));
}

function difference<T>(before: readonly T[], after: readonly T[], keyOf: (entry: T) => string): Difference<T> {
  const was = index(before, keyOf);
  const is = index(after, keyOf);
  return {
    added: [...is].flatMap(([name, entry]) => (was.has(name) ? [] : [entry])),
    gone: [...was].flatMap(([name, entry]) => (is.has(name) ? [] : [entry])),
  };
}

const LEAST: Readonly<Record<Severity, string>> = {
  critical: 'critical violations fail',
  high: 'violations of high severity and above fail',
  medium: 'violations of medium severity and above fail',
  low: 'violations of every severity fail',
};

/** Merges the rule reports of all inputs. */
function overAll(rules: readonly RuleReport[]): RuleReport[] {
  const looked = index(
    rules.filter(({ outcome }) => outcome !== 'not-applicable' && outcome !== 'off'),
    ({ id }) => id,
  );
  return [...index(rules, ({ id }) => id).values()].map((rule) => looked.get(rule.id) ?? rule);
}

/** Names inputs to which no rule applied, if only some inputs are affected; otherwise the headline says so. */
function coverageNotes({ inputs }: ComparedReport, { applied, off }: Coverage): string[] {
  const empty = applied === 0 ? [] : inputs.filter(({ report }) => isEmptyPass(report));
  return [
    ...empty.map(({ files }) => `No rule applied to any resource of ${files.join(', ')}.`),
    ...(off === 0 ? [] : [`${count(off, 'rule')} ${off === 1 ? 'is' : 'are'} off.`]),
  ];
}

/** A report of an older gate, and one without a judgement, do not say by which settings. */
function sameSettings(before: Flat, after: Flat): boolean {
  return before.settings === after.settings || before.settings === '' || after.settings === '';
}

function notes(before: Flat, after: Flat): string[] {
  const least = ({ failOn }: Flat): string => failOn.map((severity) => LEAST[severity]).join(' or ');
  const sameWaivers = key(...before.waivers.map(waiverText)) === key(...after.waivers.map(waiverText));
  return [
    ...(before.problems.length > 0
      ? ['The base could not be judged completely: findings that count as new here may have existed before.']
      : []),
    ...(after.problems.length > 0
      ? ['The head could not be judged completely: findings that are no longer reported may still exist.']
      : []),
    ...(before.policies !== after.policies && before.policies !== '' && after.policies !== ''
      ? ['The policies of the two sides differ, so differences may come from changed rules.']
      : []),
    ...(sameSettings(before, after)
      ? []
      : ['The settings of the two sides differ: a finding may be gone because the settings allow more.']),
    ...(least(before) === least(after) ? [] : [`Now ${least(after)}; before, ${least(before)}.`]),
    ...(sameWaivers && before.waiverDigests !== after.waiverDigests && before.waiverDigests !== ''
      ? ['The longest lifetime of waivers, or their order, has changed.']
      : []),
  ];
}

function findings(before: Flat, after: Flat): Pick<Comparison, 'added' | 'changed' | 'fixed' | 'excused'> {
  const exactly = (finding: Finding): string => key(place(finding), finding.found);
  const counted = index(before.findings, exactly);
  const waived = index(before.waived, exactly);
  const known = index(before.known, exactly);
  const undecided = index(before.undecided, place);
  const stays = new Set([...after.findings, ...after.waived, ...after.known, ...after.undecided].map(place));
  const stateBefore = (finding: Finding): Before => {
    if (waived.has(exactly(finding))) return 'waived';
    if (known.has(exactly(finding))) return 'known';
    return undecided.has(place(finding)) ? 'undecided' : 'nothing';
  };
  // A value that is no longer there stands for the value that came in its place, once.
  const here = new Set([...after.findings, ...after.waived, ...after.known].map(exactly));
  const replaced = new Map<string, Finding[]>();
  for (const finding of before.findings.filter((each) => !here.has(exactly(each)))) {
    replaced.set(place(finding), [...(replaced.get(place(finding)) ?? []), finding]);
  }
  const added: AddedFinding[] = [];
  const changed: ChangedFinding[] = [];
  for (const finding of after.findings) {
    const was = counted.get(exactly(finding)) ?? replaced.get(place(finding))?.shift();
    if (was === undefined) added.push({ ...finding, before: stateBefore(finding) });
    else if (was.found !== finding.found || was.enforcement !== finding.enforcement) {
      changed.push({ before: was, after: finding });
    }
  }
  const excuse = (finding: Finding | WaivedFinding, by: ExcusedFinding['by']): ExcusedFinding => ({
    ...finding,
    ...{ by, counted: counted.has(exactly(finding)) },
  });
  return {
    ...{ added, changed },
    fixed: before.findings.filter((finding) => !stays.has(place(finding))),
    excused: [
      ...after.waived.filter((finding) => !waived.has(exactly(finding))).map((finding) => excuse(finding, 'waiver')),
      ...after.known.filter((finding) => !known.has(exactly(finding))).map((finding) => excuse(finding, 'baseline')),
    ],
  };
}

function waiverText({ rule, address, path = '', found = [], stack = '*', reason, owner, expires }: Waiver): string {
  return key(rule, address, path, ...found, stack, reason, owner, expires);
}

function waivers(before: readonly WaiverReport[], after: readonly WaiverReport[]): Comparison['waivers'] {
  const of = ({ rule, address, path = '', stack = '*' }: Waiver): string => key(rule, address, path, stack);
  const was = index(before, of);
  return {
    ...difference(before, after, of),
    changed: [...index(after, of)].flatMap(([name, waiver]) => {
      const earlier = was.get(name);
      if (earlier === undefined) return [];
      const same = waiverText(earlier) === waiverText(waiver) && earlier.state === waiver.state;
      return same ? [] : [{ before: earlier, after: waiver }];
    }),
  };
}

function rules(before: Flat['rules'], after: Flat['rules']): ChangedRule[] {
  // A run that could not judge anything reports no rules, although its policy has rules.
  if (before.length === 0 || after.length === 0) return [];
  const was = index(before, ({ id }) => id);
  const is = index(after, ({ id }) => id);
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id) => {
    const [earlier, later] = [was.get(id), is.get(id)];
    const rule = later ?? earlier;
    const change = { before: earlier?.enforcement ?? 'absent', after: later?.enforcement ?? 'absent' } as const;
    if (rule === undefined || change.before === change.after) return [];
    return [{ id, title: rule.title, severity: rule.severity, ...change }];
  });
}

/** The states, worst first: an open flow exposes most. */
const STATES = ['open', 'unknown', 'closed'] as const;

function flows(before: Flat, after: Flat): ChangedFlow[] {
  const of = ({ stack, from, to, protocol, port, last = port }: FlowFact): string =>
    key(stack, from, to, protocol, port, last);
  const states = (entries: readonly FlowFact[]): Map<string, FlowFact> =>
    index(
      [...entries].sort((one, other) => STATES.indexOf(other.state) - STATES.indexOf(one.state)),
      of,
    );
  const [was, is] = [states(before.flows), states(after.flows)];
  return [...new Set([...after.flows, ...before.flows].map(of))].flatMap((name) => {
    const [earlier, later] = [was.get(name), is.get(name)];
    const flow = later ?? earlier;
    if (flow === undefined || earlier?.state === later?.state || !comparable(before, after, flow.stack)) return [];
    const { stack, from, to, protocol, port, last } = flow;
    const change = { before: earlier?.state ?? 'absent', after: later?.state ?? 'absent' } as const;
    return [{ stack, from, to, protocol, port, ...(last === undefined ? {} : { last }), ...change }];
  });
}

function costs(before: Flat, after: Flat): Pick<Comparison, 'costs' | 'total' | 'items'> {
  const names = new Set([...after.stacks, ...before.stacks].map(({ name }) => name));
  const compared = [...names].flatMap((stack) => {
    const pair = { before: costOf(before, stack), after: costOf(after, stack) };
    const priced = [before, after].some((side) =>
      [...side.costs, ...side.unpriced].some((cost) => cost.stack === stack),
    );
    return priced ? [{ stack, ...pair }] : [];
  });
  const total = (side: 'before' | 'after', { problems }: Flat): MonthlyCost | 'unknown' => {
    const amounts = compared.map((cost) => cost[side]);
    if (problems.length > 0 || amounts.includes('unknown')) return 'unknown';
    return sum(amounts.filter((amount) => typeof amount === 'object'));
  };
  return {
    costs: compared,
    total: { before: total('before', before), after: total('after', after) },
    items: items(before, after),
  };
}

function sum(amounts: readonly MonthlyCost[]): MonthlyCost {
  const unpriced = amounts.flatMap((amount) => amount.unpriced ?? []);
  return {
    ...(unpriced.length === 0 ? {} : { unpriced }),
    desired: amounts.reduce((all, { desired }) => all + desired, 0),
    maximum: amounts.reduce((all, { maximum }) => all + maximum, 0),
  };
}

function costOf(side: Flat, stack: string): ComparedCost['before'] {
  const standing = standingOf(side, stack);
  if (standing !== 'judged') return standing;
  const unpriced = side.unpriced
    .filter((entry) => entry.stack === stack)
    .map(({ address, reason }) => ({ stack, address, reason }));
  return sum([
    ...side.costs
      .filter((cost) => cost.stack === stack && cost.usage === '')
      .map(({ desired, maximum }) => ({ desired, maximum })),
    { desired: 0, maximum: 0, ...(unpriced.length === 0 ? {} : { unpriced }) },
  ]);
}

/** A stack that is missing in an incomplete report may exist all the same. */
function standingOf({ stacks, problems }: Flat, stack: string): 'judged' | 'absent' | 'unknown' {
  const named = stacks.some(({ name }) => name === stack);
  if (named && !problems.some((problem) => problem.stack === stack)) return 'judged';
  return problems.length > 0 ? 'unknown' : 'absent';
}

function comparable(before: Flat, after: Flat, stack: string): boolean {
  return standingOf(before, stack) !== 'unknown' && standingOf(after, stack) !== 'unknown';
}

/** Only items of stacks that both sides could judge, or that one side does not have. */
function items(before: Flat, after: Flat): ChangedItem[] {
  const of = ({ stack, address, item }: Flat['costs'][number]): string => key(stack, address, item);
  const names = new Map([...after.costs, ...before.costs].map((cost) => [of(cost), cost]));
  return [
    ...unpricedItems(before, after),
    ...[...names].flatMap(([name, { stack, address, item }]) => {
      if (!comparable(before, after, stack)) return [];
      const [was, is] = [before, after].map((side) => side.costs.filter((cost) => of(cost) === name));
      const [earlier, later] = [price(was), price(is)];
      if (JSON.stringify(earlier) === JSON.stringify(later)) return [];
      const usage = [...(is ?? []), ...(was ?? [])].find((cost) => cost.usage !== '')?.usage ?? '';
      return [{ stack, address, item, before: earlier, after: later, usage }];
    }),
  ];
}

/** Missing prices of one side only. */
function unpricedItems(before: Flat, after: Flat): ChangedItem[] {
  const of = ({ stack, address, reason }: UnpricedResource): string => key(stack, address, reason);
  const [was, is] = [index(before.unpriced, of), index(after.unpriced, of)];
  return [...new Map([...is, ...was])].flatMap(([name, { stack, address, reason }]) => {
    if (was.has(name) === is.has(name) || !comparable(before, after, stack)) return [];
    const state = (side: ReadonlyMap<string, unknown>): 'unpriced' | 'absent' =>
      side.has(name) ? 'unpriced' : 'absent';
    return [{ stack, address, item: reason, before: state(was), after: state(is), usage: '' }];
  });
}

function price(entries: Flat['costs'] = []): ChangedItem['before'] {
  if (entries.length === 0) return 'absent';
  const fixed = entries.filter(({ usage }) => usage === '');
  if (fixed.length === 0) return 'usage';
  return sum(fixed.map(({ desired, maximum }) => ({ desired, maximum })));
}
