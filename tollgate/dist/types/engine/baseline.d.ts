import type { Excusable } from './excused';
import { type Report } from '../model';
/** The properties of an earlier finding that the gate compares. */
export type KnownFinding = Excusable;
/** An earlier JSON report, plan or state whose findings do not count as new. */
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
 * Reads an earlier report, or takes the findings of a plan, a state or a directory of synthesized stacks. The content
 * decides, not the name of the file.
 *
 * @param judged judges the path as a plan or state, by the settings in force, without waivers and baseline
 * @throws CouldNotJudge when the path cannot be read, is neither a JSON report nor an input of the gate, or is a report of
 *   another schema version
 */
export declare function loadBaseline(path: string, judged: (path: string) => Report): Baseline;
