import type { TextStyle } from './report/text';
/**
 * Shows a progress line on standard error, if that is a terminal. Each call replaces the line before; the next output
 * of anybody else overwrites the line.
 *
 * @param text `''` removes the line
 */
export declare function showProgress(text: string): void;
/** Text style for the standard output of this process. */
export declare function terminalStyle(): TextStyle;
