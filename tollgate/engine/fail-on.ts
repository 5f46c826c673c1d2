import { SEVERITIES, type Enforcement, type RuleInfo, type Severity } from '../model';

/**
 * What the gate does about each rule when only violations of some severity may fail: whatever is less severe is a warning,
 * what is unknown about it included.
 *
 * @param failOn least severity that fails
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
