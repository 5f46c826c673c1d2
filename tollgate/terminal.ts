/** What this process knows of the terminal in which it may run. */
import { isatty } from 'node:tty';
import type { TextStyle } from './report/text';

/** Whether a descriptor is a terminal. */
export function isTerminal(descriptor: 0 | 1 | 2): boolean {
  return isatty(descriptor);
}

/**
 * Shows at a terminal what is being done, in one line of standard error that takes the place of what it showed before. What
 * somebody else writes meanwhile begins at its beginning.
 *
 * @param text `''` removes the line
 */
export function showProgress(text: string): void {
  if (isTerminal(2)) process.stderr.write(`\r\u001b[K${text}\r`);
}

/** How text looks on the standard output of this process. */
export function terminalStyle(): TextStyle {
  const terminal = isTerminal(1);
  return {
    colour: terminal && process.env['NO_COLOR'] === undefined,
    width: terminal ? Math.max(80, Math.min(process.stdout.columns, 100)) : 100,
  };
}
