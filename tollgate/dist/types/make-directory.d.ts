/**
 * Makes a directory, with those above it that are missing. Node's own `recursive` never ends where a file system says of what
 * it will not hold that it does not exist, as /proc does.
 *
 * @throws Error naming the one that cannot be made
 */
export declare function makeDirectory(path: string): void;
