import { type JsonObject, type RuleInfo } from '../model';
/** A rule id: capitals and digits, a hyphen, three digits. */
export declare const RULE_ID: RegExp;
/** A defect of METADATA. */
export declare class MetadataError extends Error {
    readonly what: string;
    readonly lines: string;
    /**
     * @param what the defect, as the end of a sentence that starts with the file
     * @param lines the lines to write
     */
    constructor(what: string, lines: string);
}
/**
 * The catalog entry of a rule.
 *
 * @param rule package below `data.rules`: `platform.buckets_are_private`
 * @param file path of the rule
 * @param metadata annotations of the package
 * @throws MetadataError when a property is missing or has a wrong value
 */
export declare function ruleInfo(rule: string, file: string, metadata: JsonObject): RuleInfo;
