/** Phrases that all report formats share. */
import { formatUsd } from './money';
import type {
  CostItem,
  Judged,
  Judgement,
  OpenRule,
  PriceBasis,
  Problem,
  Proposed,
  Repair,
  Report,
  RuleReport,
  SettingsChange,
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

/** Number of rules by whether they applied to a resource. */
export interface Coverage {
  readonly rules: number;
  /** Rules that checked at least one resource. */
  readonly applied: number;
  readonly notApplicable: number;
  readonly off: number;
}

/** Counts rules by whether they checked any resource. */
export function coverageOf(rules: readonly Pick<RuleReport, 'outcome'>[]): Coverage {
  const number = (outcome: RuleReport['outcome']): number => rules.filter((rule) => rule.outcome === outcome).length;
  const [notApplicable, off] = [number('not-applicable'), number('off')];
  return { rules: rules.length, applied: rules.length - notApplicable - off, notApplicable, off };
}

/** Whether the input passed only because every rule is off or applies to no resource. */
export function isEmptyPass({ verdict, rules }: Pick<Report, 'verdict' | 'rules'>): boolean {
  return verdict.outcome === 'passed' && rules.length > 0 && coverageOf(rules).applied === 0;
}

/** Appended to the verdict when {@link isEmptyPass} is true. */
export const EMPTY_PASS = ', but no rule applied to any resource';

/** The verdict in capitals, with a remark if no rule applied. */
export function verdictWords(report: Report): string {
  return `${VERDICTS[report.verdict.outcome]}${isEmptyPass(report) ? EMPTY_PASS : ''}`;
}

/** The remark as a sentence, for formats without a headline. */
export function coverageNotices(report: Report): string[] {
  const { off } = coverageOf(report.rules);
  const unpriced = unpricedCount(report.unpriced);
  return [
    ...(unpriced > 0
      ? [`${count(unpriced, 'resource')} without a price: no sum holds ${unpriced === 1 ? 'it' : 'them'}.`]
      : []),
    ...(isEmptyPass(report) ? ['Passed, but no rule applied to any resource: nothing in the input was checked.'] : []),
    ...(off > 0 ? [`${count(off, 'rule')} ${off === 1 ? 'is' : 'are'} off.`] : []),
  ];
}

/** The properties of a report that {@link countsOf} counts. */
export type Counted = Pick<Report, 'problems' | 'findings' | 'undecided' | 'accepted' | 'waived' | 'known'> & {
  readonly unpriced?: readonly Pick<Unpriced, 'stack' | 'address'>[];
  readonly rules: readonly Pick<RuleReport, 'id' | 'outcome'>[];
};

/** {@link countsOf} for several reports together. A rule that is off counts once. */
export function countsOfAll(reports: readonly Counted[]): string[] {
  return countsOf({
    problems: reports.flatMap(({ problems }) => problems),
    findings: reports.flatMap(({ findings }) => findings),
    undecided: reports.flatMap(({ undecided }) => undecided),
    accepted: reports.flatMap(({ accepted = [] }) => accepted),
    waived: reports.flatMap(({ waived }) => waived),
    known: reports.flatMap(({ known }) => known),
    unpriced: reports.flatMap(({ unpriced = [] }, input) =>
      unpriced.map((entry) => ({ ...entry, stack: `${input} ${entry.stack}` })),
    ),
    rules: [...new Map(reports.flatMap(({ rules }) => rules).map((rule) => [rule.id, rule])).values()],
  });
}

/** The counts besides passes: `2 blocking findings`, `1 undecided`, `1 rule off`. */
export function countsOf(counted: Counted): string[] {
  const { problems, findings, undecided, accepted = [], waived, known, rules, unpriced } = counted;
  const blocking = findings.filter(({ enforcement }) => enforcement === 'block').length;
  const open = undecided.length;
  const warnings = findings.length - blocking;
  const { off } = coverageOf(rules);
  return [
    ...(problems.length > 0 ? [count(problems.length, 'problem')] : []),
    ...(blocking > 0 ? [count(blocking, 'blocking finding')] : []),
    ...(open > 0 ? [`${open} undecided`] : []),
    ...(accepted.length > 0 ? [`${accepted.length} undecided accepted`] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(waived.length > 0 ? [`${waived.length} waived`] : []),
    ...(known.length > 0 ? [`${known.length} in the baseline`] : []),
    ...(off > 0 ? [`${count(off, 'rule')} off`] : []),
    ...(unpricedCount(unpriced) > 0 ? [`${unpricedCount(unpriced)} unpriced`] : []),
  ];
}

/** Number of resources of which a part has no price. */
export function unpricedCount(unpriced: readonly Pick<Unpriced, 'stack' | 'address'>[] = []): number {
  return new Set(unpriced.map(({ stack, address }) => JSON.stringify([stack, address]))).size;
}

/** A sum with what it lacks: `$83.79 + 2 unpriced`; `unpriced` when it holds nothing. */
export function sumText(microDollars: number | undefined, unpriced: number): string {
  if (microDollars === undefined) return unpriced === 0 ? 'by use' : `${unpriced} unpriced`;
  return unpriced === 0 ? formatUsd(microDollars) : `${formatUsd(microDollars)} + ${unpriced} unpriced`;
}

/** The assumptions of all prices, as sentences. */
export function basisText({ region, date, hours }: PriceBasis): string {
  return `On-demand list prices of ${region}, ${date}; a month has ${hours} hours. Without use, discounts, taxes and the free tier.`;
}

/** The properties of a report that the notices need. */
export type Noticed = Pick<
  Report,
  'failOn' | 'known' | 'baseline' | 'waivers' | 'stacks' | 'undeclared' | 'proposed' | 'sourceNotes'
>;

/** Sentences about the whole report: findings that do not count, and waivers that need attention. */
export function notices(report: Noticed): string[] {
  return [...scopeNotices(report), ...waiverNotices(report)];
}

/**
 * Merges all reports of a run, so that notices do not contradict each other: a waiver is needed if one of the inputs
 * needs it.
 */
export function ofRun(reports: readonly Report[]): Noticed {
  const waivers = new Map<string, WaiverReport>();
  for (const entry of reports.flatMap((report) => report.waivers.entries)) {
    const { rule, address, stack = '', owner, expires, undecided = '' } = entry;
    const key = JSON.stringify([rule, address, stack, owner, expires, undecided]);
    const { state = entry.state, findings = 0 } = waivers.get(key) ?? {};
    const worn = state === 'active' ? state : entry.state;
    waivers.set(key, { ...entry, state: worn, findings: findings + entry.findings });
  }
  const baselines = reports.flatMap(({ baseline }) => (baseline === undefined ? [] : [baseline]));
  const proposed = proposedOf(reports);
  const gone = baselines.reduce((sum, baseline) => sum + baseline.gone, 0);
  return {
    // A report without a judgement has the default, not the requested severity.
    failOn: reports.find(({ failOn }) => failOn !== 'low')?.failOn ?? 'low',
    known: reports.flatMap(({ known }) => known),
    stacks: reports.flatMap(({ stacks }) => stacks),
    undeclared: [...new Set(reports.flatMap(({ undeclared = [] }) => undeclared))],
    sourceNotes: [...new Set(reports.flatMap(({ sourceNotes = [] }) => sourceNotes))],
    ...(proposed === undefined ? {} : { proposed }),
    ...(baselines[0] === undefined ? {} : { baseline: { ...baselines[0], gone } }),
    waivers: { digest: '', entries: [...waivers.values()] },
  };
}

const LESSER: Readonly<Record<Severity, readonly string[]>> = {
  critical: ['Only critical violations fail; other violations are warnings.'],
  high: ['Only critical and high violations fail; other violations are warnings.'],
  medium: ['Violations of low severity are warnings.'],
  low: [],
};

/** Sentences about findings and checks that do not count. */
export function scopeNotices(report: Noticed): string[] {
  return [
    ...proposedNotices(report),
    ...LESSER[report.failOn],
    ...undeclaredNotice(report),
    ...baselineNotice(report),
    ...forgottenNotice(report),
    ...repairNotices(report),
    ...(report.sourceNotes ?? []),
  ];
}

/** The proposal of a run, with the worst verdict of its inputs. */
export function proposedOf(reports: readonly Pick<Report, 'proposed'>[]): Proposed | undefined {
  const all = reports.flatMap(({ proposed }) => (proposed === undefined ? [] : [proposed]));
  const [first, ...rest] = all;
  if (first === undefined) return undefined;
  return rest.reduce((worst, each) => (each.verdict.exitCode > worst.verdict.exitCode ? each : worst), first);
}

/** `The change alters what judges it: flows.json, budgets.json.` */
export function proposedHeadline({ changes }: Proposed): string {
  return `The change alters what judges it: ${[...new Set(changes.map(({ file }) => file))].join(', ')}`;
}

const WOULD = { passed: 'pass', denied: 'be denied', 'could-not-judge': 'not be judged' } as const;

/** Which files judged, and the verdict by the proposed files. */
export function proposedSentence({ commit, verdict }: Proposed): string {
  return `The files of the base judged (${commit.slice(0, 12)}). By the proposed files the change would ${WOULD[verdict.outcome]}.`;
}

/** `flows.json: flows: adds {…}`, `budgets.json: stack_maximum_usd: 260 → 1000000`. */
export function settingsChangeText({ file, path, before, after }: SettingsChange): string {
  const place = path === '' ? '' : `${path}: `;
  if (before !== undefined && after !== undefined) return `${file}: ${place}${before} → ${after}`;
  if (after !== undefined) return `${file}: ${place}adds ${after}`;
  return `${file}: ${place}removes ${before ?? 'nothing'}`;
}

/** Maximum number of listed changes of settings. */
const LISTED = 50;
/** Maximum length of a listed change. */
const LENGTH = 300;

/** The changes, up to a readable number. */
export function settingsChangeTexts({ changes }: Proposed): string[] {
  const more = changes.length - LISTED;
  return [
    ...changes.slice(0, LISTED).map((change) => {
      const text = settingsChangeText(change);
      return text.length > LENGTH ? `${Array.from(text).slice(0, LENGTH).join('')}…` : text;
    }),
    ...(more > 0 ? [`${more} more changes (see the JSON report)`] : []),
  ];
}

function proposedNotices({ proposed }: Noticed): string[] {
  if (proposed === undefined) return [];
  return [`${proposedHeadline(proposed)}. ${proposedSentence(proposed)}`, ...settingsChangeTexts(proposed)];
}

/** Budgets and limits without a declaration. Missing flows are a problem, which has its own text. */
function undeclaredNotice({ undeclared = [] }: Noticed): string[] {
  const names = undeclared.map((name) => name.split('.')).filter(([, member]) => member !== undefined);
  if (names.length === 0) return [];
  const files = [...new Set(names.map(([file = '']) => file))].map((file) => {
    const members = names.filter(([other]) => other === file).map(([, member]) => member);
    return `${members.join(', ')} of ${file}.json`;
  });
  return [`Not declared, so not checked: ${files.join('; ')}.`];
}

/**
 * Resources without a price, grouped by reason: `aws_x.a, aws_x.b: the price book neither prices aws_x nor lists it as
 * free`.
 */
export function unpricedTexts(unpriced: readonly Unpriced[]): string[] {
  const reasons = new Map<string, Set<string>>();
  for (const { address, reason } of unpriced)
    reasons.set(reason, (reasons.get(reason) ?? new Set<string>()).add(address));
  const most = [...reasons].sort(([, one], [, other]) => other.size - one.size);
  const texts = most.slice(0, NAMED).map(([reason, addresses]) => `${someOf([...addresses])}: ${reason}`);
  const rest = new Set(most.slice(NAMED).flatMap(([, addresses]) => [...addresses])).size;
  return rest === 0 ? texts : [...texts, `${count(rest, 'resource')} for other reasons (see the JSON report)`];
}

/** Up to three names, and the number of the others. */
function someOf(names: readonly string[]): string {
  const more = names.length - 3;
  return more > 1 ? `${names.slice(0, 3).join(', ')} and ${more} more` : names.join(', ');
}

/** Security group rules that allow traffic from the Internet, up to a readable number. */
export function openTexts(open: readonly OpenRule[]): { readonly address: string; readonly text: string }[] {
  const texts = open.slice(0, NAMED).map(({ address, opening }) => ({ address, text: opening }));
  const rest = open.length - texts.length;
  return rest <= 0 ? texts : [...texts, { address: `${rest} more`, text: 'see the JSON report for all' }];
}

/** The fix of a problem, with an example file if there is one. */
export function fixText({ fix, example }: Pick<Problem, 'fix' | 'example'>): string {
  return example === undefined ? fix : `${fix}\n${example}`;
}

/** Maximum number of listed addresses or repairs. */
const NAMED = 10;

/** Maximum number of characters of a value. */
const SHOWN = 60;

/** Resources that Terraform removes from the state, which no plan manages afterwards. */
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

/**
 * Manual changes that the plan reverts. The gate judges the planned value; the notice is for the person who made the
 * change.
 */
function repairNotices({ stacks }: Noticed): string[] {
  const all = stacks.flatMap(({ repairs = [] }) => repairs);
  const more = all.length - NAMED;
  return [
    ...all.slice(0, NAMED).map(repairNotice),
    ...(more > 0 ? [`The plan reverts ${more} more changes made outside of Terraform.`] : []),
  ];
}

function repairNotice({ address, attribute, found = '', planned = '' }: Repair): string {
  if (attribute === undefined) return `Deleted outside of Terraform: ${address}. The plan creates it again.`;
  return `Changed outside of Terraform: ${address} ${attribute} is ${short(found)}; the plan changes it to ${short(planned)}.`;
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
    gone === 0
      ? ''
      : ` ${count(gone, 'finding')} of the baseline no longer ${gone === 1 ? 'occurs' : 'occur'}: write the baseline again.`;
  return [`${counted} not count.${stale}`];
}

/** Waivers that need attention. */
export function waiverNotices({ waivers }: Pick<Noticed, 'waivers'>): string[] {
  return waivers.entries.flatMap(waiverNotice);
}

/** The required action for a waiver; empty for an active one. */
function waiverNotice(waiver: WaiverReport): string[] {
  const { rule, address, stack, owner, expires, state, findings } = waiver;
  const what = `The waiver of ${rule} for ${address}${stack === undefined ? '' : ` in ${stack}`}`;
  if (state === 'active') return [];
  if (state === 'unused') return [`${what} is unused: no finding matches it. Remove the waiver (owner: ${owner}).`];
  const back =
    findings === 0
      ? 'No finding matches it: remove the waiver'
      : `${count(findings, 'finding')} that it covered count again`;
  return [`${what} expired on ${expires}. ${back} (${owner}).`];
}

/** Prices that depend on usage, without duplicates: two load balancers share the same text. */
export function usageTexts(costs: readonly CostItem[]): { readonly part: string; readonly text: string }[] {
  const entries = costs
    .filter(({ usage }) => usage !== '')
    .map(
      ({ part, item, usage }) => [JSON.stringify([part, item, usage]), { part, text: `${item}: ${usage}` }] as const,
    );
  return [...new Map(entries).values()];
}

/** The worst verdict: "could not judge" is worse than "denied". */
export function worstOf(judged: readonly Judged[]): Verdict {
  const verdicts = judged.map(({ report }) => report.verdict);
  return verdicts.reduce((worst, verdict) => (verdict.exitCode > worst.exitCode ? verdict : worst));
}

/** Capitalizes the first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Groups entries by rule, in the order of first occurrence. */
export function byRule<T extends { readonly id: string }>(entries: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(entry.id);
    if (group === undefined) groups.set(entry.id, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

/** Makes a rule's message a sentence. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? capital(trimmed) : `${capital(trimmed)}.`;
}

/** An entry that occurs at the same place in several stacks, for example in the environments of one program. */
export interface Shared<T> {
  /** The first occurrence. */
  readonly entry: T;
  /** Never empty; the name is `''` if there is only one document. */
  readonly stacks: readonly string[];
}

/**
 * Merges entries that differ only in their stack, in the order of first occurrence.
 *
 * @param place returns the place of an entry
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
    // A repeated entry in one stack stays separate.
    else groups.set(`${key} ${groups.size}`, { entry, stacks: [stack] });
  }
  return [...groups.values()];
}
