import { type Enforcement, type RuleInfo, type Severity } from '../model';
/**
 * What the gate does about each rule when only violations of some severity may fail: whatever is less severe is a warning,
 * what is unknown about it included.
 *
 * @param failOn least severity that fails
 */
export declare function failingFrom(failOn: Severity, enforcement: ReadonlyMap<string, Enforcement>, catalog: readonly RuleInfo[]): ReadonlyMap<string, Enforcement>;
