import type { KnownFinding } from './baseline';
import type { Outcome } from './join';
import { isAbout, type Waivers } from './waivers';
import type { Finding, RuleReport, WaivedFinding, WaiverReport } from '../model';

/** An outcome split into findings that count, waived findings and known findings. */
export interface Excepted {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly known: readonly Finding[];
  readonly rules: readonly RuleReport[];
  readonly waivers: readonly WaiverReport[];
  /** Number of baseline findings that no longer occur. */
  readonly gone: number;
}

/**
 * Separates the findings that count from the waived and known ones. Undecided entries always count: once known, the
 * value may differ from the accepted one.
 *
 * @param baseline findings that do not count as new; undefined without a baseline
 */
export function except(outcome: Outcome, waivers: Waivers, baseline: readonly KnownFinding[] | undefined): Excepted {
  const active = waivers.entries.filter(({ expires }) => expires >= waivers.today);
  const left = countsOf(baseline ?? []);
  const findings: Finding[] = [];
  const waived: WaivedFinding[] = [];
  const known: Finding[] = [];
  for (const finding of outcome.findings) {
    const waiver = active.find((entry) => isAbout(entry, finding));
    const isKnown = take(left, keyOf(finding));
    // A waiver takes precedence, because it gives a reason.
    if (waiver !== undefined) waived.push({ ...finding, waiver });
    else if (isKnown) known.push(finding);
    else findings.push(finding);
  }
  const counted = new Set(findings.map(({ id }) => id));
  const open = new Set(outcome.undecided.map(({ id }) => id));
  return {
    findings,
    waived,
    known,
    rules: outcome.rules.map((rule) =>
      rule.outcome !== 'denied' || counted.has(rule.id)
        ? rule
        : { ...rule, outcome: open.has(rule.id) ? 'undecided' : 'accepted' },
    ),
    waivers: waivers.entries.map((waiver) => {
      const about = outcome.findings.filter((finding) => isAbout(waiver, finding)).length;
      const undecided = outcome.undecided.some((entry) => isAbout(waiver, entry));
      const state = waiver.expires < waivers.today ? 'expired' : about > 0 || undecided ? 'active' : 'unused';
      return { ...waiver, state, findings: about };
    }),
    gone: [...left.values()].reduce((sum, count) => sum + count, 0),
  };
}

/**
 * Includes the found value: a known rule that allows an office must not hide a rule at the same place that allows the
 * Internet.
 */
function keyOf({ fingerprint, found }: KnownFinding): string {
  return `${fingerprint} ${found}`;
}

function countsOf(known: readonly KnownFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of known) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}
