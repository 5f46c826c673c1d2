/**
 * What the gate talks about: findings, rules, costs, flows, the report. Types and errors, and no imports, so that every
 * part of the gate can depend on this file and on nothing else.
 */
/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
/** A JSON object. A member may be missing, so reading one always asks what happens then. */
export interface JsonObject {
    [member: string]: Json | undefined;
}
/** How bad a violation is, worst first. Apart from {@link Enforcement}, which says what the gate does about it. */
export declare const SEVERITIES: readonly ["critical", "high", "medium", "low"];
/** How bad a violation is. */
export type Severity = (typeof SEVERITIES)[number];
/** What the gate does about a rule: `block` decides the verdict, `warn` is only shown, `off` is not reported at all. */
export type Enforcement = 'block' | 'warn' | 'off';
/** A rule as its METADATA declares it, joined from `catalog.json`. */
export interface RuleInfo {
    /** Stable, never reused: `NET-001`. */
    readonly id: string;
    /** Package below `data.rules`: `network.declared_flows_only`. */
    readonly rule: string;
    readonly title: string;
    readonly description: string;
    readonly severity: Severity;
    /** Terraform resource types that the rule looks at. */
    readonly resources: readonly string[];
    /** How to fix a violation. */
    readonly remediation: string;
    readonly relatedResources: readonly {
        readonly ref: string;
        readonly description: string;
    }[];
    /** The Rego file, relative to the repository. */
    readonly file: string;
}
/** A line of the program that made a resource. */
export interface SourceLine {
    /** Relative to the directory of the run, with `/`: `stacks/tiers/network.ts`. */
    readonly file: string;
    /** Counted from 1. */
    readonly line: number;
}
/** What every judgement on one attribute of one resource names. */
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
    /** Path of the construct that made the resource; absent when the input does not say. */
    readonly constructPath?: string;
    /** Where the program made the resource; absent when it was not judged by the program itself. */
    readonly source?: SourceLine;
    /** Dotted attribute path, list positions included: `metadata_options.0.http_tokens`. */
    readonly path: string;
    /** One sentence. */
    readonly message: string;
    readonly remediation: string;
    /** The same for the same rule, stack, address and path, whatever the lines and the values are. */
    readonly fingerprint: string;
}
/** A violation: definitely wrong. */
export interface Finding extends Judgement {
    /** What is there. */
    readonly actual: string;
    /** What the rule allows there. */
    readonly allowed: string;
}
/** A value that is not known at this stage and could be wrong. Never counts as a pass. */
export type Undecided = Judgement;
/** An exception to one rule, which somebody answers for and which ends by itself. */
export interface Waiver {
    /** Id of the rule: `NET-001`. */
    readonly rule: string;
    /** Terraform address without the stack; `*` stands for any characters. */
    readonly address: string;
    /** Name of the stack, `*` as in the address. @default every stack */
    readonly stack?: string;
    readonly reason: string;
    /** Who answers for it. */
    readonly owner: string;
    /** Last day on which it counts, in UTC: `2026-03-31`. */
    readonly expires: string;
}
/** A waiver and what it does: `expired` waives nothing any more, `unused` matches nothing that was judged. */
export interface WaiverReport extends Waiver {
    readonly state: 'active' | 'expired' | 'unused';
    /** Findings that it waives, or would waive had it not expired. */
    readonly findings: number;
}
/** The waivers that a judgement went by. */
export interface WaiversReport {
    /** SHA-256 of all of them with their longest lifetime; `''` when there is no such setting. */
    readonly digest: string;
    /** Day by which they were judged, in UTC; absent when there are none, so that a report then is the same on every day. */
    readonly today?: string;
    readonly entries: readonly WaiverReport[];
}
/** A violation that a waiver lets through. */
export interface WaivedFinding extends Finding {
    readonly waiver: Waiver;
}
/** The earlier report that says which findings are no news. */
export interface BaselineReport {
    /** SHA-256 of the file. */
    readonly digest: string;
    /** Findings of the earlier report that are gone. */
    readonly gone: number;
}
/**
 * What became of one rule. `not-applicable` means that it found nothing to look at, which is not a pass; `accepted` that
 * it found something, all of which is waived or in the baseline.
 */
export type RuleOutcome = 'passed' | 'accepted' | 'denied' | 'undecided' | 'not-applicable' | 'off';
/** A rule with its outcome and the resources it looked at. */
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
/** A monthly price of one thing, in integer micro-dollars (1,000,000 = one US dollar). */
export interface CostItem {
    readonly stack: string;
    readonly part: string;
    readonly address: string;
    readonly item: string;
    /** At the minimum size of the group that it belongs to. */
    readonly minimum: number;
    readonly desired: number;
    readonly maximum: number;
    /** What the price depends on when nobody can know it beforehand; `''` for a fixed price. */
    readonly usage: string;
}
/** A network flow that the settings declare or the resources open, and whether it is open end to end. */
export interface FlowFact {
    readonly stack: string;
    readonly from: string;
    readonly to: string;
    readonly protocol: string;
    readonly port: number;
    readonly state: 'open' | 'closed' | 'unknown';
    readonly name: string;
}
/** Why the gate could not judge, or not judge all of it. */
export interface Problem {
    /** Stack that it is about; `''` when it is about the run. */
    readonly stack: string;
    readonly what: string;
    readonly why: string;
    readonly fix: string;
    /** Text of a file to begin with, in lines; absent where there is none. */
    readonly example?: string;
}
/** A rule of a security group that lets the Internet in, told while no flow is declared. */
export interface OpenRule {
    readonly stack: string;
    readonly address: string;
    /** Attribute that names the Internet. */
    readonly path: string;
    /** Direction, ports and source in words. */
    readonly opening: string;
}
/** A resource whose price is not known, told while no budget is declared. */
export interface Unpriced {
    readonly stack: string;
    readonly address: string;
    readonly reason: string;
}
/** Exit code of a process that ends with this verdict: 0 passed, 1 denied, 2 could not judge. */
export type ExitCode = 0 | 1 | 2;
/** The answer of the gate. */
export interface Verdict {
    readonly exitCode: ExitCode;
    readonly outcome: 'passed' | 'denied' | 'could-not-judge';
}
/** Version of the shape of {@link Report}; a member that is removed or changes its meaning raises it. */
export declare const REPORT_SCHEMA_VERSION = 1;
/** Everything that one run of the gate found. Plain data: it is what `--format json` prints. */
export interface Report {
    readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
    readonly verdict: Verdict;
    /** SHA-256 of the policy that judged; `''` when none could be loaded. */
    readonly policy: string;
    /** Least severity that can fail: what blocks and is less severe counts as a warning. */
    readonly failOn: Severity;
    readonly stacks: readonly StackReport[];
    readonly problems: readonly Problem[];
    /** Violations that count. */
    readonly findings: readonly Finding[];
    readonly undecided: readonly Undecided[];
    /** Violations that do not count, because a waiver lets them through. */
    readonly waived: readonly WaivedFinding[];
    /** Violations that do not count, because they are in the baseline. */
    readonly known: readonly Finding[];
    readonly waivers: WaiversReport;
    /** Absent when everything counts. */
    readonly baseline?: BaselineReport;
    readonly rules: readonly RuleReport[];
    /** The declared flows; while none is declared, those that were found. */
    readonly flows: readonly FlowFact[];
    readonly costs: readonly CostItem[];
    /** Settings that declare nothing, `flows` or `limits.group`: what they are for was not checked. Absent when there are none. */
    readonly undeclared?: readonly string[];
    /** Absent when flows are declared, and when no rule lets the Internet in. */
    readonly openToInternet?: readonly OpenRule[];
    /** Absent when a budget is declared, and when every resource has a price. */
    readonly unpriced?: readonly Unpriced[];
}
/** An input, or several as parts of one system, and what the gate says of it. */
export interface Judged {
    /** Paths as they were given; none for what the app of this process wrote. */
    readonly files: readonly string[];
    readonly report: Report;
}
/** How many instances an Auto Scaling group may have. */
export interface GroupSize {
    readonly minimum: number;
    readonly desired: number;
    readonly maximum: number;
}
/**
 * What was changed outside of Terraform and the plan changes back: an attribute, or the whole resource, which was deleted and
 * which the plan creates again.
 */
export interface Repair {
    readonly address: string;
    /** Dotted attribute path, list positions included; absent, as the values, where the resource was deleted. */
    readonly attribute?: string;
    /** What is there now, as JSON text. What is sensitive is left out. */
    readonly found?: string;
    /** What the plan makes of it, as JSON text. */
    readonly planned?: string;
}
/** What was judged of one stack. */
export interface StackReport {
    readonly name: string;
    /** File that was judged, as it was given; absent when the program that makes it was judged. */
    readonly file?: string;
    readonly resources: number;
    /** Addresses of resources that Terraform forgets, which stay in AWS; absent when there are none. */
    readonly forgotten?: readonly string[];
    /** What the plan repairs; absent when it is nothing. */
    readonly repairs?: readonly Repair[];
    /** Sizes that the costs are for; absent when the stack has no group, more than one, or one of unknown size. */
    readonly groupSize?: GroupSize;
}
/** One stack as the readers hand it to the engine. */
export interface StackDocument {
    readonly name: string;
    /** File that it was read from; absent when that is only what the app of this process wrote. */
    readonly file?: string;
    /** In the shape of `terraform show -json`. */
    readonly document: JsonObject;
    /** Managed and data resources that the reader put into the document; the policy must see as many. */
    readonly resources: number;
    /** What the plan repairs. @default nothing */
    readonly repairs?: readonly Repair[];
    /** Terraform address to construct path. */
    readonly constructPaths: ReadonlyMap<string, string>;
}
/** The gate cannot answer. Says what is wrong, why it matters and how to fix it; ends a run with exit code 2. */
export declare class CouldNotJudge extends Error {
    readonly what: string;
    readonly why: string;
    readonly fix: string;
    /** Stack that it is about; `''` when it is about the run. */
    readonly about: string;
    readonly name = "CouldNotJudge";
    constructor(what: string, why: string, fix: string, 
    /** Stack that it is about; `''` when it is about the run. */
    about?: string);
    /** The same as an entry of a report. */
    get problem(): Problem;
}
/**
 * What keeps a file from being read.
 *
 * @param error what reading it threw
 * @param why why that matters
 */
export declare function unread(path: string, error: unknown, why: string): CouldNotJudge;
/** Whether a value is a JSON object (and no array). */
export declare function isObject(value: unknown): value is JsonObject;
