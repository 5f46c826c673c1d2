import { type Finding } from '../model';
/** The properties of an earlier finding that the gate compares. */
export type KnownFinding = Pick<Finding, 'fingerprint' | 'found'>;
/** An earlier JSON report whose findings do not count as new. */
export interface Baseline {
    /** SHA-256 of the file. */
    readonly digest: string;
    /**
     * Findings of the earlier report on one input.
     *
     * @param files paths of the input as given now
     * @param alone whether the run has no other input
     * @throws CouldNotJudge when the earlier report covers one input and the run has several
     */
    of(files: readonly string[], alone: boolean): readonly KnownFinding[];
}
/**
 * Reads an earlier report.
 *
 * @throws CouldNotJudge when the file cannot be read, is not a JSON report, or has another schema version
 */
export declare function loadBaseline(path: string): Baseline;
