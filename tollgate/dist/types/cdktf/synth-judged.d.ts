import type { IConstruct } from 'constructs';
import { type JudgeOptions } from '../judge';
import { type Report } from '../model';
/**
 * The part of an app that {@link synthJudged} uses. Both cdktf and its successor cdktn have this part in their `App`,
 * so the gate depends on neither package.
 */
export interface JudgedApp extends IConstruct {
    /** Output directory of the app. */
    readonly outdir: string;
    /** Writes all stacks to the output directory. */
    synth(): void;
}
/** Options of {@link synthJudged}. */
export interface SynthJudgedOptions extends JudgeOptions {
    /**
     * Print the report as JSON.
     *
     * @default false
     */
    readonly json?: boolean;
    /**
     * Command-line arguments of the program. `synthJudged` accepts the same options as `tollgate check`: `--format`,
     * `--output`, `--json`, `--waivers`, `--baseline`, `--settings-from` and `--fail-on`.
     *
     * @default none
     */
    readonly args?: readonly string[];
}
/**
 * Replaces `app.synth()`: synthesizes to a directory of its own, judges the written files, prints the report, and moves
 * the files to the output directory of the app only when the verdict is *passed*. Otherwise removes every file there that
 * Terraform or `cdktf deploy` would run, files of an earlier run included, and sets the exit code of the process to 1
 * (denied) or 2 (could not judge). State, plugins and the lock file of Terraform stay as they are.
 *
 * @param app the app with all its stacks
 * @param options policy, settings, exceptions and reports
 * @returns the report
 */
export declare function synthJudged(app: JudgedApp, options?: SynthJudgedOptions): Report;
