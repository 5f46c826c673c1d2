import { type Input } from './input/files';
import { type Judged, type Problem, type Report, type RuleInfo, type Severity } from './model';
/** Where the gate finds what it judges by. Everything is found relative to this file, so that any working directory will do. */
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
     * Directory of your settings, such as `flows.json`: a file in it takes the place of the default of the same name, and obeys
     * the same schema.
     *
     * @default none
     */
    readonly settings?: string | undefined;
}
/** What the gate judges by, and what does not count. */
export interface JudgeOptions extends GateFiles {
    /**
     * File of waivers.
     *
     * @default `waivers.json` of the settings
     */
    readonly waivers?: string | undefined;
    /**
     * JSON report of an earlier run, whose findings do not count.
     *
     * @default everything counts
     */
    readonly baseline?: string | undefined;
    /**
     * Least severity that can fail: what blocks and is less severe counts as a warning.
     *
     * @default low, which is all
     */
    readonly failOn?: Severity | undefined;
    /**
     * Day by which waivers end, in UTC: `2026-03-31`.
     *
     * @default the day that the clock of this machine says
     */
    readonly today?: string | undefined;
}
/**
 * Judges every stack that a synth wrote, together, so that references from one to another are followed.
 *
 * @param outdir what CDKTF calls `outdir`: holds `stacks/<name>/cdk.tf.json`
 * @returns the report; also when nothing could be judged, which is then its verdict
 */
export declare function judgeSynthesized(outdir: string, options?: JudgeOptions): Report;
/**
 * Judges plans, states, Terraform JSON and directories of synthesized stacks, each by itself.
 *
 * @returns a report for each input, in their order; also for those that could not be judged
 */
export declare function judgeApart(inputs: readonly Input[], options?: JudgeOptions): Judged[];
/**
 * Judges one input after the other. What it judges by is loaded once.
 *
 * @param alone whether there is only one
 */
export declare function judgeEach(options: JudgeOptions, alone: boolean): (input: Input) => Judged;
/** All of several judgements: a waiver that one of the inputs needs is not unused in the others. */
export declare function usedByAny(judged: readonly Judged[]): Judged[];
/**
 * Judges inputs as parts of one system, in which one may refer to another.
 *
 * @returns one report; when one of the inputs could not be read, that is all it says
 */
export declare function judgeTogether(inputs: readonly Input[], options?: JudgeOptions): Judged;
/**
 * The rules that these files judge by, in the order of their ids.
 *
 * @returns none when the compiled policy cannot be loaded, which every judgement then says
 */
export declare function catalogOf(files?: GateFiles): readonly RuleInfo[];
/** What a verdict is bound to, besides what was judged: SHA-256 of the policy, and of all settings. */
export interface Digests {
    readonly policy: string;
    readonly settings: string;
}
/**
 * The digests of what these files judge by, as they are now.
 *
 * @throws CouldNotJudge when they cannot be loaded
 */
export declare function digestsOf(files?: GateFiles): Digests;
/** A report that says nothing but why there is none. */
export declare function couldNotJudge(problems: readonly Problem[]): Report;
