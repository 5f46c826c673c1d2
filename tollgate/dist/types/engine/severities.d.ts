import { type JsonObject, type RuleInfo } from '../model';
/**
 * The catalog with the severities of the settings (`enforcement.severities`).
 *
 * @throws CouldNotJudge when the settings name a rule that does not exist
 */
export declare function withSeverities(catalog: readonly RuleInfo[], settings: JsonObject): readonly RuleInfo[];
