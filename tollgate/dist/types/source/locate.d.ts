/** Finds the lines of the repository that findings are about. Has no part in the verdict. */
import { type SourceLine, type StackDocument } from '../model';
import { SourceFiles, type Module } from './files';
/** The line of a finding, or why there is none. */
export type Answer = {
    readonly source: SourceLine;
} | {
    readonly sourceMissing: string;
};
/** Finds lines below one directory. The files are read when the first line is asked for. */
export declare class Sources {
    private readonly directory;
    private files;
    private failure;
    private index;
    private readonly sizes;
    private readonly installed;
    /** @param directory the searched directory */
    constructor(directory: string);
    /** @param stack the judged document */
    of(stack: StackDocument): StackSources;
    /** The files; undefined when the directory cannot be read. */
    read(): SourceFiles | undefined;
    /** Sentences about the directory. */
    get notes(): readonly string[];
    /**
     * The directory that a document was planned in: the one that declares the same resources and module calls. Of several
     * the one that the plan is in or below.
     *
     * @returns the reason as a sentence when no directory, or more than one, can be meant
     */
    rootOf(stack: StackDocument, files: SourceFiles): Module | string;
    /** Directories of installed modules, by key. */
    installedIn(directory: string, files: SourceFiles): ReadonlyMap<string, string>;
}
/** Finds the lines of one document. */
export declare class StackSources {
    private readonly sources;
    private readonly stack;
    private root;
    private values;
    private readonly used;
    constructor(sources: Sources, stack: StackDocument);
    /**
     * @param address Terraform address without the stack
     * @param path attribute path, `''` for none
     */
    locate({ address, path }: {
        readonly address: string;
        readonly path: string;
    }): Answer;
    /** Sentences about files that could not be read, and about a document whose directory is not known. */
    get notes(): string[];
    /** Follows module calls. `call` is the last call in the repository. */
    private enter;
    private missing;
    private lineIn;
}
