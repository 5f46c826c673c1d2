/** Phrases that all formats of a comparison share. */
import type { ChangedFlow, ChangedItem, ChangedRule, Comparison, MonthlyCost } from './compare';
import { formatUsd } from '../report/money';
import { count, EMPTY_PASS, sumText, unpricedCount } from '../report/summary';
import type { WaiverReport } from '../model';

/** The verdict, with the effect of the change: `Denied: adds 2 blocking findings`. */
export function headline(comparison: Comparison): string {
  const { verdict, added, besides, blocking, changed, fixed } = comparison;
  const news = added.filter(({ enforcement }) => enforcement === 'block').length;
  const others = changed.filter(
    ({ after, before }) => after.enforcement === 'block' && after.found !== before.found,
  ).length;
  const adds = [
    ...(news === 0 ? [] : [`adds ${count(news, 'blocking finding')}`]),
    ...(others === 0 ? [] : [`changes ${count(others, 'blocking finding')}`]),
  ];
  const fixes = fixed.length === 0 || !isFixed(comparison) ? [] : [`fixes ${count(fixed.length, 'finding')}`];
  const about = (words: readonly string[]): string => (words.length === 0 ? '' : `: ${words.join(', ')}`);
  switch (verdict.outcome) {
    case 'passed':
      return `Passed${nothingApplied(comparison) ? EMPTY_PASS : ''}${besides.length === 0 ? '' : `, with ${besides.join(', ')}`}${about(fixes)}`;
    case 'denied':
      return `Denied${about(adds.length > 0 ? [...adds, ...fixes] : [`${count(blocking, 'blocking finding')}, none of them new`, ...fixes])}`;
    case 'could-not-judge':
      return `Could not judge${about(adds)}`;
  }
}

/** Whether the head passed only because no rule applied. */
export function nothingApplied({ verdict, coverage }: Comparison): boolean {
  return verdict.outcome === 'passed' && coverage.rules > 0 && coverage.applied === 0;
}

/** Whether a finding that is gone was fixed: both sides are complete, and the same settings judged both. */
export function isFixed({ problems, sameSettings }: Comparison): boolean {
  return problems.added.length === 0 && sameSettings;
}

const BASE = { passed: 'passed', denied: 'was denied', 'could-not-judge': 'could not be judged' } as const;

/** `Adds 2 findings, fixes 1. The base was denied.` */
export function changeSentence(comparison: Comparison): string {
  const { added, changed, fixed, excused, undecided, problems, waivers, rules, flows, verdict, before } = comparison;
  const parts = [
    ...part(problems.added.length, 'problem', 'adds'),
    ...part(problems.gone.length, 'problem', 'solves'),
    ...part(added.length, 'finding', 'adds'),
    ...part(changed.length, 'finding', 'changes'),
    ...part(fixed.length, 'finding', isFixed(comparison) ? 'fixes' : 'no longer reports'),
    ...part(excused.length, 'finding', 'excuses'),
    ...part(undecided.added.length, 'undecided value', 'adds'),
    ...part(undecided.gone.length, 'undecided value', 'settles'),
    ...part(waivers.added.length + waivers.gone.length + waivers.changed.length, 'waiver', 'changes'),
    ...part(rules.length, 'rule', 'changes'),
    ...part(flows.length, 'flow', 'changes'),
  ];
  const what =
    parts.length === 0
      ? 'The change affects nothing that the gate reports, except possibly costs.'
      : `${capitalFirst(parts.join(', '))}.`;
  return verdict.outcome === before.outcome ? what : `${what} The base ${BASE[before.outcome]}.`;
}

function part(number: number, noun: string, verb: string): string[] {
  return number === 0 ? [] : [`${verb} ${count(number, noun)}`];
}

function capitalFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `+$1.50`, `−$1.50`; `±$0.00` for no difference. */
export function signedUsd(microDollars: number): string {
  if (microDollars === 0) return '±$0.00';
  return `${microDollars > 0 ? '+' : '−'}${formatUsd(Math.abs(microDollars))}`;
}

type Amount = MonthlyCost | 'absent' | 'unknown' | 'usage' | 'unpriced';
type Size = 'desired' | 'maximum';

/** An amount, or the reason why there is none. */
export function usd(amount: Amount, size: Size): string {
  if (typeof amount === 'object') return sumText(amount[size], unpricedCount(amount.unpriced));
  return { absent: '–', unknown: 'unknown', usage: 'depends on usage', unpriced: 'unpriced' }[amount];
}

/**
 * The difference between two amounts. An absent amount counts as $0; an unknown amount has no difference. Where only the
 * new amount lacks a price, the difference is a least one; where the old amount lacks another price, it is unknown.
 */
export function differenceUsd(before: Amount, after: Amount, size: Size): string {
  const [was, is] = [before, after].map((amount) =>
    amount === 'absent' ? 0 : typeof amount === 'object' ? amount[size] : undefined,
  );
  if (was === undefined || is === undefined) return '';
  const [lacked, lacks] = [before, after].map((amount) => (typeof amount === 'object' ? (amount.unpriced ?? []) : []));
  const known = signedUsd(is - was);
  if (JSON.stringify(lacked) === JSON.stringify(lacks)) return lacks?.length === 0 ? known : `${known} + unpriced`;
  return lacked?.length === 0 ? `at least ${known}` : 'difference unknown';
}

/** `$191.14 → $250.00 (+$58.86)`, or `$191.14, as before`. */
export function stepUsd(before: Amount, after: Amount, size: Size): string {
  const [was, is] = [usd(before, size), usd(after, size)];
  const difference = differenceUsd(before, after, size);
  const same = difference === signedUsd(0) || difference === `${signedUsd(0)} + unpriced`;
  if (was === is && same && typeof after === 'object') return `${is}, as before`;
  return `${was} → ${is}${difference === '' ? '' : ` (${difference})`}`;
}

/** The total cost of all stacks; undefined when no stack has a price. */
export function totalSentence({ costs, total: { before, after } }: Comparison): string | undefined {
  if (costs.length === 0) return undefined;
  return `Fixed prices per month: at desired size ${stepUsd(before, after, 'desired')}; at maximum size ${stepUsd(before, after, 'maximum')}.`;
}

/** `internet → alb tcp 80`. */
export function flowText({ from, to, protocol, port, last }: ChangedFlow): string {
  return `${from} → ${to} ${protocol} ${last === undefined ? port : `${port}-${last}`}`;
}

/** Replaces the data value `absent` by words. */
export function stateText(state: ChangedFlow['before']): string {
  return state === 'absent' ? 'absent' : state;
}

/** The enforcement of a rule in words. */
export function enforcementText(enforcement: ChangedRule['before']): string {
  return { block: 'blocks', warn: 'warns', off: 'off', absent: 'absent' }[enforcement];
}

/** A price, or the reason why there is none. */
export function itemText(amount: ChangedItem['before'], usage: string): string {
  if (amount === 'usage') return `depends on usage: ${usage}`;
  if (typeof amount === 'string') return usd(amount, 'desired');
  const [desired, maximum] = [usd(amount, 'desired'), usd(amount, 'maximum')];
  return desired === maximum ? desired : `${desired}, ${maximum} at maximum size`;
}

const WAIVER_STATES = { active: 'active', expired: 'expired', unused: 'unused' } as const;

/** The changed properties of a waiver: `until 2026-03-31 → 2026-06-30`. */
export function waiverChanges(before: WaiverReport, after: WaiverReport): string[] {
  const members = [
    ['until', before.expires, after.expires],
    ['found', found(before), found(after)],
    ['owner', before.owner, after.owner],
    ['reason', before.reason, after.reason],
    ['state', WAIVER_STATES[before.state], WAIVER_STATES[after.state]],
  ] as const;
  return members.flatMap(([name, was, is]) => (was === is ? [] : [`${name}: ${was} → ${is}`]));
}

function found({ found: values = [] }: WaiverReport): string {
  return values.join(', ');
}
