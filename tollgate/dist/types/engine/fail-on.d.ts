import { type Enforcement, type RuleInfo, type Severity } from '../model';
/**
 * Enforcement of each rule with `--fail-on`: a blocking rule of a lower severity only warns, its undecided entries
 * included.
 *
 * @param failOn lowest severity that fails
 */
export declare function failingFrom(failOn: Severity, enforcement: ReadonlyMap<string, Enforcement>, catalog: readonly RuleInfo[]): ReadonlyMap<string, Enforcement>;
