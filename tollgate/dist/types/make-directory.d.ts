/**
 * Creates a directory and its missing parents. Replaces `mkdirSync` with `recursive`, which loops forever below /proc:
 * there, creating a directory fails with ENOENT although the parent exists.
 *
 * @throws Error naming the directory that cannot be created
 */
export declare function makeDirectory(path: string): void;
