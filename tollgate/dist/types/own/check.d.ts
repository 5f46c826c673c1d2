/**
 * Checks the rules of a team before they are compiled. Whatever would make a rule silent is an error: a package that the
 * router does not walk, a type that METADATA does not name, a name that the library does not have.
 */
import { type JsonObject, type RuleInfo } from '../model';
import type { Library } from './library';
import { type Parsed, type Trap } from './rego';
/** The gate's side of the checks, and the settings of the team. */
export interface CheckedAgainst {
    /** The rules of the gate. */
    readonly catalog: readonly RuleInfo[];
    readonly library: Library;
    /** Names of the settings of the gate. */
    readonly gateSettings: readonly string[];
    /** The settings of the rules, by name. */
    readonly settings: JsonObject;
}
/** The rules of a team, checked. */
export interface Checked {
    readonly traps: readonly Trap[];
    /** Sorted by id. */
    readonly catalog: readonly RuleInfo[];
    /** Names of the settings of the team that the rules read. */
    readonly settings: readonly string[];
}
/** The lowest number of a team's rule whose id has a prefix of the gate. */
export declare const FIRST_NUMBER = 101;
/**
 * @param rules the rules, with paths below the directory
 * @param tests the tests, with paths below the directory
 */
export declare function checkRules(rules: readonly Parsed[], tests: readonly Parsed[], against: CheckedAgainst): Checked;
