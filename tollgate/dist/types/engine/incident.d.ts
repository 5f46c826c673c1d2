import type { LocatedJson } from './located-json';
import { type RuleInfo, type Waiver } from '../model';
/** A waiver for an incident: approved by another person, and of hours instead of days. */
export interface IncidentWaiver extends Waiver {
    readonly approvedBy: string;
    /** Time at which the waiver ends, in UTC: `2026-03-31T18:00:00Z`. */
    readonly expires: string;
}
/** A valid incident file. */
export interface Incident {
    /** Path as given. */
    readonly path: string;
    /** SHA-256 of the waivers. */
    readonly digest: string;
    readonly entries: readonly IncidentWaiver[];
    /** `PATH:LINE:COLUMN` of an entry. */
    at(index: number): string;
}
/** Facts that an incident file is checked with. */
export interface IncidentCheck {
    /** The rules that a waiver may name. */
    readonly catalog: readonly RuleInfo[];
    /** Time in milliseconds since 1970. */
    readonly now: number;
    /** Longest time in hours until the end of a waiver. */
    readonly hours: number;
    /** Names of the person who runs the gate. */
    readonly runBy: readonly string[];
}
/** Why the gate refuses an invalid incident file. */
export declare const INCIDENT_WHY = "An incident excuses a finding for a few hours, and another person answers for that.";
/** Environment variable through which `tollgate deploy` hands the path of the incident file to the app. */
export declare const INCIDENT_VARIABLE = "TOLLGATE_INCIDENT";
/**
 * Reads an incident file: `{"incident": {"entries": [{"rule", "address", "path", "found", "reason", "owner",
 * "approved_by", "expires"}]}}`.
 *
 * @throws CouldNotJudge with file, line and column when an entry is incomplete, is approved by its owner or by the person
 * who runs the gate, has ended, or ends too late
 */
export declare function readIncident(file: LocatedJson, check: IncidentCheck): Incident;
