import type { TextStyle } from './report/text';
/** Whether a descriptor is a terminal. */
export declare function isTerminal(descriptor: 0 | 1 | 2): boolean;
/**
 * Shows at a terminal what is being done, in one line of standard error that takes the place of what it showed before. What
 * somebody else writes meanwhile begins at its beginning.
 *
 * @param text `''` removes the line
 */
export declare function showProgress(text: string): void;
/** How text looks on the standard output of this process. */
export declare function terminalStyle(): TextStyle;
