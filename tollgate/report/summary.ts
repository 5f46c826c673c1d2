/** What every format says of a report as a whole, in the same words. */
import type {
  CostItem,
  Judged,
  Judgement,
  OpenRule,
  Problem,
  Repair,
  Report,
  RuleReport,
  Severity,
  Unpriced,
  Verdict,
  WaiverReport,
} from '../model';

/** The verdict in capitals. */
export const VERDICTS = { passed: 'PASSED', denied: 'DENIED', 'could-not-judge': 'COULD NOT JUDGE' } as const;

/** `1 finding`, `2 findings`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `2 blocking findings, 1 undecided (2 stacks, 13 resources)`. */
export function summary(report: Report): string {
  const resources = report.stacks.reduce((sum, stack) => sum + stack.resources, 0);
  const seen = `${count(report.stacks.length, 'stack')}, ${count(resources, 'resource')}`;
  const counts = countsOf(report);
  return counts.length === 0 ? seen : `${counts.join(', ')} (${seen})`;
}

/** How many of the rules looked at something. */
export interface Coverage {
  readonly rules: number;
  /** Found something to look at. */
  readonly applied: number;
  readonly notApplicable: number;
  readonly off: number;
}

/** Counts rules by whether they looked at anything. */
export function coverageOf(rules: readonly Pick<RuleReport, 'outcome'>[]): Coverage {
  const number = (outcome: RuleReport['outcome']): number => rules.filter((rule) => rule.outcome === outcome).length;
  const [notApplicable, off] = [number('not-applicable'), number('off')];
  return { rules: rules.length, applied: rules.length - notApplicable - off, notApplicable, off };
}

/** Whether it passed because nobody looked: every rule is off, or is about nothing that it holds. */
export function isEmptyPass({ verdict, rules }: Pick<Report, 'verdict' | 'rules'>): boolean {
  return verdict.outcome === 'passed' && rules.length > 0 && coverageOf(rules).applied === 0;
}

/** What follows the word of the verdict where {@link isEmptyPass} says so. */
export const EMPTY_PASS = ', but no rule applied to what it holds';

/** The verdict in capitals, and that it says little where no rule applied. */
export function verdictWords(report: Report): string {
  return `${VERDICTS[report.verdict.outcome]}${isEmptyPass(report) ? EMPTY_PASS : ''}`;
}

/** The same as sentences, for formats without a first line. */
export function coverageNotices(report: Report): string[] {
  const { off } = coverageOf(report.rules);
  return [
    ...(isEmptyPass(report) ? ['Passed, but no rule applied to what it holds: nothing in it was looked at.'] : []),
    ...(off > 0 ? [`${count(off, 'rule')} ${off === 1 ? 'is' : 'are'} off.`] : []),
  ];
}

/** What there is besides passes: `2 blocking findings`, `1 undecided`, `1 rule off`. */
export function countsOf({ problems, findings, undecided, waived, known, rules }: Report): string[] {
  const blocking = findings.filter(({ enforcement }) => enforcement === 'block').length;
  const open = undecided.filter(({ enforcement }) => enforcement === 'block').length;
  const warnings = findings.length - blocking;
  const { off } = coverageOf(rules);
  return [
    ...(problems.length > 0 ? [count(problems.length, 'problem')] : []),
    ...(blocking > 0 ? [count(blocking, 'blocking finding')] : []),
    ...(open > 0 ? [`${open} undecided`] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(waived.length > 0 ? [`${waived.length} waived`] : []),
    ...(known.length > 0 ? [`${known.length} in the baseline`] : []),
    ...(off > 0 ? [`${count(off, 'rule')} off`] : []),
  ];
}

/** What the sentences about a report as a whole are made from. */
export type Noticed = Pick<Report, 'failOn' | 'known' | 'baseline' | 'waivers' | 'stacks' | 'undeclared'>;

/** Sentences about the report as a whole: what does not count, and waivers that somebody has to look after. */
export function notices(report: Noticed): string[] {
  return [...scopeNotices(report), ...waiverNotices(report)];
}

/** All reports of a run as one, so that no sentence about one input contradicts another: a waiver is needed when one of them needs it. */
export function ofRun(reports: readonly Report[]): Noticed {
  const waivers = new Map<string, WaiverReport>();
  for (const entry of reports.flatMap((report) => report.waivers.entries)) {
    const { rule, address, stack = '', owner, expires } = entry;
    const key = JSON.stringify([rule, address, stack, owner, expires]);
    const { state = entry.state, findings = 0 } = waivers.get(key) ?? {};
    const worn = state === 'active' ? state : entry.state;
    waivers.set(key, { ...entry, state: worn, findings: findings + entry.findings });
  }
  const baselines = reports.flatMap(({ baseline }) => (baseline === undefined ? [] : [baseline]));
  const gone = baselines.reduce((sum, baseline) => sum + baseline.gone, 0);
  return {
    // That of a report without a judgement is none that anybody asked for.
    failOn: reports.find(({ failOn }) => failOn !== 'low')?.failOn ?? 'low',
    known: reports.flatMap(({ known }) => known),
    stacks: reports.flatMap(({ stacks }) => stacks),
    undeclared: [...new Set(reports.flatMap(({ undeclared = [] }) => undeclared))],
    ...(baselines[0] === undefined ? {} : { baseline: { ...baselines[0], gone } }),
    waivers: { digest: '', entries: [...waivers.values()] },
  };
}

const LESSER: Readonly<Record<Severity, readonly string[]>> = {
  critical: ['Only critical violations fail; what is less severe is a warning.'],
  high: ['Only critical and high violations fail; what is less severe is a warning.'],
  medium: ['Violations of low severity are warnings.'],
  low: [],
};

/** What does not count. */
export function scopeNotices(report: Noticed): string[] {
  return [
    ...LESSER[report.failOn],
    ...undeclaredNotice(report),
    ...baselineNotice(report),
    ...forgottenNotice(report),
    ...repairNotices(report),
  ];
}

/** Budgets and limits that nobody has declared. Without flows there is a problem, which says so itself. */
function undeclaredNotice({ undeclared = [] }: Noticed): string[] {
  const names = undeclared.map((name) => name.split('.')).filter(([, member]) => member !== undefined);
  if (names.length === 0) return [];
  const files = [...new Set(names.map(([file = '']) => file))].map((file) => {
    const members = names.filter(([other]) => other === file).map(([, member]) => member);
    return `${members.join(', ')} of ${file}.json`;
  });
  return [`Not declared, so not checked: ${files.join('; ')}.`];
}

/** What costs have no price, by the reason: `3 resources: the price book neither prices aws_x nor lists it as free`. */
export function unpricedTexts(unpriced: readonly Unpriced[]): string[] {
  const reasons = new Map<string, number>();
  for (const { reason } of unpriced) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const most = [...reasons].sort(([, one], [, other]) => other - one);
  const texts = most.slice(0, NAMED).map(([reason, number]) => `${count(number, 'resource')}: ${reason}`);
  const rest = most.slice(NAMED).reduce((sum, [, number]) => sum + number, 0);
  return rest === 0 ? texts : [...texts, `${count(rest, 'resource')} for other reasons, which JSON lists`];
}

/** Rules of security groups that let the Internet in, as many as a person reads. */
export function openTexts(open: readonly OpenRule[]): { readonly address: string; readonly text: string }[] {
  const texts = open.slice(0, NAMED).map(({ address, opening }) => ({ address, text: opening }));
  const rest = open.length - texts.length;
  return rest <= 0 ? texts : [...texts, { address: `${rest} more`, text: 'JSON lists all' }];
}

/** What to do about a problem, with the file to begin with where there is one. */
export function fixText({ fix, example }: Pick<Problem, 'fix' | 'example'>): string {
  return example === undefined ? fix : `${fix}\n${example}`;
}

/** Addresses, or repairs, that are named. */
const NAMED = 10;

/** Characters of a value that are shown. */
const SHOWN = 60;

/** Told once: whatever it is, nobody's plan manages it any more. */
function forgottenNotice({ stacks }: Noticed): string[] {
  const all = stacks.flatMap(({ forgotten = [] }) => forgotten);
  if (all.length === 0) return [];
  const more = all.length > NAMED ? [`${all.length - NAMED} more`] : [];
  const names = [...all.slice(0, NAMED), ...more].join(', ');
  const [them, stay] = all.length === 1 ? ['it', 'stays'] : ['them', 'stay'];
  return [
    `Terraform forgets ${count(all.length, 'resource')}, which ${stay} in AWS: ${names}. What ${them === 'it' ? 'it lets' : 'they let'} through still counts; nothing else of ${them} is judged or priced.`,
  ];
}

/** What somebody changed by hand counts as the plan leaves it. Who changed it may want to know. */
function repairNotices({ stacks }: Noticed): string[] {
  const all = stacks.flatMap(({ repairs = [] }) => repairs);
  const more = all.length - NAMED;
  return [
    ...all.slice(0, NAMED).map(repairNotice),
    ...(more > 0 ? [`The plan repairs ${more} more of what was changed outside of Terraform.`] : []),
  ];
}

function repairNotice({ address, attribute, found = '', planned = '' }: Repair): string {
  if (attribute === undefined) return `Deleted outside of Terraform: ${address}. The plan creates it again.`;
  return `Changed outside of Terraform: ${address} ${attribute} is ${short(found)}; the plan makes it ${short(planned)}.`;
}

function short(text: string): string {
  return text.length > SHOWN ? `${Array.from(text).slice(0, SHOWN).join('')}…` : text;
}

function baselineNotice({ known, baseline }: Noticed): string[] {
  if (baseline === undefined) return [];
  const { gone } = baseline;
  const counted =
    known.length === 1
      ? '1 finding is in the baseline and does'
      : `${known.length} findings are in the baseline and do`;
  const stale =
    gone === 0 ? '' : ` ${count(gone, 'finding')} of the baseline ${gone === 1 ? 'is' : 'are'} gone: write it anew.`;
  return [`${counted} not count.${stale}`];
}

/** Waivers that somebody has to look after. */
export function waiverNotices({ waivers }: Pick<Noticed, 'waivers'>): string[] {
  return waivers.entries.flatMap(waiverNotice);
}

/** What a waiver needs: nothing while it does its work. */
function waiverNotice(waiver: WaiverReport): string[] {
  const { rule, address, stack, owner, expires, state, findings } = waiver;
  const what = `The waiver of ${rule} for ${address}${stack === undefined ? '' : ` in ${stack}`}`;
  if (state === 'active') return [];
  if (state === 'unused') return [`${what} is unused: nothing that was judged needs it. Remove it (${owner}).`];
  const back =
    findings === 0 ? 'Nothing needs it: remove it' : `${count(findings, 'finding')} that it covered count again`;
  return [`${what} expired on ${expires}. ${back} (${owner}).`];
}

/** What depends on use, each part and price once: two load balancers say the same of their traffic. */
export function usageTexts(costs: readonly CostItem[]): { readonly part: string; readonly text: string }[] {
  const entries = costs
    .filter(({ usage }) => usage !== '')
    .map(
      ({ part, item, usage }) => [JSON.stringify([part, item, usage]), { part, text: `${item}: ${usage}` }] as const,
    );
  return [...new Map(entries).values()];
}

/** The worst verdict: could not judge is worse than denied. */
export function worstOf(judged: readonly Judged[]): Verdict {
  const verdicts = judged.map(({ report }) => report.verdict);
  return verdicts.reduce((worst, verdict) => (verdict.exitCode > worst.exitCode ? verdict : worst));
}

/** What each word of a severity is with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Entries of one rule together, in the order in which the rules first come. */
export function byRule<T extends { readonly id: string }>(entries: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(entry.id);
    if (group === undefined) groups.set(entry.id, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

/** What a rule says, as a sentence of its own. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? capital(trimmed) : `${capital(trimmed)}.`;
}

/** The same at the same place in several stacks, as environments of one program have it. */
export interface Shared<T> {
  /** The first of them. */
  readonly entry: T;
  /** Never empty; without the name where there is only one document. */
  readonly stacks: readonly string[];
}

/**
 * Takes together what differs in nothing but its stack, in the order in which it first comes.
 *
 * @param place where each is
 */
export function acrossStacks<T extends Judgement>(
  entries: readonly T[],
  place: (entry: T) => string | undefined,
): Shared<T>[] {
  const groups = new Map<string, { entry: T; stacks: string[] }>();
  for (const entry of entries) {
    const { stack, constructPath: _, fingerprint: __, ...rest } = entry;
    const key = JSON.stringify([place(entry), rest]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { entry, stacks: [stack] });
    else if (!group.stacks.includes(stack)) group.stacks.push(stack);
    // Twice the same in one stack stays two.
    else groups.set(`${key} ${groups.size}`, { entry, stacks: [stack] });
  }
  return [...groups.values()];
}
