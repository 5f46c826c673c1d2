import { type LocatedJson } from './located-json';
import { type Enforcement, type JsonObject, type RuleInfo } from '../model';
/** Validated settings. */
export interface Settings {
    /** The policy's `data.settings`. */
    readonly data: JsonObject;
    /** Enforcement of each rule, by rule id. */
    readonly enforcement: ReadonlyMap<string, Enforcement>;
    /** The waivers file, whose shape is valid but whose entries are not yet checked; absent if there is none. */
    readonly waivers?: LocatedJson;
}
/**
 * Reads every settings file and validates it against the gate's schema. A file `limits.json` contains one key `limits`,
 * which is `data.settings.limits` in the policy; stock `opa` loads the directory in the same way.
 *
 * @param directory directory of the default settings and of the schemas
 * @param names names of the settings that the policy needs, from its manifest
 * @param catalog the rules that the enforcement may name
 * @param overrides directory of a team's settings: each file replaces the default of the same name
 * @param waivers file that replaces `waivers.json`
 * @throws CouldNotJudge with file, line and column, the JSON pointer and the allowed values
 */
export declare function loadSettings(directory: string, names: readonly string[], catalog: readonly RuleInfo[], overrides?: string, waivers?: string): Settings;
/**
 * Reads a JSON file that the user named.
 *
 * @throws CouldNotJudge when the file cannot be read or is not JSON
 */
export declare function readLocated(path: string, why: string): LocatedJson;
