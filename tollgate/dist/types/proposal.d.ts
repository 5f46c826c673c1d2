import { type GateFiles, type JudgeOptions } from './judge';
import { type Judged, type SettingsChange } from './model';
/** The files that decide a verdict and that a change may touch. */
export type Deciding = Pick<JudgeOptions, 'settings' | 'waivers' | 'baseline' | 'rules'>;
/** The deciding files of a base, and the differences of the working tree. */
export interface Proposal {
    /** Full id of the base commit. */
    readonly commit: string;
    /** Options with the files of the base in place of those of the working tree. */
    readonly base: Deciding;
    readonly changes: readonly SettingsChange[];
}
/**
 * Reads the deciding files of a base from git, calls `judge` with them, and removes the copies.
 *
 * @param from commit, branch or tag of the base
 * @param proposed the files of the working tree. A file outside of the repository does not belong to the change and is used
 *   as it is
 * @param judge judges with the given files; called again with those of the working tree when they differ
 * @returns the judgements by the base, each with what the change does to the deciding files
 * @throws CouldNotJudge when git or the commit is missing, or a file of the base is not a regular file
 */
export declare function judgeByBase(from: string, proposed: Deciding & Pick<GateFiles, 'defaults'>, judge: (files: Deciding) => Promise<Judged[]>): Promise<Judged[]>;
/** Same as {@link judgeByBase}, for a judgement that is not asynchronous. */
export declare function judgeByBaseSync(from: string, proposed: Deciding & Pick<GateFiles, 'defaults'>, judge: (files: Deciding) => Judged[]): Judged[];
