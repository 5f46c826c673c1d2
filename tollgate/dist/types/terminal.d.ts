import type { TextStyle } from './report/text';
/**
 * Shows a progress line on standard error, if that is a terminal. Each call replaces the line before; the next output
 * of anybody else overwrites the line.
 *
 * @param text `''` removes the line
 */
export declare function showProgress(text: string): void;
/**
 * Whether to write colours. `FORCE_COLOR` decides where it is set: `0` and `false` mean no. `NO_COLOR` counts if it is not
 * empty (https://no-color.org). A terminal with `TERM=dumb` shows no colours.
 */
export declare function isColoured(environment: NodeJS.ProcessEnv, terminal: boolean): boolean;
/** Text style for the standard output of this process. */
export declare function terminalStyle(): TextStyle;
