import { type LocatedJson } from './located-json';
import { type Enforcement, type Json, type JsonObject, type RuleInfo } from '../model';
/** Validated settings. */
export interface Settings {
    /** The policy's `data.settings`. */
    readonly data: JsonObject;
    /** Enforcement of each rule, by rule id. */
    readonly enforcement: ReadonlyMap<string, Enforcement>;
    /** Each setting with the files that it was merged from, by name. */
    readonly files: ReadonlyMap<string, Merged>;
    /** The waivers file, whose shape is valid but whose entries are not yet checked; absent if there is none. */
    readonly waivers?: LocatedJson;
}
/** Directories of a team's settings, in order: a later one lies over the earlier ones. */
export type SettingsDirectories = string | readonly string[] | undefined;
/** @returns the directories as a list */
export declare function directoriesOf(settings: SettingsDirectories): readonly string[];
/**
 * Reads the default settings and the files of the team, and merges them in order (`overlay.ts`). Each merge must match the
 * gate's schema, so every error belongs to one file. A file `limits.json` contains one key `limits`, which is
 * `data.settings.limits` in the policy; stock `opa` loads a directory of whole files in the same way.
 *
 * @param directory directory of the default settings and of the schemas
 * @param names names of the settings that the policy needs, from its manifest
 * @param catalog the rules that the enforcement may name
 * @param overrides directories of a team's settings: each file states what differs from the files before it
 * @param waivers file that takes the place of every `waivers.json` of the overrides
 * @throws CouldNotJudge with file, line and column, the JSON pointer and the allowed values of every wrong value
 */
export declare function loadSettings(directory: string, names: readonly string[], catalog: readonly RuleInfo[], overrides?: SettingsDirectories, waivers?: string): Settings;
/** One setting: the value in force, and the files that it was merged from. */
export interface Merged {
    readonly value: Json;
    /** The default, then the files of the team, in order. */
    readonly files: readonly LocatedJson[];
    /** JSON Schema of the files; null when the default alone is in force. */
    readonly schema: Json;
    /** The merged content. Places are in the file that the value comes from. */
    readonly located: LocatedJson;
}
/**
 * Reads a JSON file that the user named.
 *
 * @throws CouldNotJudge when the file cannot be read or is not JSON
 */
export declare function readLocated(path: string, why: string): LocatedJson;
/**
 * Reads the settings of a team's rules: each file `NAME.json` has one key `NAME`, and `NAME.schema.json` beside it.
 *
 * @param directory need not exist
 * @param taken names of the settings of the gate
 * @returns the settings by name, sorted
 * @throws CouldNotJudge when a file is not valid, has no schema, or has the name of a setting of the gate
 */
export declare function loadOwnSettings(directory: string, taken: readonly string[]): JsonObject;
