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
     * Print the report as JSON.
     *
     * @default false
     */
    readonly json?: boolean;
    /**
     * Command-line arguments of the program. `synthJudged` accepts the same options as `tollgate check`: `--format`,
     * `--output`, `--json`, `--waivers`, `--baseline` and `--fail-on`.
     *
     * @default none
     */
    readonly args?: readonly string[];
}
/**
 * Replaces `app.synth()`: synthesizes, judges the written files, prints the report, and keeps the stacks only when the
 * verdict is *passed*. Otherwise removes every file that Terraform or `cdktf deploy` would run, files of an earlier run
 * included, and sets the exit code of the process to 1 (denied) or 2 (could not judge).
 *
 * @param app the app with all its stacks
 * @param options policy, settings, exceptions and reports
 * @returns the report
 */
export declare function synthJudged(app: JudgedApp, options?: SynthJudgedOptions): Report;
