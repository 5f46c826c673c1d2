import { type Block } from './body';
/** A block and the file that it is in. */
export interface Located {
    /** Relative to the root of the repository, with `/`. */
    readonly file: string;
    readonly block: Block;
}
/** The blocks of one directory, which is what Terraform calls a module. */
export interface Module {
    /** Relative to the root of the files, with `/`; `''` for the root itself. */
    readonly directory: string;
    /**
     * By address: `aws_lb.web`, `data.aws_vpc.main`, `module.web`. The block itself comes first, then what override files
     * write about it, the last file first.
     */
    readonly blocks: ReadonlyMap<string, readonly Located[]>;
    /** Files of the directory that could not be read, as sentences. */
    readonly unread: readonly string[];
}
/** Whether a module is in a directory that Terraform makes for downloads, and not in the repository. */
export declare function isDownloaded({ directory }: Module): boolean;
/** All Terraform files below one directory. */
export declare class SourceFiles {
    /** The directory without links. */
    readonly root: string;
    /** The modules of the repository by directory. */
    readonly modules: Map<string, Module>;
    /** Why some of the directory was not searched, as sentences. */
    readonly unread: string[];
    /** Path from the root of the repository to {@link root}, with `/`. */
    private readonly prefix;
    private readonly downloaded;
    private entries;
    /** @throws Error when the directory cannot be read */
    constructor(directory: string);
    /** The module in a directory below {@link root}, also in one that Terraform made for downloads. */
    module(directory: string): Module | undefined;
    /** The directory of each module that `terraform init` installed for a root module, by key: `vpc.subnets`. */
    installed(directory: string): ReadonlyMap<string, string>;
    /** A path of the file system relative to {@link root}; undefined when the path is elsewhere or does not exist. */
    relative(path: string): string | undefined;
    private isWithin;
    private list;
    private text;
    private read;
    private shown;
}
/** A path below `directory`, without `.` and `..`; undefined for one that leaves the root. */
export declare function within(directory: string, path: string): string | undefined;
