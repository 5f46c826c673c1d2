import { SEVERITIES, type Enforcement, type RuleInfo, type Severity } from '../model';

/**
 * Enforcement of each rule with `--fail-on`: a blocking rule of a lower severity only warns, its undecided entries
 * included.
 *
 * @param failOn lowest severity that fails
 */
export function failingFrom(
  failOn: Severity,
  enforcement: ReadonlyMap<string, Enforcement>,
  catalog: readonly RuleInfo[],
): ReadonlyMap<string, Enforcement> {
  const worst = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const lesser = new Set(catalog.filter(({ severity }) => !worst.includes(severity)).map(({ id }) => id));
  return new Map(
    [...enforcement].map(([id, acts]) => [id, acts === 'block' && lesser.has(id) ? 'warn' : acts] as const),
  );
}
