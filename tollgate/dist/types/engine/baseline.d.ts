import type { Excusable } from './excused';
/** The properties of an earlier finding that the gate compares. */
export type KnownFinding = Excusable;
/** An earlier JSON report whose findings do not count as new. */
export interface Baseline {
    /** SHA-256 of the file. */
    readonly digest: string;
    /**
     * Findings of the earlier report on one input.
     *
     * @param files paths of the input as given now
     * @param alone whether the run has no other input
     * @param stacks names of the stacks of the input. A single stack is the same stack under any name, because a plan is
     *   named by its file
     * @throws CouldNotJudge when the earlier report covers one input and the run has several
     */
    of(files: readonly string[], alone: boolean, stacks: readonly string[]): readonly KnownFinding[];
}
/**
 * Reads an earlier report.
 *
 * @throws CouldNotJudge when the file cannot be read, is not a JSON report, or has another schema version
 */
export declare function loadBaseline(path: string): Baseline;
