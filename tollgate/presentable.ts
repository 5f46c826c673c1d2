/**
 * Makes what the gate found printable, once and for all formats: sensitive values are hidden, and every string that comes
 * from the input is cleaned.
 */
import type { Outcome } from './engine/join';
import type { Judgement, RuleReport } from './model';
import { clean, cleanAll, cleanAllLines, cleanValue } from './report/clean';
import type { Concealer } from './report/sensitive';

/** @param hide hides the sensitive values of the input */
export function presentable(outcome: Outcome, hide: Concealer): Outcome {
  const value = (text: string): string => cleanValue(hide.within(text));
  const judged = <T extends Judgement>(entry: T): T => ({
    ...entry,
    stack: clean(entry.stack),
    address: clean(entry.address),
    path: clean(entry.path),
    why: value(entry.why),
    ...(entry.constructPath === undefined ? {} : { constructPath: clean(entry.constructPath) }),
  });
  return {
    problems: cleanAllLines(
      outcome.problems.map((problem) => ({
        ...problem,
        what: hide.within(problem.what),
        why: hide.within(problem.why),
        // The flows that are proposed have the ports of the input.
        ...(problem.example === undefined ? {} : { example: hide.within(problem.example) }),
      })),
    ),
    findings: outcome.findings.map((finding) => ({
      ...judged(finding),
      found: cleanValue(hide.whole(finding.found)),
      allowed: value(finding.allowed),
    })),
    undecided: outcome.undecided.map(judged),
    rules: outcome.rules.map(ruleOf),
    flows: cleanAll(shownFlows(outcome, hide)),
    costs: cleanAll(
      outcome.costs.map((cost) => ({ ...cost, item: hide.within(cost.item), usage: hide.within(cost.usage) })),
    ),
    forgotten: cleanAll(outcome.forgotten),
    undeclared: cleanAll(outcome.undeclared),
    openToInternet: outcome.openToInternet.map(({ stack, address, path, opening }) => ({
      ...cleanAll({ stack, address, path }),
      opening: cleanValue(hide.whole(opening)),
    })),
    ...(outcome.prices === undefined ? {} : { prices: cleanAll(outcome.prices) }),
    free: new Map([...outcome.free].map(([stack, number]) => [clean(stack), number])),
    unpriced: outcome.unpriced.map(({ stack, part, address, path, reason }) => ({
      ...cleanAll({ stack, part, address, path }),
      reason: value(reason),
    })),
  };
}

/** A declared flow has the port of the settings. Where none is declared, the ports are those of the input. */
function shownFlows({ flows, undeclared }: Outcome, hide: Concealer): Outcome['flows'] {
  if (!undeclared.includes('flows')) return flows;
  return flows.filter(({ port }) => hide.whole(String(port)) === String(port));
}

function ruleOf(rule: RuleReport): RuleReport {
  const { id, rule: name, title, severity, enforcement, outcome } = rule;
  let checked: RuleReport['checked'] | undefined;
  return {
    ...{ id, rule: name, title, severity, enforcement, outcome },
    // Most reports do not list the checked resources, which are sorted on access.
    get checked() {
      return (checked ??= cleanAll(rule.checked));
    },
  };
}
