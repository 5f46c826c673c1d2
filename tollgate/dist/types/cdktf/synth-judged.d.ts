import type { IConstruct } from 'constructs';
import { type JudgeOptions } from '../judge';
import type { Report } from '../model';
/**
 * The part of an app that {@link synthJudged} uses. The `App` of cdktf and the `App` of cdktn, its successor, both have this
 * part, and the gate needs neither of the two packages.
 */
export interface JudgedApp extends IConstruct {
    /** Directory that the app writes to. */
    readonly outdir: string;
    /** Writes all stacks to that directory. */
    synth(): void;
}
/** How {@link synthJudged} judges and what it prints. */
export interface SynthJudgedOptions extends JudgeOptions {
    /**
     * Print the report as JSON instead of text.
     *
     * @default false
     */
    readonly json?: boolean;
    /**
     * Command line of the program, which says what `tollgate check` is told the same way: `--format`, `--output`, `--json`,
     * `--waivers`, `--baseline` and `--fail-on`.
     *
     * @default none
     */
    readonly args?: readonly string[];
}
/**
 * Replaces `app.synth()`: synthesizes, judges what was written, prints the report, and leaves a deployable stack on disk only
 * when the verdict is *passed*. Otherwise every file that Terraform or `cdktf deploy` would run is gone, files of an earlier
 * run included, and the process will exit with 1 (denied) or 2 (could not judge).
 *
 * @param app the app with all its stacks
 * @param options where the policy and the settings are, what does not count, and which reports are written
 * @returns the report
 */
export declare function synthJudged(app: JudgedApp, options?: SynthJudgedOptions): Report;
