import { type IConstruct } from 'constructs';
import type { SourceLine } from '../model';
/**
 * Starts to record where constructs are created, so that reports and annotations point at a line of the program. Call
 * it once, before creating the app. The synthesized files do not change.
 */
export declare function traceConstructs(): void;
/**
 * Maps construct paths to the lines that created the constructs.
 *
 * @param root root of the construct tree
 * @param directory base directory of the returned file names
 * @returns a lookup by construct path; undefined for an unknown line and for files outside the directory
 */
export declare function sourceLines(root: IConstruct, directory: string): (constructPath: string) => SourceLine | undefined;
