import { type Artifact } from './engine/artifact';
import { type Incident } from './engine/incident';
import { type SettingsDirectories } from './engine/settings';
import { type Input } from './input/files';
import { type Judged, type Problem, type Report, type RuleInfo, type Severity } from './model';
/** Files of the gate. The defaults are relative to this file, so the working directory does not matter. */
export interface GateFiles {
    /**
     * Directory of `policy.wasm`, `catalog.json` and `manifest.json`.
     *
     * @default `policies/compiled`
     */
    readonly artifact?: string;
    /**
     * Directory of the default settings and of the schemas of all settings.
     *
     * @default the committed `policies/defaults`, which declare no flow: with them alone nothing passes
     */
    readonly defaults?: string;
    /**
     * Directory of your settings, such as `flows.json`, or several in order. Each file states what differs from the default of
     * the same name, and from the directories before it: objects merge key by key, lists and other values replace. The
     * result must match the schema.
     *
     * @default none
     */
    readonly settings?: SettingsDirectories;
    /**
     * Incident file, whose waivers are approved by another person and end within hours. They count beside the waivers of
     * the settings.
     *
     * @default none
     */
    readonly incident?: string | undefined;
    /**
     * Directory of the rules of a team, which judge beside the rules of the gate. `tollgate rules build` compiles them.
     *
     * @default none
     */
    readonly rules?: string | undefined;
}
/** Files of the gate, exceptions, and the lowest severity that fails. */
export interface JudgeOptions extends GateFiles {
    /**
     * Waivers file.
     *
     * @default `waivers.json` of the settings
     */
    readonly waivers?: string | undefined;
    /**
     * JSON report of an earlier run, or an earlier plan or state, whose findings do not count.
     *
     * @default all findings count
     */
    readonly baseline?: string | undefined;
    /**
     * Lowest severity that fails. A blocking rule of a lower severity counts as a warning.
     *
     * @default low, which includes all
     */
    readonly failOn?: Severity | undefined;
    /**
     * UTC day that is compared with the end dates of waivers: `2026-03-31`.
     *
     * @default today, by the clock of this machine
     */
    readonly today?: string | undefined;
    /**
     * Directory of the Terraform files that the plans come from. Findings then name the line of the block or argument,
     * relative to the root of the repository. The files have no part in the verdict.
     *
     * @default none: findings name no line, except those of a synthesized program
     */
    readonly source?: string | undefined;
}
/**
 * Judges every stack of a synth as one system, following references between stacks.
 *
 * @param outdir the `outdir` of the CDKTF app, which contains `stacks/<name>/cdk.tf.json`
 * @returns the report, also when there is no verdict
 */
export declare function judgeSynthesized(outdir: string, options?: JudgeOptions): Report;
/**
 * Judges plans, states, Terraform JSON and directories of synthesized stacks, each separately.
 *
 * @returns a report for each input, in input order, also for inputs that could not be judged
 */
export declare function judgeApart(inputs: readonly Input[], options?: JudgeOptions): Judged[];
/**
 * Returns a function that judges one input. Policy and settings are loaded once.
 *
 * @param alone whether there is only one input
 */
export declare function judgeEach(options: JudgeOptions, alone: boolean): (input: Input) => Judged;
/** Merges the waiver states of several judgements: a waiver that one of the inputs needs is not unused. */
export declare function usedByAny(judged: readonly Judged[]): Judged[];
/**
 * Judges inputs as one system whose parts may refer to each other.
 *
 * @returns one report; if an input cannot be read, only that problem
 */
export declare function judgeTogether(inputs: readonly Input[], options?: JudgeOptions): Judged;
/** Names under which the person who runs this process is known here and to the systems that run jobs; none without any. */
export declare function runBy(): string[];
/**
 * Reads the incident file.
 *
 * @returns undefined when the files name none
 * @throws CouldNotJudge when the file is refused, or when policy or settings cannot be loaded
 */
export declare function incidentOf(files: GateFiles): Incident | undefined;
/**
 * The compiled policy of the gate.
 *
 * @throws CouldNotJudge when the policy cannot be loaded
 */
export declare function gateArtifact(): Artifact;
/**
 * The rules of the gate and of the team, sorted by id.
 *
 * @returns an empty list when the compiled policy cannot be loaded; every judgement then reports the error
 */
export declare function catalogOf(files?: GateFiles): readonly RuleInfo[];
/**
 * The rules of the gate and of a team, sorted by id.
 *
 * @throws CouldNotJudge when the rules of the team cannot be used
 */
export declare function rulesWith(directory: string): readonly RuleInfo[];
/** The rules as a judgement by these files has them, with the severities of the settings; see {@link catalogOf}. */
export declare function judgedCatalogOf(files: GateFiles): readonly RuleInfo[];
/** SHA-256 of the policy, of all settings and of the incident file, which together with the plan determine the verdict. */
export interface Digests {
    readonly policy: string;
    readonly settings: string;
    /** Absent without an incident file. */
    readonly incident?: string;
}
/**
 * Computes the digests of the current files.
 *
 * @throws CouldNotJudge when the files cannot be loaded
 */
export declare function digestsOf(files?: GateFiles): Digests;
/** A report with problems only. */
export declare function couldNotJudge(problems: readonly Problem[]): Report;
