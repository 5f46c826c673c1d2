import { type IConstruct } from 'constructs';
import type { SourceLine } from '../model';
/**
 * From now on remembers where constructs are made, so that reports and annotations point at a line of the program. Call it
 * once, before the app is built. Nothing of it is written to what is synthesized.
 */
export declare function traceConstructs(): void;
/**
 * The lines that made constructs.
 *
 * @param root of which the constructs are below
 * @param directory that files are named relative to
 * @returns by construct path; those whose line is not known, or is outside of the directory, are missing
 */
export declare function sourceLines(root: IConstruct, directory: string): (constructPath: string) => SourceLine | undefined;
