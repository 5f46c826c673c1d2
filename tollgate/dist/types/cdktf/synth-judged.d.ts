import type { App } from 'cdktf';
import { type JudgeOptions } from '../judge';
import type { Report } from '../model';
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
export declare function synthJudged(app: App, options?: SynthJudgedOptions): Report;
