/**
 * Types and errors that all parts of the gate share: findings, rules, costs, flows, the report. Imports nothing, so
 * every part may depend on it.
 */
/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
/** A JSON object. The type of a property includes `undefined`, because any property may be missing. */
export interface JsonObject {
    [member: string]: Json | undefined;
}
/** Severities of a violation, worst first. Severity is independent of {@link Enforcement}. */
export declare const SEVERITIES: readonly ["critical", "high", "medium", "low"];
/** Severity of a violation. */
export type Severity = (typeof SEVERITIES)[number];
/**
 * Effect of a rule: `block` decides the verdict, `warn` only shows the findings, `off` omits the rule
 * from reports.
 */
export type Enforcement = 'block' | 'warn' | 'off';
/** A rule as its METADATA declares it, read from `catalog.json`. */
export interface RuleInfo {
    /** Stable id that is never reused: `NET-001`. */
    readonly id: string;
    /** Rego package below `data.rules`: `network.declared_flows_only`. */
    readonly rule: string;
    readonly title: string;
    readonly description: string;
    readonly severity: Severity;
    /** Terraform resource types that the rule checks. */
    readonly resources: readonly string[];
    /** How to fix a violation. */
    readonly fix: string;
    readonly relatedResources: readonly {
        readonly ref: string;
        readonly description: string;
    }[];
    /** Path of the Rego file, relative to the repository. */
    readonly file: string;
}
/** The line of the repository that a judgement is about. */
export interface SourceLine {
    /**
     * With `/`: `stacks/tiers/network.ts`. A line of the program is relative to the working directory of the run, a line of
     * a Terraform file to the root of the repository.
     */
    readonly file: string;
    /** Starts at 1. */
    readonly line: number;
    /** Kind of the line of a Terraform file. Absent for a line of the program that created the resource. */
    readonly of?: 'argument' | 'block' | 'module call';
    /** Why the line is only that of a module call; absent otherwise. */
    readonly note?: string;
}
/** A judgement on one attribute of one resource. */
export interface Judgement {
    readonly id: string;
    readonly rule: string;
    readonly title: string;
    readonly severity: Severity;
    readonly enforcement: Enforcement;
    /** Stack (one state file) of the resource; `''` when a single plan is judged. */
    readonly stack: string;
    /** Terraform address without the stack: `aws_lb.alb`. */
    readonly address: string;
    /** Path of the construct that created the resource; absent when the input does not name one. */
    readonly constructPath?: string;
    /**
     * Line that created the resource. Absent when neither the program itself ran the gate nor {@link sourceMissing} tells
     * the reason.
     */
    readonly source?: SourceLine;
    /**
     * Why the searched sources have no line for the resource. Absent when there is one, for a construct, and when nothing
     * was searched.
     */
    readonly sourceMissing?: string;
    /** Dotted attribute path with list positions: `metadata_options.0.http_tokens`. */
    readonly path: string;
    /** One sentence. */
    readonly why: string;
    readonly fix: string;
    /** Depends on rule, stack, address and path only, not on lines or values. */
    readonly fingerprint: string;
}
/** A definite violation. */
export interface Finding extends Judgement {
    /** The value that the rule found. */
    readonly found: string;
    /** The values that the rule allows. */
    readonly allowed: string;
}
/** A value that is unknown at this stage and could violate the rule. Never counts as a pass. */
export type Undecided = Judgement;
/** An exception to one rule, with an owner and an end date. */
export interface Waiver {
    /** Rule id: `NET-001`. */
    readonly rule: string;
    /** Terraform address without the stack; `*` matches any characters. */
    readonly address: string;
    /**
     * Attribute path as in the finding; positions in lists do not matter. `''` for a finding without an attribute. Absent
     * only in a waiver of an old form, which excuses nothing.
     */
    readonly path?: string;
    /**
     * The excused values, exactly as in the findings. Each value excuses one finding of a resource. Absent only in a
     * waiver of an old form, which excuses nothing.
     */
    readonly found?: readonly string[];
    /**
     * The accepted undecided value: the reason in the report, exactly. A waiver has this or `found`. It accepts one undecided
     * value of one resource.
     */
    readonly undecided?: string;
    /** Stack name; `*` matches any characters. @default every stack */
    readonly stack?: string;
    readonly reason: string;
    /** The person or team responsible for the waiver. */
    readonly owner: string;
    /**
     * Last day on which the waiver is valid, in UTC: `2026-03-31`. For a waiver of an incident the time at which it ends:
     * `2026-03-31T18:00:00Z`.
     */
    readonly expires: string;
    /** The person who approved a waiver of an incident; absent in other waivers. */
    readonly approvedBy?: string;
}
/** A waiver and its effect. `expired`: the waiver no longer applies. `unused`: the waiver matches no finding. */
export interface WaiverReport extends Waiver {
    readonly state: 'active' | 'expired' | 'unused';
    /** Number of findings that the waiver covers, or would cover if it had not expired. */
    readonly findings: number;
}
/** The waivers that a run applied. */
export interface WaiversReport {
    /** SHA-256 of all waivers and of their longest lifetime; `''` when no waivers file exists. */
    readonly digest: string;
    /**
     * The UTC day that the gate compared with the end dates. Absent without waivers, so that such a report is the same on
     * every day.
     */
    readonly today?: string;
    readonly entries: readonly WaiverReport[];
}
/** A violation that a waiver covers. */
export interface WaivedFinding extends Finding {
    readonly waiver: Waiver;
}
/** An undecided value that a person accepted. */
export interface AcceptedUndecided extends Undecided {
    readonly waiver: Waiver;
}
/** The earlier report whose findings do not count as new. */
export interface BaselineReport {
    /** SHA-256 of the file. */
    readonly digest: string;
    /** Number of baseline findings that no longer occur. */
    readonly gone: number;
}
/**
 * Outcome of one rule. `not-applicable`: the rule found no resource to check, which is not a pass. `accepted`: the rule
 * found violations, all of them waived or in the baseline, or undecided values, all of them accepted by a person.
 */
export type RuleOutcome = 'passed' | 'accepted' | 'denied' | 'undecided' | 'not-applicable' | 'off';
/** A rule with its outcome and the resources that it checked. */
export interface RuleReport {
    readonly id: string;
    readonly rule: string;
    readonly title: string;
    readonly severity: Severity;
    readonly enforcement: Enforcement;
    readonly outcome: RuleOutcome;
    readonly checked: readonly {
        readonly stack: string;
        readonly address: string;
    }[];
}
/** Monthly price of one item, in integer micro-dollars (1,000,000 = one US dollar). */
export interface CostItem {
    readonly stack: string;
    readonly part: string;
    readonly address: string;
    readonly item: string;
    /** Price at the minimum size of the Auto Scaling group that the item belongs to; `desired` and `maximum` likewise. */
    readonly minimum: number;
    readonly desired: number;
    readonly maximum: number;
    /** The usage that a variable price depends on; `''` for a fixed price. */
    readonly usage: string;
}
/** The ends of flows that the structure shows, with their names in reports, in report order. `policies/lib/tiers.rego` is the same list for the rules. */
export declare const SIDES: Readonly<Record<string, string>>;
/** Stands for a value that Terraform marks as sensitive. */
export declare const SENSITIVE = "(sensitive value)";
/** A network flow that the settings declare or the resources open. `state` says whether the flow is open end to end. */
export interface FlowFact {
    readonly stack: string;
    readonly from: string;
    readonly to: string;
    readonly protocol: string;
    /** The first port; 0 for a protocol without ports. */
    readonly port: number;
    /** The last port; absent when the flow has one port. */
    readonly last?: number;
    /** Present when the settings name the tiers: reports then use these names. */
    readonly own?: true;
    readonly state: 'open' | 'closed' | 'unknown';
    readonly name: string;
}
/** A difference between the settings, waivers and baseline of a base and those of a change. */
export interface SettingsChange {
    /** Name of the file: `flows.json`. */
    readonly file: string;
    /** Dotted place in the file; `''` for the whole file. */
    readonly path: string;
    /** The earlier value as JSON; absent for an addition. */
    readonly before?: string;
    /** The proposed value as JSON; absent for a removal. */
    readonly after?: string;
}
/** Effect of a change on the files that decide its verdict. The files of the base judge. */
export interface Proposed {
    /** The base commit, whose files judged. */
    readonly commit: string;
    /** The verdict that the proposed files would give. */
    readonly verdict: Verdict;
    readonly changes: readonly SettingsChange[];
}
/** Why the gate could not judge part or all of the input. */
export interface Problem {
    /** Stack that the problem concerns; `''` for the whole run. */
    readonly stack: string;
    readonly what: string;
    readonly why: string;
    readonly fix: string;
    /** Content of an example file, or lines to add to a file; absent when there is no example. */
    readonly example?: string;
}
/** A security group rule that allows traffic from the Internet, listed while no flow is declared. */
export interface OpenRule {
    readonly stack: string;
    readonly address: string;
    /** Attribute that contains the Internet range. */
    readonly path: string;
    /** Direction, ports and source in words. */
    readonly opening: string;
}
/** A resource of which a part has no price. */
export interface Unpriced {
    readonly stack: string;
    /** Part of the stack that the missing price belongs to, as in {@link CostItem}. */
    readonly part: string;
    readonly address: string;
    /** Attribute that decides the price; `''` for none. */
    readonly path: string;
    readonly reason: string;
}
/** The assumptions of all prices. */
export interface PriceBasis {
    /** AWS region of the price book. */
    readonly region: string;
    /** Day of the price book: year-month-day. */
    readonly date: string;
    /** Hours that a month counts. */
    readonly hours: number;
}
/** Exit code of the process: 0 passed, 1 denied, 2 could not judge. */
export type ExitCode = 0 | 1 | 2;
/** The verdict of one run. */
export interface Verdict {
    readonly exitCode: ExitCode;
    readonly outcome: 'passed' | 'denied' | 'could-not-judge';
}
/** Version of the shape of {@link Report}. Removing a property or changing its meaning raises it. */
export declare const REPORT_SCHEMA_VERSION = 1;
/** The result of one run of the gate; `--format json` prints exactly this. */
export interface Report {
    readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
    readonly verdict: Verdict;
    /** SHA-256 of the compiled policy; `''` when no policy could be loaded. */
    readonly policy: string;
    /** Lowest severity that can fail the run. A blocking rule of a lower severity counts as a warning. */
    readonly failOn: Severity;
    /** SHA-256 of the settings without waivers; absent when no settings could be loaded. */
    readonly settings?: string;
    /** Absent unless a base judged and the change alters its settings, waivers or baseline. */
    readonly proposed?: Proposed;
    readonly stacks: readonly StackReport[];
    readonly problems: readonly Problem[];
    /** Violations that count. */
    readonly findings: readonly Finding[];
    /** Undecided values that nobody accepted. */
    readonly undecided: readonly Undecided[];
    /** Undecided values that a person accepted until a day. They do not count. Absent when there are none. */
    readonly accepted?: readonly AcceptedUndecided[];
    /** Violations that a waiver covers. They do not count. */
    readonly waived: readonly WaivedFinding[];
    /** Violations that the baseline contains. They do not count. */
    readonly known: readonly Finding[];
    readonly waivers: WaiversReport;
    /** Absent when the run has no baseline. */
    readonly baseline?: BaselineReport;
    readonly rules: readonly RuleReport[];
    /** The declared flows; if none are declared, the flows that the gate found. */
    readonly flows: readonly FlowFact[];
    readonly costs: readonly CostItem[];
    /**
     * Settings without a declaration, such as `flows` or `limits.group`: the related checks did not run. Absent when
     * there are none.
     */
    readonly undeclared?: readonly string[];
    /** Absent when flows are declared, or when no rule allows traffic from the Internet. */
    readonly openToInternet?: readonly OpenRule[];
    /** Resources of which some part has no price, and which no total holds. Absent when each of them has one. */
    readonly unpriced?: readonly Unpriced[];
    /** Sentences about sources that could not be read or assigned. Absent when there are none. */
    readonly sourceNotes?: readonly string[];
    /** Absent when nothing was priced. */
    readonly prices?: PriceBasis;
}
/** The report on one input, or on several inputs judged as one system. */
export interface Judged {
    /** Paths as given on the command line; empty when the app of this process wrote the input. */
    readonly files: readonly string[];
    readonly report: Report;
}
/** Instance counts of an Auto Scaling group. */
export interface GroupSize {
    readonly minimum: number;
    readonly desired: number;
    readonly maximum: number;
}
/**
 * A change made outside of Terraform that the plan reverts: to one attribute, or to a whole resource that somebody
 * deleted and the plan creates again.
 */
export interface Repair {
    readonly address: string;
    /**
     * Dotted attribute path with list positions. Absent, like `found` and `planned`, when the whole resource was deleted.
     */
    readonly attribute?: string;
    /** Current value as JSON, without sensitive parts. */
    readonly found?: string;
    /** Planned value as JSON, without sensitive parts. */
    readonly planned?: string;
}
/** A resource that has another address than before: by a `moved` block, or by a renamed key. */
export interface Move {
    readonly address: string;
    /** The former address. */
    readonly from: string;
}
/** The part of a report about one stack. */
export interface StackReport {
    readonly name: string;
    /** The judged file, as given on the command line; absent when the program that creates the stack was judged. */
    readonly file?: string;
    readonly resources: number;
    /** Addresses of resources that Terraform removes from the state but keeps in AWS; absent when there are none. */
    readonly forgotten?: readonly string[];
    /** Resources that Terraform moved to another address; absent when there are none. */
    readonly moved?: readonly Move[];
    /** Changes made outside of Terraform that the plan reverts; absent when there are none. */
    readonly repairs?: readonly Repair[];
    /**
     * Group sizes that the costs are based on. Absent when the stack has no group, several groups, or a group of unknown
     * size.
     */
    readonly groupSize?: GroupSize;
    /** Number of resources that cost nothing by themselves; absent when there are none. */
    readonly free?: number;
}
/** One stack as the readers pass it to the engine. */
export interface StackDocument {
    readonly name: string;
    /** The file that the stack was read from; absent when the app of this process wrote the stack. */
    readonly file?: string;
    /** The plan, in the shape that `terraform show -json` writes. */
    readonly document: JsonObject;
    /** Number of managed and data resources in `document`. The policy must report the same number. */
    readonly resources: number;
    /** Changes made outside of Terraform that the plan reverts. @default none */
    readonly repairs?: readonly Repair[];
    /** Address to former address of each resource that Terraform moved. @default nothing moved */
    readonly moved?: ReadonlyMap<string, string>;
    /** Strings, and numbers as strings, that Terraform marks as sensitive. A report never contains them. @default none */
    readonly sensitive?: ReadonlySet<string>;
    /** Terraform address to construct path. */
    readonly constructPaths: ReadonlyMap<string, string>;
    /**
     * Addresses that the root module declares: resources of every type, and module calls (`module.web`). Absent when the
     * document has no configuration.
     */
    readonly declared?: readonly string[];
}
/**
 * The gate cannot reach a verdict. Says what is wrong, why that matters and how to fix it. Ends the run with exit code
 * 2.
 */
export declare class CouldNotJudge extends Error {
    readonly what: string;
    readonly why: string;
    readonly fix: string;
    /** Stack that the error concerns; `''` for the whole run. */
    readonly about: string;
    readonly name = "CouldNotJudge";
    constructor(what: string, why: string, fix: string, 
    /** Stack that the error concerns; `''` for the whole run. */
    about?: string);
    /** The error as a report entry. */
    get problem(): Problem;
}
/**
 * Builds the error for a file that could not be read.
 *
 * @param error the error that the read threw
 * @param why the consequence for the run
 */
export declare function unread(path: string, error: unknown, why: string): CouldNotJudge;
/** Whether a value is a JSON object. Arrays are not. */
export declare function isObject(value: unknown): value is JsonObject;
