import { type Problem } from '../model';
/**
 * A synthesis that nobody has judged yet, in a directory of its own beside the output directory. Beside, so that a path
 * from a stack to another directory means the same before and after the move.
 */
export declare class Unjudged {
    private readonly outdir;
    /** Directory of the unjudged files. */
    readonly directory: string;
    private readonly digests;
    /**
     * Removes what killed processes left, and creates the directory.
     *
     * @param outdir absolute path of the output directory
     */
    constructor(outdir: string);
    /**
     * Runs a synthesis that writes to the directory of its own.
     *
     * @throws Error when the app keeps another directory
     */
    written(app: object, synthesize: () => void): void;
    /** Why a synthesis that passed must not be moved to the output directory: files that nobody judged. */
    problems(): Problem[];
    /**
     * Moves the judged files to the output directory. The file of each stack appears at once, and the manifest last, so
     * that a killed process leaves only judged files. Never touches what Terraform keeps there.
     *
     * @throws CouldNotJudge when a file cannot be moved, or when the output directory then holds something else
     */
    place(): void;
    /**
     * Removes everything deployable: in the output directory, what this process wrote there on other ways, and the unjudged
     * files.
     *
     * @returns the files in the output directory that Terraform would load and that this process did not write
     */
    discard(): string[];
    /** Removes the unjudged files. */
    close(): void;
    /** Names the output directory in place of the directory of the unjudged files. */
    renamed(text: string, outdir: string): string;
    /** Without the files that the synthesis replaces. A link is never replaced: the files would go to its target. */
    private foreign;
    private found;
    private wroteElsewhere;
    /** A problem for a file that must not be in the output directory. */
    private refused;
    /** Every file and every symbolic link of the synthesis, relative to its directory. */
    private files;
    /** Parts that are moved at once, in order: files and directories beside the stacks, the files of the stacks, the manifest. */
    private parts;
    private move;
    private digestOf;
}
