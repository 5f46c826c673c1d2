/**
 * Remembers the strangers that a program found in an output directory when it began. The memory is global, because
 * `afresh` and `synthJudged` are separate files of the package, without a module in common.
 */
import { type Stranger } from './deployable';
/** Remembers what is in `outdir` now, unless an earlier call has remembered. */
export declare function remember(outdir: string): readonly Stranger[];
/** The strangers that this process wrote, and the strangers that it found. */
export declare function sinceFound(outdir: string): {
    readonly written: Stranger[];
    readonly found: Stranger[];
};
