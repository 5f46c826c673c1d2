import { type Finding } from '../model';
/** A finding of an earlier report, as far as it is compared. */
export type KnownFinding = Pick<Finding, 'fingerprint' | 'actual'>;
/** An earlier JSON report, whose findings are no news. */
export interface Baseline {
    /** SHA-256 of the file. */
    readonly digest: string;
    /**
     * What is known of an input.
     *
     * @param files paths of the input as they are given now
     * @param alone whether it is the only input
     * @throws CouldNotJudge when the earlier report is one of one input and there are several now
     */
    of(files: readonly string[], alone: boolean): readonly KnownFinding[];
}
/**
 * Reads an earlier report.
 *
 * @throws CouldNotJudge when it cannot be read, is no report, or is of another version
 */
export declare function loadBaseline(path: string): Baseline;
