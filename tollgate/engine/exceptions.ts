import type { KnownFinding } from './baseline';
import { excusedKey, type Moves } from './excused';
import type { Outcome } from './join';
import { acceptedBy, excusedBy, isAbout, isBound, unboundProblem, type Waivers } from './waivers';
import {
  SENSITIVE,
  type AcceptedUndecided,
  type Finding,
  type Problem,
  type RuleReport,
  type Undecided,
  type WaivedFinding,
  type Waiver,
  type WaiverReport,
} from '../model';

/** An outcome split into findings that count, waived findings and known findings. */
export interface Excepted {
  /** Waivers that do not say what they excuse. */
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  /** Undecided values that nobody accepted. */
  readonly undecided: readonly Undecided[];
  readonly accepted: readonly AcceptedUndecided[];
  readonly waived: readonly WaivedFinding[];
  readonly known: readonly Finding[];
  readonly rules: readonly RuleReport[];
  readonly waivers: readonly WaiverReport[];
  /** Number of baseline findings that no longer occur. */
  readonly gone: number;
}

/**
 * Separates the findings that count from the waived and known ones, and the undecided values from the accepted ones. A waiver
 * of a found value never covers an undecided value, and a baseline never does: once known, the value may differ from the
 * accepted one.
 *
 * @param baseline findings that do not count as new; undefined without a baseline
 */
export function except(
  outcome: Outcome,
  waivers: Waivers,
  baseline: readonly KnownFinding[] | undefined,
  moves: Moves,
): Excepted {
  // The gate does not print a sensitive value, so an exception cannot name one: another value would read the same.
  const excusable = outcome.findings.filter(({ found }) => !found.includes(SENSITIVE));
  const active = waivers.entries.filter(({ expires }) => expires >= waivers.today);
  const covers = active.map((waiver) => ({ waiver, findings: excusedBy(waiver, excusable, moves) }));
  const isKnown = knownAmong(excusable, baseline ?? [], moves);
  const findings: Finding[] = [];
  const waived: WaivedFinding[] = [];
  const known: Finding[] = [];
  for (const finding of outcome.findings) {
    const waiver = covers.find((entry) => entry.findings.has(finding))?.waiver;
    // A waiver takes precedence, because it gives a reason.
    if (waiver !== undefined) waived.push({ ...finding, waiver });
    else if (isKnown.findings.has(finding)) known.push(finding);
    else findings.push(finding);
  }
  const accepts = active.map((waiver) => ({ waiver, values: acceptedBy(waiver, outcome.undecided, moves) }));
  const undecided: Undecided[] = [];
  const accepted: AcceptedUndecided[] = [];
  for (const entry of outcome.undecided) {
    const waiver = accepts.find(({ values }) => values.has(entry))?.waiver;
    if (waiver === undefined) undecided.push(entry);
    else accepted.push({ ...entry, waiver });
  }
  const counted = new Set(findings.map(({ id }) => id));
  const open = new Set(undecided.map(({ id }) => id));
  return {
    problems: waivers.entries.flatMap((waiver, index) => {
      const problem = unboundProblem(waiver, waivers.at(index), excusable);
      return problem === undefined ? [] : [problem];
    }),
    findings,
    undecided,
    accepted,
    waived,
    known,
    rules: outcome.rules.map((rule) =>
      (rule.outcome === 'denied' && !counted.has(rule.id)) || (rule.outcome === 'undecided' && !open.has(rule.id))
        ? { ...rule, outcome: open.has(rule.id) ? 'undecided' : 'accepted' }
        : rule,
    ),
    waivers: waivers.entries.map((waiver) =>
      reportOf(waiver, { ...outcome, findings: excusable }, waivers.today, moves),
    ),
    gone: isKnown.gone,
  };
}

function reportOf(waiver: Waiver, outcome: Outcome, today: string, moves: Moves): WaiverReport {
  const about =
    waiver.undecided === undefined
      ? excusedBy(waiver, outcome.findings, moves).size
      : acceptedBy(waiver, outcome.undecided, moves).size;
  // A waiver that does not say what it excuses has a problem of its own, and is not called unused as well.
  const undecided =
    waiver.undecided === undefined &&
    [...outcome.undecided, ...(isBound(waiver) ? [] : outcome.findings)].some((entry) => isAbout(waiver, entry));
  const state = waiver.expires < today ? 'expired' : about > 0 || undecided ? 'active' : 'unused';
  return { ...waiver, state, findings: about };
}

/** The findings that the baseline has, each as often as there. */
function knownAmong(
  findings: readonly Finding[],
  baseline: readonly KnownFinding[],
  moves: Moves,
): { readonly findings: ReadonlySet<Finding>; readonly gone: number } {
  const left = new Map<string, number>();
  for (const entry of baseline) left.set(excusedKey(entry), (left.get(excusedKey(entry)) ?? 0) + 1);
  const known = findings.filter((finding) =>
    moves.variants(finding).some((variant) => {
      const key = excusedKey(variant);
      const number = left.get(key) ?? 0;
      if (number > 0) left.set(key, number - 1);
      return number > 0;
    }),
  );
  return { findings: new Set(known), gone: [...left.values()].reduce((sum, number) => sum + number, 0) };
}
