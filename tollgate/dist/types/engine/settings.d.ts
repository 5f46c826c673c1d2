import { type LocatedJson } from './located-json';
import { type Enforcement, type JsonObject, type RuleInfo } from '../model';
/** Validated settings. */
export interface Settings {
    /** What the policy reads as `data.settings`. */
    readonly data: JsonObject;
    /** What the gate does about each rule, by rule id. */
    readonly enforcement: ReadonlyMap<string, Enforcement>;
    /** The file of the waivers, of which only its shape is known to be right; absent where there is no such setting. */
    readonly waivers?: LocatedJson;
}
/**
 * Reads every settings file and validates it against our schema. A file `limits.json` holds one member `limits`,
 * which is `data.settings.limits` in the policy: a stock `opa` that loads the directory sees the same.
 *
 * @param directory where the default settings and the schemas are
 * @param names the settings that the policy needs, from its manifest
 * @param catalog the rules that the enforcement may name
 * @param overrides where the settings of a team are: each takes the place of the default of the same name
 * @param waivers the file that takes the place of `waivers.json`
 * @throws CouldNotJudge naming the file, line and column, the JSON pointer and what is allowed there
 */
export declare function loadSettings(directory: string, names: readonly string[], catalog: readonly RuleInfo[], overrides?: string, waivers?: string): Settings;
